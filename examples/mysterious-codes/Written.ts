/**
 * The files that both stories leave: the page, the figures, and the records that they were read from.
 *
 * @module
 */
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { ReportHtml } from "@dualops/reports"
import type { Both, Side } from "./Both.ts"
import * as CodesReport from "./CodesReport.ts"
import type { Figure } from "./Figure.ts"
import * as Page from "./Page.ts"

/** The name of the page. */
export const page = "codes.html"

/** The name of the report of the campaign. */
export const report = "codes-report.html"

/** Writes the page, the report, the figures as JSON, and the records of both. */
export const write = (out: string, both: Both): string => {
  mkdirSync(out, { recursive: true })
  const put = (name: string, text: string) => writeFileSync(join(out, name), text)
  for (const { files, told } of [both.plain, both.dual]) {
    const [log = "", observations = ""] = files
    put(log, lines(told.events))
    put(observations, lines(told.observations))
  }
  const figures = ({ chapters, told }: Side): object => ({
    figures: chapters.flatMap(({ figures }): ReadonlyArray<Figure> => figures),
    ...(told.record !== undefined && { draw: told.record })
  })
  put(
    "codes.json",
    JSON.stringify({ seed: both.seed, without: figures(both.plain), with: figures(both.dual) }, null, 1)
  )
  put(page, Page.render(both, report))
  put(report, ReportHtml.render(CodesReport.of(both)))
  return join(out, page)
}

const lines = (rows: ReadonlyArray<object>): string => rows.map((row) => `${JSON.stringify(row)}\n`).join("")
