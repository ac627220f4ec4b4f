/**
 * Which posts a mix promises of which dates, as cases: each begins early enough for a draft to be read in the reviewers' hours before the slot from
 * which on too few would be left, and ends with the last slot. Dates on which the account keeps silent, and dates without slots, promise nothing.
 *
 * @module
 */
import { Array as Arrays, DateTime, Duration } from "effect"
import { dayMillis, fromNumber, toNumber } from "../../calendar/CalendarDate.ts"
import type { Holidays } from "../../calendar/Holidays.ts"
import * as Stretch from "../../calendar/Stretch.ts"
import * as WallClock from "../../calendar/WallClock.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"
import { holders } from "../../handbook/Entitlement.ts"
import type { Handbook } from "../../handbook/Handbook.ts"
import type { ContentMix } from "../../internal-system/content/ContentMix.ts"
import { PostProcess } from "../../internal-system/content/PostProcess.ts"
import { lay, type Place } from "../../internal-system/content-plan/Layout.ts"
import { type Agenda, type Opening, opening } from "../../process/Agenda.ts"
import { caseFor } from "../../process/CaseName.ts"
import type { ContentPlanSection } from "./ContentPlanSection.ts"
import type { Kind } from "./PostQuota.ts"
import { PostQuotaProcess } from "./PostQuotaProcess.ts"

/** The stretches that are held at run time; what is promised of a quarter or a year is the plan's. */
const held: ReadonlySet<string> = new Set(["day", "week", "month"])
/** No quota begins longer ahead, whatever holidays there are. */
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
  const review = hours && { hours, holidays, within: time }
  const blackouts = section.silence ?? {}
  // Who may schedule in the planner's place does so where the planner is not there.
  const people = Arrays.dedupe([section.planner, ...holders(handbook, PostProcess.steps.Schedule.by)] as const)

  const openingOf = ({ from, until }: Stretch.Stretch): Opening | undefined => {
    // A slot at 24:00 is one of the next day.
    const dates = { from: fromNumber(from - 1), until: fromNumber(until) }
    const laid = lay({ ...dates, timeZone, mix, blackouts, occasions: {}, given: [], ...(review && { review }) })
    const places = laid.filter(({ against, day }) => day >= from && against.some((rules) => rules.length === 0))
    const least = Math.min(mix.quantity.least, places.length)
    const [decisive, last] = [places[per === "day" ? 0 : places.length - least], places.at(-1)]
    if (decisive === undefined || last === undefined) return undefined
    const checked = wall.reaches(toNumber(decisive.date) * dayMillis + millisInto(section.checkAt))
    const begins = Math.min(checked, decisive.draftBy ?? decisive.at - Duration.toMillis(time))
    const turn = `${per}/${fromNumber(from)}`
    return opening(PostQuotaProcess, "Begin", {
      case: caseFor(`post-quota/${account.id}/${turn}`),
      series: `post-quota/${per}`,
      from: DateTime.makeUnsafe(begins),
      until: DateTime.makeUnsafe(last.at),
      input: {
        account: account.id,
        from: DateTime.makeUnsafe(wall.reaches(from * dayMillis)),
        to: DateTime.makeUnsafe(wall.reaches(until * dayMillis)),
        least,
        kept: keptBy(mix, places),
        what: named(from, per),
        people,
        until: DateTime.makeUnsafe(last.at)
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
    const first = wall.dayAt(from.epochMilliseconds)
    const last = wall.dayAt(until.epochMilliseconds)
    return Stretch.between(per, first, last + leadDays)
      .map(remembered)
      .filter((one) => one !== undefined)
      .filter((one) => !DateTime.isGreaterThan(one.from, until) && DateTime.isLessThan(from, one.until))
  }
}

const millisInto = (time: string): number => (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * 60_000

const keptBy = ({ categories, slots }: ContentMix, places: ReadonlyArray<Place>): ReadonlyArray<Kind> => {
  const kept = places.flatMap(({ keptFor }) => (keptFor === undefined ? [] : (slots[keptFor]?.category ?? [])))
  return Arrays.dedupe(kept).map((category) => ({
    category,
    title: categories[category]?.title ?? { zh: category, en: category },
    times: kept.filter((one) => one === category).length
  }))
}

const named = (day: number, per: ContentMix["quantity"]["per"]): Bilingual => {
  const date = fromNumber(day)
  if (per === "day") return { zh: `${date} 的微博`, en: `The posts of ${date}` }
  return per === "week"
    ? { zh: `${date} 起一周的微博`, en: `The posts of the week from ${date}` }
    : { zh: `${date.slice(0, 7)} 的微博`, en: `The posts of ${date.slice(0, 7)}` }
}
