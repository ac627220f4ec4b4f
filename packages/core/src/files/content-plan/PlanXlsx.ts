/**
 * A content plan as a workbook (XLSX): every cell is text, so that no spreadsheet changes a date or runs a name.
 *
 * @module
 */
import { Effect, Result } from "effect"
import { readSheet } from "read-excel-file/universal"
import writeWorkbook from "write-excel-file/universal"
import type { Language } from "../../finding/Bilingual.ts"
import type { Finding } from "../../finding/Finding.ts"
import type { Given } from "../../internal-system/content-plan/Brief.ts"
import type { ContentPlan } from "../../internal-system/content-plan/ContentPlan.ts"
import { finding } from "../../internal-system/planning/ContentCalendarMessages.ts"
import { type Named, rows } from "./PlanTable.ts"
import * as Reader from "./PlanTableReader.ts"
import * as Workbook from "./Workbook.ts"

/** The bytes of a plan. */
export const write = Effect.fn("PlanXlsx.write")(function* (
  plan: Pick<ContentPlan, "entries">,
  named: Named,
  language: Language = "zh"
) {
  const [header = [], ...body] = rows(plan, named, language)
  const cells = [
    header.map((value) => ({ value, type: String, fontWeight: "bold" as const })),
    ...body.map((row) => row.map((value) => (value === "" ? null : { value, type: String })))
  ]
  const options = {
    sheet: language === "zh" ? "内容计划" : "Content plan",
    stickyRowsCount: 1,
    columns: header.map(() => ({ width: 16 }))
  }
  const blob = yield* Effect.promise(() => writeWorkbook(cells, options).toBlob())
  return new Uint8Array(yield* Effect.promise(() => blob.arrayBuffer()))
})

/** What a workbook plans, or everything that is wrong with it; `file` is its name for people. */
export const read = Effect.fn("PlanXlsx.read")(function* (file: string, bytes: Uint8Array, named: Named) {
  const sheet = Workbook.look(file, bytes)
  if (Result.isFailure(sheet)) return yield* Effect.fail(sheet.failure)
  // The library takes a whole buffer, and ours may be a part of one.
  const buffer = bytes.slice().buffer
  const table = yield* Effect.tryPromise({
    try: () => readSheet(buffer, sheet.success),
    catch: (): ReadonlyArray<Finding> => [
      finding(
        { file, line: 1 },
        "not-xlsx",
        "",
        "",
        { zh: "工作簿读不懂。", en: "The workbook is not understood." },
        { zh: "在表格软件中另存为 .xlsx。", en: "Save it as .xlsx in your spreadsheet." }
      )
    ]
  })
  const lines = table
    .map((cells, index) => ({ file, line: index + 1, cells: cells.map(textOf) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""))
  const given: ReadonlyArray<Given> = yield* Effect.fromResult(Reader.read(lines, named))
  return given
})

/** The text of a cell: of a date and of a time, what the cell shows. A spreadsheet counts days, and 08:30 as a part of one, nearly. */
const textOf = (cell: unknown): string => {
  if (!(cell instanceof Date)) return cell === null || cell === undefined ? "" : String(cell).trim()
  const rounded = new Date(Math.round(cell.getTime() / 60_000) * 60_000)
  if (Number.isNaN(rounded.getTime())) return ""
  const [date = "", time = ""] = rounded.toISOString().slice(0, 16).split("T")
  // A time alone is one of day 0: the end of 1899, or the first day of 1904.
  if (date < "1904-01-02") return time
  return time === "00:00" ? date : `${date} ${time}`
}
