/**
 * A call as it came in: its path, its parameters from query and form, its picture, its token.
 *
 * @module
 */
import type { IncomingMessage } from "node:http"

/** A call as it came in. */
export interface Call {
  readonly method: string
  readonly path: string
  readonly params: ReadonlyMap<string, string>
  readonly picture?: { readonly type: string; readonly bytes: number }
  readonly token: string | undefined
  readonly address: string
  /** The body as text, for those who read it themselves. */
  readonly body: string
}

const largest = 16 * 1024 * 1024

/** Reads a request to its end. */
export const read = async (request: IncomingMessage): Promise<Call> => {
  const url = new URL(request.url ?? "/", "http://localhost")
  const body = await collect(request)
  const form = await formOf(body, request.headers["content-type"] ?? "")
  const params = new Map(url.searchParams)
  let picture: Call["picture"]
  for (const [name, value] of form) {
    if (typeof value === "string") params.set(name, value)
    else picture = { type: value.type, bytes: value.size }
  }
  const header = /^OAuth2 (.+)$/i.exec(request.headers.authorization ?? "")
  return {
    method: request.method ?? "GET",
    path: url.pathname,
    params,
    ...(picture && { picture }),
    token: header?.[1] ?? params.get("access_token"),
    address: request.socket.remoteAddress ?? "unknown",
    body: body.toString("utf8")
  }
}

const collect = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Array<Buffer> = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > largest) throw new Error("the body is too large")
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const formOf = async (body: Buffer, type: string): Promise<Iterable<[string, string | File]>> => {
  if (type.startsWith("application/x-www-form-urlencoded")) return new URLSearchParams(body.toString("utf8"))
  if (!type.startsWith("multipart/form-data")) return []
  // Node's Response reads multipart forms; nothing is sent anywhere.
  return new Response(Uint8Array.from(body), { headers: { "content-type": type } }).formData()
}
