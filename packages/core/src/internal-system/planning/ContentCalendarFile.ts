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
import { PersonId } from "../../process/Actor.ts"
import { CaseId } from "../../process/Case.ts"
import type { Column, Entry, Known } from "./ContentCalendar.ts"
import * as Header from "./ContentCalendarHeader.ts"
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
  const [first, ...lines] = table.success
  if (first === undefined) return Result.fail([Words.empty(file)])
  const header = Header.read(first)
  if (Result.isFailure(header)) return Result.fail(header.failure)
  if (lines.length === 0) return Result.fail([Words.noRows(first)])
  const wall = WallClock.make(known.timeZone ?? "Asia/Shanghai")
  const entries = lines.map((line) => entryOf(line, header.success, known, wall))
  const wrong = [...entries.flatMap(({ findings }) => findings), ...twice(lines, header.success)].sort(
    (one, other) => (one.where.line ?? 0) - (other.where.line ?? 0)
  )
  return wrong.length > 0
    ? Result.fail(beyond(wrong, (one) => one))
    : Result.succeed(entries.flatMap(({ entry }) => (entry === undefined ? [] : [entry])))
}

interface Reading {
  readonly entry: Entry | undefined
  readonly findings: ReadonlyArray<Finding>
}

const entryOf = (row: Words.Row, header: Header.Header, known: Known, wall: WallClock.WallClock): Reading => {
  if (row.cells.length !== header.width) return { entry: undefined, findings: [Words.wrongWidth(row, header.width)] }
  const cell = (column: Column): string => row.cells[header.at(column)] ?? ""
  const wrong = (column: keyof typeof Words.expected, meant?: string) =>
    Words.wrongCell(row, header.name(column), cell(column), Words.expected[column], meant)
  const id = Schema.decodeUnknownOption(CaseId)(cell("id"))
  const slot = slotOf(cell("date"), cell("time"), wall)
  const source = cell("picture")
  const picture = source === "" ? undefined : known.picture(source)
  const findings = [
    ...(Option.isNone(id) ? [wrong("id")] : []),
    ...(slot === "date" ? [wrong("date", meantDate(cell("date")))] : []),
    ...(slot === "time" ? [wrong("time", meantTime(cell("time")))] : []),
    ...(cell("author") !== "" && (known.authors?.includes(cell("author")) ?? true)
      ? []
      : [Words.unknownAuthor(row, header.name("author"), cell("author"), known.authors ?? [])]),
    ...(cell("text") === "" ? [wrong("text")] : []),
    ...(source !== "" && picture === undefined ? [wrong("picture")] : [])
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

const twice = (rows: ReadonlyArray<Words.Row>, header: Header.Header): ReadonlyArray<Finding> => {
  const first = new Map<string, number>()
  return rows.flatMap((row) => {
    const id = row.cells[header.at("id")] ?? ""
    const line = first.get(id)
    if (id === "" || line === undefined) {
      first.set(id, row.line)
      return []
    }
    return [Words.idTwice(row, header.name("id"), id, line)]
  })
}
