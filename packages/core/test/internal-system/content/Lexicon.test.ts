import { FoldedText } from "@dualops/core/content"
import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"
import AhoCorasick from "modern-ahocorasick"
import * as Lexicon from "../../../src/internal-system/content/Lexicon.ts"

/** Few characters, so that words overlap, nest and repeat. */
const letter = fc.constantFrom("中", "国", "人", "a", "b", "😀", "𠮷", "。")
const word = fc.array(letter, { minLength: 1, maxLength: 4 }).map((letters) => letters.join(""))
const text = fc.array(letter, { maxLength: 40 }).map((letters) => letters.join(""))

const found = (words: ReadonlyArray<string>, text: string) =>
  Lexicon.search(Lexicon.compile([...new Set(words)]), FoldedText.fold(text))
    .map(({ end, start }) => `${start}-${end}`)
    .sort()

/** Every place at which one of the words begins, looked for one by one. */
const oneByOne = (words: ReadonlyArray<string>, text: string) =>
  [...new Set(words)]
    .flatMap((word) =>
      text.split("").flatMap((_, at) => (text.startsWith(word, at) ? [`${at}-${at + word.length}`] : []))
    )
    .sort()

describe("a list of words", () => {
  it("finds 国人 inside 中国人", () => assert.deepStrictEqual(found(["中国人", "国人"], "中国人"), ["0-3", "1-3"]))

  it("finds every word wherever it is, as looking for them one by one does", () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), text, (words, text) => {
        assert.deepStrictEqual(found(words, text), oneByOne(words, text))
      }),
      { numRuns: 500 }
    )
  })

  it("finds exactly what the plain matcher finds in the folded text", () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), text, (words, text) => {
        const list = [...new Set(words)]
        const plain = new AhoCorasick(list).search(FoldedText.fold(text).text)
        assert.deepStrictEqual(found(list, text), plain.map(({ start, end }) => `${start}-${end}`).sort())
      })
    )
  })

  it("finds a word of a thousand characters", () => {
    const long = "长".repeat(1000)
    assert.deepStrictEqual(found([long], `很${long}`), ["1-1001"])
  })

  it("finds a word at either end of the text", () => assert.deepStrictEqual(found(["中"], "中国中"), ["0-1", "2-3"]))
  it("is never empty-handed for an empty list", () => assert.deepStrictEqual(found([], "中国"), []))
})

describe("a list of words, looked for across joints", () => {
  const joints = fc.uniqueArray(fc.nat({ max: 40 })).map((joints) => joints.sort((one, other) => one - other))
  const places = (hits: ReadonlyArray<Lexicon.Hit>) => hits.map(({ end, start, word }) => `${word}: ${start}-${end}`)

  it("is found where a joint lies after a word's first unit and before its end, and nowhere else", () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), text, joints, (words, text, joints) => {
        const lexicon = Lexicon.compile([...new Set(words)])
        const folded = FoldedText.fold(text)
        const across = Lexicon.search(lexicon, folded).filter(({ end, start }) =>
          joints.some((joint) => start < joint && joint < end)
        )
        assert.deepStrictEqual(places(Lexicon.search(lexicon, folded, joints)), places(across))
      }),
      { numRuns: 500 }
    )
  })

  it.each([
    { joints: [1], found: ["0: 0-3"] },
    { joints: [2], found: ["0: 0-3", "1: 1-3"] },
    { joints: [0, 3, 4], found: [] },
    { joints: [], found: [] }
  ])("given joints at $joints, $found.length words are found", ({ found, joints }) => {
    const lexicon = Lexicon.compile(["中国人", "国人"])
    assert.deepStrictEqual(places(Lexicon.search(lexicon, FoldedText.fold("中国人"), joints)), found)
  })
})
