/**
 * A link that says where it stood: the address with the five UTM parameters, by which every tool of web analytics counts visits.
 *
 *     TrackedLink.of("https://xinghe.example/spring?size=L#tea", { source: "website", medium: "website", campaign: "plum", content: "footer" })
 *
 * What the address had stays as it was written, byte for byte; UTM parameters that it had are replaced, so that a link made twice is the same link.
 *
 * @module
 */
import * as Option from "effect/Option"

/** Where a link stands. Tools tell `Email` from `email`, so every value is spelled in one way. */
export interface Utm {
  /** The channel. */
  readonly source: string
  /** What kind of thing it is: a page, a mail, print. */
  readonly medium: string
  readonly campaign: string
  /** Which link of the campaign in that channel. */
  readonly content: string
}

/** An address, taken apart as the standard of the web says (url.spec.whatwg.org). */
export interface Address {
  readonly href: string
  readonly protocol: string
  readonly host: string
  readonly username: string
  readonly password: string
  readonly pathname: string
  readonly hash: string
  search: string
  readonly searchParams: Query
}
interface Query extends Iterable<[string, string]> {
  readonly keys: () => Iterator<string>
}

// Every runtime has the classes of that standard; the core is compiled with the types of none.
const { URL, URLSearchParams } = globalThis as unknown as {
  readonly URL: { readonly parse: (address: string) => Address | null }
  readonly URLSearchParams: new (text: string) => Query
}

const parameters = ["source", "medium", "campaign", "content"] as const

/** The address as a link that may be given to people: with a host, over HTTP or HTTPS, and with nobody's password in it; nothing otherwise. */
export const read = (address: string): Option.Option<Address> => {
  const url = URL.parse(address.trim())
  const isWeb = url !== null && (url.protocol === "https:" || url.protocol === "http:")
  return isWeb && url.username === "" && url.password === "" ? Option.some(url) : Option.none()
}

/** The tracked link to an address that {@link read} reads. */
export const of = (address: string, utm: Utm): string => {
  const url = Option.getOrThrowWith(read(address), () => new Error(`${address} is no address of the web`))
  const kept = pairsOf(url.search).filter((pair) => !isUtm(nameOf(pair)))
  const own = parameters.map((name) => `utm_${name}=${encodeURIComponent(spelled(utm[name]))}`)
  // A query may begin with a second question mark, and only the first is none of it.
  url.search = `?${[...kept, ...own].join("&")}`
  return url.href
}

/** Where a visited address says that its link stood; nothing where it does not say all of it. Whatever a visitor's address is, nothing is thrown. */
export const utmOf = (visited: string): Option.Option<Utm> => {
  const said = [...(URL.parse(visited)?.searchParams ?? [])].map(([name, value]) => [plain(name), value.trim()])
  const [source, medium, campaign, content] = parameters.map(
    (name) => said.find(([one]) => one === `utm_${name}`)?.[1] ?? ""
  )
  return source && medium && campaign && content ? Option.some({ source, medium, campaign, content }) : Option.none()
}

/** Whether two addresses lead to the same place: however they are escaped, whatever the case of the host and the order of the query. */
export const isSame = (one: string, other: string): boolean => {
  const [first, second] = [canonical(one), canonical(other)]
  return first !== undefined && first === second
}

/**
 * One spelling of a value: no blanks at its ends or in it, no capitals, no halves of characters, which no address can say, and no escapes: programs that pass
 * a link on escape it again, so that a name would come back as another.
 */
export const spelled = (value: string): string =>
  unescaped(value.toWellFormed()).trim().toLowerCase().replaceAll(/\s+/g, "-")

const unescaped = (value: string): string => {
  const normal = value.normalize("NFKC")
  const read = normal.replaceAll(/(?:%[0-9a-f]{2})+/gi, decoded)
  return read === normal ? normal : unescaped(read)
}

/** What is no character stays as it is. */
const decoded = (escapes: string): string => {
  try {
    return decodeURIComponent(escapes)
  } catch {
    return escapes
  }
}

const pairsOf = (search: string): ReadonlyArray<string> =>
  search
    .replace(/^\?/, "")
    .split("&")
    .filter((pair) => pair !== "")

const nameOf = (pair: string): string => new URLSearchParams(`?${pair}`).keys().next().value ?? ""
const isUtm = (name: string): boolean => plain(name).startsWith("utm_")

/** The name of a parameter in a page whose `&` was written for HTML once too often. */
const plain = (name: string): string => name.toLowerCase().replace(/^(?:amp;)+/, "")

const canonical = (address: string): string | undefined => {
  const url = URL.parse(address)
  if (url === null) return undefined
  const query = [...url.searchParams].map((pair) => JSON.stringify(pair)).sort()
  return [url.protocol, url.host, escapedOnce(url.pathname), query.join("&"), escapedOnce(url.hash)].join(" ")
}

/** Escapes in one form: what need not be escaped is not, and the rest is in capitals (RFC 3986, 6.2.2). */
const escapedOnce = (text: string): string =>
  text.replaceAll(/%[0-9a-f]{2}/gi, (escaped) => {
    const sign = String.fromCharCode(Number.parseInt(escaped.slice(1), 16))
    return /[\w.~-]/.test(sign) ? sign : escaped.toUpperCase()
  })
