/** Clocks of promises that people have reported of other help desks, tried here: the values are theirs. */
import { WorkingTime } from "@dualops/core/calendar"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Duration, Result } from "effect"
import { timetable } from "./office.ts"

const windows = (from: string, to: string) => [{ from, to }]
const weekdays = <A>(day: A) => ({ monday: day, tuesday: day, wednesday: day, thursday: day, friday: day })
const due = (table: ReturnType<typeof timetable>, start: string, hours: number) =>
  DateTime.formatIso(Result.getOrThrow(WorkingTime.deadline(table, DateTime.makeUnsafe(start), Duration.hours(hours))))
const utc = timetable({ timeZone: "UTC", week: weekdays(windows("09:00", "17:00")) })

describe("A promise in business hours", () => {
  it("of an hour from Friday 16:30 on is due on Monday at 9:30 (chatwoot/chatwoot#13392)", () => {
    assert.strictEqual(due(utc, "2026-01-23T16:30:00Z", 1), "2026-01-26T09:30:00.000Z")
    assert.strictEqual(due(utc, "2026-01-28T10:00:00Z", 2), "2026-01-28T12:00:00.000Z")
    assert.strictEqual(due(utc, "2026-01-28T07:00:00Z", 2), "2026-01-28T11:00:00.000Z")
  })
  it("keeps its hours on the wall when the clocks are changed (fivetran/dbt_zendesk#25)", () => {
    const chicago = timetable({ timeZone: "America/Chicago", week: weekdays(windows("09:00", "17:00")) })
    // From Friday before the change to Monday after it: 15:00 at UTC-6, and 9:00 to 10:00 at UTC-5; and back in autumn.
    assert.strictEqual(due(chicago, "2026-03-06T21:00:00Z", 3), "2026-03-09T15:00:00.000Z")
    assert.strictEqual(due(chicago, "2026-10-30T20:00:00Z", 3), "2026-11-02T16:00:00.000Z")
  })
  it("has none of lunch (frappe/helpdesk#2212), and begins where it came after hours (glpi#687)", () => {
    const lunch = timetable({
      timeZone: "UTC",
      week: weekdays([...windows("08:00", "12:00"), ...windows("13:00", "18:30")])
    })
    assert.strictEqual(due(lunch, "2026-01-28T12:15:00Z", 1), "2026-01-28T14:00:00.000Z")
    const [from, until] = ["2026-01-28T19:00:00Z", "2026-01-29T08:30:00Z"].map((one) => DateTime.makeUnsafe(one))
    if (from === undefined || until === undefined) return assert.fail("there are two")
    // A ticket that came after hours has used what was worked since, and not nothing.
    assert.strictEqual(Duration.toMinutes(Result.getOrThrow(WorkingTime.between(lunch, from, until))), 30)
  })
})
