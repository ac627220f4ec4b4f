/**
 * How many fans are what on a day, counted by hand: each life is cut at the day, and looked at.
 *
 * @module
 */
import { CalendarDate } from "@dualops/core/calendar"
import { type FanCounts, type FanLife, LifeCycle, Retention } from "@dualops/core/fans"
import { Period } from "@dualops/core/reports"

/** The counts of lives in a period, up to a day of it. */
export const countedByHand = (
  all: ReadonlyArray<FanLife.Life>,
  today: number,
  period: Period.Period,
  stages: LifeCycle.Stages
): FanCounts.Counts => {
  const lives = all.map((life) => cut(life, today))
  const begins = CalendarDate.toNumber(period.first)
  const first = lives.filter(({ days }) => days.length > 0 && days.every((day) => day >= begins))
  const per = Period.days(period) < 28 ? "week" : "month"
  return {
    stages: LifeCycle.count(lives, today, stages),
    isAnyGone: lives.some(({ left }) => left !== undefined),
    firsts: new Map([...Map.groupBy(first, ({ source }) => source)].map(([source, those]) => [source, those.length])),
    cohorts: Retention.of(lives, per === "week" ? { per, begins: "monday" } : { per }, today),
    per
  }
}

/** What was seen of a fan by a day. */
const cut = ({ days, left, ...life }: FanLife.Life, today: number): FanLife.Life => ({
  ...life,
  days: days.filter((day) => day <= today),
  ...(left !== undefined && left <= today && { left })
})
