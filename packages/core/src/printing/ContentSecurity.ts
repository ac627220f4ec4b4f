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
}

/** The Content-Security-Policy of a page, for its `meta` element: no request leaves it, no form is sent, no base is set. */
export const policy = ({ scripts, styles }: Own): string =>
  [
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "img-src data:",
    `script-src ${sources(scripts)}`,
    `style-src ${sources(styles)}`
  ].join("; ")

const sources = (texts: ReadonlyArray<string>): string =>
  texts.length === 0 ? "'none'" : texts.map((text) => `'sha256-${hash(text)}'`).join(" ")

/** Browsers read every end of a line as one line feed before they hash. */
const hash = (text: string): string => Base64.encode(sha256(new TextEncoder().encode(text.replace(/\r\n?/g, "\n"))))
