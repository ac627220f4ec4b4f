/**
 * The slots of a plan laid out over its dates: what may stand in each, and what keeps the rest out.
 *
 * @module
 */
import { DateTime, Duration, Record } from "effect"
import { dayMillis, fromNumber, toNumber, weekdayOf } from "../../calendar/CalendarDate.ts"
import type { Holidays } from "../../calendar/Holidays.ts"
import type { Moment } from "../../calendar/Moment.ts"
import * as Spans from "../../calendar/Spans.ts"
import * as Timetable from "../../calendar/Timetable.ts"
import * as WallClock from "../../calendar/WallClock.ts"
import type { Brief, Given, Review } from "./Brief.ts"

/** A rule that keeps posts out of a slot, or makes posts necessary: what an explanation is made of. */
export type Rule =
  | { readonly _tag: "Blackout"; readonly blackout: string }
  /** The reviewers have no time left to read it before. */
  | { readonly _tag: "Review" }
  /** The slot is past. */
  | { readonly _tag: "Past" }
  /** The slot is kept for another category; its place among the slots of the mix. */
  | { readonly _tag: "Slot"; readonly index: number }
  /** What stands there is out, pinned or frozen. */
  | { readonly _tag: "Firm" }
  /** No more posts than that in a stretch. */
  | { readonly _tag: "Most" }
  /** At least so many posts in a stretch. */
  | { readonly _tag: "Least" }
  /** Slots that stay free for the unforeseen. */
  | { readonly _tag: "Free" }
  | { readonly _tag: "Occasion"; readonly occasion: string }

/** A time at which a post may go out. */
export interface Place {
  readonly at: number
  /** The day's number on the wall, its date, and the time. */
  readonly day: number
  readonly date: string
  readonly time: string
  /** What keeps each category out, by its place among the categories of the mix; nothing where it may stand there. */
  readonly against: ReadonlyArray<ReadonlyArray<Rule>>
  /** What stands there now. */
  readonly given: Given | undefined
  /** Whether what stands there stays. */
  readonly firm: boolean
  /** The slot of the mix that is kept for one category, by its place. */
  readonly keptFor: number | undefined
  readonly draftBy: number | undefined
}

/** The slots of a brief in their order, each moment once. */
export const lay = (brief: Brief): ReadonlyArray<Place> => {
  const { given, mix, timeZone } = brief
  const categories = Record.keys(mix.categories)
  const wall = WallClock.make(timeZone)
  const [first, end] = [toNumber(brief.from), toNumber(brief.until)]
  const readBefore = brief.review === undefined ? undefined : reading(brief.review, wall, first, end)
  const now = brief.now === undefined ? Number.NEGATIVE_INFINITY : DateTime.toEpochMillis(brief.now)
  const [frozen, anew] = [millisOf(brief.frozenUntil), millisOf(brief.anewFrom)]
  const there = new Map(given.map((one) => [DateTime.toEpochMillis(one.slot), one]))
  const places = new Map<number, Place>()
  const place = (at: number, day: number, date: string, time: string, keptFor: number | undefined) => {
    const was = there.get(at)
    const isFirm = was !== undefined && (was.firm !== "planned" || at < (frozen ?? Number.NEGATIVE_INFINITY))
    const draftBy = readBefore?.(at)
    // What is there already is with the reviewers, or through.
    const late: ReadonlyArray<Rule> = [
      ...(at <= now ? [{ _tag: "Past" } as const] : []),
      ...(at > now && readBefore !== undefined && (draftBy === undefined || draftBy < now)
        ? [{ _tag: "Review" } as const]
        : [])
    ]
    const silent = Object.entries(brief.blackouts).filter(([, { from, until }]) => from <= date && date < until)
    const against = categories.map((category): ReadonlyArray<Rule> => {
      const stays = was !== undefined && was.category === category
      if (was?.firm === "published") return stays ? [] : [{ _tag: "Firm" }]
      const kept = keptFor === undefined ? undefined : mix.slots[keptFor]?.category
      return [
        ...silent
          .filter(([, one]) => one.categories?.includes(category) ?? true)
          .map(([blackout]): Rule => ({ _tag: "Blackout", blackout })),
        ...(stays ? [] : late),
        ...(kept === undefined || kept === category || (stays && isFirm)
          ? []
          : [{ _tag: "Slot", index: keptFor ?? 0 } as const]),
        ...(isFirm && !stays ? [{ _tag: "Firm" } as const] : [])
      ]
    })
    const remembered = was !== undefined && !isFirm && anew !== undefined && at >= anew ? undefined : was
    const stays = isFirm && against[categories.indexOf(was.category)]?.length === 0
    places.set(at, { at, day, date, time, against, given: remembered, firm: stays, keptFor, draftBy })
  }
  for (let day = first; day < end; day++) {
    const [date, weekday] = [fromNumber(day), weekdayOf(day)]
    for (const [index, { at, category, on }] of mix.slots.entries()) {
      if (!on.includes(weekday)) continue
      const [hour = 0, minute = 0] = at.split(":").map(Number)
      // A slot at 24:00 is one of the next day, and two slots that meet are one.
      const shown = day * dayMillis + (hour * 60 + minute) * 60_000
      const moment = wall.reaches(shown)
      const onDay = Math.floor(shown / dayMillis)
      if (onDay < end && !places.has(moment))
        place(
          moment,
          onDay,
          onDay === day ? date : fromNumber(onDay),
          at === "24:00" ? "00:00" : at,
          category === undefined ? undefined : index
        )
    }
  }
  for (const [at] of there) {
    const shown = wall.wallAt(at)
    const day = Math.floor(shown / dayMillis)
    const one = there.get(at)
    // What was planned for a slot that there is no more, goes; what a person pinned to a time of its own, stays.
    const stays = one !== undefined && (one.firm !== "planned" || at < (frozen ?? Number.NEGATIVE_INFINITY))
    if (!places.has(at) && stays && first <= day && day < end)
      place(at, day, fromNumber(day), new Date(shown).toISOString().slice(11, 16), undefined)
  }
  return [...places.values()].sort((one, other) => one.at - other.at)
}

/** Whether a moment lies in the dates of a brief. */
export const isInside = ({ from, timeZone, until }: Brief, at: number): boolean => {
  const date = fromNumber(WallClock.make(timeZone).dayAt(at))
  return from <= date && date < until
}

const millisOf = (moment: Moment | undefined) => moment && DateTime.toEpochMillis(moment)

/** The last moment at which a review can begin that is to be done by then; nothing where the reviewers have no such time. */
const reading = (
  { holidays, hours, within }: Review,
  wall: WallClock.WallClock,
  first: number,
  end: number
): ((at: number) => number | undefined) => {
  const table = Timetable.make(hours, byWeekday(holidays))
  const open = Spans.open(table, wall.reaches((first - leadDays) * dayMillis), wall.reaches((end + 1) * dayMillis))
  const takes = Duration.toMillis(within)
  return (at) => {
    let left = takes
    for (let index = before(open, at); index >= 0 && left >= 0; index -= 2) {
      const from = open[index] ?? 0
      const to = Math.min(open[index + 1] ?? 0, at)
      if (left <= to - from) return to - left
      left -= to - from
    }
    return undefined
  }
}

/** How long before the first date reviewers' hours are looked for. */
const leadDays = 30

/** The index of the last stretch that begins before the moment. */
const before = (spans: Spans.Spans, at: number): number => {
  let [low, high] = [0, spans.length / 2]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle * 2] ?? 0) < at) low = middle + 1
    else high = middle
  }
  return (low - 1) * 2
}

/** A year that nobody has announced yet is taken by its weekdays; a plan says so. */
const byWeekday = (holidays: Holidays): Holidays => ({
  on: (date) => {
    const answer = holidays.on(date)
    if (answer.answer !== "unknown year") return answer
    const weekday = weekdayOf(toNumber(date))
    return weekday === "saturday" || weekday === "sunday"
      ? { answer: "day off", holiday: undefined }
      : { answer: "workday", makeUpFor: undefined }
  }
})
