/**
 * The links in a text, as Weibo finds them, and whether one is safe.
 *
 * @module
 */

/** A link, where it stands, its host, and whether it ends as it must: with a blank or with the text. */
export interface Link {
  readonly start: number
  readonly end: number
  /** Lower case. Nothing where the host is not plain: a name in front of `@`, an escape, a backslash, an empty label. */
  readonly host: string | undefined
  readonly ended: boolean
}

/** Every `http` and `https` link. A link is ASCII; whatever follows without a blank is swallowed by it. */
export const all = (text: string): ReadonlyArray<Link> =>
  Array.from(text.matchAll(/https?:\/\/[!-~]*/gi), (match) => {
    const start = match.index
    const end = start + match[0].length
    return { start, end, host: hostOf(match[0]), ended: end === text.length || /\s/.test(text[end] as string) }
  })

/** Whether the host is one of the domains or below one of them. The domains are lower-case host names. */
export const isSafe = (link: Link, domains: ReadonlyArray<string>): boolean =>
  domains.some((domain) => link.host === domain || link.host?.endsWith(`.${domain}`) === true)

const hostOf = (link: string): string | undefined => {
  const authority = /^https?:\/\/([^/?#]*)/i.exec(link)?.[1] ?? ""
  return /^([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?::\d{1,5})?$/.exec(authority.toLowerCase())?.[1]
}
