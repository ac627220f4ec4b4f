/**
 * What was heard and counted of an account, by days, as a running program keeps it: a day is read when somebody asks for it for the first time, and after that what is
 * new of it. A day on which something was taken back is read again, for nobody can tell whether the fan was there twice.
 *
 * @module
 */
import { DateTime, Effect } from "effect"
import { fromNumber, toNumber } from "../../calendar/CalendarDate.ts"
import * as WallClock from "../../calendar/WallClock.ts"
import type { Handbook } from "../../handbook/Handbook.ts"
import type { Tally } from "../../internal-system/analytics/Tally.ts"
import * as Heard from "../../internal-system/reports/Heard.ts"
import * as Period from "../../internal-system/reports/Period.ts"
import * as Feed from "../../observations/Feed.ts"
import * as KeptState from "../../observations/KeptState.ts"
import type { AnyKind } from "../../observations/Observation.ts"
import * as ObservationPage from "../../observations/ObservationPage.ts"
import type { ObservationStore } from "../../observations/ObservationStore.ts"
import type { StoreUnavailable } from "../../operations/StoreUnavailable.ts"

/** Whose observations are counted, and of which kinds. */
interface House {
  readonly handbook: Handbook
  readonly kinds: ReadonlyArray<AnyKind>
}

/** The tally of a house that has counted the days of a period, as of now; of days that are still to come, nothing. */
export const read = (
  house: House,
  period: Period.Period
): Effect.Effect<Pick<Tally, "about" | "between">, StoreUnavailable, ObservationStore> => {
  const { handbook, kinds } = house
  const { account, timeZone } = handbook
  const names = kinds.map(({ name }) => name).join(", ")
  return KeptState.use(
    `tally of ${names} of ${account.id} by days of ${timeZone}`,
    Effect.map(Feed.end, (position): Days => ({ tally: Heard.tally(timeZone, kinds), known: new Set(), position })),
    Effect.fnUntraced(function* (days) {
      yield* goOn(house, days)
      const today = WallClock.make(timeZone).dayAt((yield* DateTime.now).epochMilliseconds)
      const missing = Period.dates(period)
        .map(toNumber)
        .filter((day) => day <= today && !days.known.has(day))
      for (const [first, last] of stretches(missing)) yield* readAgain(house, days, first, last)
      return days.tally
    })
  )
}

interface Days {
  readonly tally: Tally
  /** The numbers of days that it has counted whole, by the time of the position. */
  readonly known: Set<number>
  position: number
}

/** Counts what came since, of days that are known. */
const goOn = Effect.fnUntraced(function* ({ handbook: { account, timeZone }, kinds }: House, days: Days) {
  const counted = new Set(kinds.map(({ name }) => name))
  const takeBack = new Set(kinds.flatMap(({ takenBackBy }) => takenBackBy?.name ?? []))
  const { dayAt } = WallClock.make(timeZone)
  yield* Feed.from(days.position, (entry) => {
    days.position = entry.position
    if (entry.account !== account.id) return
    const day = dayAt(entry.at.epochMilliseconds)
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
  for (const kind of kinds)
    yield* ObservationPage.each(kind, asked, (page) => {
      const known = page.filter((entry) => entry.position <= days.position)
      tally.take(known.map((entry) => ({ ...entry, position: ++position })))
    })
  days.tally.replace(period.first, period.last, tally.days)
  for (let day = first; day <= last; day++) days.known.add(day)
})

/** The first and the last of days that follow each other, of days in order. */
const stretches = (days: ReadonlyArray<number>): ReadonlyArray<readonly [first: number, last: number]> => {
  const ends = days.filter((day, index) => days[index + 1] !== day + 1)
  return days.filter((day, index) => days[index - 1] !== day - 1).map((first, index) => [first, ends[index] ?? first])
}

const pageSize = 5_000
