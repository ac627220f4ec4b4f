/**
 * A report as the file that its name asks for: by the ending, and by nothing else.
 *
 * @module
 */
import type { Bilingual } from "@dualops/core/finding"
import type { Report } from "@dualops/core/reports"
import { Effect } from "effect"
import * as ReportCsv from "./ReportCsv.ts"
import * as ReportHtml from "./ReportHtml.ts"
import * as ReportMarkdown from "./ReportMarkdown.ts"
import * as ReportParquet from "./ReportParquet.ts"
import * as ReportXlsx from "./ReportXlsx.ts"

/** The endings that there are. */
export const endings = ["html", "md", "csv", "xlsx", "parquet"] as const
/** An ending. */
export type Ending = (typeof endings)[number]

/** What browsers are told of each. */
export const mediaTypes: Readonly<Record<Ending, string>> = {
  html: "text/html; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  parquet: "application/vnd.apache.parquet"
}

/** The ending of a file's name; nothing where it is none of these. */
export const endingOf = (file: string): Ending | undefined => {
  const ending = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase()
  return endings.find((one) => one === ending)
}

/** The report as a file of that ending. */
export const render = (
  report: Report.Report,
  ending: Ending,
  language: Bilingual.Language = "zh"
): Effect.Effect<string | Uint8Array> => {
  switch (ending) {
    case "html":
      return Effect.sync(() => ReportHtml.render(report, language))
    case "md":
      return Effect.sync(() => ReportMarkdown.render(report, language))
    case "csv":
      return Effect.sync(() => ReportCsv.render(report, language))
    case "xlsx":
      return ReportXlsx.render(report, language)
    case "parquet":
      return Effect.sync(() => ReportParquet.render(report, language))
  }
}
