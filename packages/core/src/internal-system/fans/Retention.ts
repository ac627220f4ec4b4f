/**
 * How many of those who were first seen together are seen again, week by week or month by month, and by where they came from. A period that has not
 * ended has no share yet; a cohort of nobody has none at all.
 *
 * @module
 */
import * as CalendarDate from "../../calendar/CalendarDate.ts"
import * as Interval from "../analytics/Interval.ts"

/** How long a period is. Weeks begin on a day that the house says. */
export type Period = { readonly per: "day" | "month" } | { readonly per: "week"; readonly begins: CalendarDate.Weekday }

/** When a fan was seen, in days of the account's zone (`CalendarDate.toNumber`), and where they came from. */
export interface Visits {
  readonly days: ReadonlyArray<number>
  readonly source?: string
}

/** How many of a cohort were seen in a period. */
export interface Cell {
  /** The periods between the cohort's and this one: 0 is its own. */
  readonly after: number
  readonly seen: number
  readonly share: number
  readonly interval: Interval.Interval
}

/** Fans who were first seen in one period, from one source. */
export interface Cohort {
  /** The first day of the period. */
  readonly begins: CalendarDate.CalendarDate
  /** Where they came from; nothing where nobody knows. */
  readonly source: string | undefined
  readonly fans: number
  /** Periods that have ended, the cohort's own first; the newest cohort may have none. */
  readonly cells: ReadonlyArray<Cell>
}

/** Cohorts by their period and source. Today belongs to a period that has not ended, unless it is its last day. */
export const of = (
  fans: ReadonlyArray<Visits>,
  period: Period,
  today: number,
  level?: number
): ReadonlyArray<Cohort> => {
  const gathered = gather(period)
  for (const fan of fans) gathered.count(fan, 1)
  return gathered.asOf(today, level)
}

/**
 * Puts cohorts together from fans who are counted one by one, for all days at once: of a period that has ended by some day, all is known by then. A fan who is counted
 * with -1, as they were counted before, is counted no more.
 */
export const gather = (period: Period) => {
  const number = remembered(numberOf(period))
  const bySource = new Map<string | undefined, Map<number, Gathered>>()
  // There may be millions of fans: nothing is made for each of them.
  const periods = new Set<number>()
  return {
    /** Counts a fan, or takes them out as they were counted. */
    count: ({ days, source }: Visits, by: 1 | -1): void => {
      periods.clear()
      let day = Number.POSITIVE_INFINITY
      for (const one of days) {
        periods.add(number(one))
        day = Math.min(day, one)
      }
      if (periods.size === 0) return
      const first = number(day)
      const cohorts = bySource.get(source) ?? new Map<number, Gathered>()
      bySource.set(source, cohorts)
      const cohort = cohorts.get(first) ?? { first, source, firsts: new Map(), seen: new Map() }
      cohorts.set(first, cohort)
      more(cohort.firsts, day, by)
      for (const one of periods) more(cohort.seen, one - first, by)
    },
    /** The cohorts, as of a day: what was seen after it counts for nothing. */
    asOf: (today: number, level?: number): ReadonlyArray<Cohort> => {
      const ended = number(today + 1) - 1
      return [...bySource.values()]
        .flatMap((cohorts) => [...cohorts.values()])
        .map((cohort) => ({ ...cohort, fans: between(cohort.firsts, Number.NEGATIVE_INFINITY, today) }))
        .filter(({ fans }) => fans > 0)
        .toSorted((one, other) => one.first - other.first || compare(one.source, other.source))
        .map(({ fans, first, seen, source }) => ({
          begins: firstDay(period, first),
          source,
          fans,
          cells: Array.from({ length: Math.max(0, ended - first + 1) }, (_, after) => {
            const count = seen.get(after) ?? 0
            return { after, seen: count, share: count / fans, interval: Interval.wilson(count, fans, level) }
          })
        }))
    },
    /** How many were seen for the first time from one day to another, both included, by where they came from. */
    firsts: (from: number, to: number): ReadonlyMap<string | undefined, number> => {
      const counts = [...bySource].map(([source, cohorts]) => {
        const those = [...cohorts.values()].map(({ firsts }) => between(firsts, from, to))
        return [source, those.reduce((so, one) => so + one, 0)] as const
      })
      return new Map(counts.filter(([, count]) => count > 0))
    }
  }
}

interface Gathered {
  readonly first: number
  readonly source: string | undefined
  /** How many were first seen on a day. */
  readonly firsts: Map<number, number>
  /** How many were seen so many periods later. */
  readonly seen: Map<number, number>
}

const more = (counts: Map<number, number>, of: number, by: number) => counts.set(of, (counts.get(of) ?? 0) + by)

const between = (counts: ReadonlyMap<number, number>, from: number, to: number): number => {
  let sum = 0
  for (const [day, count] of counts) if (day >= from && day <= to) sum += count
  return sum
}

const remembered = (of: (day: number) => number): ((day: number) => number) => {
  const known = new Map<number, number>()
  return (day) => {
    const number = known.get(day) ?? of(day)
    known.set(day, number)
    return number
  }
}

/**
 * All cohorts together, by people: a large one weighs more than a small one, one of whom nobody came back counts, and one for which a period has not
 * ended counts in none of it.
 */
export const overall = (cohorts: ReadonlyArray<Cohort>, level?: number): ReadonlyArray<Cell> => {
  const longest = cohorts.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  return Array.from({ length: longest }, (_, after) => {
    const those = cohorts.filter(({ cells }) => cells.length > after)
    const fans = those.reduce((so, one) => so + one.fans, 0)
    const seen = those.reduce((so, { cells }) => so + (cells[after]?.seen ?? 0), 0)
    return { after, seen, share: seen / fans, interval: Interval.wilson(seen, fans, level) }
  })
}

const compare = (one = "", other = ""): number => (one < other ? -1 : one > other ? 1 : 0)

/** The number of a day's period: periods that follow each other have numbers that do. */
const numberOf = (period: Period): ((day: number) => number) => {
  if (period.per === "day") return (day) => day
  if (period.per === "week") return (day) => Math.floor((day + offset(period.begins)) / 7)
  return (day) => {
    const [year = 0, month = 0] = CalendarDate.fromNumber(day).split("-").map(Number)
    return year * 12 + month - 1
  }
}

const firstDay = (period: Period, number: number): string => {
  if (period.per === "day") return CalendarDate.fromNumber(number)
  if (period.per === "week") return CalendarDate.fromNumber(number * 7 - offset(period.begins))
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, "0")}-01`
}

/** How many days before day 0, which was a Thursday, its week began. */
const offset = (begins: CalendarDate.Weekday): number => (3 - CalendarDate.weekdays.indexOf(begins) + 7) % 7
