/**
 * The festivals that brands in China write about, with their dates: those of the lunar calendar, of the solar terms, and of the common one.
 *
 * The calendar of moons and terms is that of `tyme4ts` (after 寿星天文历). A chapter of its own, so that whoever plans nothing loads none of it.
 *
 * @module
 */
import { LunarDay, LunarMonth, SolarTerm } from "tyme4ts"
import { fromNumber } from "../CalendarDate.ts"
import { type FestivalId, ids } from "./FestivalNames.ts"

export { type FestivalId, ids, titles } from "./FestivalNames.ts"

/** How the date of a festival is found in a year. */
type Rule =
  /** A day of a month of the moon, never of a leap month. */
  | { readonly moon: readonly [month: number, day: number] }
  /** The last day before the year of the moon that begins in the year. */
  | { readonly eve: true }
  /** A solar term, counted from the winter solstice before the year. */
  | { readonly term: number }
  | { readonly sun: readonly [month: number, day: number] }

const rules: Readonly<Record<FestivalId, Rule>> = {
  "new-year": { sun: [1, 1] },
  laba: { moon: [12, 8] },
  "little-new-year": { moon: [12, 23] },
  "new-years-eve": { eve: true },
  "spring-festival": { moon: [1, 1] },
  "lantern-festival": { moon: [1, 15] },
  "valentines-day": { sun: [2, 14] },
  "womens-day": { sun: [3, 8] },
  qingming: { term: 7 },
  "labour-day": { sun: [5, 1] },
  "youth-day": { sun: [5, 4] },
  "childrens-day": { sun: [6, 1] },
  "dragon-boat": { moon: [5, 5] },
  qixi: { moon: [7, 7] },
  "teachers-day": { sun: [9, 10] },
  "mid-autumn": { moon: [8, 15] },
  "national-day": { sun: [10, 1] },
  "double-ninth": { moon: [9, 9] },
  "double-eleven": { sun: [11, 11] },
  "winter-solstice": { term: 24 },
  christmas: { sun: [12, 25] }
}

/** The years whose festivals are known: those of moments, and of the published tables that they are compared with. */
export const years = { first: 2000, last: 2100 } as const

/** The dates of a festival in a year of the common calendar: nearly always one, but the eighth of the twelfth moon may fall twice into a year, or not at all. */
export const inYear = (id: FestivalId, year: number): ReadonlyArray<string> => {
  const rule = rules[id]
  if ("sun" in rule) return [dateOf(year, ...rule.sun)]
  if ("term" in rule) return [of(SolarTerm.fromIndex(year, rule.term).getSolarDay())]
  // The last moons of a year of the moon are shown by the next year of the sun.
  return [year - 1, year].map((moons) => ofMoon(moons, rule)).filter((date) => date.startsWith(`${year}-`))
}

const ofMoon = (year: number, rule: Exclude<Rule, { readonly sun: unknown } | { readonly term: unknown }>): string => {
  if ("moon" in rule) return of(LunarDay.fromYmd(year, ...rule.moon).getSolarDay())
  // A year may end with a leap month, and its last month has 29 days or 30.
  return of(
    LunarMonth.fromYm(year + 1, 1)
      .getFirstJulianDay()
      .getSolarDay()
      .next(-1)
  )
}

/** A festival on its date. */
export interface Dated {
  readonly id: FestivalId
  readonly date: string
}

/** The festivals from a date to before another, in their order. */
export const between = (from: string, until: string): ReadonlyArray<Dated> => {
  const [first, last] = [Number(from.slice(0, 4)), Number(until.slice(0, 4))]
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
    .flatMap((year) => ids.flatMap((id) => inYear(id, year).map((date) => ({ id, date }))))
    .filter(({ date }) => from <= date && date < until)
    .sort((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0))
}

const of = (day: { getYear(): number; getMonth(): number; getDay(): number }): string =>
  dateOf(day.getYear(), day.getMonth(), day.getDay())

const dateOf = (year: number, month: number, day: number): string =>
  fromNumber(Date.UTC(year, month - 1, day) / 86_400_000)
