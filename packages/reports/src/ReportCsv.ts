/**
 * The figures of a report in CSV: with the mark by which Excel knows Chinese, lines as spreadsheets end them, and no cell that a spreadsheet would run.
 *
 * @module
 */
import type { Bilingual } from "@dualops/core/finding"
import type { Report } from "@dualops/core/reports"
import * as Rows from "./ReportRows.ts"

/** The text; headers in Chinese, unless it is said. */
export const render = (report: Report.Report, language: Bilingual.Language = "zh"): string => {
  const header = Rows.columns.map(({ title }) => cell(title[language]))
  const body = Rows.of(report).map((row) => Rows.columns.map(({ of }) => cell(of(row, language))))
  return `\ufeff${[header, ...body].map((cells) => `${cells.join(",")}\r\n`).join("")}`
}

/** A text that a spreadsheet would take for a formula gets a sign in front (OWASP, CSV injection); numbers are written as they are. */
const cell = (value: Rows.Cell): string => {
  if (value === null) return ""
  if (typeof value === "number") return String(value)
  const harmless = /^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/u.test(value) ? `'${value}` : value
  return /[",;\r\n\t]/.test(harmless) || harmless !== harmless.trim() ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
