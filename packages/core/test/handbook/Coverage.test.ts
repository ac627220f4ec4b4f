import { ChineseHolidays } from "@dualops/core/calendar"
import { Coverage } from "@dualops/core/handbook"
import { assert, describe, it } from "@effect/vitest"
import { DateTime } from "effect"
import { teaHouse, wall } from "./teaHouse.ts"

const has = (duty: string, time: string) => {
  const at = wall(time)
  const held = Coverage.of(teaHouse, ChineseHolidays.holidays, at, DateTime.add(at, { hours: 1 }))
  return Coverage.at(held, at.epochMilliseconds)
    .filter((one) => one.duty === duty)
    .map(({ person }) => `${person}`)
}

describe("who has a duty", () => {
  it("is said by its roster: turns, swaps, overrides, absences", () => {
    const times = ["2026-09-14T10:00", "2026-09-17T10:00", "2026-09-18T22:00", "2026-09-20T10:00"]
    assert.deepStrictEqual(
      times.map((time) => has("write", time)),
      [["lin"], ["lin"], ["tang"], []]
    )
  })

  it("is its owner in its hours, where it has no roster", () => {
    assert.deepStrictEqual(has("review", "2026-09-18T09:00"), ["zhou"])
    assert.deepStrictEqual(has("review", "2026-09-18T18:00"), [])
    assert.deepStrictEqual(has("review", "2026-09-19T10:00"), [])
  })

  it("is the first stand-in who is there while the owner is away", () => {
    const absences = {
      ill: { person: "zhou" as never, from: "2026-09-18T12:00", until: "2026-09-19T00:00", reason: "sick" as const }
    } // a person of the tea house
    const ill = { ...teaHouse, team: { ...teaHouse.team, absences } }
    const held = Coverage.of(ill, ChineseHolidays.holidays, wall("2026-09-18T00:00"), wall("2026-09-19T00:00"))
    assert.deepStrictEqual(
      held.filter(({ duty }) => duty === ("review" as string)).map(({ from, person }) => [person as string, from]),
      [
        ["zhou", wall("2026-09-18T09:00").epochMilliseconds],
        ["qin", wall("2026-09-18T12:00").epochMilliseconds]
      ]
    )
  })
})
