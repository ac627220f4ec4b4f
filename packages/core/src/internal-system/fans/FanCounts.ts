/**
 * How many of the known fans are what, as of any day, kept beside their lives: where they stand, when they were first seen, who was seen again. Whose life changes is
 * taken out of the counts as they were and put into them as they are, so that an answer costs what is new and not all fans.
 *
 * @module
 */
import { toNumber } from "../../calendar/CalendarDate.ts"
import * as Period from "../reports/Period.ts"
import type { Life, Source } from "./FanLife.ts"
import * as LifeCycle from "./LifeCycle.ts"
import * as Retention from "./Retention.ts"

/** How many are what, as of a day. */
export interface Counts {
  readonly stages: LifeCycle.Counts
  /** Whether anybody was seen to leave by then. */
  readonly isAnyGone: boolean
  /** How many were seen for the first time within the period, by where they came from. */
  readonly firsts: ReadonlyMap<Source, number>
  readonly cohorts: ReadonlyArray<Retention.Cohort>
  /** Of what length cohorts are. */
  readonly per: "week" | "month"
}

/** Counts kept beside lives. */
export interface FanCounts {
  /** The life of a fan is about to change, or to begin: it is counted again with the next answer. */
  readonly changes: (fan: string) => void
  /** Counts some of those whose lives have changed, and no more at once than others can wait for; says whether there are more. */
  readonly countSome: () => boolean
  /** The counts of a period, up to a day of it: what was seen after that day counts for nothing. */
  readonly asOf: (today: number, period: Period.Period) => Counts
}

/** Counts of lives that go on, and that tell each {@link FanCounts.changes} before it happens. */
export const beside = (lives: ReadonlyMap<string, Life>, stages: LifeCycle.Stages): FanCounts => {
  const standing = LifeCycle.gather(stages)
  const cohorts = {
    week: Retention.gather({ per: "week", begins: "monday" }),
    month: Retention.gather({ per: "month" })
  }
  const leaving = new Map<number, number>()
  const uncounted = new Set(lives.keys())
  // Kept, for a walk from the beginning would pass all those again that were counted before; whoever is added meanwhile stands at its end.
  let waiting = uncounted.values()
  const count = (fan: string, by: 1 | -1): void => {
    const life = lives.get(fan)
    if (life === undefined) return
    standing.count(life, by)
    cohorts.week.count(life, by)
    cohorts.month.count(life, by)
    if (life.left !== undefined) leaving.set(life.left, (leaving.get(life.left) ?? 0) + by)
  }
  const countSome = (): boolean => {
    for (let room = atOnce; room > 0; room--) {
      const { done, value: fan } = waiting.next()
      if (done) {
        waiting = uncounted.values()
        return false
      }
      count(fan, 1)
      uncounted.delete(fan)
    }
    return true
  }
  return {
    changes: (fan) => {
      if (uncounted.has(fan)) return
      count(fan, -1)
      uncounted.add(fan)
    },
    countSome,
    asOf: (today, period) => {
      while (countSome()) {}
      const per = Period.days(period) < shortestMonth ? "week" : "month"
      // Each life has a source, and so has whoever was first seen.
      const firsts = cohorts[per].firsts(toNumber(period.first), today) as ReadonlyMap<Source, number>
      return {
        stages: standing.asOf(today),
        isAnyGone: [...leaving].some(([day, fans]) => day <= today && fans > 0),
        firsts,
        cohorts: cohorts[per].asOf(today),
        per
      }
    }
  }
}

const atOnce = 5_000

/** Of so many days or more, cohorts are months. */
const shortestMonth = 28
