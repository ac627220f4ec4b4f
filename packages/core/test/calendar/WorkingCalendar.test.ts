import { WorkingCalendar } from "@dualops/core/calendar"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { Result, Schema } from "effect"

const decode = Schema.decodeUnknownResult(WorkingCalendar.WorkingCalendar)

/** What a calendar is refused for. */
const refusal = (calendar: unknown) =>
  Result.match(decode(calendar), { onFailure: String, onSuccess: () => "accepted" })

describe("A working calendar", () => {
  it("is in Shanghai's time, works on no other day than it says, and has no exceptions, unless it says so", () => {
    const day = { from: "09:00", to: "18:00" }
    assertEquals(
      decode({ week: { monday: [day] } }),
      Result.succeed({
        timeZone: "Asia/Shanghai",
        week: { monday: [day], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] },
        exceptions: []
      })
    )
  })

  it("may be open day and night", () => {
    assertEquals(decode({ week: "24x7" }), Result.succeed({ timeZone: "Asia/Shanghai", week: "24x7", exceptions: [] }))
  })

  it("has no windows on a day off and Monday's on a make-up workday, unless it says so", () => {
    const calendar = Result.getOrThrow(decode({ week: "24x7", holidays: {} }))
    assertEquals(calendar.holidays, { dayOff: [], makeUpWorkday: "monday" })
  })

  const refused = {
    "windows that overlap": [
      {
        week: {
          friday: [
            { from: "09:00", to: "12:00" },
            { from: "11:30", to: "18:00" }
          ]
        }
      },
      /09:00–12:00 overlaps 11:30–18:00[\s\S]*friday/
    ],
    "a night that overlaps the next morning": [
      { week: { sunday: [{ from: "22:00", to: "08:00" }], monday: [{ from: "07:00", to: "12:00" }] } },
      /22:00–08:00 overlaps 07:00–12:00 of monday[\s\S]*sunday/
    ],
    "an empty window": [{ week: { monday: [{ from: "09:00", to: "09:00" }] } }, /a window that is not empty/],
    "a window that begins when the day is over": [
      { week: { monday: [{ from: "24:00", to: "02:00" }] } },
      /a window that is not empty/
    ],
    "a time that is none": [{ week: { monday: [{ from: "9am", to: "18:00" }] } }, /a time of day[\s\S]*monday/],
    "a time zone that is none": [{ week: "24x7", timeZone: "Nowhere+08:00" }, /the name of a time zone/],
    "a date that does not exist": [
      { week: "24x7", exceptions: [{ date: "2026-02-30", windows: [], reason: { zh: "无", en: "none" } }] },
      /a date that exists[\s\S]*exceptions/
    ],
    "two exceptions for one date": [
      {
        week: "24x7",
        exceptions: [
          { date: "2026-03-01", windows: [], reason: { zh: "盘点", en: "stocktaking" } },
          { date: "2026-03-01", windows: [], reason: { zh: "年会", en: "annual meeting" } }
        ]
      },
      /one exception a date \(2026-03-01 has two\)/
    ]
  } as const

  for (const [what, [calendar, message]] of Object.entries(refused)) {
    it(`refuses ${what}, and says where`, () => assert.match(refusal(calendar), message))
  }

  it("accepts windows that meet, and a night that ends when the morning begins", () => {
    const meeting = [
      { from: "06:00", to: "14:00" },
      { from: "14:00", to: "22:00" },
      { from: "22:00", to: "06:00" }
    ]
    assert.strictEqual(refusal({ week: { monday: meeting, tuesday: meeting } }), "accepted")
  })
})
