/**
 * Which reports a handbook says are due: of each day, week and month that is over, from its end until the end of the next.
 *
 * @module
 */
import { DateTime } from "effect"
import { dayMillis, fromNumber } from "../../calendar/CalendarDate.ts"
import * as Stretch from "../../calendar/Stretch.ts"
import * as WallClock from "../../calendar/WallClock.ts"
import type { Handbook } from "../../handbook/Handbook.ts"
import type { Kind } from "../../internal-system/reports/ReportKind.ts"
import { type Agenda, opening } from "../../process/Agenda.ts"
import { caseFor } from "../../process/CaseName.ts"
import { DueReportProcess } from "./DueReportProcess.ts"
import { type DueReport, ReportsSection } from "./ReportsSection.ts"

/** The agenda of reports. */
export const agendaOf = (handbook: Handbook): Agenda => {
  const { account, timeZone } = handbook
  const wall = WallClock.make(timeZone)
  const reaches = (day: number) => DateTime.makeUnsafe(wall.reaches(day * dayMillis))
  return (from, until) =>
    Object.entries(ReportsSection.of(handbook).due).flatMap(([name, due]) => {
      const { owner, per, readers } = due
      // One that was over before the span has its time in it until the next is over.
      const first = Stretch.around(per, wall.dayAt(from.epochMilliseconds)).from - 1
      return Stretch.between(per, first, wall.dayAt(until.epochMilliseconds))
        .map((stretch) => {
          const next = Stretch.around(per, stretch.until)
          return opening(DueReportProcess, "Begin", {
            case: caseFor(`report/${name}/${fromNumber(stretch.from)}`),
            series: `report/${name}`,
            from: reaches(stretch.until),
            until: reaches(next.until),
            input: {
              account: account.id,
              kind: kindOf(due),
              first: fromNumber(stretch.from),
              last: fromNumber(stretch.until - 1),
              owner,
              readers
            }
          })
        })
        .filter(
          (one) =>
            one.from.epochMilliseconds < until.epochMilliseconds && from.epochMilliseconds < one.until.epochMilliseconds
        )
    })
}

/** Which kind of report it is. */
export const kindOf = ({ of, per }: Pick<DueReport, "of" | "per">): Kind =>
  of === "people" ? "people" : per === "day" ? "daily" : per === "week" ? "weekly" : "monthly"
