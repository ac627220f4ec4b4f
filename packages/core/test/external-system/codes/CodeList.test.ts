import { CodeList, Codes, CodeTerms } from "@dualops/core/codes"
import { CsvCell } from "@dualops/core/finding"
import { SampleCodes } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { parse } from "csv-parse/sync"
import { DateTime } from "effect"

const terms = SampleCodes.terms(DateTime.makeUnsafe("2026-06-01T04:00:00Z"))
const series = Codes.make(SampleCodes.secret).of(CodeTerms.makingOf(terms))

describe("The list of a placement's codes", () => {
  const [, post] = terms.placements
  if (post === undefined) throw new Error("The sample has two placements")
  const pieces = [...CodeList.csv(series, terms, post, 30)]

  it("has the head and then each code once, in pieces of so many lines", () => {
    const rows: ReadonlyArray<ReadonlyArray<string>> = parse(pieces.join(""), { bom: true })
    assert.deepEqual(rows[0], ["code", "placement", "series"])
    assert.deepEqual(
      rows.slice(1).map(([code]) => code),
      Array.from({ length: 100 }, (_, index) => series.codeOf(2_000 + index))
    )
    assert.deepEqual(
      pieces.map((piece) => piece.split("\r\n").length - 1),
      [31, 30, 30, 10]
    )
  })

  it("has no cell that a spreadsheet takes for a formula", () => {
    for (const bad of ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "\t=1", " =1", "\r=cmd|' /C calc'!A0"]) {
      assert.match(CsvCell.of(bad), /^"?'/, bad)
    }
    assert.strictEqual(CsvCell.of("spring, 2026"), '"spring, 2026"')
    assert.strictEqual(CsvCell.of('say "hi"'), '"say ""hi"""')
    assert.strictEqual(CsvCell.of("地铁二号线"), "地铁二号线")
  })

  it("has no code that a spreadsheet takes for a number, a date or an exponent", () => {
    for (let number = 0; number < 500; number++) {
      const code = series.codeOf(number)
      for (const text of [code, code.replaceAll("-", "")]) {
        assert.match(text, /[A-Z]/)
        assert.isNaN(Number(text))
        assert.notMatch(text, /^\d+[ED]\d+$/)
        assert.isFalse(/^\d{1,4}[-/]\d{1,2}([-/]\d{1,4})?$/.test(text))
      }
    }
  })
})
