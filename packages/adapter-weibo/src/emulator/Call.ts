/**
 * A call as it came in: its path, its parameters from query and form, its picture, its token.
 *
 * @module
 */
import type { IncomingMessage } from "node:http"
import { type Answer, refuse } from "./Refusal.ts"

/** A call as it came in. */
export interface Call {
  readonly method: string
  readonly path: string
  /** The parameters by name; of one that came more than once, the last. */
  readonly params: ReadonlyMap<string, string>
  /** Every value of a parameter, in the order in which they came. */
  readonly all: (name: string) => ReadonlyArray<string>
  /** The bytes of the first file of the form, whatever its part calls itself. */
  readonly picture?: Uint8Array
  readonly token: string | undefined
  readonly address: string
  /** The body as text, for those who read it themselves. */
  readonly body: string
  /** What the body says it is, as it came; empty without one. */
  readonly type: string
  /** Whether the body is a form that nobody can read: nothing of it is among the parameters. */
  readonly isBroken: boolean
}

const largest = 16 * 1024 * 1024

/** Reads a request to its end; what is no call at all is refused at once. */
export const read = async (request: IncomingMessage): Promise<Call | Answer> => {
  const target = request.url ?? "/"
  const base = "http://localhost"
  const body = await collect(request)
  if (!URL.canParse(target, base)) return refuse(10012, target)
  const { pathname: path, searchParams } = new URL(target, base)
  if (body === undefined) return refuse(10018, path)
  const { "content-type": type = "", "content-encoding": packing = "identity" } = request.headers
  if (packing !== "identity") return refuse(10007, path, `unsupport mediatype (${type}; packed with ${packing})`)
  const form = await formOf(body, type)
  const texts = [...(form ?? [])].filter((pair): pair is [string, string] => typeof pair[1] === "string")
  const pairs = [...searchParams, ...texts]
  const file = [...(form ?? [])].find((pair): pair is [string, File] => typeof pair[1] !== "string")
  const params = new Map(pairs)
  const header = /^OAuth2 +(.+)$/i.exec(request.headers.authorization ?? "")
  return {
    method: request.method ?? "GET",
    path,
    params,
    all: (name) => pairs.flatMap(([one, value]) => (one === name ? [value] : [])),
    ...(file !== undefined && { picture: new Uint8Array(await file[1].arrayBuffer()) }),
    token: header?.[1] ?? params.get("access_token"),
    address: request.socket.remoteAddress ?? "unknown",
    body: body.toString("utf8"),
    type: body.length === 0 ? "" : type,
    isBroken: form === undefined
  }
}

/** The bytes of a body, or nothing if they are too many: those are let pass, so that whoever sends them gets to the answer. */
const collect = async (request: IncomingMessage): Promise<Buffer | undefined> => {
  const chunks: Array<Buffer> = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size <= largest) chunks.push(chunk)
    else chunks.length = 0
  }
  return size <= largest ? Buffer.concat(chunks) : undefined
}

/** What is sent percent-encoded is UTF-8, and what is not becomes U+FFFD, as it does at Weibo. Source: justan/twei#7. */
const formOf = async (body: Buffer, type: string): Promise<Iterable<[string, string | File]> | undefined> => {
  const kind = type.trim().toLowerCase()
  if (kind.startsWith("application/x-www-form-urlencoded")) return new URLSearchParams(body.toString("utf8"))
  if (!kind.startsWith("multipart/form-data")) return []
  try {
    // Node's Response reads multipart forms; nothing is sent anywhere.
    return await new Response(Uint8Array.from(body), { headers: { "content-type": type } }).formData()
  } catch {
    return undefined
  }
}
