/** When the festivals are: by the library, by the calendar of ICU, by published tables, and by the State Council's notices. */
import { ChineseHolidays } from "@dualops/core"
import { CalendarDate } from "@dualops/core/calendar"
import { Festivals } from "@dualops/core/festivals"
import { assert, describe, it } from "@effect/vitest"

const years = Array.from({ length: 101 }, (_, index) => 2000 + index)
const moon = new Intl.DateTimeFormat("en-u-ca-chinese", { timeZone: "UTC", month: "numeric", day: "numeric" })
/** The month and the day of the moon; a leap month has a sign behind it. */
const shown = (date: string) => {
  const parts = moon.formatToParts(new Date(`${date}T00:00:00Z`))
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ""
  return `${part("month")}/${part("day")}`
}

/** Published by the Hong Kong Observatory and printed in every calendar. */
const published = {
  "spring-festival":
    "2000-02-05 2001-01-24 2002-02-12 2003-02-01 2004-01-22 2005-02-09 2006-01-29 2007-02-18 2008-02-07 2009-01-26 2010-02-14 2011-02-03 2012-01-23 2013-02-10 2014-01-31 2015-02-19 2016-02-08 2017-01-28 2018-02-16 2019-02-05 2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13 2030-02-03 2031-01-23 2032-02-11 2033-01-31 2034-02-19 2035-02-08 2036-01-28 2037-02-15 2038-02-04 2039-01-24 2040-02-12",
  "dragon-boat":
    "2015-06-20 2016-06-09 2017-05-30 2018-06-18 2019-06-07 2020-06-25 2021-06-14 2022-06-03 2023-06-22 2024-06-10 2025-05-31 2026-06-19 2027-06-09 2028-05-28 2029-06-16 2030-06-05",
  "mid-autumn":
    "2015-09-27 2016-09-15 2017-10-04 2018-09-24 2019-09-13 2020-10-01 2021-09-21 2022-09-10 2023-09-29 2024-09-17 2025-10-06 2026-09-25 2027-09-15 2028-10-03 2029-09-22 2030-09-12",
  "new-years-eve": "2021-02-11 2022-01-31 2023-01-21 2024-02-09 2025-01-28 2026-02-16",
  qixi: "2012-08-23 2020-08-25 2021-08-14 2022-08-04 2023-08-22 2024-08-10 2025-08-29 2026-08-19",
  qingming: "2020-04-04 2021-04-04 2022-04-05 2023-04-05 2024-04-04 2025-04-04 2026-04-05",
  "winter-solstice": "2020-12-21 2021-12-21 2022-12-22 2023-12-22 2024-12-21 2025-12-21"
} as const

describe("A festival of the moon", () => {
  it("is on the day of the moon that ICU has, from 2000 to 2100, and never in a leap month", () => {
    const of = {
      "spring-festival": "1/1",
      "lantern-festival": "1/15",
      "dragon-boat": "5/5",
      qixi: "7/7",
      "mid-autumn": "8/15",
      "double-ninth": "9/9",
      laba: "12/8"
    } as const
    const wrong = years.flatMap((year) =>
      Object.entries(of).flatMap(([id, day]) =>
        Festivals.inYear(id as keyof typeof of, year)
          .filter((date) => shown(date) !== day)
          .map((date) => `${id} ${date}: ${shown(date)}`)
      )
    )
    // Where ICU errs, by the published tables below: new moons that fall within minutes of midnight in China.
    assert.deepStrictEqual(wrong, [
      "qixi 2012-08-23: 7/6",
      "spring-festival 2027-02-06: 12/30",
      "lantern-festival 2027-02-20: 1/14",
      "spring-festival 2030-02-03: 1/2",
      "lantern-festival 2030-02-17: 1/16"
    ])
  })

  it("is once in a year, but for the last moon", () => {
    for (const year of years)
      for (const id of Festivals.ids.filter((one) => one !== "laba" && one !== "little-new-year"))
        assert.strictEqual(Festivals.inYear(id, year).length, 1, `${id} ${year}`)
    const laba = years.flatMap((year) => Festivals.inYear("laba", year))
    assert.strictEqual(laba.length, new Set(laba).size)
    assert.isAtLeast(laba.length, 100)
  })

  it("comes a day before the Spring Festival if it is its eve, in a month of 29 days and of 30 (CalendarView#707)", () => {
    for (const year of years) {
      const [eve = "", spring = ""] = [
        ...Festivals.inYear("new-years-eve", year),
        ...Festivals.inYear("spring-festival", year)
      ]
      assert.strictEqual(CalendarDate.toNumber(spring) - CalendarDate.toNumber(eve), 1)
    }
  })

  it("is right in 2033, whose winter has the leap month that many calendars have elsewhere (lunar-go#5)", () => {
    assert.deepStrictEqual(Festivals.inYear("mid-autumn", 2033), ["2033-09-08"])
    assert.deepStrictEqual(Festivals.inYear("spring-festival", 2034), ["2034-02-19"])
    assert.deepStrictEqual(Festivals.inYear("laba", 2034), ["2034-01-27"])
  })
})

describe("A festival", () => {
  it.each(Object.entries(published))("%s is on its published dates", (id, dates) => {
    const all = dates.split(" ")
    const found = all.flatMap((date) => Festivals.inYear(id as keyof typeof published, Number(date.slice(0, 4))))
    assert.deepStrictEqual(found, all)
  })

  it("lies in the days off that were announced for it", () => {
    const holidays = {
      "spring-festival": "Spring Festival",
      qingming: "Qingming Festival",
      "dragon-boat": "Dragon Boat Festival"
    } as const
    for (const year of [2025, 2026])
      for (const [id, name] of Object.entries(holidays))
        for (const date of Festivals.inYear(id as keyof typeof holidays, year)) {
          const answer = ChineseHolidays.holidays.on(date)
          assert.strictEqual(answer.answer === "day off" ? answer.holiday?.en : "", name)
        }
  })

  it("is told between two dates, in order, across the turn of a year", () => {
    assert.deepStrictEqual(
      Festivals.between("2026-12-20", "2027-02-08").map(({ date, id }) => `${date} ${id}`),
      [
        "2026-12-22 winter-solstice",
        "2026-12-25 christmas",
        "2027-01-01 new-year",
        "2027-01-15 laba",
        "2027-01-30 little-new-year",
        "2027-02-05 new-years-eve",
        "2027-02-06 spring-festival"
      ]
    )
  })
})
