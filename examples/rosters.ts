/**
 * The shifts of a handbook in a calendar app, and back: exported, moved there by hand, and taken over as an override.
 *
 * @module
 */
import { readFileSync } from "node:fs"
import { Actor } from "@dualops/core"
import { HandbookFile, TeamCalendar, TeamCalendarFile } from "@dualops/core/files"
import { FindingText } from "@dualops/core/finding"
import { DateTime, Result } from "effect"

const file = new URL("handbooks/xinghe.yaml", import.meta.url)
const handbook = Result.getOrThrow(HandbookFile.read("xinghe.yaml", readFileSync(file, "utf8")))

// #region export
const exported = TeamCalendar.write(handbook, {
  from: "2026-09-07",
  until: "2026-10-08",
  stamp: DateTime.makeUnsafe("2026-09-01T02:00:00Z")
})
// #endregion

/** What a person does in a calendar app: this one evening is Lin's. */
const moved = exported.replace("互动值班 · 何川", "互动值班 · 林夏")

// #region import
const taken = TeamCalendarFile.read("team.ics", moved, handbook)
if (Result.isFailure(taken)) throw new Error(FindingText.print(taken.failure, moved)) // every mistake, at its line
const [, change] = Object.entries(taken.success.rosters.desk?.overrides ?? {})
console.log(change) // => [ 'calendar 2026-09-10T18:00', { person: 'lin', from: '2026-09-10T18:00', … } ]
// #endregion

// #region absences
const personnel = `BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:2026-118
SUMMARY:年假（工号 1024）
DTSTART;VALUE=DATE:20261019
DTEND;VALUE=DATE:20261024
END:VEVENT
END:VCALENDAR
`
const unknown = TeamCalendarFile.read("hr.ics", personnel, handbook)
console.log(Result.isFailure(unknown) && unknown.failure.map(({ message }) => message.en))
// => [ '"年假（工号 1024）" does not say who of the handbook it is.' ]

const people = { "工号 1024": Actor.PersonId.make("zhou") }
const { absences } = Result.getOrThrow(TeamCalendarFile.read("hr.ics", personnel, handbook, { people }))
console.log(TeamCalendarFile.piece({ rosters: {}, absences }))
// #endregion

export const answer = { exported, change, absences: Object.values(absences) }
