/**
 * Which posts a mix promises of which dates, as cases: each begins early enough for a draft to be read in the reviewers' hours before the slot from
 * which on too few would be left, and ends with the last slot. Dates on which the account keeps silent, and dates without slots, promise nothing.
 *
 * @module
 */
import { Array as Arrays, DateTime } from "effect"
import { dayMillis, fromNumber, weekdayOf } from "../../calendar/CalendarDate.ts"
import type { Holidays } from "../../calendar/Holidays.ts"
import * as Stretch from "../../calendar/Stretch.ts"
import * as Timetable from "../../calendar/Timetable.ts"
import * as WallClock from "../../calendar/WallClock.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"
import { holders } from "../../handbook/Entitlement.ts"
import type { Handbook } from "../../handbook/Handbook.ts"
import type { ContentMix, Slot } from "../../internal-system/content/ContentMix.ts"
import { PostProcess } from "../../internal-system/content/PostProcess.ts"
import { byWeekday } from "../../internal-system/content-plan/Layout.ts"
import { type Agenda, type Opening, opening } from "../../process/Agenda.ts"
import { caseFor } from "../../process/CaseName.ts"
import type { ContentPlanSection } from "./ContentPlanSection.ts"
import { lastStart } from "./LastStart.ts"
import type { Kind } from "./PostQuota.ts"
import { PostQuotaProcess } from "./PostQuotaProcess.ts"

/** The stretches that are held at run time; what is promised of a quarter or a year is the plan's. */
const held: ReadonlySet<string> = new Set(["day", "week", "month"])
/** No working time is looked for longer ahead, whatever holidays there are. */
const leadDays = 30

/** The quotas whose time meets a span. */
export const quotasOf = (handbook: Handbook, section: ContentPlanSection, holidays: Holidays): Agenda => {
  const { account, calendars, content, timeZone } = handbook
  const { mix } = content
  if (mix === undefined || mix.quantity.least === 0 || !held.has(mix.quantity.per)) return () => []
  const { per } = mix.quantity
  const wall = WallClock.make(timeZone)
  const { calendar, time } = section.ahead ?? content.review.within
  const hours = calendars[calendar]
  const timetable = hours && Timetable.make(hours, byWeekday(holidays))
  const momentOf = (day: number, at: string) =>
    wall.reaches(day * dayMillis + (Number(at.slice(0, 2)) * 60 + Number(at.slice(3))) * 60_000)
  // Who may schedule in the planner's place does so where the planner is not there.
  const people = Arrays.dedupe([section.planner, ...holders(handbook, PostProcess.steps.Schedule.by)] as const)

  const openingOf = ({ from, until }: Stretch.Stretch): Opening | undefined => {
    const slots = Array.from({ length: until - from }, (_, index) => from + index).flatMap((day) =>
      slotsOn(mix, section, day).map((slot) => ({ ...slot, day, millis: momentOf(day, slot.at) }))
    )
    const least = Math.min(mix.quantity.least, slots.length)
    const [decisive, last] = [slots[per === "day" ? 0 : slots.length - least], slots.at(-1)]
    if (decisive === undefined || last === undefined) return undefined
    const begins = Math.min(
      momentOf(decisive.day, section.checkAt),
      lastStart(timetable, decisive.millis, time, leadDays)
    )
    const turn = `${per}/${fromNumber(from)}`
    return opening(PostQuotaProcess, "Begin", {
      case: caseFor(`post-quota/${account.id}/${turn}`),
      series: `post-quota/${per}`,
      from: DateTime.makeUnsafe(begins),
      until: DateTime.makeUnsafe(last.millis),
      input: {
        account: account.id,
        from: DateTime.makeUnsafe(wall.reaches(from * dayMillis)),
        to: DateTime.makeUnsafe(wall.reaches(until * dayMillis)),
        least,
        kept: keptBy(mix, slots),
        what: named(from, per),
        people,
        until: DateTime.makeUnsafe(last.millis)
      }
    })
  }

  // The same few stretches are asked for again and again.
  const known = new Map<number, Opening | undefined>()
  const remembered = (stretch: Stretch.Stretch) => {
    if (!known.has(stretch.from)) known.set(stretch.from, openingOf(stretch))
    return known.get(stretch.from)
  }
  return (from, until) => {
    const first = Math.floor(wall.wallAt(from.epochMilliseconds) / dayMillis)
    const last = Math.floor(wall.wallAt(until.epochMilliseconds) / dayMillis)
    return Stretch.between(per, first, last + leadDays)
      .map(remembered)
      .filter((one) => one !== undefined)
      .filter((one) => !DateTime.isGreaterThan(one.from, until) && DateTime.isLessThan(from, one.until))
  }
}

/** The slots of a date in their order, without those that silence keeps empty. */
const slotsOn = (mix: ContentMix, { silence = {} }: ContentPlanSection, day: number): ReadonlyArray<Slot> => {
  const date = fromNumber(day)
  const silent = Object.values(silence).filter(({ from, until }) => from <= date && date < until)
  return mix.slots
    .filter(({ category, on }) => {
      const isSilent = silent.some(
        ({ categories }) => categories === undefined || (category !== undefined && categories.includes(category))
      )
      return on.includes(weekdayOf(day)) && !isSilent
    })
    .toSorted((one, other) => (one.at < other.at ? -1 : 1))
}

const keptBy = ({ categories }: ContentMix, slots: ReadonlyArray<Slot>): ReadonlyArray<Kind> => {
  const ids = Arrays.dedupe(slots.flatMap(({ category }) => (category === undefined ? [] : [category])))
  return ids.map((category) => ({
    category,
    title: categories[category]?.title ?? { zh: category, en: category },
    times: slots.filter((slot) => slot.category === category).length
  }))
}

const named = (day: number, per: ContentMix["quantity"]["per"]): Bilingual => {
  const date = fromNumber(day)
  if (per === "day") return { zh: `${date} 的微博`, en: `The posts of ${date}` }
  return per === "week"
    ? { zh: `${date} 起一周的微博`, en: `The posts of the week from ${date}` }
    : { zh: `${date.slice(0, 7)} 的微博`, en: `The posts of ${date.slice(0, 7)}` }
}
