import { Checks, CodeText } from "@dualops/core/codes"
import { assert, describe, it } from "@effect/vitest"
import { Result } from "effect"
import fc from "fast-check"

const digits = Checks.add([9, 8, 7, 16, 15, 4, 3, 2, 11, 0])
const printed = CodeText.write(digits)
const whyOf = (text: string, length = 12) => Result.getOrUndefined(Result.flip(CodeText.read(text, length)))

describe("A code that somebody types", () => {
  it("is printed in groups that come out even", () => {
    assert.match(printed, /^[1-9A-Z]{4}-[1-9A-Z]{4}-[1-9A-Z]{4}$/)
    const groups = (length: number) =>
      CodeText.write(Checks.add(new Array<number>(length - 2).fill(0)))
        .split("-")
        .map((group) => group.length)
    assert.deepEqual(groups(9), [3, 3, 3])
    assert.deepEqual(groups(10), [5, 5])
    assert.deepEqual(groups(16), [4, 4, 4, 4])
    assert.deepEqual(groups(13), [4, 4, 4, 1])
  })

  it("is read as it is printed, whatever its length", () => {
    const code = fc
      .array(fc.integer({ min: 0, max: 22 }), { minLength: 6, maxLength: 20 })
      .map((body) => Checks.add(body))
    fc.assert(
      fc.property(code, (written) => {
        assert.deepEqual(CodeText.read(CodeText.write(written), written.length), Result.succeed(written))
      })
    )
  })

  it("is read in any case and width, with any blanks, hyphens, marks and signs that nobody sees", () => {
    const bare = printed.replaceAll("-", "")
    for (const text of [
      bare.toLowerCase(),
      ` ${bare}\t\r\n`,
      bare.replaceAll(/./g, (one) => `${one}\u200b`),
      `\ufeff"${printed}"`,
      `'${bare}`,
      printed.replaceAll("-", "－"),
      printed.replaceAll("-", "·"),
      `【${printed}】。`,
      bare.replaceAll(/./g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)),
      bare.replaceAll(/./g, (one) => `${one}\u0301`)
    ]) {
      assert.deepEqual(CodeText.read(text, 12), Result.succeed(digits), text)
    }
  })

  it("is refused with what is wrong: a stranger, too short, too long, mistyped, swapped", () => {
    assert.deepEqual(whyOf("12A5"), { _tag: "Stranger", character: "A" })
    assert.deepEqual(whyOf("🎁"), { _tag: "Stranger", character: "🎁" })
    assert.deepEqual(whyOf("1235"), { _tag: "TooShort", characters: 4, of: 12 })
    assert.deepEqual(whyOf(`${printed}1`), { _tag: "TooLong", of: 12 })
    assert.deepEqual(whyOf("1".repeat(100_000)), { _tag: "TooLong", of: 12 })
    const first = printed[0] === "C" ? "D" : "C"
    assert.deepEqual(whyOf(first + printed.slice(1)), { _tag: "Mistyped", place: 1, swapped: false })
    const [one = "", two = "", ...rest] = printed
    assert.deepEqual(whyOf([two, one, ...rest].join("")), { _tag: "Mistyped", swapped: true })
  })

  it("is never read as another one that nobody meant, whatever it is: hostile texts are refused, and quickly", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const read = CodeText.read(text, 12)
        if (Result.isSuccess(read)) assert.isUndefined(Checks.wrongIn(read.success))
        else assert.isNotEmpty(CodeText.said(read.failure).zh)
      })
    )
  })
})
