/** Calendars, moments and clocks for the laws: small, but with nights, lunch breaks, exceptions, holidays and changes of the clocks. */
import { ChineseHolidays, type Clock, Timetable, WorkingCalendar } from "@dualops/core/calendar"
import { DateTime, Duration, Schema } from "effect"
import * as fc from "fast-check"

const time = (minutes: number) => {
  const pad = (part: number) => String(part).padStart(2, "0")
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`
}

// Windows begin after three in the morning and nights end by then, so that no two days ever overlap.
const windows = fc
  .uniqueArray(fc.integer({ min: 12, max: 107 }), { maxLength: 6 })
  .map((quarters) => quarters.toSorted((a, b) => a - b).map((quarter) => quarter * 15))
  .map((marks) =>
    Array.from({ length: Math.floor(marks.length / 2) }, (_, index) => marks.slice(2 * index, 2 * index + 2))
      .filter(([from = 0]) => from < 1440)
      .map(([from = 0, to = 0]) => ({ from: time(from), to: to === 1440 ? "24:00" : time(to % 1440) }))
  )

const zones = [
  "Asia/Shanghai",
  "America/New_York",
  "Europe/Berlin",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "America/Santiago"
]

const week = fc.oneof(
  { weight: 1, arbitrary: fc.constant("24x7" as const) },
  {
    weight: 9,
    arbitrary: fc.record({
      monday: windows,
      tuesday: windows,
      wednesday: windows,
      thursday: windows,
      friday: windows,
      saturday: windows,
      sunday: windows
    })
  }
)

// Where calendars are interesting: changes of the clocks, holidays, the edge of the known years.
const knots = [
  "2026-03-08T07:00:00Z",
  "2026-11-01T06:00:00Z",
  "2026-03-29T01:00:00Z",
  "2026-10-25T01:00:00Z",
  "2026-04-04T15:00:00Z",
  "2026-10-03T15:30:00Z",
  "2026-04-05T03:00:00Z",
  "2026-09-06T04:00:00Z",
  "2026-09-30T16:00:00Z",
  "2026-02-14T10:00:00Z",
  "2025-01-01T00:00:00Z"
].map((text) => Date.parse(text))

const millis = fc.oneof(
  fc.integer({ min: Date.parse("2025-01-03T00:00:00Z"), max: Date.parse("2026-12-25T00:00:00Z") }),
  fc
    .tuple(fc.constantFrom(...knots), fc.integer({ min: -120_000_000, max: 120_000_000 }))
    .map(([knot, away]) => Math.max(knot + away, Date.parse("2025-01-03T00:00:00Z")))
)
export const moment = millis.map((at) => DateTime.makeUnsafe(at))
export const minute = millis.map((at) => DateTime.makeUnsafe(at - (at % 60_000)))
export const workingHours = (max: number) =>
  fc.integer({ min: 0, max: max * 3_600_000 }).map((length) => Duration.millis(length))

const exception = millis.chain((at) =>
  windows.map((list) => ({
    date: new Date(at).toISOString().slice(0, 10),
    windows: list,
    reason: { zh: "年会", en: "the company's annual meeting" }
  }))
)

export const calendar = fc
  .record(
    {
      timeZone: fc.constantFrom(...zones),
      week,
      holidays: fc.record({ makeUpWorkday: fc.constantFrom("monday", "friday"), dayOff: windows }),
      exceptions: fc.uniqueArray(exception, { maxLength: 4, selector: ({ date }) => date })
    },
    { requiredKeys: ["timeZone", "week", "exceptions"] }
  )
  .map(Schema.decodeUnknownSync(WorkingCalendar.WorkingCalendar))

export const timetable = calendar.map((words) => Timetable.make(words, ChineseHolidays.holidays))

export const policy: fc.Arbitrary<Clock.Policy> = fc.record({
  target: workingHours(30),
  warnAt: fc.constantFrom(0.5, 0.8, 1),
  timetable
})

const happening: fc.Arbitrary<(at: DateTime.Utc) => Clock.Change> = fc.oneof(
  fc.constant((at: DateTime.Utc): Clock.Change => ({ _tag: "Paused", at, reason: { zh: "等粉丝", en: "the fan" } })),
  fc.constant((at: DateTime.Utc): Clock.Change => ({ _tag: "Resumed", at })),
  policy.map(
    (changed) =>
      (at: DateTime.Utc): Clock.Change => ({ _tag: "PolicyChanged", at, policy: changed })
  )
)

/** What happens after a moment, in order, without a stop. */
export const changesAfter = (start: DateTime.Utc): fc.Arbitrary<ReadonlyArray<Clock.Change>> =>
  fc.array(fc.tuple(workingHours(40), happening), { maxLength: 5 }).map((list) => {
    let at: DateTime.Utc = start
    return list.map(([wait, make]) => {
      at = DateTime.addDuration(at, wait)
      return make(at)
    })
  })

export const earlier = fc
  .integer({ min: Date.parse("2025-01-05T00:00:00Z"), max: Date.parse("2026-11-15T00:00:00Z") })
  .map((at) => DateTime.makeUnsafe(at))

/** A clock without a stop, and a moment to read it that may lie among its events. */
export const clock = fc.tuple(earlier, policy).chain(([start, first]) =>
  fc.record({
    history: changesAfter(start).map(
      (changes): Clock.History => [{ _tag: "Started", at: start, policy: first }, ...changes]
    ),
    at: workingHours(24 * 10).map((wait) => DateTime.addDuration(start, wait))
  })
)
