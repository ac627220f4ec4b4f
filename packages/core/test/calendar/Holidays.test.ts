import { ChineseHolidays, Holidays } from "@dualops/core/calendar"
import { HolidaysSuite } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { Schema } from "effect"

HolidaysSuite.suite("China", ChineseHolidays.holidays)
HolidaysSuite.suite("no schedule at all", Holidays.fromSchedules([]))

describe("Chinese holidays", () => {
  const on = ChineseHolidays.holidays.on

  it("the Saturday after the National Day of 2026 is worked", () => {
    assertEquals(on("2026-10-10"), { answer: "workday", makeUpFor: { zh: "国庆节", en: "National Day" } })
  })

  it("the Spring Festival of 2026 has nine days off and two make-up workdays", () => {
    const spring = ChineseHolidays.schedules[1]?.holidays[1]
    assertEquals(on("2026-02-15").answer, "day off")
    assertEquals(on("2026-02-23").answer, "day off")
    assertEquals(on("2026-02-24"), { answer: "workday", makeUpFor: undefined })
    assertEquals(spring?.workdays, ["2026-02-14", "2026-02-28"])
  })

  it("the year 2027 is unknown, its National Day too", () => {
    assertEquals(on("2027-10-01"), { answer: "unknown year", year: 2027 })
    assertEquals(on("2024-10-01"), { answer: "unknown year", year: 2024 })
  })

  it("the schedules have as many days off and make-up workdays as the notices", () => {
    const count = (year: number) => {
      const dates = Array.from({ length: 365 }, (_, day) =>
        new Date(Date.UTC(year, 0, day + 1)).toISOString().slice(0, 10)
      )
      const said = dates.map(on)
      return [
        said.filter((one) => one.answer === "day off" && one.holiday !== undefined).length,
        said.filter((one) => one.answer === "workday" && one.makeUpFor !== undefined).length
      ]
    }
    assertEquals(count(2025), [1 + 8 + 3 + 5 + 3 + 8, 5])
    assertEquals(count(2026), [3 + 9 + 3 + 5 + 3 + 3 + 7, 6])
  })

  it("every schedule is a value that can be stored", () => {
    for (const schedule of ChineseHolidays.schedules) {
      assert.isTrue(Schema.is(Holidays.Schedule)(schedule))
    }
  })
})
