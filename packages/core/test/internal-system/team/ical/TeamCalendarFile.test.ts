/** Calendars of other systems: holidays from the personnel department, schedules of pagers; and files that nobody should trust. */
import { TeamCalendarFile } from "@dualops/core/files"
import { Actor } from "@dualops/core/process"
import { Roster } from "@dualops/core/team"
import { assert, describe, it } from "@effect/vitest"
import { Result } from "effect"
import * as fc from "fast-check"
import { teaHouse } from "../../../handbook/teaHouse.ts"

const calendar = (...events: ReadonlyArray<string>) =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//HR//EN", ...events, "END:VCALENDAR", ""].join("\r\n")
const event = (...lines: ReadonlyArray<string>) => ["BEGIN:VEVENT", "UID:1", ...lines, "END:VEVENT"].join("\r\n")
const read = (text: string, options?: TeamCalendarFile.Options) =>
  TeamCalendarFile.read("hr.ics", text, teaHouse, options)
const absences = (...lines: ReadonlyArray<string>) =>
  Object.values(Result.getOrThrow(read(calendar(event(...lines)))).absences).map(
    ({ from, person, reason, until }) => `${person} ${reason} ${from}–${until}`
  )
const found = (text: string, options?: TeamCalendarFile.Options) =>
  Result.getOrThrow(Result.flip(read(text, options))).map(
    ({ code, fix, where }) => `${where.line} ${code.slice("calendar-file/".length)}: ${fix.en}`
  )
const wrong = (...lines: ReadonlyArray<string>) => found(calendar(event(...lines)))

describe("an event of another calendar is an absence", () => {
  it("of whole days, the last of which is the one before its end", () => {
    assert.deepStrictEqual(absences("SUMMARY:林晓 年假", "DTSTART;VALUE=DATE:20261001", "DTEND;VALUE=DATE:20261004"), [
      "lin leave 2026-10-01T00:00–2026-10-04T00:00"
    ])
    assert.deepStrictEqual(absences("SUMMARY:病假 林晓", "DTSTART;VALUE=DATE:20261001"), [
      "lin sick 2026-10-01T00:00–2026-10-02T00:00"
    ])
  })

  it("at times of any zone, told on the wall of the handbook: Outlook's, a path, UTC, and times without a zone", () => {
    for (const start of [
      "DTSTART;TZID=China Standard Time:20261001T090000",
      "DTSTART;TZID=/freeassociation.sourceforge.net/Asia/Shanghai:20261001T090000",
      "DTSTART;TZID=Europe/Berlin:20261001T030000",
      "DTSTART:20261001T010000Z",
      "DTSTART:20261001T090000"
    ]) {
      assert.deepStrictEqual(absences("SUMMARY:Trip (zhou)", start, "DURATION:PT8H30M"), [
        "zhou travel 2026-10-01T09:00–2026-10-01T17:30"
      ])
    }
  })

  it("as often as it repeats, but for the times that were taken out, moved or cancelled", () => {
    const series = ["SUMMARY:何川 培训", "DTSTART;TZID=Asia/Shanghai:20261005T090000", "DURATION:PT1H"]
    const rule = "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;UNTIL=20261115T000000Z"
    assert.deepStrictEqual(absences(...series, rule, "EXDATE;TZID=Asia/Shanghai:20261019T090000"), [
      "he training 2026-10-05T09:00–2026-10-05T10:00",
      "he training 2026-11-02T09:00–2026-11-02T10:00"
    ])
    const moved = event(
      "SUMMARY:何川 培训",
      "RECURRENCE-ID;TZID=Asia/Shanghai:20261019T090000",
      "DTSTART;TZID=Asia/Shanghai:20261020T140000",
      "DURATION:PT1H"
    )
    const { absences: after } = Result.getOrThrow(read(calendar(event(...series, rule), moved)))
    assert.deepStrictEqual(
      Object.values(after).map(({ from }) => from),
      ["2026-10-05T09:00", "2026-11-02T09:00", "2026-10-20T14:00"]
    )
    assert.deepStrictEqual(absences(...series, "STATUS:CANCELLED"), [])
  })

  it("of whoever takes part, is named, or is meant by what the other system calls them", () => {
    const when = ["DTSTART;VALUE=DATE:20261001"]
    assert.deepStrictEqual(absences("SUMMARY:Leave", "ATTENDEE;CN=周宁:mailto:x@y.example", ...when), [
      "zhou leave 2026-10-01T00:00–2026-10-02T00:00"
    ])
    const people = { "U-1024": Actor.PersonId.make("tang") }
    const { absences: mapped } = Result.getOrThrow(read(calendar(event("SUMMARY:U-1024 off", ...when)), { people }))
    assert.deepStrictEqual(
      Object.values(mapped).map(({ person }) => person as string),
      ["tang"]
    )
  })

  it("or an override of the roster that is named, as the shifts of a pager's schedule are", () => {
    const desk = Roster.RosterId.make("desk")
    const shift = event("SUMMARY:On Call - 唐岚", "DTSTART:20261001T010000Z", "DTEND:20261001T130000Z")
    const { rosters } = Result.getOrThrow(read(calendar(shift), { roster: desk }))
    const [night, holiday] = Object.values(rosters.desk?.overrides ?? {})
    assert.strictEqual(night?.from, "2026-09-18T20:00")
    assert.deepStrictEqual<unknown>(holiday, {
      person: "tang",
      from: "2026-10-01T09:00",
      until: "2026-10-01T21:00",
      reason: { zh: "On Call - 唐岚", en: "On Call - 唐岚" }
    })
    assert.deepStrictEqual(found(calendar(shift), { roster: Roster.RosterId.make("dask") }), [
      "1 unknown-roster: Did you mean desk?"
    ])
  })
})

describe("a calendar with mistakes is not taken, and all of them are told", () => {
  it("each at its line, with what should stand there", () => {
    const text = calendar(
      ...[
        event("SUMMARY:林晓", "DTSTART;TZID=Asia/Shanghay:20261001T090000", "DURATION:PT1H"),
        event("SUMMARY:Zhuo, leave", "DTSTART;VALUE=DATE:20261001"),
        event("SUMMARY:林晓", "DTSTART:20261301T090000Z", "DURATION:PT1H"),
        event("SUMMARY:林晓", "DTSTART:20261001T090000Z", "DTEND:20261001T080000Z"),
        event("SUMMARY:林晓", "DTSTART:20261001T090030Z", "DURATION:P1D"),
        event("SUMMARY:林晓")
      ].map((one, index) => one.replace("UID:1", `UID:${index}`)),
      "a line of nothing"
    )
    assert.deepStrictEqual(found(text), [
      "7 unknown-zone: Did you mean Asia/Shanghai?",
      "10 unknown-person: Did you mean zhou?",
      "18 wrong-value: Write a date or a time that exists, in whole minutes, such as 20261001T090000.",
      "25 wrong-value: Write an end or a duration after the start.",
      "30 wrong-value: Write a date or a time that exists, in whole minutes, such as 20261001T090000.",
      "33 wrong-value: Write a date or a time that exists, in whole minutes, such as 20261001T090000.",
      "37 broken-line: Export anew, or mend the line as RFC 5545 has it."
    ])
  })

  it("two who are named are not one", () => {
    assert.match(wrong("SUMMARY:林晓 / 何川", "DTSTART;VALUE=DATE:20261001").join(), /^4 unknown-person/)
  })

  it("what was cut off is not taken for the whole", () => {
    assert.deepStrictEqual(
      found(calendar(event("SUMMARY:林晓", "DTSTART;VALUE=DATE:20261001")).replace(/END:VEVENT[\s\S]*/, "")),
      ["4 broken-line: Export anew, or mend the line as RFC 5545 has it."]
    )
    assert.match(found("").join(), /not-ical/)
  })
})

describe("a hostile calendar", () => {
  const within = (text: string): string => {
    const begun = performance.now()
    const result = read(text)
    assert.isBelow(performance.now() - begun, 5000)
    return Result.isFailure(result) ? (result.failure[0]?.code ?? "") : "taken"
  }
  const repeating = (rule: string) =>
    calendar(event("SUMMARY:林晓", "DTSTART:20261001T090000", "DURATION:PT1H", `RRULE:${rule}`))

  it("that repeats for ever, or nearly, is refused and takes no time", () => {
    for (const rule of [
      "FREQ=SECONDLY",
      "FREQ=MINUTELY;COUNT=9",
      "FREQ=DAILY",
      "FREQ=DAILY;COUNT=1000000000",
      "FREQ=DAILY;UNTIL=99990101T000000Z",
      "FREQ=DAILY;BYHOUR=1,2,3;COUNT=9",
      "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5",
      "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=5",
      "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=31;COUNT=2",
      "FREQ=DAILY;INTERVAL=1000000000;COUNT=9",
      "FREQ=WEEKLY;COUNT=3;BYSETPOS=-400",
      "FREQ=DAILY;COUNT=-1",
      "FREQ=FORTNIGHTLY;COUNT=3"
    ]) {
      assert.match(within(repeating(rule)), /^calendar-file\/(wrong-value|broken-line)$/, rule)
    }
  })

  it("that repeats in too many events, or for a length that nobody can write, is refused", () => {
    const many = (times: number, ...lines: ReadonlyArray<string>) =>
      calendar(...Array.from({ length: times }, () => event("SUMMARY:林晓", "DTSTART:20260101T090000", ...lines)))
    const never = "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=10"
    const less = "Export only the calendar that matters."
    assert.deepStrictEqual(found(many(5000, "DURATION:PT1H", never)), [`354 too-much: ${less}`])
    const dates = Array.from({ length: 20_000 }, () => "20260101T090000").join()
    assert.deepStrictEqual(found(many(1, "DURATION:PT1H", ...Array.from({ length: 3 }, () => `RDATE:${dates}`))), [
      "4 too-much: Export only the time that matters."
    ])
    assert.match(wrong("SUMMARY:林晓", "DTSTART:20260101T090000", "DURATION:P9999999999W").join(), /wrong-value/)
  })

  it("that speaks of thousands of years of a roster is refused, for its table has no end", () => {
    const hour = { people: ["lin"], from: "0001-01-01", days: 1, hours: [{ from: "00:00", to: "12:00" }] }
    const rotations = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`r${index}`, hour]))
    const carried = JSON.stringify({ id: "desk", roster: { title: { zh: "值班", en: "Desk" }, rotations } })
    const text = carried.replaceAll("\\", "\\\\").replaceAll(/[,;]/g, "\\$&")
    assert.deepStrictEqual(
      found(calendar("X-DUALOPS-FROM:0001-01-01", "X-DUALOPS-UNTIL:9999-12-31", `X-DUALOPS-ROSTER:${text}`)),
      ["1 too-much: Export only the time that matters."]
    )
  })

  it("that is huge, folded, nested or full of quotes is read in bounded time", () => {
    const begin = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n"
    const big = {
      long: `${begin}SUMMARY:${"茶".repeat(5_000_000)}`,
      folds: `${begin}SUMMARY:${"a\r\n ".repeat(900_000)}`,
      nested: "BEGIN:VCALENDAR\r\n".repeat(100_000),
      events: `BEGIN:VCALENDAR\r\n${"BEGIN:VEVENT\r\nEND:VEVENT\r\n".repeat(100_000)}END:VCALENDAR\r\n`,
      parameters: `${begin}SUMMARY${";X-A=b".repeat(60_000)}:x`,
      quotes: `${begin}SUMMARY;X="${"a".repeat(300_000)}`,
      zones: `${begin}DTSTART;TZID=${"a/".repeat(150_000)}:20261001T090000`,
      dates: `${begin}UID:1\r\nDTSTART:20261001T090000\r\nDURATION:PT1H\r\nEXDATE:${"20261001T090000,".repeat(20_000)}20261001T090000`,
      lines: "BEGIN:VCALENDAR\r\n".concat("?\r\n".repeat(1_000_000)),
      uids: calendar(...Array.from({ length: 9000 }, () => event("SUMMARY:林晓", "DTSTART;VALUE=DATE:20261001")))
    }
    const answers = Object.fromEntries(Object.entries(big).map(([name, text]) => [name, within(text)]))
    assert.include(answers, {
      long: "calendar-file/too-long",
      nested: "calendar-file/too-much",
      events: "calendar-file/too-much",
      parameters: "calendar-file/broken-line",
      zones: "calendar-file/broken-line",
      dates: "calendar-file/broken-line",
      uids: "taken"
    })
    for (const [name, answer] of Object.entries(answers)) assert.strictEqual(answer === "taken", name === "uids", name)
  })

  it("never throws, whatever is done to its lines", () => {
    const lines = calendar(
      event("SUMMARY:林晓", "DTSTART;TZID=Asia/Shanghai:20261001T090000", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=3")
    ).split("\r\n")
    const spoilt = fc
      .array(
        fc.record({ line: fc.nat(lines.length - 1), at: fc.nat(60), put: fc.string({ maxLength: 8 }), cut: fc.nat(8) }),
        {
          minLength: 1,
          maxLength: 4
        }
      )
      .map((all) => {
        const changed = [...lines]
        for (const { at, cut, line, put } of all) {
          const was = changed[line] ?? ""
          changed[line] = was.slice(0, at) + put + was.slice(at + cut)
        }
        return changed.join("\r\n")
      })
    fc.assert(
      fc.property(spoilt, (text) => {
        const result = read(text)
        if (Result.isFailure(result)) for (const { where } of result.failure) assert.isAtLeast(where.line ?? 0, 1)
      }),
      { numRuns: 1000 }
    )
  })
})
