/**
 * The bytes of a picture for a page that shows it: those that were chosen and no others, as the picture that they are, which runs nothing.
 *
 * @module
 */
import { createHash } from "node:crypto"
import { Effect } from "effect"
import { HttpServerResponse } from "effect/http"
import type { House } from "../house/House.ts"
import * as Kind from "./Kind.ts"
import * as Sealed from "./Sealed.ts"

/** Below this the addresses of pictures begin. */
export const path = "/picture/"

/** The answer for the person; the same where there is no such picture and where it is none of theirs. */
export const answer = Effect.fnUntraced(function* (
  { pictures, secret }: Pick<House, "pictures" | "secret">,
  person: string,
  sealed: string
) {
  const picture = Sealed.open({ secret, person }, sealed)
  if (picture === undefined || pictures === undefined) return missing
  const bytes = yield* Effect.orElseSucceed(pictures.read(picture), () => undefined)
  if (bytes === undefined || digestOf(bytes) !== picture.sha256) return missing
  const kind = Kind.of(bytes)
  return kind === undefined
    ? missing
    : HttpServerResponse.uint8Array(bytes, { contentType: Kind.mime[kind], headers: { ...headers, ...kept } })
})

const digestOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex")

const headers = {
  "content-security-policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer"
}
/** Its address names its bytes, and the person: they never are others. */
const kept = { "cache-control": "private, max-age=3600, immutable" }
const missing = HttpServerResponse.text("404", { status: 404, headers: { ...headers, "cache-control": "no-store" } })
