/**
 * Reads the table of a content plan, from whatever file it comes: the whole of it, or every mistake in it at once, each with its row.
 *
 * @module
 */
import { DateTime, Result } from "effect"
import { meantDate } from "../../calendar/CalendarDate.ts"
import * as Moment from "../../calendar/Moment.ts"
import * as WallClock from "../../calendar/WallClock.ts"
import { clockTime, meantTime } from "../../calendar/WorkingCalendar.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"
import type { Finding } from "../../finding/Finding.ts"
import { beyond } from "../../finding/LeftOut.ts"
import { advice, excerpt } from "../../finding/Nearest.ts"
import { CategoryId } from "../../internal-system/content/ContentMix.ts"
import type { Firmness, Given } from "../../internal-system/content-plan/Brief.ts"
import * as Words from "../../internal-system/planning/ContentCalendarMessages.ts"
import { type Column, columns, firmness, type Named, titles } from "./PlanTable.ts"

/** What the rows plan, or everything that is wrong with them; the first row names the columns. */
export const read = (
  rows: ReadonlyArray<Words.Row>,
  named: Named
): Result.Result<ReadonlyArray<Given>, ReadonlyArray<Finding>> => {
  const [first, ...lines] = rows
  if (first === undefined) return Result.fail([Words.empty("")])
  const at = columnsOf(first)
  const missing = required.filter((column) => at[column] === undefined)
  const twice = first.cells.filter(
    (cell, index) =>
      columnOf(cell) !== undefined && first.cells.findIndex((one) => columnOf(one) === columnOf(cell)) < index
  )
  const header = [
    ...missing.map((column) =>
      Words.missingColumn(first, /\p{Script=Han}/u.test(first.cells.join("")) ? titles[column].zh : titles[column].en)
    ),
    ...(twice.length === 0 ? [] : [Words.columnTwice(first, [...new Set(twice)])])
  ]
  if (header.length > 0) return Result.fail(header)
  if (lines.length === 0) return Result.fail([Words.noRows(first)])
  const reader = rowReader(first, at, named)
  const seen = new Map<number, number>()
  const readings = lines.map((row) => {
    const { findings, given } = reader(row)
    if (given === undefined) return { given, findings }
    const millis = DateTime.toEpochMillis(given.slot)
    const before = seen.get(millis)
    if (before === undefined) seen.set(millis, row.line)
    return { given, findings: before === undefined ? findings : [...findings, slotTwice(row, before)] }
  })
  const wrong = readings.flatMap(({ findings }) => findings)
  if (wrong.length > 0) return Result.fail(beyond(wrong, (one) => one))
  return Result.succeed(readings.flatMap(({ given }) => (given === undefined ? [] : [given])))
}

const required = ["date", "time", "category"] as const

/** Where each column stands; columns that nobody knows are for the people who made them. */
const columnsOf = ({ cells }: Words.Row): Partial<Record<Column, number>> =>
  Object.fromEntries(
    columns.flatMap((column) => {
      const index = cells.findIndex((cell) => columnOf(cell) === column)
      return index < 0 ? [] : [[column, index]]
    })
  )

const columnOf = (cell: string): Column | undefined =>
  columns.find((column) => [column, titles[column].zh, titles[column].en].includes(cell.toLowerCase().trim()))

interface Reading {
  readonly given: Given | undefined
  readonly findings: ReadonlyArray<Finding>
}

const rowReader = (header: Words.Row, at: Partial<Record<Column, number>>, named: Named) => {
  const wall = WallClock.make(named.timeZone)
  const categories = idOf(named.mix.categories)
  const occasions = idOf(named.occasions)
  return (row: Words.Row): Reading => {
    // A sign in front keeps spreadsheets from taking a text for a formula.
    const cell = (column: Column) => (row.cells[at[column] ?? -1] ?? "").replace(/^'(?=[=+\-@\t\r])/, "").trim()
    const name = (column: Column) => header.cells[at[column] ?? -1] ?? column
    const date = meantDate(cell("date").replace(/[ T]00:00(:00)?$/, ""))
    const shown = clockTime(cell("time"))
    const time = shown === "24:00" ? undefined : shown
    const slot =
      date === undefined ? undefined : DateTime.makeUnsafe(wall.reaches(Date.parse(`${date}T${time ?? "00:00"}:00Z`)))
    const category = categories(cell("category"))
    const occasion = cell("occasion") === "" ? undefined : occasions(cell("occasion"))
    const firm = firmOf(cell("status"))
    const known = (all: Readonly<Record<string, { readonly title: Bilingual }>>) =>
      Object.values(all).flatMap(({ title }) => [title.zh])
    const findings = [
      ...(slot !== undefined && DateTime.between(slot, Moment)
        ? []
        : [Words.wrongCell(row, name("date"), cell("date"), Words.expected.date)]),
      ...(time === undefined
        ? [Words.wrongCell(row, name("time"), cell("time"), Words.expected.time, meantTime(cell("time")))]
        : []),
      ...(category === undefined
        ? [unknown(row, name("category"), cell("category"), known(named.mix.categories))]
        : []),
      ...(cell("occasion") !== "" && occasion === undefined
        ? [unknown(row, name("occasion"), cell("occasion"), known(named.occasions))]
        : []),
      ...(firm === undefined
        ? [
            unknown(
              row,
              name("status"),
              cell("status"),
              Object.values(firmness).map(({ zh }) => zh)
            )
          ]
        : [])
    ]
    if (findings.length > 0 || slot === undefined || category === undefined || firm === undefined)
      return { given: undefined, findings }
    return {
      given: { slot, category: CategoryId.make(category), firm, ...(occasion === undefined ? {} : { occasion }) },
      findings
    }
  }
}

/** The id of what a cell names: by the id itself, or by a name that only one has. */
const idOf =
  (all: Readonly<Record<string, { readonly title: Bilingual }>>) =>
  (written: string): string | undefined => {
    if (Object.hasOwn(all, written)) return written
    const named = Object.entries(all).filter(([, { title }]) => title.zh === written || title.en === written)
    return named.length === 1 ? named[0]?.[0] : undefined
  }

const firmOf = (written: string): Firmness | undefined =>
  written === ""
    ? "planned"
    : (Object.keys(firmness) as ReadonlyArray<Firmness>).find((one) =>
        [one, firmness[one].zh, firmness[one].en].includes(written)
      )

const unknown = (row: Words.Row, column: string, written: string, known: ReadonlyArray<string>): Finding =>
  Words.finding(
    row,
    "unknown-name",
    column,
    excerpt(written),
    written === ""
      ? { zh: `「${column}」是空的。`, en: `${column} is empty.` }
      : {
          zh: `「${column}」里没有「${excerpt(written)}」。`,
          en: `Nothing is called ${JSON.stringify(excerpt(written))} in ${column}.`
        },
    advice(written, known, { zh: "写入已有的名称。", en: "Write a name that there is." })
  )

const slotTwice = (row: Words.Row, first: number): Finding =>
  Words.finding(
    row,
    "slot-twice",
    "",
    excerpt(row.cells.join(",")),
    { zh: `与第 ${first} 行在同一时刻。`, en: `Row ${first} has the same slot.` },
    { zh: "换一个时段，或删去一行。", en: "Choose another slot, or take one out." }
  )
