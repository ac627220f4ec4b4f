/**
 * The rounds of what is planned: the warm-up of an entry, the entry itself, and the report after an activity or a campaign.
 *
 * @module
 */
import { DateTime } from "effect"
import { dayMillis, toNumber } from "../../calendar/CalendarDate.ts"
import type { Holidays } from "../../calendar/Holidays.ts"
import { onWall } from "../../calendar/LocalTime.ts"
import type { Moment } from "../../calendar/Moment.ts"
import * as WallClock from "../../calendar/WallClock.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"
import { calendarsBy } from "../../handbook/CalendarsBy.ts"
import type { Handbook } from "../../handbook/Handbook.ts"
import type { Entry } from "../../internal-system/planning/Plan.ts"
import { dueAt } from "../../process/Calendars.ts"
import type { PlannedRound, PlannedRounds } from "./PlannedRound.ts"

/** The rounds of every entry of the plan. */
export const ofPlan = ({ activities, calendars, plan, timeZone }: Handbook, holidays: Holidays): PlannedRounds => {
  const wall = WallClock.make(timeZone)
  const byName = calendarsBy({ calendars, timeZone }, holidays)
  const at = (millis: number): Moment => DateTime.makeUnsafe(wall.reaches(millis))
  const all = Object.entries(plan?.entries ?? {}).flatMap(([id, entry]) => {
    const { from, kind, owner, title, until, warmUp } = entry
    const [begins, ends] = [at(onWall(from)), at(onWall(until))]
    const round = (part: string, title: Bilingual, from: Moment, until: Moment): PlannedRound => ({
      series: `plan/${id}/${part}`,
      turn: "once",
      from,
      until,
      asks: { what: title, procedure: [], times: 1, people: [owner] }
    })
    return [
      ...(warmUp === undefined ? [] : [round("warm-up", warming(title), at(toNumber(warmUp) * dayMillis), begins)]),
      round("run", title, begins, ends),
      ...(activities === undefined || !reported.has(kind)
        ? []
        : [round("report", reporting(title), ends, dueAt(byName, ends, activities.report))])
    ]
  })
  return (from, until) =>
    all.filter((one) => !DateTime.isGreaterThan(one.from, until) && DateTime.isLessThan(from, one.until))
}

/** The kinds of entries that a report is written of. */
const reported: ReadonlySet<Entry["kind"]> = new Set(["activity", "campaign"])

const warming = ({ en, zh }: Bilingual): Bilingual => ({ zh: `${zh}：预热`, en: `${en}: warm-up` })

const reporting = ({ en, zh }: Bilingual): Bilingual => ({ zh: `${zh}：写报告`, en: `${en}: report` })
