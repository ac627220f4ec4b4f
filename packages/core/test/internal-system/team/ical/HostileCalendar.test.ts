/** Calendars that were made to take long: each is refused, or read, within a bounded time. */
import { TeamCalendarFile } from "@dualops/core/files"
import { assert, describe, it } from "@effect/vitest"
import { Result } from "effect"
import { xinghe } from "../../../handbook/worked.ts"

const calendar = (events: number, lines: string) =>
  ["BEGIN:VCALENDAR", ...Array.from({ length: events }, (_, n) => event(n, lines)), "END:VCALENDAR", ""].join("\n")
const event = (n: number, lines: string) =>
  `BEGIN:VEVENT\nUID:${n}\nSUMMARY:林夏\nDTSTART:20261001T090000Z\nDURATION:PT1H\n${lines}\nEND:VEVENT`
const yearDays = Array.from({ length: 366 }, (_, day) => day + 1).join()
const dates = Array.from({ length: 5001 }, () => "20261001T090000Z").join()

describe("A calendar that was made to take long", () => {
  it.each([
    [
      "a rule of every day of the year, of which one is taken",
      calendar(1, `RRULE:FREQ=YEARLY;BYYEARDAY=${yearDays};BYSETPOS=-366;COUNT=366`),
      "wrong-value"
    ],
    ["very many dates that are taken out", calendar(1, `RRULE:FREQ=DAILY;COUNT=9\nEXDATE:${dates}`), "too-much"],
    [
      "many rules that look through whole years",
      calendar(60, "RRULE:FREQ=YEARLY;BYWEEKNO=53;BYDAY=SU;COUNT=366"),
      "too-much"
    ],
    ["a date that never comes", calendar(60, "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=366"), "too-much"]
  ])("is refused before it takes long: %s", (_, text, code) => {
    const before = process.cpuUsage()
    const read = TeamCalendarFile.read("team.ics", text, xinghe)
    const { user } = process.cpuUsage(before)
    assert.deepStrictEqual(Result.isFailure(read) && read.failure.map((one) => one.code), [`calendar-file/${code}`])
    assert.isBelow(user / 1e6, 1)
  })

  it.each([
    // The rules at which others have hung: sabre/vobject 329 and 564, ical.js 509, libical 140 and 188.
    "FREQ=YEARLY;COUNT=6;BYMONTHDAY=31;BYMONTH=11",
    "FREQ=YEARLY;BYMONTH=5;BYSETPOS=3;BYMONTHDAY=3;COUNT=9",
    "FREQ=MONTHLY;BYDAY=1TH;BYSETPOS=2;COUNT=9",
    "FREQ=YEARLY;BYDAY=4TH;BYMONTHDAY=24;BYMONTH=11;COUNT=9",
    "FREQ=YEARLY;COUNT=2;BYMONTH=2;BYMONTHDAY=31"
  ])("ends also where its rule repeats nothing: %s", (rule) => {
    const before = process.cpuUsage()
    TeamCalendarFile.read("team.ics", calendar(1, `RRULE:${rule}`), xinghe)
    assert.isBelow(process.cpuUsage(before).user / 1e6, 1)
  })

  it("is a team's with as many exceptions and rules as a team has", () => {
    const rules =
      "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=12\nEXDATE:20261030T090000Z,20261130T090000Z"
    assert.isTrue(Result.isSuccess(TeamCalendarFile.read("team.ics", calendar(20, rules), xinghe)))
  })
})
