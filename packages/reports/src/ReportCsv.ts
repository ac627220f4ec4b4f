/**
 * The figures of a report in CSV: with the mark by which Excel knows Chinese, lines as spreadsheets end them, and no cell that a spreadsheet would run.
 *
 * @module
 */
import { type Bilingual, CsvCell } from "@dualops/core/finding"
import type { Report } from "@dualops/core/reports"
import * as Rows from "./ReportRows.ts"

/** The text; headers in Chinese, unless it is said. */
export const render = (report: Report.Report, language: Bilingual.Language = "zh"): string => {
  const header = Rows.columns.map(({ title }) => cell(title[language]))
  const body = Rows.of(report).map((row) => Rows.columns.map(({ of }) => cell(of(row, language))))
  return `\ufeff${[header, ...body].map((cells) => `${cells.join(",")}\r\n`).join("")}`
}

/** Numbers are written as they are, and what is not known is nothing. */
const cell = (value: Rows.Cell): string => {
  if (value === null) return ""
  return typeof value === "number" ? String(value) : CsvCell.of(value)
}
