/**
 * A duty as a page tells of it: with names for people, its hours, and what one has to know.
 *
 * @module
 */
import type { WorkingCalendar } from "../calendar/WorkingCalendar.ts"
import type { Duty, DutyId } from "../internal-system/team/Duty.ts"
import type { Knowledge } from "../internal-system/team/Knowledge.ts"
import { type Who, whoIs } from "./Called.ts"
import type { Handbook } from "./Handbook.ts"

/** A duty, and what one has to know for it. */
export interface DutyLine {
  readonly id: DutyId
  readonly duty: Duty
  readonly owner: Who
  readonly standIns: ReadonlyArray<Who>
  /** The calendar of its hours; none where it is `always`. */
  readonly calendar: WorkingCalendar | undefined
  readonly knowledge: ReadonlyArray<Knowledge>
}

/** A duty with what one has to know for it. */
export const lineOf = (handbook: Handbook, duty: Duty): Omit<DutyLine, "id"> => ({
  duty,
  owner: whoIs(handbook, duty.owner),
  standIns: duty.standIns.map((one) => whoIs(handbook, one)),
  calendar: handbook.calendars[duty.hours],
  knowledge: (duty.knowledge ?? []).flatMap((piece) => handbook.team.knowledge?.[piece] ?? [])
})
