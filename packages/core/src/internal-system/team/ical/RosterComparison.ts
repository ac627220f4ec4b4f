/**
 * What people have changed of a roster in a calendar: what the calendar shows, laid beside the tables that the roster makes.
 *
 * There are two tables: of the roster as it stands now, and of the roster as it stood when the calendar was written. What stands in either is
 * no change; hours that the roster had then and has given up since are not revived, and hours that it has had only since are not missed.
 *
 * @module
 */
import { onWall } from "../../../calendar/LocalTime.ts"
import * as Spans from "../../../calendar/Spans.ts"
import type { WallClock } from "../../../calendar/WallClock.ts"
import type { Finding } from "../../../finding/Finding.ts"
import type { PersonId } from "../../../process/Actor.ts"
import type { Absence } from "../Person.ts"
import type { Override, Roster } from "../Roster.ts"
import * as Shift from "../Shift.ts"
import * as Words from "./TeamCalendarMessages.ts"

/** A shift that the calendar shows. */
export interface Shown {
  readonly person: PersonId
  readonly line: number
  readonly from: string
  readonly until: string
}

/** What is laid beside what. */
export interface Comparison {
  readonly file: string
  readonly id: string
  readonly now: Roster
  /** The roster when the calendar was written. */
  readonly then: Roster
  readonly shifts: ReadonlyArray<Shown>
  readonly wall: WallClock
  readonly dates: { readonly from: string; readonly until: string }
  readonly absences: ReadonlyArray<Absence>
}

/** How much a table may take to work out; a year of a large team takes a few hundred thousand. */
const mostEffort = 20_000_000

/** The overrides, by their names, for everybody who has a shift in the calendar that the roster would not give them. */
export const overrides = (
  { absences, dates, file, id, now, shifts, then, wall }: Comparison,
  findings: Array<Finding>
): ReadonlyArray<readonly [string, Override]> => {
  const millis = (time: string) => wall.reaches(onWall(time))
  const shown = (at: number) => new Date(wall.wallAt(at)).toISOString().slice(0, 16)
  const horizon = { wall, from: millis(`${dates.from}T00:00`), until: millis(`${dates.until}T00:00`), absences }
  if (Math.max(Shift.effort(now, horizon), Shift.effort(then, horizon)) > mostEffort) {
    findings.push(Words.tooLarge({ file, line: shifts[0]?.line ?? 1 }, id))
    return []
  }
  const table = spansOf(Shift.resolve(now, horizon))
  const former = now === then ? table : spansOf(Shift.resolve(then, horizon))
  const there = spansOf(shifts.map(({ from, person, until }) => ({ person, from: millis(from), to: millis(until) })))
  for (const absence of absences)
    there.set(
      absence.person,
      Spans.difference(there.get(absence.person) ?? [], [millis(absence.from), millis(absence.until)])
    )
  for (const [person, spans] of there) {
    for (const [other, others] of there) {
      const [from] = person < other ? Spans.intersection(spans, others) : []
      if (from !== undefined)
        findings.push(
          Words.twoAtOnce({ file, line: lineAt(shifts, shown(from)) }, id, shown(from), `${person}, ${other}`)
        )
    }
  }
  const [hours, hoursThen] = [table, former].map((one) => Spans.union([...one.values()]))
  const missing = Spans.difference(Spans.intersection(hours ?? [], hoursThen ?? []), Spans.union([...there.values()]))
  for (const [from, to] of pairs(missing))
    findings.push(Words.nobody({ file, line: lineAt(shifts, shown(from)) }, id, shown(from), shown(to)))
  const givenUp = Spans.difference(hoursThen ?? [], hours ?? [])
  return [...there].flatMap(([person, spans]) =>
    pairs(
      [table.get(person), former.get(person), givenUp].reduce<Spans.Spans>(
        (left, known) => Spans.difference(left, known ?? []),
        spans
      )
    ).map(([from, to]): readonly [string, Override] => [
      `calendar ${shown(from)}`,
      { person, from: shown(from), until: shown(to), reason: { zh: "在日历中改动。", en: "Changed in the calendar." } }
    ])
  )
}

const spansOf = (shifts: ReadonlyArray<Shift.Shift>): Map<PersonId, Spans.Spans> =>
  new Map(
    [...Map.groupBy(shifts, ({ person }) => person)].map(([person, those]) => [
      person,
      Spans.union(those.map(({ from, to }) => [from, to]))
    ])
  )

const pairs = (spans: Spans.Spans): ReadonlyArray<readonly [from: number, to: number]> =>
  spans.flatMap((from, index) => (index % 2 === 0 ? [[from, spans[index + 1] ?? from] as const] : []))

/** The line of the last event that has begun by then. */
const lineAt = (shifts: ReadonlyArray<Shown>, at: string): number =>
  shifts.reduce((line, one) => (one.from <= at ? one.line : line), shifts[0]?.line ?? 1)
