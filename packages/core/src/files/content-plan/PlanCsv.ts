/**
 * A content plan in CSV: with the mark by which Excel knows Chinese, lines as spreadsheets end them, and no cell that a spreadsheet would run.
 *
 * @module
 */
import { Result } from "effect"
import type { Language } from "../../finding/Bilingual.ts"
import * as CsvCell from "../../finding/CsvCell.ts"
import type { Finding } from "../../finding/Finding.ts"
import type { Given } from "../../internal-system/content-plan/Brief.ts"
import type { ContentPlan } from "../../internal-system/content-plan/ContentPlan.ts"
import * as Table from "../../internal-system/planning/ContentCalendarTable.ts"
import { type Named, rows } from "./PlanTable.ts"
import * as Reader from "./PlanTableReader.ts"

/** The text of a plan. */
export const write = (plan: Pick<ContentPlan, "entries">, named: Named, language: Language = "zh"): string =>
  `\ufeff${rows(plan, named, language)
    .map((row) => `${row.map(CsvCell.of).join(",")}\r\n`)
    .join("")}`

/** What a text plans, or everything that is wrong with it; `file` is its name for people. */
export const read = (
  file: string,
  text: string,
  named: Named
): Result.Result<ReadonlyArray<Given>, ReadonlyArray<Finding>> =>
  Result.flatMap(Table.read(file, text), (table) => Reader.read(table, named))
