/**
 * Reads a content calendar from CSV: the whole of it, or every mistake in it at once, each with its line.
 *
 * @module
 */
import { DateTime, Option, Result, Schema } from "effect"
import { meantDate } from "../../calendar/CalendarDate.ts"
import * as Moment from "../../calendar/Moment.ts"
import * as WallClock from "../../calendar/WallClock.ts"
import { clockTime, meantTime } from "../../calendar/WorkingCalendar.ts"
import type { Finding } from "../../finding/Finding.ts"
import { beyond } from "../../finding/LeftOut.ts"
import { PersonId } from "../../process/Actor.ts"
import { CaseId } from "../../process/Case.ts"
import type { Column, Entry, Known } from "./ContentCalendar.ts"
import * as Header from "./ContentCalendarHeader.ts"
import * as Words from "./ContentCalendarMessages.ts"
import * as Repeats from "./ContentCalendarRepeats.ts"
import * as Table from "./ContentCalendarTable.ts"

/** Reads the text of a file; `file` is its name for people. */
export const read = (
  file: string,
  text: string,
  known: Known
): Result.Result<ReadonlyArray<Entry>, ReadonlyArray<Finding>> => {
  const { entries, findings } = examine(file, text, known)
  const wrong = findings.filter(({ severity }) => severity === "error")
  return wrong.length > 0 ? Result.fail(beyond(wrong, (one) => one)) : Result.succeed(entries)
}

/** What a person should look at in a file that is read all the same. */
export const doubts = (file: string, text: string, known: Known): ReadonlyArray<Finding> =>
  beyond(
    examine(file, text, known).findings.filter(({ severity }) => severity !== "error"),
    (one) => one
  )

interface Examined {
  readonly entries: ReadonlyArray<Entry>
  readonly findings: ReadonlyArray<Finding>
}

const examine = (file: string, text: string, known: Known): Examined => {
  const table = Table.read(file, text)
  if (Result.isFailure(table)) return nothing(table.failure)
  const [first, ...lines] = table.success
  if (first === undefined) return nothing([Words.empty(file)])
  const header = Header.read(first)
  if (Result.isFailure(header)) return nothing(header.failure)
  if (lines.length === 0) return nothing([Words.noRows(first)])
  const wall = WallClock.make(known.timeZone ?? "Asia/Shanghai")
  const readings = lines.map((row) => ({ row, ...entryOf(row, header.success, known, wall) }))
  const planned = readings.flatMap(({ entry, row }) => (entry === undefined ? [] : [{ entry, row }]))
  const findings = [
    ...readings.flatMap((one) => one.findings),
    ...twice(lines, header.success),
    ...Repeats.of(planned, header.success.name("text"))
  ]
  return {
    entries: planned.map(({ entry }) => entry),
    findings: findings.sort((one, other) => (one.where.line ?? 0) - (other.where.line ?? 0))
  }
}

const nothing = (findings: ReadonlyArray<Finding>): Examined => ({ entries: [], findings })

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
  const date = meantDate(cell("date"))
  const time = ofThatDay(clockTime(cell("time")))
  // Whether the calendar reaches to the date is told even where its time is wrong.
  const slot = date === undefined ? undefined : slotOf(date, time ?? "00:00", wall)
  const source = cell("picture")
  const picture = source === "" ? undefined : known.picture(source)
  const findings = [
    ...(Option.isNone(id) ? [wrong("id")] : []),
    ...(slot === undefined ? [wrong("date")] : []),
    ...(time === undefined ? [wrong("time", ofThatDay(meantTime(cell("time"))))] : []),
    ...(cell("author") !== "" && (known.authors?.includes(cell("author")) ?? true)
      ? []
      : [Words.unknownAuthor(row, header.name("author"), cell("author"), known)]),
    ...(cell("text") === "" ? [wrong("text")] : []),
    ...(source !== "" && picture === undefined ? [wrong("picture")] : [])
  ]
  if (findings.length > 0 || Option.isNone(id) || slot === undefined) return { entry: undefined, findings }
  const content = { text: cell("text"), pictures: picture === undefined ? [] : [picture] }
  return { entry: { id: id.value, author: PersonId.make(cell("author")), slot, content }, findings }
}

/** The moment, if the calendar reaches to that date. */
const slotOf = (date: string, time: string, wall: WallClock.WallClock): Moment.Moment | undefined => {
  const slot = DateTime.makeUnsafe(wall.reaches(Date.parse(`${date}T${time}:00Z`)))
  return DateTime.between(slot, Moment) ? slot : undefined
}

/** Hours may end at 24:00; a post at that time is one of the next day. */
const ofThatDay = (time: string | undefined): string | undefined => (time === "24:00" ? undefined : time)

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
