/**
 * The links in a text, as Weibo finds them, and whether one is safe.
 *
 * @module
 */
import { Schema } from "effect"
import { arbitrarily } from "../../calendar/CalendarDate.ts"
import * as Expected from "../../finding/Expected.ts"

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
  places(text, "://", pattern).map(({ end, start }) => ({
    start,
    end,
    host: hostOf(text.slice(start, end)),
    ended: end === text.length || /\s/.test(text[end] as string)
  }))

/** The text with something in place of every link. */
export const replace = (text: string, by: (link: string) => string): string => text.replace(pattern, by)

const pattern = /https?:\/\/[!-~]*/gi

/** A place in a text, from `start` to before `end`. */
export interface Place {
  readonly start: number
  readonly end: number
}

/**
 * Every address in a text, by its place and in its order: links, host names with what follows them, and addresses of e-mail. What stands in an
 * address says where something is, and nothing to a reader.
 */
export const addresses = (text: string): ReadonlyArray<Place> =>
  text.includes("://") ? places(text, "", address) : places(text, ".", address)

/** Every `@name`, by its place. Who it is has that name, and nobody says it. */
export const mentions = (text: string): ReadonlyArray<Place> => places(text, "@", /@[\p{L}\p{N}_-]{1,30}/gu)

/** Where a pattern is found, looked for only in a text that has a sign which is in all of them. */
const places = (text: string, sign: string, pattern: RegExp): ReadonlyArray<Place> =>
  text.includes(sign)
    ? Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({ start: index, end: index + found.length }))
    : []

/** Behind a letter no host name begins, so that a long run of letters is read once. */
const address =
  /https?:\/\/[!-~]*|(?<![a-z0-9._@+-])(?:[a-z0-9._+-]+@)?(?:[a-z0-9-]+\.)+(?:com|cn|net|org|io|me|cc|tv|top|vip|shop|xyz|info|hk|tw)(?![a-z0-9-])(?:[/?#:][!-~]*)?/gi

/** Whether the host is one of the domains or below one of them. The domains are lower-case host names. */
export const isSafe = (link: Link, domains: ReadonlyArray<string>): boolean =>
  domains.some((domain) => link.host === domain || link.host?.endsWith(`.${domain}`) === true)

const hostOf = (link: string): string | undefined => {
  const authority = /^https?:\/\/([^/?#]*)/i.exec(link)?.[1] ?? ""
  const host = authority.toLowerCase().replace(/:\d{1,5}$/, "")
  return hostName.test(host) ? host : undefined
}

const hostName = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i

/** `https://brand.com/shop` as brand.com. */
const meantHost = (value: unknown): string | undefined => {
  const host = /^(?:https?:\/\/)?([^/]*)/i.exec(String(value))?.[1] ?? ""
  return hostName.test(host) ? host : undefined
}

/** A host name, such as `brand.com`: without `https://`, and without a path. */
export const HostName = Schema.String.check(
  Schema.makeFilter((text) => hostName.test(text), arbitrarily("[a-z]{1,9}\\.com"))
).annotate(
  Expected.words(
    { zh: "主机名，形如「brand.com」", en: "a host name such as brand.com, without https:// and without a path" },
    meantHost
  )
)
/** A host name, such as `brand.com`: without `https://`, and without a path. */
export type HostName = typeof HostName.Type
