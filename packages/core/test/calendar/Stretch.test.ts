/** Weeks, months and quarters beside two judges: Temporal, and a published table of ISO weeks. */
import { CalendarDate, Stretch } from "@dualops/core/calendar"
import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"
import { Temporal } from "temporal-polyfill"

const day = fc.integer({ min: -5_000, max: 40_000 })
const dates = ({ from, until }: Stretch.Stretch) => [CalendarDate.fromNumber(from), CalendarDate.fromNumber(until)]
const around = (per: Parameters<typeof Stretch.around>[0], date: string) =>
  dates(Stretch.around(per, CalendarDate.toNumber(date)))

describe("A stretch of the calendar", () => {
  it("is the week, month, quarter and year that Temporal says", () => {
    fc.assert(
      fc.property(day, (number) => {
        const date = Temporal.PlainDate.from(CalendarDate.fromNumber(number))
        const monday = date.subtract({ days: date.dayOfWeek - 1 })
        const month = date.with({ day: 1 })
        const quarter = month.with({ month: month.month - ((month.month - 1) % 3) })
        const year = date.with({ month: 1, day: 1 })
        const said = { week: monday, month, quarter, year, day: date }
        const lasts = {
          week: { weeks: 1 },
          month: { months: 1 },
          quarter: { months: 3 },
          year: { years: 1 },
          day: { days: 1 }
        }
        for (const per of ["day", "week", "month", "quarter", "year"] as const) {
          assert.deepStrictEqual(dates(Stretch.around(per, number)), [
            said[per].toString(),
            said[per].add(lasts[per]).toString()
          ])
        }
      })
    )
  })

  it("begins on Monday, as in the examples of ISO 8601", () => {
    assert.deepStrictEqual(around("week", "1977-01-02"), ["1976-12-27", "1977-01-03"])
    assert.deepStrictEqual(around("week", "1978-01-02"), ["1978-01-02", "1978-01-09"])
    assert.deepStrictEqual(around("week", "2008-12-29"), ["2008-12-29", "2009-01-05"])
    assert.deepStrictEqual(around("week", "2010-01-03"), ["2009-12-28", "2010-01-04"])
  })

  it("and the next of its kind leave no date out and share none", () => {
    fc.assert(
      fc.property(day, fc.nat(900), fc.constantFrom("day", "week", "month", "quarter", "year"), (first, more, per) => {
        const all = Stretch.between(per, first, first + more)
        assert.isAtMost(all[0]?.from ?? Number.NaN, first)
        assert.isAbove(all.at(-1)?.until ?? Number.NaN, first + more)
        for (const [index, { from }] of all.entries()) if (index > 0) assert.strictEqual(from, all[index - 1]?.until)
      })
    )
  })
})
