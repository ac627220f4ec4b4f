/**
 * Every round that a handbook says there is, of its duties and of its plan.
 *
 * @module
 */
import type { Holidays } from "../../calendar/Holidays.ts"
import type { Handbook } from "../../handbook/Handbook.ts"
import { ofDuties } from "./DutyRounds.ts"
import type { PlannedRounds } from "./PlannedRound.ts"
import { ofPlan } from "./PlanRounds.ts"

/** The rounds whose time meets a span, the earliest first. */
export const roundsOf = (handbook: Handbook, holidays: Holidays): PlannedRounds => {
  const [duties, plan] = [ofDuties(handbook, holidays), ofPlan(handbook, holidays)]
  return (from, until) =>
    [...duties(from, until), ...plan(from, until)].sort(
      (one, other) => one.from.epochMilliseconds - other.from.epochMilliseconds
    )
}
