import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"
import * as WordStarts from "../../../src/internal-system/content/WordStarts.ts"

const unitsOf = (text: string) => Uint16Array.from(text, (character) => character.charCodeAt(0))
const stretches = (words: ReadonlyArray<string>, text: string, joints?: ReadonlyArray<number>) =>
  WordStarts.stretches(WordStarts.of(words), unitsOf(text), joints)

describe("A text is searched", () => {
  it.each([
    { where: "where a word may begin, as far as it may reach", words: ["甲乙丙"], text: "子甲乙子丑", found: [1, 4] },
    {
      where: "as far as the longest of the words that begin so",
      words: ["甲乙", "甲乙丙丁"],
      text: "甲乙子丑寅",
      found: [0, 4]
    },
    { where: "nowhere, where none begins", words: ["甲乙"], text: "子丑寅卯", found: [] },
    { where: "nowhere, where a word is only begun", words: ["甲乙"], text: "甲子乙", found: [] },
    { where: "nowhere, if there is nothing in it", words: ["甲"], text: "", found: [] },
    { where: "to its end and no farther", words: ["甲乙丙丁"], text: "子甲乙", found: [1, 3] },
    { where: "for a word of one character, whatever follows", words: ["甲"], text: "甲子甲", found: [0, 1, 2, 3] },
    { where: "for the longer one of two", words: ["甲", "甲乙丙"], text: "甲乙丙子甲子", found: [0, 3, 4, 5] },
    { where: "at its last character for one of that length", words: ["甲", "乙丙"], text: "子甲", found: [1, 2] },
    { where: "once, where stretches overlap", words: ["甲乙丙", "丙丁戊"], text: "甲乙丙丁戊子", found: [0, 5] },
    {
      where: "once, where one stretch lies in another",
      words: ["甲乙丙丁", "乙丙"],
      text: "甲乙丙丁子",
      found: [0, 4]
    },
    { where: "once, where stretches meet", words: ["甲乙", "丙丁"], text: "甲乙丙丁", found: [0, 4] }
  ])("$where", ({ found, text, words }) => assert.deepStrictEqual(stretches(words, text), found))

  it("to its end for a word of 255 characters or more, and not for one of 254", () => {
    const text = `${"甲".repeat(2)}${"子".repeat(400)}`
    assert.deepStrictEqual(stretches(["甲".repeat(254)], text), [0, 254])
    assert.deepStrictEqual(stretches(["甲".repeat(255)], text), [0, 402])
    assert.deepStrictEqual(stretches(["甲".repeat(1000)], text), [0, 402])
  })

  it("for a list of 100,000 words in less than a tenth of another text", () => {
    const word = (number: number) =>
      String.fromCharCode(0x4e00 + (number % 5000), 0x6000 + Math.floor(number / 5000), 0x7000)
    const words = Array.from({ length: 100_000 }, (_, number) => word(number))
    const text = Array.from({ length: 2000 }, (_, at) => String.fromCharCode(0x8000 + ((at * 7919) % 3001))).join("")
    const found = stretches(words, text)
    const searched = found.reduce((sum, at, index) => (index % 2 === 0 ? sum - at : sum + at), 0)
    assert.isBelow(searched, text.length / 10)
  })
})

describe("Given joints, a text is searched", () => {
  const words = ["甲乙丙"]
  const text = "甲乙丙子甲乙丙"
  it.each([
    { where: "where one of them lies inside", joints: [2], found: [0, 3] },
    { where: "where one of them is the second character", joints: [5], found: [4, 7] },
    { where: "not where it is the first", joints: [0, 4], found: [] },
    { where: "not where it is just behind", joints: [3], found: [] },
    { where: "nowhere, if there are none", joints: [], found: [] },
    { where: "at each one that has one inside", joints: [0, 1, 3, 4, 6], found: [0, 3, 4, 7] }
  ])("$where", ({ found, joints }) => assert.deepStrictEqual(stretches(words, text, joints), found))
})

describe("No word is passed over", () => {
  const letter = fc.constantFrom("甲", "乙", "丙", "丁")
  const word = fc.array(letter, { minLength: 1, maxLength: 5 }).map((letters) => letters.join(""))
  const text = fc.array(letter, { maxLength: 40 }).map((letters) => letters.join(""))

  it("wherever it stands, it lies in one stretch, and the stretches ascend and do not overlap", () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), text, (words, text) => {
        const found = stretches(words, text)
        for (let i = 1; i < found.length; i++) assert.isAbove(found[i] as number, found[i - 1] as number)
        for (const word of words) {
          for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            const inside = found.some(
              (start, i) => i % 2 === 0 && start <= at && at + word.length <= (found[i + 1] as number)
            )
            assert.isTrue(inside, `${word} at ${at}`)
          }
        }
      })
    )
  })
})
