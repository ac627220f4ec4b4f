/**
 * Reads a content calendar from CSV: the whole of it, or every mistake in it at once, each with its line.
 *
 * @module
 */
import { DateTime, Option, Result, Schema } from "effect"
import { CalendarDate, meantDate } from "../../calendar/CalendarDate.ts"
import * as Moment from "../../calendar/Moment.ts"
import * as WallClock from "../../calendar/WallClock.ts"
import { meantTime, TimeOfDay } from "../../calendar/WorkingCalendar.ts"
import type { Finding } from "../../finding/Finding.ts"
import { beyond } from "../../finding/LeftOut.ts"
import { nearest } from "../../finding/Nearest.ts"
import { PersonId } from "../../process/Actor.ts"
import { CaseId } from "../../process/Case.ts"
import { type Column, columns, type Entry, type Known } from "./ContentCalendar.ts"
import * as Table from "./ContentCalendarTable.ts"
import * as Words from "./ContentCalendarWords.ts"

/** Reads the text of a file; `file` is its name for people. */
export const read = (
  file: string,
  text: string,
  known: Known
): Result.Result<ReadonlyArray<Entry>, ReadonlyArray<Finding>> => {
  const table = Table.read(file, text)
  if (Result.isFailure(table)) return Result.fail(table.failure)
  const [header, ...lines] = table.success
  const findings = header === undefined ? [Words.empty(file)] : headerFindings(header)
  if (header === undefined || findings.length > 0) return Result.fail(findings)
  const wall = WallClock.make(known.timeZone ?? "Asia/Shanghai")
  const entries = lines.map((line) => entryOf(line, header.cells, known, wall))
  const wrong = [...entries.flatMap(({ findings }) => findings), ...twice(lines, header.cells)].sort(
    (one, other) => (one.where.line ?? 0) - (other.where.line ?? 0)
  )
  return wrong.length > 0
    ? Result.fail(beyond(wrong, (one) => one))
    : Result.succeed(entries.flatMap(({ entry }) => (entry === undefined ? [] : [entry])))
}

const headerFindings = (header: Words.Row): ReadonlyArray<Finding> => {
  const { cells } = header
  // A comma of Chinese is no comma of CSV, and what a person separates by hand is often that.
  const [only = ""] = cells
  if (cells.length === 1 && /[，、|｜；]/.test(only)) return [Words.wrongSeparator(header, only)]
  const twice = cells.filter((cell, index) => cells.indexOf(cell) !== index)
  return [
    ...columns
      .filter((column) => column !== "picture" && !cells.includes(column))
      .map((column) => Words.missingColumn(header, column)),
    ...[...new Set(cells)]
      .filter((cell) => !columns.some((column) => column === cell))
      .map((cell) => Words.unknownColumn(header, cell, nearest(cell, columns))),
    ...[...new Set(twice)].map((cell) => Words.columnTwice(header, cell))
  ]
}

interface Reading {
  readonly entry: Entry | undefined
  readonly findings: ReadonlyArray<Finding>
}

const entryOf = (row: Words.Row, header: ReadonlyArray<string>, known: Known, wall: WallClock.WallClock): Reading => {
  if (row.cells.length !== header.length) return { entry: undefined, findings: [Words.wrongWidth(row, header.length)] }
  const cell = (column: Column): string => row.cells[header.indexOf(column)] ?? ""
  const id = Schema.decodeUnknownOption(CaseId)(cell("id"))
  const slot = slotOf(cell("date"), cell("time"), wall)
  const source = cell("picture")
  const picture = source === "" ? undefined : known.picture(source)
  const findings = [
    ...(Option.isNone(id) ? [Words.wrongCell(row, "id", cell("id"), Words.expected.id)] : []),
    ...(slot === "date"
      ? [Words.wrongCell(row, "date", cell("date"), Words.expected.date, meantDate(cell("date")))]
      : []),
    ...(slot === "time"
      ? [Words.wrongCell(row, "time", cell("time"), Words.expected.time, meantTime(cell("time")))]
      : []),
    ...(cell("author") !== "" && (known.authors?.includes(cell("author")) ?? true)
      ? []
      : [Words.unknownAuthor(row, cell("author"), known.authors ?? [])]),
    ...(cell("text") === "" ? [Words.wrongCell(row, "text", "", Words.expected.text)] : []),
    ...(source !== "" && picture === undefined ? [Words.wrongCell(row, "picture", source, Words.expected.picture)] : [])
  ]
  if (findings.length > 0 || Option.isNone(id) || typeof slot === "string") return { entry: undefined, findings }
  const content = { text: cell("text"), pictures: picture === undefined ? [] : [picture] }
  return { entry: { id: id.value, author: PersonId.make(cell("author")), slot, content }, findings }
}

/** The moment, or which of the two is not one. */
const slotOf = (date: string, time: string, wall: WallClock.WallClock): Moment.Moment | "date" | "time" => {
  if (!isDate(date)) return "date"
  if (!isTime(time) || time === "24:00") return "time"
  const slot = DateTime.makeUnsafe(wall.reaches(Date.parse(`${date}T${time}:00Z`)))
  return DateTime.between(slot, Moment) ? slot : "date"
}

const isDate = Schema.is(CalendarDate)
const isTime = Schema.is(TimeOfDay)

const twice = (rows: ReadonlyArray<Words.Row>, header: ReadonlyArray<string>): ReadonlyArray<Finding> => {
  const column = header.indexOf("id")
  const first = new Map<string, number>()
  return rows.flatMap((row) => {
    const id = row.cells[column] ?? ""
    const line = first.get(id)
    if (id === "" || line === undefined) {
      first.set(id, row.line)
      return []
    }
    return [Words.idTwice(row, id, line)]
  })
}
