/**
 * What a printed page may do, said to the browser by the page itself: run its own script, wear its own style sheet, show pictures that it
 * carries, and nothing else. Script and style are named by their hashes, so that whatever a text smuggles in is neither run nor worn.
 *
 * @module
 */
import { sha256 } from "@noble/hashes/sha2.js"
import { Base64 } from "effect/encoding"

/** What stands in the page's `script` and `style` elements, as it is written there. */
export interface Own {
  readonly scripts: ReadonlyArray<string>
  readonly styles: ReadonlyArray<string>
  /** The page is served, and sends its forms to where it came from; a printed one sends none, and asks nobody. */
  readonly isServed?: boolean
}

/**
 * The Content-Security-Policy of a page, for its `meta` element or for a header: no request leaves the house, no form is sent elsewhere, no
 * base is set, and nobody shows a served page in a frame. A served page shows pictures of the same house.
 */
export const policy = ({ isServed = false, scripts, styles }: Own): string =>
  [
    "default-src 'none'",
    "base-uri 'none'",
    `form-action ${isServed ? "'self'" : "'none'"}`,
    ...(isServed ? ["connect-src 'self'", "frame-ancestors 'none'"] : []),
    `img-src ${isServed ? "'self' " : ""}data:`,
    `script-src ${sources(scripts)}`,
    `style-src ${sources(styles)}`
  ].join("; ")

const sources = (texts: ReadonlyArray<string>): string =>
  texts.length === 0 ? "'none'" : texts.map((text) => `'sha256-${hash(text)}'`).join(" ")

/** Browsers read every end of a line as one line feed before they hash. */
const hash = (text: string): string => Base64.encode(sha256(new TextEncoder().encode(text.replace(/\r\n?/g, "\n"))))
