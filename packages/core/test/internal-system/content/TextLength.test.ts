import { existsSync, readFileSync } from "node:fs"
import { TextLength } from "@dualops/core/content"
import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"

/** Lengths which Weibo gave for real posts; not part of the project, so they may be absent. */
const file = [process.env.DUALOPS_SHARED, "../shared", "../../shared"]
  .flatMap((folder) => (folder === undefined ? [] : [`${folder}/weibo/derived/textLength-vectors.json`]))
  .find((path) => existsSync(path))

describe("Weibo's length", () => {
  it("counts a Chinese character 2 and an ASCII letter 1", () => assert.strictEqual(TextLength.units("微博ab"), 6))
  it("counts a Latin letter with an accent 1, and an emoji 4", () => assert.strictEqual(TextLength.units("é😀"), 5))
  it("counts ÿ, the last letter of Latin-1, 1, and Ā, the next, 2", () => {
    assert.deepStrictEqual([..."ÿĀ"].map(TextLength.units), [1, 2])
  })

  it.skipIf(file === undefined)(
    `is Weibo's own for 256 of 259 real posts${file === undefined ? " (skipped: no data)" : ""}`,
    () => {
      interface Vector {
        readonly skeleton: string
        readonly textLength: number
      }
      const { vectors } = JSON.parse(readFileSync(file as string, "utf8")) as {
        readonly vectors: ReadonlyArray<Vector>
      }
      const equal = vectors.filter(({ skeleton, textLength }) => TextLength.units(skeleton) === textLength)
      assert.strictEqual(vectors.length, 259)
      assert.strictEqual(equal.length, 256)
    }
  )

  it("is never exceeded by what fits, and one character more exceeds it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.nat(40), (text, most) => {
        const at = TextLength.fitting(text, most)
        assert.isAtMost(TextLength.units(text.slice(0, at)), most)
        const next = String.fromCodePoint(text.codePointAt(at) ?? 0)
        if (at < text.length) assert.isAbove(TextLength.units(text.slice(0, at) + next), most)
      })
    )
  })
})
