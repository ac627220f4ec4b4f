/**
 * The brief of a content plan as a handbook has it: the mix, the festivals and the entries of the plan that ask for posts, the reviewers' hours, and the
 * dates on which the account keeps silent.
 *
 * @module
 */
import { DateTime, Result } from "effect"
import { dayMillis, fromNumber, toNumber } from "../../calendar/CalendarDate.ts"
import * as Festivals from "../../calendar/festivals/Festivals.ts"
import type { Holidays } from "../../calendar/Holidays.ts"
import type { Moment } from "../../calendar/Moment.ts"
import * as WallClock from "../../calendar/WallClock.ts"
import type { Finding } from "../../finding/Finding.ts"
import type { Handbook } from "../../handbook/Handbook.ts"
import type { Brief, Given, Occasion } from "../../internal-system/content-plan/Brief.ts"
import { ContentPlanSection } from "../../practices/content-plan/ContentPlanSection.ts"

/** What a handbook does not say: the dates, what is planned already, and when the plan is made. */
export interface Asked {
  readonly from: string
  readonly until: string
  readonly holidays: Holidays
  readonly given?: ReadonlyArray<Given> | undefined
  readonly now?: Moment | undefined
}

/** The brief, unless the handbook has no mix. */
export const of = (
  handbook: Handbook,
  { from, given = [], holidays, now, until }: Asked
): Result.Result<Brief, ReadonlyArray<Finding>> => {
  const { calendars, content, timeZone } = handbook
  if (content.mix === undefined) return Result.fail([noMix])
  const section = ContentPlanSection.find(handbook)
  const hours = calendars[content.review.within.calendar]
  const wall = WallClock.make(timeZone)
  const frozenUntil =
    now === undefined || given.length === 0
      ? undefined
      : DateTime.makeUnsafe(
          wall.reaches((wall.dayAt(DateTime.toEpochMillis(now)) + (section?.frozenDays ?? 7)) * dayMillis)
        )
  const occasions = { ...festivalsOf(section, from, until), ...entriesOf(handbook, section) }
  const inside = Object.entries(occasions).filter(
    ([, one]) => one.posts > 0 && one.from < until && from < one.until && one.from < one.until
  )
  return Result.succeed({
    from,
    until,
    timeZone,
    mix: content.mix,
    ...(section?.free && { free: section.free }),
    occasions: Object.fromEntries(inside.map(([id, one]) => [id, { ...one, from: one.from < from ? from : one.from }])),
    blackouts: section?.silence ?? {},
    ...(hours && { review: { hours, holidays, within: content.review.within.time } }),
    given,
    ...(now && { now }),
    ...(frozenUntil && { frozenUntil })
  })
}

type Section = ReturnType<typeof ContentPlanSection.find>

const festivalsOf = (section: Section, from: string, until: string): Readonly<Record<string, Occasion>> =>
  Object.fromEntries(
    // A festival just after the dates may ask for posts before it.
    Festivals.between(from, fromNumber(toNumber(until) + 100)).flatMap(({ date, id }) => {
      const asked = section?.festivals?.[id]
      if (asked === undefined) return []
      const { ahead = 0, categories, posts } = asked
      const day = toNumber(date)
      const occasion: Occasion = {
        title: Festivals.titles[id],
        from: fromNumber(day - ahead),
        until: fromNumber(day + 1),
        posts,
        ...(categories && { categories })
      }
      return [[`${id}/${date.slice(0, 4)}`, occasion]]
    })
  )

const entriesOf = ({ plan }: Handbook, section: Section): Readonly<Record<string, Occasion>> =>
  Object.fromEntries(
    Object.entries(plan?.entries ?? {}).flatMap(([id, { from, kind, title, until, warmUp }]) => {
      const asked = section?.entries?.[kind]
      if (asked === undefined) return []
      const only = asked.categories && { categories: asked.categories }
      const begins = from.slice(0, 10)
      // What lasts until midnight has no post on the day after.
      const ends = until.slice(11) === "00:00" ? until.slice(0, 10) : fromNumber(toNumber(until.slice(0, 10)) + 1)
      const warming: Occasion | undefined =
        warmUp === undefined
          ? undefined
          : {
              title: { zh: `${title.zh}：预热`, en: `${title.en}: warm-up` },
              from: warmUp,
              until: begins,
              posts: asked.warmUp ?? 0,
              ...only
            }
      return [
        ...(warming === undefined ? [] : [[`${id}/warm-up`, warming] as const]),
        [`${id}/run`, { title, from: begins, until: ends, posts: asked.posts ?? 0, ...only }] as const
      ]
    })
  )

const noMix: Finding = {
  code: "content-plan/no-mix",
  severity: "error",
  where: { path: "content.mix" },
  evidence: "",
  message: { zh: "手册没有写内容比例、条数和时段。", en: "The handbook has no mix: no categories, quantity or slots." },
  fix: { zh: "在 content 下写上 mix。", en: "Write a mix below content." }
}
