/**
 * Counts by day: of what was heard and counted, how many there were, what they come to, and how many people they are of, for each of the things that
 * they are about. What comes late counts on its own day, in the account's zone; what came before counts once. A day is kept apart from the others, so that a new
 * one costs no more than itself, and a year is its days joined.
 *
 *     const tally = Tally.make({ zone: "Asia/Shanghai", salt, of: ({ kind, tags }) => ({ about: [kind, ...tags] }) })
 *     tally.take(yield* store.read(tally.position, 10_000))
 *     tally.between("Mention", "2026-01-01", "2026-12-31") // => { count, sum, people }
 *
 * @module
 */
import { Array as Arrays, Schema } from "effect"
import * as CalendarDate from "../../calendar/CalendarDate.ts"
import type { TimeZone } from "../../calendar/TimeZone.ts"
import * as WallClock from "../../calendar/WallClock.ts"
import type { Entry } from "../../observations/ObservationStore.ts"
import * as People from "./People.ts"
import * as Cell from "./TallyCell.ts"
import * as Span from "./TallySpan.ts"

/** What an observation adds, to each of the things that it is about; nothing where it is not counted. */
export interface Counted {
  readonly about: ReadonlyArray<string>
  /** What it is worth: yuan, views. 0 unless told. */
  readonly amount?: number
  /** Whose it is, where that is known. */
  readonly person?: string | undefined
}

/** What a tally counts, and by which days. */
export interface Rule {
  readonly zone: TimeZone
  /** A secret number, the same as long as the tally is kept. */
  readonly salt: number
  /** What of an entry is counted; nothing where it does not count. */
  readonly of: (entry: Entry) => Counted | undefined
}

/** What came of a span. */
export interface Total {
  readonly count: number
  readonly sum: number
  /** Different people, of those of whom it is known whose it is. */
  readonly people: number
  /** How many are of nobody known: the people are at least `people`, and at most these more. */
  readonly ofNobody: number
}

/** What each day has of each thing, by the number of the day. */
export type Days = Map<number, Map<string, Cell.Cell>>

/** Counts that grow. */
export interface Tally {
  /** The position up to which it has read; whoever goes on from there misses nothing. */
  readonly position: number
  /** Takes observations in, in the order in which they were taken in by the store. Those up to its position it has already. */
  readonly take: (entries: ReadonlyArray<Entry>) => void
  /** What the days from one to another, both included, come to. */
  readonly between: (about: string, first: CalendarDate.CalendarDate, last: CalendarDate.CalendarDate) => Total
  /** Everything that it has counted something about on the days from one to another, both included. */
  readonly about: (first: CalendarDate.CalendarDate, last: CalendarDate.CalendarDate) => ReadonlyArray<string>
  /** Puts what another tally of the same rule has counted on those days in place of its own: they were read again. */
  readonly replace: (first: CalendarDate.CalendarDate, last: CalendarDate.CalendarDate, by: Days) => void
  /** Its days, for {@link Tally.replace}. They are its own: whoever took them over is their only owner. */
  readonly days: Days
  /** What it has come to since it was last kept: its days, each to be put in place of the one before. */
  readonly keep: () => Kept
}

/** What of a tally is kept: whole days, by their date. */
export const Kept = Schema.Struct({
  position: Schema.Int,
  days: Schema.Array(Schema.Tuple([CalendarDate.CalendarDate, Schema.Record(Schema.String, Cell.Kept)]))
})
/** What of a tally is kept: whole days, by their date. */
export type Kept = typeof Kept.Type

/** A tally that has counted what was kept, and nothing else. */
export const make = (rule: Rule, kept: Kept = { position: 0, days: [] }): Tally => {
  const { dayAt, reaches } = WallClock.make(rule.zone)
  const days: Days = new Map(
    kept.days.map(([date, cells]) => [
      CalendarDate.toNumber(date),
      new Map(Object.entries(cells).map(([about, cell]) => [about, Cell.restore(cell)]))
    ])
  )
  const changed = new Set<number>()
  const spans = new Map<string, Span.Span>()
  let [position, from, until] = [kept.position, 0, 0]
  let cells: Map<string, Cell.Cell> = new Map()

  const turnTo = (millis: number) => {
    const day = dayAt(millis)
    cells = days.get(day) ?? new Map()
    days.set(day, cells)
    changed.add(day)
    ;[from, until] = [reaches(day * CalendarDate.dayMillis), reaches((day + 1) * CalendarDate.dayMillis)]
  }

  return {
    get position() {
      return position
    },
    about: (first, last) => [
      ...new Set(
        Arrays.range(CalendarDate.toNumber(first), CalendarDate.toNumber(last)).flatMap((day) => [
          ...(days.get(day)?.keys() ?? [])
        ])
      )
    ],
    replace: (first, last, by) => {
      for (let day = CalendarDate.toNumber(first); day <= CalendarDate.toNumber(last); day++) {
        const cells = by.get(day)
        if (cells === undefined) days.delete(day)
        else days.set(day, cells)
        for (const cell of cells?.values() ?? []) cell.asOf = position
        changed.add(day)
      }
      // Whoever was in a span may be in none of its days any more; and the day at hand may be another.
      spans.clear()
      ;[from, until] = [0, 0]
    },
    days,
    take: (entries) => {
      for (const entry of entries) {
        if (entry.position <= position) continue
        position = entry.position
        const counted = rule.of(entry)
        if (counted === undefined) continue
        const millis = entry.at.epochMilliseconds
        if (millis < from || millis >= until) turnTo(millis)
        const person = counted.person === undefined ? undefined : People.numberOf(counted.person, rule.salt)
        for (const about of counted.about) {
          Cell.add(cells.get(about) ?? begun(cells, about), counted.amount ?? 0, person, position)
        }
      }
    },
    between: (about, first, last) => {
      const [begin, end] = [CalendarDate.toNumber(first), CalendarDate.toNumber(last)]
      const key = `${first} ${about}`
      const known = begin < end ? spans.get(key) : undefined
      const before = known !== undefined && known.last <= end ? known : undefined
      const [found, fresh]: [Array<Cell.Cell>, Array<Cell.Cell>] = [[], []]
      for (let day = begin; day <= end; day++) {
        const cell = days.get(day)?.get(about)
        if (cell === undefined) continue
        found.push(cell)
        if (before !== undefined && (day > before.last || cell.asOf > before.asOf)) fresh.push(cell)
      }
      const peopleOf = () => {
        const span = Span.add(before ?? Span.empty(), before ? fresh : found, end, position)
        remember(spans, key, span)
        return Span.count(span)
      }
      return {
        count: found.reduce((so, one) => so + one.count, 0),
        sum: found.reduce((so, one) => so + one.sum, 0),
        people: begin < end ? peopleOf() : found.reduce((so, one) => so + People.countOf(Cell.people(one).length), 0),
        ofNobody: found.reduce((so, one) => so + one.ofNobody, 0)
      }
    },
    keep: () => {
      const touched = [...changed].toSorted((one, other) => one - other)
      changed.clear()
      // The day at hand is turned to again, so that what comes to it is kept the next time.
      ;[from, until] = [0, 0]
      return {
        position,
        days: touched.map((day) => [
          CalendarDate.fromNumber(day),
          Object.fromEntries([...(days.get(day) ?? [])].map(([about, cell]) => [about, Cell.keep(cell)]))
        ])
      }
    }
  }
}

/** A cell of nothing, which is one of these from now on. */
const begun = (cells: Map<string, Cell.Cell>, about: string): Cell.Cell => {
  const cell = Cell.empty()
  cells.set(about, cell)
  return cell
}

/** So many spans are remembered, those that were asked for last. */
const mostSpans = 128

const remember = (spans: Map<string, Span.Span>, key: string, span: Span.Span): void => {
  spans.delete(key)
  spans.set(key, span)
  if (spans.size <= mostSpans) return
  for (const oldest of spans.keys()) {
    spans.delete(oldest)
    return
  }
}
