import type { Moment } from "@dualops/core/calendar"
import { QuietHours } from "@dualops/core/messaging"
import { assert, describe, it } from "@effect/vitest"
import { DateTime } from "effect"
import fc from "fast-check"

const at = (text: string) => DateTime.makeUnsafe(`2026-11-${text}+08:00`)
/** Somebody who works from nine to six, and not on the weekend of 28 November. */
const office = (moment: Moment.Moment) => {
  const { day, hour } = DateTime.toParts(DateTime.setZoneNamedUnsafe(moment, "Asia/Shanghai"))
  return hour >= 9 && hour < 18 && day !== 28 && day !== 29 ? ("there" as const) : ("off" as const)
}
const opens = (text: string) => QuietHours.opens(office, at(text))?.epochMilliseconds

describe("Quiet hours", () => {
  it("are over at once for somebody who is there, and else at the first hour of their work", () => {
    assert.strictEqual(opens("24T10:07:31"), at("24T10:07:31").epochMilliseconds)
    assert.strictEqual(opens("24T18:00:00"), at("25T09:00:00").epochMilliseconds)
    assert.strictEqual(opens("24T03:10:00"), at("24T09:00:00").epochMilliseconds)
    assert.strictEqual(opens("27T22:00:00"), at("30T09:00:00").epochMilliseconds)
  })

  it("do not end for somebody who is away for longer than a week", () => {
    assert.isUndefined(QuietHours.opens(() => "away", at("24T10:00:00")))
  })

  it("never end before somebody is there, nor a quarter of an hour after", () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6 * 24 * 60 }), fc.integer({ min: 0, max: 7 * 24 * 60 }), (now, comes) => {
        const start = at("24T00:00:00").epochMilliseconds
        const there = start + comes * 60_000
        const presence = (moment: Moment.Moment) => (moment.epochMilliseconds >= there ? "there" : "off")
        const from = start + now * 60_000
        const found = QuietHours.opens(presence, DateTime.makeUnsafe(from))?.epochMilliseconds ?? Number.NaN
        assert.isTrue(found >= there && found >= from && found <= Math.max(there, from) + 15 * 60_000)
      })
    ))
})
