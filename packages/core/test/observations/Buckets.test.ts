import { Buckets } from "@dualops/core/observations"
import { assert, describe, it } from "@effect/vitest"
import { DateTime } from "effect"
import * as fc from "fast-check"
import { Temporal } from "temporal-polyfill"

const iso = (edges: ReadonlyArray<DateTime.Utc>) => edges.map((edge) => DateTime.formatIso(edge).replace(".000Z", "Z"))

/** The beginning of a day, as the polyfill of Temporal has it. */
const beginning = (zone: string, date: string, later = 0) =>
  Temporal.PlainDate.from(date).add({ days: later }).toZonedDateTime(zone).startOfDay().epochMilliseconds

describe("The days of a zone", () => {
  it("begin at midnight there, and not at midnight of UTC", () => {
    const days = Buckets.days("Asia/Shanghai", "2026-06-01", "2026-06-02")
    assert.deepStrictEqual(iso(days), ["2026-05-31T16:00:00Z", "2026-06-01T16:00:00Z", "2026-06-02T16:00:00Z"])
  })

  // timescaledb#8851, timescaledb#4884: where the clocks are set back, a day of 25 hours was two, and one hour vanished.
  it("are 25 and 23 hours long where the clocks are set, and an hour that comes twice is two", () => {
    for (const [date, length] of [
      ["2026-10-25", 25],
      ["2026-03-29", 23],
      ["2026-06-01", 24]
    ] as const) {
      const hours = Buckets.hours("Europe/Paris", date, date)
      assert.lengthOf(hours, length + 1, date)
      assert.lengthOf(new Set(iso(hours)), length + 1)
    }
  })

  // timescaledb#8998: hours of a zone that is half an hour beside UTC, or is set by half an hour.
  it("have their hours from the beginning of the day on, also half an hour beside those of UTC", () => {
    assert.deepStrictEqual(iso(Buckets.hours("Asia/Kolkata", "2026-06-01", "2026-06-01")).slice(0, 2), [
      "2026-05-31T18:30:00Z",
      "2026-05-31T19:30:00Z"
    ])
    const back = Buckets.hours("Australia/Lord_Howe", "2026-04-05", "2026-04-05")
    const lengths = back.slice(1).map((edge, index) => edge.epochMilliseconds - (back[index]?.epochMilliseconds ?? 0))
    assert.deepStrictEqual([lengths.length, lengths.at(-1)], [25, 1_800_000])
  })

  it("a last day before the first has none", () => {
    assert.deepStrictEqual(iso(Buckets.days("Asia/Shanghai", "2026-06-02", "2026-06-01")), ["2026-06-01T16:00:00Z"])
  })

  it("begin where Temporal says that they do, in every zone and year", () => {
    const zones = Intl.supportedValuesOf("timeZone")
    const date = fc.date({ min: new Date("2010-01-01"), max: new Date("2037-12-01"), noInvalidDate: true })
    fc.assert(
      fc.property(fc.constantFrom(...zones), date, fc.nat(40), (zone, from, more) => {
        const first = from.toISOString().slice(0, 10)
        const last = Temporal.PlainDate.from(first).add({ days: more }).toString()
        const edges = Buckets.days(zone, first, last).map((edge) => edge.epochMilliseconds)
        assert.deepStrictEqual(
          edges,
          Array.from({ length: more + 2 }, (_, day) => beginning(zone, first, day))
        )
      })
    )
  })
})
