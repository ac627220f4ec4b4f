/** What is usual, by hour and kind of day. */
import { ChineseHolidays } from "@dualops/core/calendar"
import { Baseline, KindOfDay } from "@dualops/core/monitoring"
import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"

const hourOf = KindOfDay.reader(ChineseHolidays.holidays, "Asia/Shanghai")
const at = (text: string) => hourOf(Date.parse(`${text}+08:00`))
const settings = Baseline.usual
const tenMinutes = 600_000

/** Learns a stretch of days in which the hour says how many write. */
const learnt = (from: string, days: number, authors: (hour: KindOfDay.Hour) => number) => {
  let state = Baseline.empty
  const start = Date.parse(`${from}T00:00:00+08:00`)
  for (let index = 0; index < days * 144; index++) {
    const hour = hourOf(start + index * tenMinutes)
    state = Baseline.learn(settings, state, hour, authors(hour))
  }
  return state
}

describe("The kind of a day", () => {
  it("knows holidays, and Saturdays that are worked to make up for them", () => {
    assert.deepStrictEqual(at("2026-10-01T09:30:00"), { kind: "holiday", hour: 9 })
    assert.deepStrictEqual(at("2026-10-10T23:59:59"), { kind: "make-up workday", hour: 23 })
    assert.deepStrictEqual(at("2026-11-28T00:00:00"), { kind: "day off", hour: 0 })
    assert.deepStrictEqual(at("2026-11-27T08:00:00"), { kind: "workday", hour: 8 })
  })

  it("is that of the weekday in a year that nobody has announced", () => {
    assert.strictEqual(at("2031-10-01T09:00:00").kind, "workday")
    assert.strictEqual(at("2031-10-04T09:00:00").kind, "day off")
  })

  it("is read on the wall of its zone: an hour that the clocks skip or repeat shifts no other", () => {
    const berlin = KindOfDay.reader(ChineseHolidays.holidays, "Europe/Berlin")
    assert.strictEqual(berlin(Date.parse("2026-03-29T00:59:00Z")).hour, 1)
    assert.strictEqual(berlin(Date.parse("2026-03-29T01:00:00Z")).hour, 3)
    assert.strictEqual(berlin(Date.parse("2026-10-25T00:30:00Z")).hour, 2)
    assert.strictEqual(berlin(Date.parse("2026-10-25T01:30:00Z")).hour, 2)
    assert.strictEqual(berlin(Date.parse("2026-10-25T02:30:00Z")).hour, 3)
  })
})

describe("A baseline", () => {
  const busyDays = ({ hour, kind }: KindOfDay.Hour) =>
    (hour >= 9 && hour < 22 ? 20 : 2) * (kind === "day off" || kind === "holiday" ? 0.5 : 1)
  const state = learnt("2026-10-12", 42, busyDays)
  const mean = (time: string) => Baseline.expected(settings, state, at(time)).mean

  it("learns hours and days", () => {
    assert.closeTo(mean("2026-11-25T15:00:00"), 20, 3)
    assert.closeTo(mean("2026-11-28T15:00:00"), 10, 3)
    assert.closeTo(mean("2026-11-25T03:00:00"), 2, 2)
  })

  it("takes a holiday that it has not lived for a day off, and a make-up workday for a workday", () => {
    assert.closeTo(mean("2026-10-01T15:00:00"), mean("2026-11-28T15:00:00"), 1.5)
    assert.closeTo(mean("2026-10-10T15:00:00"), mean("2026-11-25T15:00:00"), 1.5)
  })

  it("does not take a flood for usual", () => {
    let flooded = state
    for (let index = 0; index < 6; index++)
      flooded = Baseline.learn(settings, flooded, at(`2026-11-25T15:${index}0:00`), 5_000)
    assert.isBelow(
      Baseline.expected(settings, flooded, at("2026-11-26T15:00:00")).mean,
      2 * mean("2026-11-26T15:00:00")
    )
  })

  it("learns what came late in the hour in which it was written, and in no other", () => {
    const later = Baseline.late(state, at("2026-11-25T03:00:00"), 40)
    assert.isAbove(
      Baseline.expected(settings, later, at("2026-11-26T03:00:00")).mean,
      Baseline.expected(settings, state, at("2026-11-26T03:00:00")).mean
    )
    assert.deepStrictEqual(later.recent, state.recent)
  })

  it("expects somebody, and finite numbers, whatever it has seen", () => {
    const hours = fc.record({ kind: fc.constantFrom(...KindOfDay.all), hour: fc.nat(23) })
    fc.assert(
      fc.property(fc.array(fc.tuple(hours, fc.nat(100_000)), { maxLength: 60 }), hours, (seen, hour) => {
        let one = Baseline.empty
        for (const [when, authors] of seen) one = Baseline.learn(settings, one, when, authors)
        const { mean, varies } = Baseline.expected(settings, one, hour)
        assert.isTrue(Number.isFinite(mean) && mean > 0 && Number.isFinite(varies) && varies > 0)
      })
    )
  })
})
