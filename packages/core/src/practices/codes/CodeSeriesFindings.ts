/**
 * What is wrong with the plan of a series: its days, how many codes it has, where they are placed, and how hard they are to guess.
 *
 * @module
 */
import { DateTime } from "effect"
import { fromNumber, toNumber } from "../../calendar/CalendarDate.ts"
import { onWall } from "../../calendar/LocalTime.ts"
import type { Moment } from "../../calendar/Moment.ts"
import * as WallClock from "../../calendar/WallClock.ts"
import * as CodeTerms from "../../external-system/codes/CodeTerms.ts"
import * as Odds from "../../external-system/codes/Odds.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"
import type { Finding } from "../../finding/Finding.ts"
import type * as CodeSeries from "./CodeSeries.ts"

type Plan = Pick<CodeSeries.State, "firstDay" | "lastDay" | "length"> & {
  readonly placements: ReadonlyArray<CodeTerms.Placement>
}

/** What a handbook says that a plan is held against. */
export type Bounds = Pick<CodeSeries.Settings, "longest" | "most" | "resources" | "timeZone">

/** The moments of a series: the beginning of its first day, and that of the day behind its last, on the wall. */
export const spanOf = (
  { firstDay, lastDay }: Pick<Plan, "firstDay" | "lastDay">,
  timeZone: CodeSeries.Settings["timeZone"]
): { readonly from: Moment; readonly until: Moment } => {
  const wall = WallClock.make(timeZone)
  const beginningOf = (day: string) => DateTime.makeUnsafe(wall.reaches(onWall(`${day}T00:00`)))
  return { from: beginningOf(firstDay), until: beginningOf(fromNumber(toNumber(lastDay) + 1)) }
}

/** Everything that is wrong, as far as it is written. */
export const of = (plan: Partial<Plan>, settings: Bounds, at: Moment): ReadonlyArray<Finding> => [
  ...ofDays(plan, settings, at),
  ...ofPlacements(plan.placements ?? [], settings),
  ...ofNumbers(plan, settings)
]

const finding = (code: string, path: string, evidence: string, message: Bilingual, fix: Bilingual): Finding => ({
  code: `codes/${code}`,
  severity: "error",
  where: { path },
  evidence,
  message,
  fix
})

function* ofDays({ firstDay, lastDay }: Partial<Plan>, { longest, timeZone }: Bounds, at: Moment) {
  if (firstDay === undefined || lastDay === undefined) return
  const { from, until } = spanOf({ firstDay, lastDay }, timeZone)
  const fix = { zh: "请改日期。", en: "Choose other days." }
  if (lastDay < firstDay) {
    const said = { zh: `末日 ${lastDay} 早于首日 ${firstDay}。`, en: `The last day ${lastDay} is before the first.` }
    yield finding("days-in-order", "lastDay", lastDay, said, fix)
  } else if (DateTime.isLessThanOrEqualTo(until, at)) {
    yield finding("over-already", "lastDay", lastDay, { zh: `${lastDay} 已过。`, en: `${lastDay} is past.` }, fix)
  } else if (DateTime.isGreaterThan(until, DateTime.addDuration(from, longest))) {
    const said = { zh: "时间超过手册允许的长度。", en: "It lasts longer than the handbook allows." }
    yield finding("too-long", "lastDay", lastDay, said, fix)
  }
}

function* ofPlacements(placements: ReadonlyArray<CodeTerms.Placement>, { resources }: Bounds) {
  const seen = new Set<string>()
  for (const [index, { id, kind, post, resource }] of placements.entries()) {
    const path = `placements[${index}]`
    if (seen.has(id)) {
      const said = { zh: `投放位置「${id}」出现两次。`, en: `The placement ${id} stands there twice.` }
      yield finding("placement-twice", `${path}.id`, id, said, {
        zh: "请改名或合并。",
        en: "Name it otherwise, or make them one."
      })
    }
    seen.add(id)
    if (!resources.includes(resource)) {
      const said = { zh: `手册里没有资源「${resource}」。`, en: `The handbook has no resource ${resource}.` }
      yield finding("unknown-resource", `${path}.resource`, resource, said, {
        zh: "请从手册的资源中选择。",
        en: "Choose one of the handbook."
      })
    }
    if (kind === "post" && post === undefined) {
      const said = {
        zh: `投放位置「${id}」是微博，但没有微博编号。`,
        en: `The placement ${id} is a post, and nobody says which.`
      }
      yield finding("which-post", path, id, said, { zh: "请填微博编号。", en: "Say its id." })
    }
  }
}

function* ofNumbers({ length, placements = [] }: Partial<Plan>, { most }: Bounds) {
  const codes = CodeTerms.countOf(placements)
  if (codes > most) {
    const said = {
      zh: `共 ${codes} 个码，手册为一个系列批准的优惠只有 ${most} 份。`,
      en: `There are ${codes} codes, and the handbook grants ${most} discounts for one series.`
    }
    yield finding("more-than-granted", "placements", String(codes), said, { zh: "请减少码数。", en: "Place fewer." })
  }
  if (length === undefined || Odds.of(length, codes).oneIn >= Odds.least) return
  const said = {
    zh: `${length} 位的码太容易猜中：平均猜 ${Math.floor(Odds.of(length, codes).oneIn)} 次就中一个。`,
    en: `Codes of ${length} characters are guessed too easily: one in ${Math.floor(Odds.of(length, codes).oneIn)} guesses hits one.`
  }
  yield finding("guessable", "length", String(length), said, { zh: "请增加位数。", en: "Make them longer." })
}
