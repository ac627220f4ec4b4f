/**
 * Reads a page of the web that nobody has to trust: so many redirects, so many bytes, so much time, and no address that is not public.
 *
 * @module
 */
import { type IncomingMessage, request as overHttp } from "node:http"
import { request as overHttps } from "node:https"
import { createBrotliDecompress, createInflate, createUnzip } from "node:zlib"
import { type Duration, Effect, Schema } from "effect"
import * as PublicAddress from "./PublicAddress.ts"

/** How much of the web is borne with. */
export interface Bounds {
  /** Bytes of the largest page that is read whole; 2 MB unless it is said. */
  readonly largest?: number
  /** How long a page may take, redirects and all; 15 seconds unless it is said. */
  readonly within?: Duration.Input
  /** Hosts of the company's own network that may be looked at all the same, each with its port as an address has it. */
  readonly inside?: ReadonlyArray<string>
}

/** A page. */
export interface Page {
  /** Where it is, after redirects. */
  readonly address: string
  readonly html: string
  /** Whether all of it was read. */
  readonly isWhole: boolean
}

/** Whoever has the page says that there is none. */
export class Gone extends Schema.TaggedError<Gone>()("PageReading.Gone", { status: Schema.Int }) {
  override get message() {
    return `the page is not there: HTTP ${this.status}`
  }
}

/** Nobody knows what stands on the page. */
export class Unreadable extends Schema.TaggedError<Unreadable>()("PageReading.Unreadable", { why: Schema.String }) {
  override get message() {
    return this.why
  }
}

/** Redirects that are followed, and the longest address that one may lead to: every link of the page is read beside it. */
const furthest = 5
const longestAddress = 2_048

/** The page at an address. */
export const read = (address: string, bounds: Bounds = {}): Effect.Effect<Page, Gone | Unreadable> =>
  Effect.tryPromise({
    try: (signal) => follow(address, bounds, signal),
    catch: (error) => (error instanceof Gone || error instanceof Unreadable ? error : broken(error))
  }).pipe(
    Effect.timeoutOrElse({
      duration: bounds.within ?? "15 seconds",
      orElse: () => Effect.fail(new Unreadable({ why: "no answer in time" }))
    })
  )

const broken = (error: unknown) =>
  new Unreadable({ why: error instanceof Error && error.message !== "" ? error.message : "the connection broke" })

const follow = async (from: string, bounds: Bounds, signal: AbortSignal): Promise<Page> => {
  let address = from
  for (let hop = 0; hop <= furthest; hop++) {
    const url = URL.parse(address)
    if (url === null || !/^https?:$/.test(url.protocol))
      throw new Unreadable({ why: `${address} is no address of the web` })
    const answer = await ask(url, bounds, signal)
    const { statusCode: status = 0, headers } = answer
    if (status === 200) return await pageOf(address, answer, bounds.largest ?? 2_000_000)
    answer.destroy()
    if (status === 404 || status === 410) throw new Gone({ status })
    if (status < 300 || status > 399 || headers.location === undefined) throw new Unreadable({ why: `HTTP ${status}` })
    address = URL.parse(headers.location, address)?.href ?? headers.location
    if (address.length > longestAddress)
      throw new Unreadable({ why: "the page has moved to an address that is too long" })
  }
  throw new Unreadable({ why: `more than ${furthest} redirects` })
}

const ask = (url: URL, { inside = [] }: Bounds, signal: AbortSignal): Promise<IncomingMessage> => {
  const isInside = inside.includes(url.host)
  const literal = PublicAddress.literalOf(url)
  if (!isInside && literal !== undefined && !PublicAddress.isPublic(literal))
    throw new Unreadable({ why: `${url.host} is no public address` })
  return new Promise((resolve, reject) => {
    const request = url.protocol === "https:" ? overHttps : overHttp
    const headers = {
      accept: "text/html, application/xhtml+xml",
      "accept-encoding": "gzip, deflate, br",
      "user-agent": "dualops"
    }
    const lookup = isInside ? {} : { lookup: PublicAddress.lookupPublic }
    request(url, { headers, signal, agent: false, ...lookup }, resolve)
      .on("error", reject)
      .end()
  })
}

const pageOf = async (address: string, answer: IncomingMessage, largest: number): Promise<Page> => {
  const type = answer.headers["content-type"] ?? "text/html"
  if (!/^(?:text\/html|application\/xhtml\+xml)\b/i.test(type.trim())) {
    answer.destroy()
    throw new Unreadable({ why: `the page is ${type.slice(0, 100)} and no HTML` })
  }
  const pieces: Array<Uint8Array> = []
  let size = 0
  try {
    for await (const piece of unpacked(answer)) {
      pieces.push(piece)
      size += piece.length
      if (size > largest) break
    }
  } finally {
    // Leaving the loop ends what unpacks, and not what it is fed by.
    answer.destroy()
  }
  const bytes = Buffer.concat(pieces).subarray(0, largest)
  return { address, html: decoded(bytes, type), isWhole: size <= largest }
}

/** What was packed is unpacked as it comes, and no further than it is read. */
const unpacked = (answer: IncomingMessage): AsyncIterable<Uint8Array> => {
  const how = answer.headers["content-encoding"]?.trim().toLowerCase() ?? "identity"
  const unpack = { gzip: createUnzip, "x-gzip": createUnzip, deflate: createInflate, br: createBrotliDecompress }[how]
  if (unpack === undefined) return answer
  const stream = unpack()
  answer.on("error", (error) => stream.destroy(error))
  return answer.pipe(stream)
}

/** Many pages in China are in GBK, and say so in the header or at their beginning. */
const decoded = (bytes: Uint8Array, type: string): string => {
  const beginning = Buffer.from(bytes.subarray(0, 1_024)).toString("latin1")
  const [, label = "utf-8"] =
    /charset\s*=\s*["']?\s*([\w-]+)/i.exec(type) ?? /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(beginning) ?? []
  try {
    return new TextDecoder(label).decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes)
  }
}
