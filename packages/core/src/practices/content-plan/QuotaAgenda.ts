/**
 * Which posts a mix promises of which dates, and which a festival or an entry of the plan asks for, as cases: each begins early enough for a draft to be read in the
 * reviewers' hours before the slot from which on too few would be left, and ends with the last slot. Dates on which the account keeps silent, and dates without
 * slots, promise nothing.
 *
 * @module
 */
import { Array as Arrays, DateTime, Duration, Record } from "effect"
import { dayMillis, fromNumber, toNumber } from "../../calendar/CalendarDate.ts"
import type { Holidays } from "../../calendar/Holidays.ts"
import * as Stretch from "../../calendar/Stretch.ts"
import * as WallClock from "../../calendar/WallClock.ts"
import { type Bilingual, same } from "../../finding/Bilingual.ts"
import { holders } from "../../handbook/Entitlement.ts"
import type { Handbook } from "../../handbook/Handbook.ts"
import type { CategoryId, ContentMix } from "../../internal-system/content/ContentMix.ts"
import { PostProcess } from "../../internal-system/content/PostProcess.ts"
import type { Occasion } from "../../internal-system/content-plan/Brief.ts"
import { lay, type Place } from "../../internal-system/content-plan/Layout.ts"
import { type Agenda, type Opening, opening } from "../../process/Agenda.ts"
import { caseFor } from "../../process/CaseName.ts"
import type { ContentPlanSection } from "./ContentPlanSection.ts"
import * as Occasions from "./Occasions.ts"
import type { Kind } from "./PostQuota.ts"
import { PostQuotaProcess } from "./PostQuotaProcess.ts"

/** The stretches that are held at run time; what is promised of a quarter or a year is the plan's. */
const held: ReadonlySet<string> = new Set(["day", "week", "month"])
/** No quota begins longer ahead, whatever holidays there are. */
const leadDays = 30

/** Posts that are due on some dates, as days since 1970-01-01. */
interface Due extends Stretch.Stretch {
  readonly id: string
  readonly series: string
  readonly posts: number
  readonly what: Bilingual
  readonly only?: ReadonlyArray<CategoryId> | undefined
}

/** The quotas whose time meets a span. */
export const quotasOf = (handbook: Handbook, section: ContentPlanSection, holidays: Holidays): Agenda => {
  const { account, calendars, content, timeZone } = handbook
  const { mix } = content
  if (mix === undefined) return () => []
  const wall = WallClock.make(timeZone)
  const { calendar, time } = section.ahead ?? content.review.within
  const hours = calendars[calendar]
  const review = hours && { hours, holidays, within: time }
  const blackouts = section.silence ?? {}
  const categories = Record.keys(mix.categories)
  // Who may schedule in the planner's place does so where the planner is not there.
  const people = Arrays.dedupe([section.planner, ...holders(handbook, PostProcess.steps.Schedule.by)] as const)

  const openingOf = ({ from, id, only, posts, series, until, what }: Due): Opening | undefined => {
    // A slot at 24:00 is one of the next day.
    const dates = { from: fromNumber(from - 1), until: fromNumber(until) }
    const laid = lay({ ...dates, timeZone, mix, blackouts, occasions: {}, given: [], ...(review && { review }) })
    const places = laid.filter(
      ({ against, day }) =>
        day >= from && categories.some((one, index) => (only?.includes(one) ?? true) && against[index]?.length === 0)
    )
    const least = Math.min(posts, places.length)
    // Of a day all posts are counted before its first slot.
    const [decisive, last] = [places[until - from === 1 ? 0 : places.length - least], places.at(-1)]
    if (decisive === undefined || last === undefined) return undefined
    const checked = wall.reaches(toNumber(decisive.date) * dayMillis + millisInto(section.checkAt))
    const begins = Math.min(checked, decisive.draftBy ?? decisive.at - Duration.toMillis(time))
    const named = only?.map((category) => ({ category, title: titleOf(mix, category) })) ?? []
    return opening(PostQuotaProcess, "Begin", {
      case: caseFor(`post-quota/${account.id}/${id}`),
      series: `post-quota/${series}`,
      from: DateTime.makeUnsafe(begins),
      until: DateTime.makeUnsafe(last.at),
      input: {
        account: account.id,
        from: DateTime.makeUnsafe(wall.reaches(from * dayMillis)),
        to: DateTime.makeUnsafe(wall.reaches(until * dayMillis)),
        least,
        kept: only === undefined ? keptBy(mix, places) : [],
        ...(Arrays.isReadonlyArrayNonEmpty(named) && { only: named }),
        what,
        people,
        until: DateTime.makeUnsafe(last.at)
      }
    })
  }

  // The same few stretches are asked for again and again.
  const known = new Map<string, Opening | undefined>()
  const remembered = (due: Due) => {
    if (!known.has(due.id)) known.set(due.id, openingOf(due))
    return known.get(due.id)
  }
  return (from, until) => {
    const first = wall.dayAt(from.epochMilliseconds)
    const last = wall.dayAt(until.epochMilliseconds) + leadDays
    const asked = Occasions.between(handbook, section, fromNumber(first), fromNumber(last + 1))
    return [...byTheMix(mix, first, last), ...Record.toEntries(asked).map(byAnOccasion)]
      .map(remembered)
      .filter((one) => one !== undefined)
      .filter((one) => !DateTime.isGreaterThan(one.from, until) && DateTime.isLessThan(from, one.until))
  }
}

const byTheMix = ({ quantity: { least, per } }: ContentMix, first: number, last: number): ReadonlyArray<Due> =>
  least === 0 || !held.has(per)
    ? []
    : Stretch.between(per, first, last).map(({ from, until }) => {
        const id = `${per}/${fromNumber(from)}`
        return { id, series: per, from, until, posts: least, what: named(from, per) }
      })

const byAnOccasion = ([id, { categories: only, from, posts, title, until }]: readonly [string, Occasion]): Due => ({
  id,
  series: id,
  from: toNumber(from),
  until: toNumber(until),
  posts,
  what: { zh: `「${title.zh}」的微博`, en: `The posts for “${title.en}”` },
  only
})

const millisInto = (time: string): number => (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * 60_000

const titleOf = ({ categories }: Pick<ContentMix, "categories">, category: CategoryId): Bilingual =>
  categories[category]?.title ?? same(category)

const keptBy = ({ categories, slots }: ContentMix, places: ReadonlyArray<Place>): ReadonlyArray<Kind> => {
  const kept = places.flatMap(({ keptFor }) => (keptFor === undefined ? [] : (slots[keptFor]?.category ?? [])))
  return Arrays.dedupe(kept).map((category) => ({
    category,
    title: titleOf({ categories }, category),
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
