/**
 * What was heard and counted of an account, by days, as a running program keeps it: a day is read when somebody asks for it for the first time, and after that what is
 * new of it. A day on which something was taken back is read again, for nobody can tell whether the fan was there twice.
 *
 * @module
 */
import { DateTime, Effect } from "effect"
import { dayMillis, fromNumber, toNumber } from "../../calendar/CalendarDate.ts"
import * as WallClock from "../../calendar/WallClock.ts"
import type { Tally } from "../../internal-system/analytics/Tally.ts"
import * as Heard from "../../internal-system/reports/Heard.ts"
import * as Period from "../../internal-system/reports/Period.ts"
import * as Feed from "../../observations/Feed.ts"
import * as KeptState from "../../observations/KeptState.ts"
import * as ObservationPage from "../../observations/ObservationPage.ts"
import { type Entry, ObservationStore, type Place } from "../../observations/ObservationStore.ts"
import type { StoreUnavailable } from "../../operations/StoreUnavailable.ts"
import type { House } from "./Reported.ts"

/** The tally of a house that has counted the days of a period, as of now; of days that are still to come, nothing. */
export const read = Effect.fn("HeardReading.read")(function* (
  house: House,
  period: Period.Period
): Effect.fn.Return<Pick<Tally, "about" | "between">, StoreUnavailable, ObservationStore> {
  const { handbook, kinds } = house
  const { account, timeZone } = handbook
  const store = yield* ObservationStore
  const names = kinds.map(({ name }) => name).join(", ")
  const kept = KeptState.of<Days>(store, `tally of ${names} of ${account.id} by days of ${timeZone}`)
  const { wallAt } = WallClock.make(timeZone)
  const dayOf = ({ at }: Pick<Entry, "at">) => Math.floor(wallAt(at.epochMilliseconds) / dayMillis)
  return yield* Effect.gen(function* () {
    // Asked before anything is read: what is taken away meanwhile is told the next time.
    const removals = yield* store.removals
    if (kept.known?.removals !== removals)
      kept.known = { removals, tally: Heard.tally(timeZone, kinds), known: new Set(), position: yield* Feed.end }
    const days = kept.known
    yield* goOn(house, days, dayOf)
    const today = dayOf({ at: yield* DateTime.now })
    const missing = Period.dates(period)
      .map(toNumber)
      .filter((day) => day <= today && !days.known.has(day))
    for (const [first, last] of stretches(missing)) yield* readAgain(house, days, first, last)
    return days.tally
  }).pipe(kept.turn.withPermit)
})

interface Days {
  readonly removals: number
  readonly tally: Tally
  /** The numbers of days that it has counted whole, by the time of the position. */
  readonly known: Set<number>
  position: number
}

/** Counts what came since, of days that are known. */
const goOn = Effect.fnUntraced(function* (
  { handbook: { account }, kinds }: House,
  days: Days,
  dayOf: (entry: Entry) => number
) {
  const counted = new Set(kinds.map(({ name }) => name))
  const takeBack = new Set(kinds.flatMap(({ takenBackBy }) => takenBackBy?.name ?? []))
  yield* Feed.from(days.position, (entry) => {
    days.position = entry.position
    if (entry.account !== account.id) return
    const day = dayOf(entry)
    // Of the day on which something was taken back, the tally stays as it is until all of it was read.
    if (takeBack.has(entry.kind)) days.known.delete(day)
    else if (counted.has(entry.kind) && days.known.has(day)) days.tally.take([entry])
  })
})

/** Reads days whole, as of the position: what came after it is still to come. */
const readAgain = Effect.fnUntraced(function* ({ handbook, kinds }: House, days: Days, first: number, last: number) {
  const { account, timeZone } = handbook
  const tally = Heard.tally(timeZone, kinds)
  const period = { first: fromNumber(first), last: fromNumber(last) }
  const asked = { account: account.id, ...Period.span(timeZone, period), order: "oldest" as const, limit: pageSize }
  // A tally takes what comes in one order; here that is the order in which it is read.
  let position = 0
  for (const kind of kinds) {
    let after: Place | undefined
    do {
      const page: ReadonlyArray<Entry> = yield* ObservationPage.read(kind, {
        ...asked,
        ...(after !== undefined && { after })
      })
      tally.take(
        page.filter((entry) => entry.position <= days.position).map((entry) => ({ ...entry, position: ++position }))
      )
      after = page.length < pageSize ? undefined : page.at(-1)
    } while (after !== undefined)
  }
  days.tally.replace(period.first, period.last, tally.days)
  for (let day = first; day <= last; day++) days.known.add(day)
})

/** The first and the last of days that follow each other, of days in order. */
const stretches = (days: ReadonlyArray<number>): ReadonlyArray<readonly [first: number, last: number]> => {
  const ends = days.filter((day, index) => days[index + 1] !== day + 1)
  return days.filter((day, index) => days[index - 1] !== day - 1).map((first, index) => [first, ends[index] ?? first])
}

const pageSize = 5_000
