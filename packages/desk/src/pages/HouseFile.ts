/**
 * A file of a page of the house, for whoever sees the page: to be kept, and never shown or run by a browser as if it were one of the desk.
 *
 * @module
 */
import type { StoreUnavailable } from "@dualops/core/operations"
import { Effect } from "effect"
import { HttpServerResponse } from "effect/http"
import type * as Address from "./Address.ts"
import type { Visit } from "./Visit.ts"

/** The file as an answer; nothing for what there is not and for what the person may not see. */
export const answer = Effect.fnUntraced(function* (
  visit: Visit,
  { account, file, name }: Extract<Address.Place, { readonly at: "file" }>
): Effect.fn.Return<HttpServerResponse.HttpServerResponse | undefined, StoreUnavailable> {
  const page = visit.pages.find((one) => one.account === account && one.name === name)
  const { address, at, person } = visit
  const found = yield* page?.file?.(file, { at, person, asked: new Map(), language: address.language }) ??
    Effect.undefined
  if (found === undefined) return undefined
  const { content, mediaType, name: called } = found
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content
  return HttpServerResponse.uint8Array(bytes, {
    contentType: mediaType,
    headers: { ...headers, "content-disposition": disposition(called) }
  })
})

/** Nothing in it runs, whoever opens it; it is kept by nobody on the way. */
const headers = {
  "content-security-policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin"
}

/** A file to be kept, under a name in plain letters and one as people write it (RFC 6266, RFC 8187): neither leads into a folder or ends the header. */
const disposition = (name: string): string => {
  const shown = name
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\\/:*?"<>|]+/gu, "-")
    .replace(/^\.+/, "")
    .slice(-longest)
    .toWellFormed()
  const plain = shown.replace(/[^\w.-]+/g, "-").replace(/^[-.]+/, "")
  const encoded = encodeURIComponent(shown).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}

/** File systems take names of 255 bytes, three for a Chinese character. */
const longest = 80
