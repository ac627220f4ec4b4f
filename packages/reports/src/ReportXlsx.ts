/**
 * The figures of a report as a workbook (XLSX): numbers are numbers, texts are texts and never formulas, and what is not known is an empty cell.
 *
 * @module
 */
import type { Bilingual } from "@dualops/core/finding"
import type { Report } from "@dualops/core/reports"
import { Effect } from "effect"
import writeWorkbook from "write-excel-file/universal"
import * as Rows from "./ReportRows.ts"

/** The bytes; headers in Chinese, unless it is said. */
export const render = Effect.fn("ReportXlsx.render")(function* (
  report: Report.Report,
  language: Bilingual.Language = "zh"
) {
  const header = Rows.columns.map(({ title }) => ({
    value: title[language],
    type: String,
    fontWeight: "bold" as const
  }))
  const body = Rows.of(report).map((row) =>
    Rows.columns.map(({ of }) => {
      const value = of(row, language)
      if (value === null) return null
      return typeof value === "number" ? { value, type: Number } : { value: cell(value), type: String }
    })
  )
  const options = {
    sheet: language === "zh" ? "指标" : "Figures",
    stickyRowsCount: 1,
    columns: Rows.columns.map(({ isNumber }) => ({ width: isNumber ? 12 : 22 }))
  }
  const blob = yield* Effect.promise(() => writeWorkbook([header, ...body], options).toBlob())
  return new Uint8Array(yield* Effect.promise(() => blob.arrayBuffer()))
})

/** No cell of Excel is longer. */
const longest = 32_767

/** A text that is read as it was written: Excel takes `_x0041_` for an A (ECMA-376, 22.9.2.19), and half of a character is no text. */
const cell = (text: string): string =>
  text
    .slice(0, longest)
    .replace(/[\ud800-\udbff]$/, "")
    .replaceAll(/_(?=x[\da-f]{4}_)/gi, "_x005F_")
