import { Actor, Allowance } from "@dualops/core/process"
import { ProcessLaws } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { due, Repair, told } from "./own-clock.ts"

ProcessLaws.suite("Repair", Repair, {
  people: ["lin", "zhou"].map((id) => Actor.person(id).person),
  settings: [{ lead: Allowance.always("4 hours"), sponsor: Allowance.always("6 hours") }]
})

describe("A deadline that stands still", () => {
  it("is due when the office's hours are used, without the time in which the customer had to answer", () =>
    assert.strictEqual(due, "2026-11-24T04:00:00.000Z"))

  it("says of every stretch whether it counted, and why", () =>
    assert.deepStrictEqual(told, [
      "2026-11-23 09:00 to 2026-11-23 10:00: 60 minutes count (working hours)",
      "2026-11-23 10:00 to 2026-11-24 09:00: 1380 minutes do not count (paused: waiting for the customer)",
      "2026-11-24 09:00 to 2026-11-24 11:00: 120 minutes count (working hours)"
    ]))
})
