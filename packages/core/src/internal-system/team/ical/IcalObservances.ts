/**
 * The clock of a time zone that a file describes: its observances (`STANDARD`, `DAYLIGHT`), each of which holds from its onsets on.
 *
 * Their rules repeat by the year, on days of months; a description that says more is told instead of being guessed at.
 *
 * @module
 */
import { dayMillis, weekdayOf } from "../../../calendar/CalendarDate.ts"
import * as WallClock from "../../../calendar/WallClock.ts"
import * as Rule from "./IcalRule.ts"
import { type Component, found } from "./IcalText.ts"

/** The clock; nothing where the description cannot be honoured in whole. */
export const clockOf = (zone: Component): WallClock.WallClock | undefined => {
  const observances = zone.components.map(observanceOf).filter((one) => one !== undefined)
  if (observances.length !== zone.components.length || observances.length > most) return undefined
  const [first] = observances.toSorted((one, other) => one.begins - other.begins)
  if (first === undefined) return undefined
  return WallClock.ofOffsets((millis) => {
    // Before all of them the clocks show what they showed when the first one began.
    let [latest, offset] = [Number.NEGATIVE_INFINITY, first.before]
    for (const { after, onset } of observances) {
      const at = onset(millis)
      if (at !== undefined && at > latest) [latest, offset] = [at, after]
    }
    return offset
  })
}

/** Observances of one zone, after which nobody means it well. */
const most = 400

/** What the clocks show from its onsets on. Offsets are milliseconds ahead of UTC. */
interface Observance {
  readonly before: number
  readonly after: number
  readonly begins: number
  /** The last onset until a moment, if there was one. */
  readonly onset: (millis: number) => number | undefined
}

const observanceOf = (component: Component): Observance | undefined => {
  const [start] = wallTimes(component, "dtstart")
  const [before, after] = ["tzoffsetfrom", "tzoffsetto"].map((name) => offsetOf(found(component, name)?.raw))
  if (start === undefined || before === undefined || after === undefined) return undefined
  const rules = component.properties.filter(({ name }) => name === "rrule").map(({ raw }) => yearly(start, raw, before))
  const [repeated = () => undefined, ...more] = rules
  if (rules.includes(undefined) || more.length > 0) return undefined
  const single = [start, ...wallTimes(component, "rdate")].toSorted((one, other) => one - other)
  const onset = (millis: number) => {
    const wall = millis + before
    const last = Math.max(single.findLast((one) => one <= wall) ?? never, repeated(wall) ?? never)
    return last === never ? undefined : last - before
  }
  return { before, after, begins: start - before, onset }
}

const never = Number.NEGATIVE_INFINITY

/** Finds the last onset that a rule gives until a time, both on the wall; nothing for a rule that is not one of a zone. */
const yearly = (start: number, text: string, before: number): ((wall: number) => number | undefined) | undefined => {
  const rule = Rule.parse(text)
  const strange = ["BYYEARDAY", "BYWEEKNO", "BYSETPOS"].some((name) => rule?.has(name))
  if (rule?.get("FREQ") !== "YEARLY" || (rule.get("INTERVAL") ?? "1") !== "1" || strange) return undefined
  const first = new Date(start).getUTCFullYear()
  const ofYear = onsets(start, rule)
  const until = Rule.untilOf(rule, false, (millis) => millis + before)
  if (rule.has("UNTIL") && until === undefined) return undefined
  const last = rule.has("COUNT")
    ? counted(first, Number(rule.get("COUNT")), ofYear)
    : (until ?? Number.POSITIVE_INFINITY)
  return (wall) => {
    const latest = Math.min(wall, last)
    // 29 February is left out once in a century, so one of the last nine years has an onset or none has.
    for (let year = new Date(latest).getUTCFullYear(), least = Math.max(first, year - 8); year >= least; year--) {
      const onset = ofYear(year).findLast((one) => one <= latest)
      if (onset !== undefined) return onset
    }
    return undefined
  }
}

const counted = (first: number, count: number, ofYear: (year: number) => ReadonlyArray<number>): number => {
  const all: Array<number> = []
  for (let year = first; all.length < count && year < first + 1000; year++) all.push(...ofYear(year))
  return all[count - 1] ?? Number.POSITIVE_INFINITY
}

/** The onsets of a year on the wall, none before the first; each year is worked out once. */
const onsets = (start: number, rule: Rule.Rule): ((year: number) => ReadonlyArray<number>) => {
  const begun = new Date(start)
  const numbers = (name: string) => rule.get(name)?.split(",").map(Number)
  const weekdays = rule.get("BYDAY")?.split(",")
  const monthDays = numbers("BYMONTHDAY") ?? (weekdays === undefined ? [begun.getUTCDate()] : undefined)
  const months = numbers("BYMONTH") ?? [begun.getUTCMonth() + 1]
  const time = start - Math.floor(start / dayMillis) * dayMillis
  const years = new Map<number, ReadonlyArray<number>>()
  return (year) => {
    const known = years.get(year)
    if (known !== undefined) return known
    const found = months.flatMap((month) => {
      const begins = Date.UTC(year, month - 1, 1) / dayMillis
      const days = Date.UTC(year, month, 1) / dayMillis - begins
      return Array.from({ length: days }, (_, index) => index + 1)
        .filter((day) => monthDays === undefined || monthDays.includes(day) || monthDays.includes(day - days - 1))
        .filter((day) => weekdays === undefined || weekdays.some((one) => falls(one, begins + day - 1, day, days)))
        .map((day) => (begins + day - 1) * dayMillis + time)
        .filter((onset) => onset >= start)
    })
    const sorted = found.toSorted((one, other) => one - other)
    years.set(year, sorted)
    return sorted
  }
}

/** Whether a day, which is the so-manieth of so many of its month, is `SU`, or the second of them, `2SU`, or the last one, `-1SU`. */
const falls = (weekday: string, day: number, date: number, days: number): boolean => {
  const which = Number(weekday.slice(0, -2) || 0)
  if (weekday.slice(-2) !== weekdayOf(day).slice(0, 2).toUpperCase()) return false
  return which === 0 || which === Math.ceil(date / 7) || which === -Math.ceil((days - date + 1) / 7)
}

/** Times on the wall, as numbers. */
const wallTimes = (component: Component, name: string): ReadonlyArray<number> =>
  component.properties
    .filter((property) => property.name === name)
    .flatMap(({ values }) => values.map((value) => Date.parse(`${String(value).slice(0, 19)}Z`)))
    .filter((time) => !Number.isNaN(time))

const offsetOf = (text: string | undefined): number | undefined => {
  const [, sign, hours, minutes, seconds = "0"] = /^([+-])(\d\d):?(\d\d)(?::?(\d\d))?$/.exec(text ?? "") ?? []
  const millis = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000
  return sign === undefined || millis > WallClock.furthest ? undefined : sign === "-" ? -millis : millis
}
