/**
 * What everything that answers for holidays does, whatever its source.
 *
 * @module
 */
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { fromNumber, toNumber, weekdayOf } from "../calendar/CalendarDate.ts"
import type { Holidays } from "../calendar/Holidays.ts"

/** Asks for every date from 2009 to 2099. */
export const suite = (name: string, holidays: Holidays): void => {
  const dates: Array<string> = []
  for (let day = toNumber("2009-01-01"); day < toNumber("2100-01-01"); day++) dates.push(fromNumber(day))

  describe(`Holidays: ${name}`, () => {
    it("a year that was not announced is unknown on every one of its dates", () => {
      for (const date of dates) {
        const year = Number(date.slice(0, 4))
        const unknown = holidays.on(`${date.slice(0, 4)}-01-01`).answer === "unknown year"
        if (unknown) assertEquals(holidays.on(date), { answer: "unknown year", year })
        else assert.notStrictEqual(holidays.on(date).answer, "unknown year")
      }
    })

    it("a plain Saturday or Sunday is a day off without a holiday", () => {
      for (const date of dates) {
        const said = holidays.on(date)
        const weekend = ["saturday", "sunday"].includes(weekdayOf(toNumber(date)))
        if (said.answer === "day off" && said.holiday === undefined) assert.isTrue(weekend, date)
        if (said.answer === "workday" && said.makeUpFor === undefined) assert.isFalse(weekend, date)
      }
    })

    it("a make-up workday names the holiday that it makes up for", () => {
      const years = new Map<string, Set<string>>()
      for (const date of dates) {
        const said = holidays.on(date)
        if (said.answer !== "day off" || said.holiday === undefined) continue
        const known = years.get(date.slice(0, 4)) ?? new Set()
        years.set(date.slice(0, 4), known.add(said.holiday.zh))
      }
      for (const date of dates) {
        const said = holidays.on(date)
        if (said.answer === "workday" && said.makeUpFor !== undefined) {
          assert.isTrue(years.get(date.slice(0, 4))?.has(said.makeUpFor.zh), date)
        }
      }
    })

    it("the same date always has the same answer", () => {
      for (const date of dates) assertEquals(holidays.on(date), holidays.on(date))
    })
  })
}
