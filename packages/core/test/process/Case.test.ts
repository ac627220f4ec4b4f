import { Case } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { Result, Schema } from "effect"

const isCase = (id: string) => Result.isSuccess(Schema.decodeUnknownResult(Case.CaseId)(id))
const isVersion = (version: string) => Result.isSuccess(Schema.decodeUnknownResult(Case.HandbookVersion)(version))

describe("The name of a case", () => {
  it("has a character at least and 200 at most", () => {
    assert.deepStrictEqual(
      [0, 1, 200, 201].map((length) => isCase("字".repeat(length))),
      [false, true, true, false]
    )
  })

  it("has whole characters only: half of one comes back from a store as something else", () => {
    assert.isTrue(isCase("新品\u{1f375}"))
    assert.isFalse(isCase("新品\ud83c"))
  })
})

describe("The version of a handbook", () => {
  it("has a character at least and 100 at most, and whole ones only", () => {
    assert.deepStrictEqual(
      [0, 1, 100, 101].map((length) => isVersion("版".repeat(length))),
      [false, true, true, false]
    )
    assert.isFalse(isVersion("2026\ud83c"))
  })
})
