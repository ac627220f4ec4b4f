import { LocalTime, Shifts } from "@dualops/core"
import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"
import { teaHouse } from "../../handbook/teaHouse.ts"

const desk = teaHouse.team.rosters?.["desk" as never] // the keys of the rosters are their names
const absences = Object.values(teaHouse.team.absences ?? {})
const on = (date: string, roster = desk) => {
  assert.isDefined(roster)
  const from = LocalTime.onWall(`${date}T00:00`)
  return Shifts.shiftsOf(roster, absences, from, from + 86_400_000).map(
    ({ from, person, until }) =>
      `${person} ${new Date(from).toISOString().slice(11, 16)}–${new Date(until).toISOString().slice(11, 16)}`
  )
}

describe("the hours of a roster", () => {
  it("go round in turns", () => {
    assert.deepStrictEqual(on("2026-09-14"), ["lin 09:00–21:00"])
    assert.deepStrictEqual(on("2026-09-15"), ["he 09:00–21:00"])
  })

  it("are taken by the other one of a swap", () => assert.deepStrictEqual(on("2026-09-17"), ["lin 09:00–21:00"]))

  it("belong to an override first, also where nobody's turn would be", () =>
    assert.deepStrictEqual(on("2026-09-18"), ["lin 09:00–20:00", "tang 20:00–23:00"]))

  it("are nobody's while the one whose they are is away", () => assert.deepStrictEqual(on("2026-09-20"), []))

  it("stay with everybody else when somebody joins a rotation that begins later (law 6)", () => {
    const frozen = LocalTime.onWall("2026-10-01T00:00")
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (day, days) => {
        assert.isDefined(desk)
        const { daily } = desk.rotations
        assert.isDefined(daily)
        const grown = {
          ...desk,
          rotations: {
            daily: { ...daily, until: "2026-10-01" },
            more: { ...daily, from: "2026-10-01", days, people: [...daily.people, "tang" as never] as const }
          }
        }
        const from = LocalTime.onWall("2026-09-14T00:00") + day * 86_400_000
        const until = Math.min(from + 5 * 86_400_000, frozen)
        assert.deepStrictEqual(
          Shifts.shiftsOf(grown, absences, from, until),
          Shifts.shiftsOf(desk, absences, from, until)
        )
      })
    )
  })
})
