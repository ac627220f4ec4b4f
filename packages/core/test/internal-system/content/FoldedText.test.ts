import { FoldedText } from "@dualops/core/content"
import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"

import { squeeze } from "../../../src/internal-system/content/Separators.ts"

const { fold, rangeOf } = FoldedText
const folded = (text: string) => fold(text).text
const squeezed = (text: string) => squeeze(fold(text)).text.text

/** Anything that can be in a JavaScript string, lone surrogates included. */
const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units))
)

describe("a reader sees no difference between", () => {
  it.each([
    ["full and half width", "ＷｅｉＸｉｎ１２３", "weixin123"],
    ["upper and lower case", "STRASSE", "straße"],
    ["traditional and simplified characters", "國家級機密", "国家级机密"],
    ["a text and the same with zero-width characters", "加\u200B微\u2060信\uFEFF", "加微信"],
    ["a text and the same with combining marks", "加\u0336微\u0338信\u20DD", "加微信"],
    ["a text and the same with variation selectors", "加\uFE0F微\u{E0100}信", "加微信"],
    ["a letter and the same with an accent", "wéixìn", "weixin"],
    ["an accent in one and in two code points", "\u00E9", "e\u0301"],
    ["a ligature and its letters", "ﬁ㎏", "fikg"]
  ])("%s", (_, one, other) => assert.strictEqual(folded(one), folded(other)))

  it.each([
    ["a blank and no blank between Chinese characters", "加 微　信", "加微信"],
    ["a symbol and none", "加*微-信", "加微信"],
    ["an emoji and none, once the text is squeezed", "加❤️微😀信", "加微信"]
  ])("%s", (_, one, other) => assert.strictEqual(squeezed(one), squeezed(other)))
})

describe("a reader sees the difference between", () => {
  it("words of Latin letters with a blank and without", () => assert.strictEqual(squeezed("new  york"), "new  york"))
  it("two sentences and one", () => assert.strictEqual(squeezed("你加。微信"), "你加。微信"))
  it("two lines and one", () => assert.strictEqual(squeezed("你加\r\n微信"), "你加\n\n微信"))
})

describe("folding", () => {
  it("never throws and never loses the place, lone surrogates included", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { units, start, end } = fold(text)
        for (let at = 0; at < units.length; at++) {
          assert.isTrue(0 <= Number(start[at]) && Number(start[at]) < Number(end[at]) && Number(end[at]) <= text.length)
          if (at > 0)
            assert.isTrue(Number(start[at - 1]) <= Number(start[at]) && Number(end[at - 1]) <= Number(end[at]))
        }
      })
    )
  })

  it("folds what a range covers to what the range was of", () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
        const whole = fold(text)
        fc.pre(whole.units.length > 0)
        const [from, to] = [a % whole.units.length, b % whole.units.length].sort((x, y) => x - y) as [number, number]
        const { start, end } = rangeOf(whole, from, to + 1)
        assert.include(folded(text.slice(start, end)), whole.text.slice(from, to + 1))
      })
    )
  })

  it("changes nothing the second time, for every character that has been assigned", () => {
    for (let first = 0; first <= 0x10ffff; first += 0x400) {
      const line = Array.from({ length: 0x400 }, (_, offset) => String.fromCodePoint(first + offset))
        .filter((character) => !/[\p{Cn}\p{Co}]/u.test(character))
        .join("\n")
      const once = folded(line)
      if (folded(once) !== once) assert.fail(`after U+${first.toString(16)}`)
    }
  })
})

describe("squeezing", () => {
  it("keeps the order and the places of what it keeps", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { text: kept, joints } = squeeze(fold(text))
        for (let at = 1; at < kept.units.length; at++)
          assert.isTrue(Number(kept.start[at - 1]) <= Number(kept.start[at]))
        for (const joint of joints) assert.isTrue(joint > 0 && joint < kept.units.length)
      })
    )
  })
})
