/**
 * The brief of a content plan as a handbook has it: the mix, the festivals and the entries of the plan that ask for posts, the reviewers' hours, and the
 * dates on which the account keeps silent.
 *
 * @module
 */
import { DateTime, Record, Result } from "effect"
import { dayMillis } from "../../calendar/CalendarDate.ts"
import type { Holidays } from "../../calendar/Holidays.ts"
import type { Moment } from "../../calendar/Moment.ts"
import * as WallClock from "../../calendar/WallClock.ts"
import type { Finding } from "../../finding/Finding.ts"
import type { Handbook } from "../../handbook/Handbook.ts"
import type { Brief, Given } from "../../internal-system/content-plan/Brief.ts"
import { ContentPlanSection } from "../../practices/content-plan/ContentPlanSection.ts"
import * as Occasions from "../../practices/content-plan/Occasions.ts"

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
  const occasions = Occasions.between(handbook, section, from, until)
  return Result.succeed({
    from,
    until,
    timeZone,
    mix: content.mix,
    ...(section?.free && { free: section.free }),
    occasions: Record.map(occasions, (one) => ({ ...one, from: one.from < from ? from : one.from })),
    blackouts: section?.silence ?? {},
    ...(hours && { review: { hours, holidays, within: content.review.within.time } }),
    given,
    ...(now && { now }),
    ...(frozenUntil && { frozenUntil })
  })
}

const noMix: Finding = {
  code: "content-plan/no-mix",
  severity: "error",
  where: { path: "content.mix" },
  evidence: "",
  message: { zh: "手册没有写内容比例、条数和时段。", en: "The handbook has no mix: no categories, quantity or slots." },
  fix: { zh: "在 content 下写上 mix。", en: "Write a mix below content." }
}
