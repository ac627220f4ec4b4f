import { FoldedText } from "@dualops/core/content"
import { assert, describe, it } from "@effect/vitest"

import { squeeze } from "../../../src/internal-system/content/Separators.ts"

const { fold, isLatin, rangeOf } = FoldedText

/** The folded text, unit by unit, with the places in the original. */
const told = ({ end, start, text }: FoldedText.FoldedText) =>
  text.split("").map((unit, at) => `${unit} ${start[at]}-${end[at]}`)
const squeezed = (original: string) => {
  const { joints, text } = squeeze(fold(original))
  return { told: told(text), joints }
}

describe("A folded unit knows its place", () => {
  it.each([
    { of: "a plain text", original: "加v", folded: ["加 0-1", "v 1-2"] },
    { of: "what becomes several, each of which stands for it", original: "㎏微", folded: ["k 0-1", "g 0-1", "微 1-2"] },
    { of: "a character of two units", original: "加𠮷微", folded: ["加 0-1", "\ud842 1-3", "\udfb7 1-3", "微 3-4"] },
    {
      of: "what is not seen, with the character before it",
      original: "加\u200B\u200B微",
      folded: ["加 0-3", "微 3-4"]
    },
    { of: "what is not seen and has two units", original: "加\u{E0100}微", folded: ["加 0-3", "微 3-4"] },
    { of: "what is not seen, with the last of several", original: "㎏\u200B", folded: ["k 0-1", "g 0-2"] },
    { of: "what is not seen at the beginning, with nothing", original: "\u200B加", folded: ["加 1-2"] },
    { of: "half a character", original: "加\ud842", folded: ["加 0-1", "\ufffd 1-2"] },
    { of: "two halves in the wrong order", original: "\udfb7\ud842", folded: ["\ufffd 0-1", "\ufffd 1-2"] },
    { of: "nothing", original: "", folded: [] }
  ])("$of", ({ folded, original }) => {
    // The second time, characters are known that were not the first time.
    assert.deepStrictEqual(told(fold(original)), folded)
    assert.deepStrictEqual(told(fold(original)), folded)
  })

  it("also of a half that was seen alone before it was seen as a half", () => {
    assert.strictEqual(fold("\ud83c").text, "\ufffd")
    assert.strictEqual(fold("\ud83c\udf75").text, "\ud83c\udf75")
    assert.strictEqual(fold("\ud7ff\ue000").text.length, 2)
  })

  it("in a text that grows by folding far beyond its length", () => {
    // U+FDFA becomes eighteen letters and blanks.
    const { end, start, text, units } = fold("ﷺ".repeat(40))
    assert.strictEqual(text, fold("ﷺ").text.repeat(40))
    assert.strictEqual(units.length, text.length)
    assert.deepStrictEqual([start[text.length - 1], end[text.length - 1]], [39, 40])
    assert.deepStrictEqual([start[0], end[0]], [0, 1])
  })

  it.each([4095, 4096, 4097, 9000])("in a text of %d characters", (length) => {
    const long = Array.from({ length }, (_, at) => String.fromCharCode(0x4e00 + (at % 26))).join("")
    assert.strictEqual(fold(long).text, fold(long.slice(0, 4000)).text + fold(long.slice(4000)).text)
    assert.strictEqual(fold(long).text.length, length)
  })

  it("so that a range is what was written", () => {
    const original = "请加\u0336微\u200B信。"
    const { end, start } = rangeOf(fold(original), 1, 4)
    assert.strictEqual(original.slice(start, end), "加\u0336微\u200B信")
  })
})

describe("A reader takes", () => {
  it.each(["\n", "\v", "\f", "\r", "\u0085", "\u2028", "\u2029"])("every kind of new line for one: %j", (line) => {
    assert.strictEqual(fold(`加${line}微`).text, "加\n微")
  })

  it("a tab for a blank, and other controls for nothing", () => {
    assert.strictEqual(fold("加\t微").text, "加\t微")
    assert.strictEqual(fold("加\u0000\u0007\u001b微").text, "加微")
  })

  it("the second step of simplifying as well", () => assert.strictEqual(fold("薴").text, "苎"))

  it("a face of any colour for the same", () => assert.strictEqual(fold("👍🏽").text, "👍"))
})

describe("Squeezing", () => {
  it.each([
    {
      it: "moves what was kept apart together, and says where",
      from: "加 微",
      told: ["加 0-1", "微 2-3"],
      joints: [1]
    },
    { it: "takes several fillers for one gap", from: "加 *-微", told: ["加 0-1", "微 4-5"], joints: [1] },
    { it: "drops an emoji", from: "加😀微", told: ["加 0-1", "微 3-4"], joints: [1] },
    { it: "keeps a letter of two units", from: "𠮷𠮷", told: told(fold("𠮷𠮷")), joints: [] },
    { it: "drops what fills the beginning, which joins nothing", from: " 加", told: ["加 1-2"], joints: [] },
    { it: "drops what fills the end", from: "加 ", told: ["加 0-1"], joints: [] },
    { it: "joins Latin letters that are spelled out", from: "v x", told: ["v 0-1", "x 2-3"], joints: [1] },
    {
      it: "keeps a blank between Latin words",
      from: "vu x",
      told: ["v 0-1", "u 1-2", "  2-3", "x 3-4"],
      joints: []
    },
    { it: "keeps it between digits", from: "1 2", told: ["1 0-1", "  1-2", "2 2-3"], joints: [] },
    { it: "drops it between a Latin letter and a Chinese one", from: "v 信", told: ["v 0-1", "信 2-3"], joints: [1] },
    { it: "drops it between a Chinese letter and a Latin one", from: "加 v", told: ["加 0-1", "v 2-3"], joints: [1] },
    {
      it: "keeps new lines between words",
      from: "加加\n微微",
      told: ["加 0-1", "加 1-2", "\n 2-3", "微 3-4", "微 4-5"],
      joints: []
    },
    { it: "joins characters that have a line each", from: "加\n微", told: ["加 0-1", "微 2-3"], joints: [1] },
    {
      it: "counts joints in what is kept",
      from: "1 2 加 微",
      told: ["1 0-1", "  1-2", "2 2-3", "加 4-5", "微 6-7"],
      joints: [3, 4]
    }
  ])("$it", ({ from, joints, told }) => assert.deepStrictEqual(squeezed(from), { told, joints }))

  it.each([
    " ",
    "\t",
    "★",
    "丶",
    "(",
    "《",
    "“",
    "@",
    "#",
    "&",
    "。。",
    "´",
    "+",
    "-",
    "_",
    "*",
    "·",
    "•",
    "・",
    "‧",
    "∙",
    "…",
    ".",
    "/",
    "\\"
  ])("takes %j for a filler", (filler) => {
    assert.strictEqual(squeeze(fold(`加${filler}微`)).text.text, "加微")
  })

  it.each(["。", "，", "、", "！", "?", ":", "；", "！！"])("takes %j between words for a stop", (sign) => {
    assert.strictEqual(squeeze(fold(`加加${sign}微微`)).text.text, fold(`加加${sign}微微`).text)
  })
})

describe("A Latin letter", () => {
  it("is one from a to z, or a digit, and no neighbour of theirs", () => {
    const letters = ["a", "m", "z", "0", "5", "9"]
    const others = ["`", "{", "/", ":", "A", "中", " "]
    assert.isTrue(letters.every((letter) => isLatin(letter.charCodeAt(0))))
    assert.isFalse(others.some((other) => isLatin(other.charCodeAt(0))))
    assert.isFalse(isLatin(undefined))
  })
})
