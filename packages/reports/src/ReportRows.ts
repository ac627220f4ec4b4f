/**
 * The figures of a report as a table for other programs: one row for each, the numbers as they are and in their units; what is not known is nothing, and never 0.
 *
 * @module
 */

import { Figure, type Trace } from "@dualops/core/analytics"
import type { Bilingual } from "@dualops/core/finding"
import type { Report } from "@dualops/core/reports"
import { Schema } from "effect"

/** What stands in a cell. */
export type Cell = string | number | null

/** A column: its name for programs, its title for people, whether it has numbers, and what stands in it. */
export interface Column {
  readonly name: string
  readonly title: Bilingual.Bilingual
  readonly isNumber: boolean
  /** What a row has in it. */
  readonly of: (row: Row, language: Bilingual.Language) => Cell
}

/** A figure of a report. */
export interface Row {
  readonly report: Report.Report
  readonly chapter: Report.Chapter
  readonly line: Report.Line
}

/** The rows, in the order of the report. */
export const of = (report: Report.Report): ReadonlyArray<Row> =>
  report.chapters.flatMap((chapter) => chapter.lines.map((line) => ({ report, chapter, line })))

const text = (name: string, zh: string, en: string, of: Column["of"]): Column => ({
  name,
  title: { zh, en },
  isNumber: false,
  of: (row, language) => {
    const written = of(row, language)
    return typeof written === "string" ? plain(written) : written
  }
})
/** Without what no file may hold: halves of characters, and signs that neither XML nor a spreadsheet knows. */
const plain = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")

const number = (name: string, zh: string, en: string, of: (row: Row) => number | undefined): Column => ({
  name,
  title: { zh, en },
  isNumber: true,
  of: (row) => of(row) ?? null
})

/** The columns. */
export const columns: ReadonlyArray<Column> = [
  text("from", "起", "from", ({ report }) => report.period.first),
  text("to", "止", "to", ({ report }) => report.period.last),
  text("chapter", "章节", "chapter", ({ chapter }, language) => chapter.title[language]),
  text("key", "代号", "key", ({ line }) => line.key),
  text("figure", "指标", "figure", ({ line }, language) => line.figure.title[language]),
  number("value", "本期", "value", ({ line }) => line.figure.value),
  text("unit", "单位", "unit", ({ line }, language) => Figure.unitNames[line.figure.unit][language]),
  number("before", "上期", "before", ({ line }) => line.before?.value),
  number("numerator", "分子", "numerator", ({ line }) => line.figure.of?.numerator.value),
  number("denominator", "分母", "denominator", ({ line }) => line.figure.of?.denominator.value),
  number("low", "下限", "low", ({ line: { figure } }) => figure.interval?.low ?? figure.bounds?.low),
  number("high", "上限", "high", ({ line: { figure } }) => figure.interval?.high ?? figure.bounds?.high),
  text("target", "目标", "target", ({ line }, language) => line.target?.said[language] ?? null),
  text("met", "达到", "met", ({ line }) => line.target?.met ?? null),
  text("owner", "负责人", "owner", ({ line }) => line.owner ?? null),
  text("missing", "缺什么", "missing", ({ line }, language) =>
    line.figure.missing.length === 0 ? null : line.figure.missing.map((one) => one[language]).join(" ")
  ),
  text("rows", "出处", "rows", ({ line }) => (line.figure.traces.length === 0 ? null : written(line.figure.traces)))
]

const written = (traces: ReadonlyArray<Trace.Trace>): string => encode(traces)
const encode = Schema.encodeSync(
  Schema.fromJsonString(Schema.toCodecJson(Schema.Array(Figure.Figure.fields.traces.value)))
)
