/**
 * What a house knows of its account's fans, made of everything that was ever heard of them. A running program reads it once, and after that what is new; what comes
 * late counts on its own day, and who was erased is nobody (`ObservationProjection`).
 *
 * @module
 */
import { DateTime, type Effect, Equal } from "effect"
import type { AccountId } from "../../account/AccountId.ts"
import { FanId } from "../../account/FanId.ts"
import type { Moment } from "../../calendar/Moment.ts"
import type { TimeZone } from "../../calendar/TimeZone.ts"
import * as WallClock from "../../calendar/WallClock.ts"
import * as Outreach from "../../external-system/members/Outreach.ts"
import * as FanCounts from "../../internal-system/fans/FanCounts.ts"
import * as FanLife from "../../internal-system/fans/FanLife.ts"
import type * as LifeCycle from "../../internal-system/fans/LifeCycle.ts"
import type { RecordedOf } from "../../observations/Observation.ts"
import * as ObservationProjection from "../../observations/ObservationProjection.ts"
import type { ObservationStore } from "../../observations/ObservationStore.ts"
import type { StoreUnavailable } from "../../operations/StoreUnavailable.ts"
import * as Sightings from "./Sightings.ts"

/** What is known of the fans. It goes on with what is heard next: an answer holds no part of it. */
export interface KnownFans {
  readonly lives: ReadonlyMap<string, FanLife.Life>
  /** All of them by their marks: an order that names nobody, and in which pages of them can be made. */
  readonly byMark: () => ReadonlyArray<Marked>
  /** How many are what, by the stages of a house. */
  readonly counts: (stages: LifeCycle.Stages) => FanCounts.FanCounts
  /** How much was heard up to a day of which nobody knows any more, or ever did, whose it is. */
  readonly ofNobody: (today: number) => number
  /** When the first of it was heard. */
  readonly since: Moment | undefined
}

/** A fan, what is known of them, and their mark. */
export interface Marked {
  readonly fan: FanId
  readonly life: FanLife.Life
  readonly mark: Outreach.Mark
}

/** What the fans of an account, whose days are those of a time zone, come to: as of now. */
export const ask = <A>(
  { account, timeZone }: { readonly account: AccountId; readonly timeZone: TimeZone },
  now: Moment,
  answer: (fans: KnownFans) => A
): Effect.Effect<A, StoreUnavailable, ObservationStore> => {
  const { dayAt } = WallClock.make(timeZone)
  const take = (state: State, one: Sighted) => {
    if (DateTime.isLessThan(one.at, now)) state.take(one, dayAt(one.at.epochMilliseconds))
    else state.ahead.push(one)
  }
  const name = `fans of ${account} by days of ${timeZone}`
  return ObservationProjection.ask({ name, account, kinds: Sightings.kinds, begin, take }, (state) => {
    for (const one of state.ahead.splice(0)) take(state, one)
    return answer(state)
  })
}

type Sighted = RecordedOf<(typeof Sightings.kinds)[number]>

interface State extends KnownFans {
  readonly take: (one: Sighted, day: number) => void
  /** What is said to happen later than it was read. */
  readonly ahead: Array<Sighted>
}

const begin = (): State => {
  const { lives, take } = FanLife.gather()
  const nobodys = new Map<number, number>()
  const marked: Array<Marked> = []
  let since: Moment | undefined
  let counted: { readonly counts: FanCounts.FanCounts; readonly by: LifeCycle.Stages } | undefined
  return {
    lives,
    ahead: [],
    take: (one, day) => {
      since = DateTime.min(since ?? one.at, one.at)
      const sighting = Sightings.of(one, day)
      if (sighting !== undefined) {
        counted?.counts.changes(sighting.fan)
        take(sighting)
      }
      // A letter to somebody who is forgotten is no sight of anybody.
      if (one.personal === undefined && one.kind !== "Outreach") nobodys.set(day, (nobodys.get(day) ?? 0) + 1)
    },
    byMark: () => {
      if (marked.length === lives.size) return marked
      // A life that began later stands behind all others.
      for (const [name, life] of [...lives].slice(marked.length)) {
        const fan = FanId.make(name)
        marked.push({ fan, life, mark: Outreach.markOf(fan) })
      }
      return marked.sort((one, other) => (one.mark < other.mark ? -1 : 1))
    },
    counts: (by) => {
      if (counted === undefined || !Equal.equals(counted.by, by)) counted = { counts: FanCounts.beside(lives, by), by }
      return counted.counts
    },
    ofNobody: (today) => [...nobodys].reduce((so, [day, count]) => so + (day <= today ? count : 0), 0),
    get since() {
      return since
    }
  }
}
