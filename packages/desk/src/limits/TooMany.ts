/**
 * The answer to whoever asks too much: when to ask again, as a problem for programs and in words for people.
 *
 * @module
 */
import { type HttpServerRequest, HttpServerResponse } from "effect/http"
import { tooMany } from "../api/Problems.ts"
import type { House } from "../house/House.ts"

/** Ask again after so many seconds. */
export const answer = (
  { base }: House,
  { url }: HttpServerRequest.HttpServerRequest,
  seconds: number
): HttpServerResponse.HttpServerResponse => {
  const headers = { "retry-after": String(seconds), "cache-control": "no-store", "x-content-type-options": "nosniff" }
  const isProgram = url.startsWith(`${base}/api/`) || url.startsWith(`${base}/mcp`)
  return isProgram
    ? HttpServerResponse.jsonUnsafe(tooMany, { status: 429, headers, contentType: "application/problem+json" })
    : HttpServerResponse.text(`${tooMany.said.zh}\n${tooMany.said.en}\n`, {
        status: 429,
        headers: { ...headers, "content-security-policy": "default-src 'none'" }
      })
}
