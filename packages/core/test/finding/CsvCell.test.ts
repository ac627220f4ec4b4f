/** Cells that people have reported of other programs that write CSV, tried here: the values are theirs. */
import { CsvCell } from "@dualops/core/finding"
import { assert, describe, it } from "@effect/vitest"
import { parse } from "csv-parse/sync"
import * as fc from "fast-check"

const readBack = (text: string): unknown => parse(`a,${CsvCell.of(text)},b\r\n`, { relax_column_count: true })

describe("A cell", () => {
  it("is no formula behind what spreadsheets overlook (zvory/csv-safe#25, Asymmetric-al/core#518)", () => {
    for (const bad of [
      " =cmd|' /C calc'!A0",
      "   @SUM(1)",
      "\u00a0=HYPERLINK(1)",
      "\n=1+1",
      "\ufeff=1",
      "\u200b+1",
      "\t-1"
    ])
      assert.deepStrictEqual(readBack(bad), [["a", `'${bad}`, "b"]])
  })
  it("is none in full-width or small signs either", () => {
    for (const bad of ["＝1+1", "＋1", "－1", "＠x", "﹦1"])
      assert.deepStrictEqual(readBack(bad), [["a", `'${bad}`, "b"]])
  })
  it("with a comma is kept from being one before it is quoted (calcom/cal.diy#29783)", () => {
    assert.strictEqual(CsvCell.of("=HYPERLINK(1,2)"), '"\'=HYPERLINK(1,2)"')
  })
  it("of words is those words", () => {
    for (const good of ["地铁二号线", "a-b", "1+1=2", "x@y", "2026-11-11"]) assert.strictEqual(CsvCell.of(good), good)
  })
  it("is read back as it was written, but for the sign in front of what looks like a formula", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const [[, cell]] = readBack(text) as [[string, string]]
        assert.include([text, `'${text}`], cell)
      })
    )
  })
})
