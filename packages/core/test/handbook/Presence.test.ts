import { assert, describe, it } from "@effect/vitest"
import { edition, id, wall } from "./teaHouse.ts"

const presence = (name: Parameters<typeof id>[0], at: string) => edition.presence?.(id(name), wall(at))

describe("Somebody is there", () => {
  it("in the shifts that a roster gives them, as swaps and overrides leave it, and off in the others'", () => {
    // Lin's turn, He's, and He's that Lin has taken.
    assert.deepStrictEqual(
      ["2026-09-14T20:00", "2026-09-15T20:00", "2026-09-17T20:00"].map((at) => [
        presence("lin", at),
        presence("he", at)
      ]),
      [
        ["there", "off"],
        ["off", "there"],
        ["there", "off"]
      ]
    )
    assert.strictEqual(presence("lin", "2026-09-14T21:00"), "off")
  })

  it("in the hours of a duty without a roster that they own or stand in for", () => {
    for (const name of ["zhou", "qin"] as const) {
      assert.strictEqual(presence(name, "2026-09-16T17:59"), "there")
      assert.strictEqual(presence(name, "2026-09-16T18:00"), "off")
    }
  })

  it("but for their absences, from the first moment to before the last, whatever a roster says", () => {
    assert.strictEqual(presence("lin", "2026-09-20T00:00"), "away")
    assert.strictEqual(presence("lin", "2026-09-20T23:59"), "away")
    assert.notStrictEqual(presence("lin", "2026-09-21T00:00"), "away")
    assert.strictEqual(presence("wu", "2026-10-01T12:00"), "away")
  })

  it("always, where the handbook says no hours of them", () => {
    assert.strictEqual(presence("tang", "2026-09-19T03:00"), "there")
  })
})

describe("What people are called", () => {
  it("is their name, and the account's; whoever is not known is called by their id", () => {
    const called = (name: string) => edition.called?.(name)
    assert.deepStrictEqual(["lin", "5644764907", "nobody", "constructor"].map(called), [
      "林晓",
      "星河茶饮",
      "nobody",
      "constructor"
    ])
  })
})
