/** Pictures by their bytes, as the package `image-size` judges them too. */

import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"
import { imageSize } from "image-size"
import { isPicture } from "../../src/emulator/Picture.ts"

const hex = (digits: string) => Uint8Array.from(Buffer.from(digits.replaceAll(" ", ""), "hex"))

/** The smallest of each kind, with its size, as the standards have them. */
const pictures = {
  png: hex("89504e470d0a1a0a 0000000d49484452 00000001 00000001 08060000001f15c489"),
  gif: hex("474946383961 0100 0100 80 00 00"),
  jpg: hex("ffd8 ffe0 0010 4a464946 00 0101 00 0001 0001 0000 ffc0 0011 08 0001 0001 03 012200 021101 031101 ffd9")
}
const others = {
  webp: hex("52494646 1a000000 57454250 5650384c 0d000000 2f000000 1007 1011 1188 8808 0800"),
  bmp: hex("424d 3a000000 00000000 36000000 28000000 01000000 01000000 0100 1800 00000000 04000000"),
  svg: Uint8Array.from(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'))
}

const judged = (bytes: Uint8Array): string | undefined => {
  try {
    return imageSize(bytes).type
  } catch {
    return undefined
  }
}

describe("A picture", () => {
  it.each(Object.entries(pictures))("is taken as %s by its bytes", (type, bytes) => {
    assert.strictEqual(judged(bytes), type)
    assert.isTrue(isPicture(bytes))
  })

  it.each(Object.entries(others))("of another kind is not taken: %s", (type, bytes) => {
    assert.strictEqual(judged(bytes), type)
    assert.isFalse(isPicture(bytes))
  })

  it("is not taken where the judge sees another kind, with any of its bytes changed", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(pictures), ...Object.values(others)),
        fc.nat(80),
        fc.integer({ min: 0, max: 255 }),
        (bytes, at, byte) => {
          const changed = Uint8Array.from(bytes)
          if (at < changed.length) changed[at] = byte
          // The judge may also see nothing, where a byte after the beginning is wrong.
          if (isPicture(changed)) assert.oneOf(judged(changed), [...Object.keys(pictures), undefined])
        }
      ),
      { numRuns: 5_000 }
    )
  })
})
