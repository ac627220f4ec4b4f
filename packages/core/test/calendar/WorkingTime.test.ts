import { Explanation, WorkingCalendar, WorkingTime } from "@dualops/core/calendar"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { DateTime, Duration, Result } from "effect"
import { at, office, timetable, words } from "./office.ts"

const within = (start: string, hours: number, table = office) =>
  WorkingTime.deadline(table, at(start), Duration.hours(hours))

describe("A deadline", () => {
  it("given Friday 17:00 and two hours, then it is Monday 10:00", () => {
    assertEquals(within("2026-11-20 17:00", 2), Result.succeed(at("2026-11-23 10:00")))
  })

  it("given an hour that ends with the window, then it is the end of the window", () => {
    assertEquals(within("2026-11-20 17:00", 1), Result.succeed(at("2026-11-20 18:00")))
  })

  it("given an hour before the windows or after them, then it begins with the next one", () => {
    // kiegroup/jbpm#1830, kiegroup/jbpm#1342.
    assertEquals(within("2026-11-23 06:30", 1), Result.succeed(at("2026-11-23 10:00")))
    assertEquals(within("2026-11-23 20:00", 2), Result.succeed(at("2026-11-24 11:00")))
    assertEquals(within("2026-11-20 20:00", 2), Result.succeed(at("2026-11-23 11:00")))
  })

  it("given the eve of the National Day, then the seven days off do not count", () => {
    assertEquals(within("2026-09-30 17:00", 2), Result.succeed(at("2026-10-08 10:00")))
  })

  it("given the Friday before a make-up Saturday, then the Saturday counts", () => {
    assertEquals(within("2026-10-09 17:00", 2), Result.succeed(at("2026-10-10 10:00")))
  })

  it("given a night that began before a holiday, then the night is worked to its end", () => {
    const night = [{ from: "20:00", to: "04:00" }]
    const nights = timetable({ week: { wednesday: night, thursday: night }, holidays: {} })
    assertEquals(within("2026-09-30 21:00", 7, nights), Result.succeed(at("2026-10-01 04:00")))
    assertEquals(within("2026-09-30 21:00", 8, nights), Result.succeed(at("2026-10-08 21:00")))
  })

  it("given an exception, then its windows stand whatever the weekday and the country say", () => {
    const launch = {
      date: "2026-10-02",
      windows: [{ from: "10:00", to: "11:00" }],
      reason: { zh: "发布", en: "launch" }
    }
    const table = timetable({ ...words, exceptions: [launch] })
    assertEquals(within("2026-09-30 18:00", 1, table), Result.succeed(at("2026-10-02 11:00")))
  })

  it("given windows for days off, then a holiday has those", () => {
    const table = timetable({ ...words, holidays: { dayOff: [{ from: "10:00", to: "12:00" }] } })
    assertEquals(within("2026-09-30 18:00", 3, table), Result.succeed(at("2026-10-02 11:00")))
  })

  it("given a year that was not announced, then it says so and does not guess", () => {
    assertEquals(within("2026-12-31 17:00", 2), Result.fail(new WorkingCalendar.UnknownYear({ year: 2027 })))
    assertEquals(within("2026-12-31 17:00", 1), Result.succeed(at("2026-12-31 18:00")))
  })

  it("given a night that may have begun in an unknown year, then its end is unknown and the day after it is not", () => {
    const night = timetable({ week: { wednesday: [{ from: "20:00", to: "04:00" }] }, holidays: {} })
    const unknown = Result.fail(new WorkingCalendar.UnknownYear({ year: 2024 }))
    assertEquals(WorkingTime.isOpen(night, at("2025-01-01 03:59")), unknown)
    assertEquals(WorkingTime.isOpen(night, at("2025-01-01 04:00")), Result.succeed(false))
  })

  it("given an exception in a year that was not announced, then its date is known", () => {
    const reason = { zh: "值班", en: "on duty" }
    const table = timetable({
      ...words,
      exceptions: [{ date: "2027-01-01", windows: [{ from: "09:00", to: "10:00" }], reason }]
    })
    assertEquals(within("2026-12-31 18:00", 1, table), Result.succeed(at("2027-01-01 10:00")))
  })

  it("given a calendar that does not follow the holidays, then no year is unknown to it", () => {
    assertEquals(within("2026-12-31 23:00", 2, timetable({ week: "24x7" })), Result.succeed(at("2027-01-01 01:00")))
  })

  it("given a calendar that never opens, then it says so", () => {
    const closed = timetable({ week: {} })
    assertEquals(
      within("2026-03-01 09:00", 1, closed),
      Result.fail(new WorkingCalendar.NeverOpens({ after: "2026-03-01" }))
    )
  })

  it("given a single open day years ahead, then it is found", () => {
    const day = { date: "2031-05-05", windows: [{ from: "09:00", to: "18:00" }], reason: { zh: "庆典", en: "jubilee" } }
    const table = timetable({ week: {}, exceptions: [day] })
    assertEquals(within("2026-03-01 09:00", 9, table), Result.succeed(at("2031-05-05 18:00")))
  })

  it("given the night in which the clocks are set forward, then the shift is an hour shorter", () => {
    const night = [{ from: "22:00", to: "06:00" }]
    const newYork = timetable({ timeZone: "America/New_York", week: { saturday: night } })
    const shift = (from: string, to: string) =>
      Result.map(WorkingTime.between(newYork, DateTime.makeUnsafe(from), DateTime.makeUnsafe(to)), Duration.toHours)
    assertEquals(shift("2026-03-07T12:00:00Z", "2026-03-09T12:00:00Z"), Result.succeed(7))
    assertEquals(shift("2026-10-31T12:00:00Z", "2026-11-02T12:00:00Z"), Result.succeed(9))
  })

  it("given a window that begins at a time which the clocks skip, then it begins with the jump", () => {
    const early = timetable({ timeZone: "America/New_York", week: { sunday: [{ from: "02:30", to: "04:00" }] } })
    const jump = DateTime.makeUnsafe("2026-03-08T07:00:00Z")
    assertEquals(
      WorkingTime.openIntervals(early, DateTime.subtract(jump, { days: 1 }), DateTime.add(jump, { days: 1 })),
      Result.succeed([{ from: jump, to: DateTime.add(jump, { hours: 1 }) }])
    )
  })

  it("given an hour before midnight that comes twice, then both belong to the old date", () => {
    const santiago = timetable({ timeZone: "America/Santiago", week: { saturday: [{ from: "23:00", to: "24:00" }] } })
    const start = DateTime.makeUnsafe("2026-04-05T02:00:00Z")
    assertEquals(
      WorkingTime.between(santiago, start, DateTime.add(start, { days: 3 })),
      Result.succeed(Duration.hours(2))
    )
    assertEquals(WorkingTime.isOpen(santiago, DateTime.add(start, { minutes: 90 })), Result.succeed(true))
  })

  it("given a zone whose clock is set back over midnight, or that skipped a date, then the days still tile time", () => {
    for (const [timeZone, from] of [
      ["America/St_Johns", "2010-11-05T00:00:00Z"],
      ["Pacific/Apia", "2011-12-28T00:00:00Z"]
    ] as const) {
      const table = timetable({ timeZone, week: "24x7" })
      const start = DateTime.makeUnsafe(from)
      const end = DateTime.add(start, { days: 5 })
      assertEquals(WorkingTime.openIntervals(table, start, end), Result.succeed([{ from: start, to: end }]))
      for (let minute = 0; minute < 5 * 1440; minute += 10) {
        assertEquals(WorkingTime.isOpen(table, DateTime.add(start, { minutes: minute })), Result.succeed(true))
      }
    }
  })
})

describe("Windows", () => {
  it("hold their first moment and not their last", () => {
    const open = ["08:59", "09:00", "11:59", "12:00"].map((time) =>
      WorkingTime.isOpen(office, at(`2026-11-23 ${time}`))
    )
    assertEquals(open.map(Result.getOrThrow), [false, true, true, false])
  })

  it("come as intervals, cut to the range that is asked for", () => {
    assertEquals(
      WorkingTime.openIntervals(office, at("2026-11-20 16:00"), at("2026-11-23 12:30")),
      Result.succeed([
        { from: at("2026-11-20 16:00"), to: at("2026-11-20 18:00") },
        { from: at("2026-11-23 09:00"), to: at("2026-11-23 12:00") }
      ])
    )
  })

  it("may be written down in any order", () => {
    const table = timetable({
      week: {
        monday: [
          { from: "14:00", to: "15:00" },
          { from: "09:00", to: "10:00" }
        ]
      }
    })
    assertEquals(within("2026-11-23 08:00", 1, table), Result.succeed(at("2026-11-23 10:00")))
  })

  it("that overlap through an exception count once", () => {
    const night = [{ from: "22:00", to: "06:00" }]
    const table = timetable({
      week: { friday: night },
      exceptions: [
        { date: "2026-11-21", windows: [{ from: "04:00", to: "08:00" }], reason: { zh: "盘点", en: "count" } }
      ]
    })
    assertEquals(
      WorkingTime.between(table, at("2026-11-20 00:00"), at("2026-11-22 00:00")),
      Result.succeed(Duration.hours(10))
    )
  })
})

describe("An explanation", () => {
  const explain = (from: string, to: string) =>
    Result.getOrThrow(WorkingTime.explain(office, at(from), at(to))).map((segment) => Explanation.sentence(segment))

  it("names the holiday and the make-up workday, in Chinese and in English", () => {
    assertEquals(explain("2026-09-30 17:00", "2026-10-08 10:00"), [
      {
        zh: "2026-09-30 17:00 至 2026-09-30 18:00：60 分钟计入（工作时间）",
        en: "2026-09-30 17:00 to 2026-09-30 18:00: 60 minutes count (working hours)"
      },
      {
        zh: "2026-09-30 18:00 至 2026-10-01 00:00：360 分钟不计入（非工作时间）",
        en: "2026-09-30 18:00 to 2026-10-01 00:00: 360 minutes do not count (outside working hours)"
      },
      {
        zh: "2026-10-01 00:00 至 2026-10-08 00:00：10080 分钟不计入（国庆节假期）",
        en: "2026-10-01 00:00 to 2026-10-08 00:00: 10080 minutes do not count (holiday: National Day)"
      },
      {
        zh: "2026-10-08 00:00 至 2026-10-08 09:00：540 分钟不计入（非工作时间）",
        en: "2026-10-08 00:00 to 2026-10-08 09:00: 540 minutes do not count (outside working hours)"
      },
      {
        zh: "2026-10-08 09:00 至 2026-10-08 10:00：60 分钟计入（工作时间）",
        en: "2026-10-08 09:00 to 2026-10-08 10:00: 60 minutes count (working hours)"
      }
    ])
    assert.include(explain("2026-10-10 09:00", "2026-10-10 10:00")[0]?.en, "make-up workday for National Day")
  })
})
