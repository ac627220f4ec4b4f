/**
 * The day's posts on the planner's desk: a round each day, from the hour that the handbook names until the last slot, with the slots of the day.
 *
 * @module
 */
import { Array as Arrays, DateTime } from "effect"
import { dayMillis, fromNumber, weekdayOf } from "../../calendar/CalendarDate.ts"
import * as WallClock from "../../calendar/WallClock.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"
import { holders } from "../../handbook/Entitlement.ts"
import type { Handbook } from "../../handbook/Handbook.ts"
import { PostProcess } from "../../internal-system/content/PostProcess.ts"
import type { PlannedRounds } from "../rounds/PlannedRound.ts"
import type { ContentPlanSection } from "./ContentPlanSection.ts"

/** The rounds whose time meets a span. */
export const ofQuotas = (handbook: Handbook, { checkAt, planner }: ContentPlanSection): PlannedRounds => {
  const { mix } = handbook.content
  if (mix === undefined) return () => []
  const wall = WallClock.make(handbook.timeZone)
  const at = (day: number, time: string) =>
    wall.reaches(day * dayMillis + (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * 60_000)
  // Who may schedule in the planner's place does so where the planner is not there.
  const people = Arrays.dedupe([planner, ...holders(handbook, PostProcess.steps.Schedule.by)] as const)
  return (from, until) => {
    const first = Math.floor(wall.wallAt(from.epochMilliseconds) / dayMillis)
    const last = Math.floor(wall.wallAt(until.epochMilliseconds) / dayMillis)
    return Array.from({ length: last - first + 1 }, (_, index) => first + index).flatMap((day) => {
      const slots = mix.slots.filter(({ on }) => on.includes(weekdayOf(day)))
      const latest = slots
        .map((slot) => slot.at)
        .sort()
        .at(-1)
      if (latest === undefined) return []
      const [begins, ends] = [at(day, checkAt), Math.max(at(day, latest), at(day, checkAt) + 3_600_000)]
      if (begins > until.epochMilliseconds || ends <= from.epochMilliseconds) return []
      return [
        {
          series: "content-plan/day",
          turn: `day/${fromNumber(day)}`,
          from: DateTime.makeUnsafe(begins),
          until: DateTime.makeUnsafe(ends),
          asks: {
            what: asked(mix.quantity),
            procedure: slots.map((slot) => ofSlot(slot, mix.categories)),
            times: 1,
            people
          }
        }
      ]
    })
  }
}

type Mix = NonNullable<Handbook["content"]["mix"]>

const asked = ({ least, most, per }: Mix["quantity"]): Bilingual =>
  per === "day"
    ? { zh: `补齐今天的微博：${least} 到 ${most} 条`, en: `See that today's posts are there: ${least} to ${most}` }
    : { zh: "补齐今天的微博", en: "See that today's posts are there" }

const ofSlot = ({ at, category }: Mix["slots"][number], categories: Mix["categories"]): Bilingual => {
  const title = category === undefined ? undefined : categories[category]?.title
  return title === undefined
    ? { zh: `${at}：按计划或比例`, en: `${at}: by the plan, or what the mix is short of` }
    : { zh: `${at}：${title.zh}`, en: `${at}: ${title.en}` }
}
