/**
 * Of which kind a file is, by its bytes: nobody believes its name, or what whoever sent it says that it is.
 *
 * @module
 */
import type { Picture } from "@dualops/core/pictures"
import { imageSize } from "image-size"

/** The kind of picture that the bytes are; nothing where they are none that is taken, or one that no screen could hold. */
export const of = (bytes: Uint8Array): Picture.Format | undefined => {
  const found = kinds.find(([, starts]) => starts.some((start) => start.every((byte, at) => bytes[at] === byte)))
  if (found === undefined) return undefined
  try {
    const { height, width } = imageSize(bytes)
    return width > 0 && height > 0 && width * height <= mostPixels ? found[0] : undefined
  } catch {
    // The bytes begin like a picture, and are none.
    return undefined
  }
}

/** A picture of more has to be unpacked by every browser that shows it. */
const mostPixels = 100_000_000

const text = (letters: string) => Array.from(letters, (letter) => letter.charCodeAt(0))
const kinds: ReadonlyArray<readonly [Picture.Format, ReadonlyArray<ReadonlyArray<number>>]> = [
  ["jpeg", [[0xff, 0xd8, 0xff]]],
  ["png", [[0x89, ...text("PNG\r\n\x1a\n")]]],
  ["gif", [text("GIF87a"), text("GIF89a")]]
]

/** What browsers call each kind. */
export const mime: Readonly<Record<Picture.Format, string>> = { jpeg: "image/jpeg", png: "image/png", gif: "image/gif" }
