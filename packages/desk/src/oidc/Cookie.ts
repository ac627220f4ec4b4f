/**
 * Cookies of the desk: none that a script reads, that goes along with what another page sends, or that another host of the domain could have set.
 *
 * @module
 */

/** The name of a cookie: with the prefix that browsers take from that very host by `https:` alone, where it is that. */
export const nameOf = (origin: string, name: string): string =>
  origin.startsWith("https:") ? `__Host-dualops-${name}` : `dualops-${name}`

/** What a browser is told to keep, for so many seconds; with 0, to forget. */
export const set = (origin: string, name: string, value: string, seconds: number): string =>
  `${nameOf(origin, name)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${
    origin.startsWith("https:") ? "; Secure" : ""
  }`

/** What a browser has brought along, by the names that the desk has given. */
export const read = (origin: string, header: string | null | undefined): ReadonlyMap<string, string> => {
  const prefix = nameOf(origin, "")
  const found = new Map<string, string>()
  for (const part of (header ?? "").split(";")) {
    const [, name, value] = /^([\w-]+)=([\w-]+)$/.exec(part.trim()) ?? []
    if (name?.startsWith(prefix) && value !== undefined) found.set(name.slice(prefix.length), value)
  }
  return found
}
