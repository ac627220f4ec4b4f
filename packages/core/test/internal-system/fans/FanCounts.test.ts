/** How many fans are what, kept beside their lives: against a count of all of them by hand, on whatever day it is asked for. */
import { CalendarDate } from "@dualops/core/calendar"
import { FanCounts, FanLife, LifeCycle } from "@dualops/core/fans"
import { Period } from "@dualops/core/reports"
import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"
import { countedByHand } from "./CountedByHand.ts"

const begun = CalendarDate.toNumber("2026-03-28")
const stages: LifeCycle.Stages = { newFor: 5, activeWithin: 12, loyal: { days: 3, within: 20 }, quietWithin: 40 }
const fans = ["a", "b", "c", "d"]

const day = fc.integer({ min: begun, max: begun + 70 })
const sighting: fc.Arbitrary<FanLife.Sighting> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      fan: fc.constantFrom(...fans),
      day,
      is: fc.constant("seen" as const),
      by: fc.constantFrom("event" as const, "advertisement" as const)
    })
  },
  {
    weight: 1,
    arbitrary: fc.record({
      fan: fc.constantFrom(...fans, "only heard of"),
      day,
      is: fc.constantFrom("left" as const, "invited" as const, "won" as const)
    })
  }
)
const asked = fc.record({
  today: fc.integer({ min: begun - 5, max: begun + 130 }),
  per: fc.constantFrom("week", "month")
})
const moves = fc.array(fc.oneof({ weight: 3, arbitrary: sighting }, { weight: 1, arbitrary: asked }), {
  minLength: 20,
  maxLength: 80
})

describe("Counts beside lives", () => {
  it("say what is counted from all of them by hand, on any day and whatever was seen late", () => {
    const reached = new Map<string, number>()
    const reach = (what: string) => reached.set(what, (reached.get(what) ?? 0) + 1)
    const holds = (all: ReadonlyArray<FanLife.Sighting | { readonly today: number; readonly per: string }>) => {
      const { lives, take } = FanLife.gather()
      const counts = FanCounts.beside(lives, stages)
      let latest = Number.NEGATIVE_INFINITY
      for (const move of all) {
        if ("fan" in move) {
          if (move.day < latest) reach("late")
          counts.changes(move.fan)
          take(move)
          continue
        }
        const { per, today } = move
        latest = Math.max(latest, today)
        const period = Period.around(per === "week" ? "week" : "month", CalendarDate.fromNumber(today))
        const kept = counts.asOf(today, period)
        assert.deepStrictEqual(kept, countedByHand([...lives.values()], today, period, stages))
        for (const stage of LifeCycle.Stage.literals) if (kept.stages[stage] > 0) reach(stage)
        if (kept.firsts.size > 1) reach("firsts of two sources")
        if (kept.cohorts.some(({ cells }) => cells.some(({ after, seen }) => after > 0 && seen > 0)))
          reach("seen again")
        if (kept.isAnyGone && kept.stages.gone === 0) reach("back")
      }
    }
    fc.assert(fc.property(moves, holds), { numRuns: 200 })
    for (const what of [...LifeCycle.Stage.literals, "late", "firsts of two sources", "seen again", "back"])
      assert.isAbove(reached.get(what) ?? 0, 20, what)
  })

  it("begin with the lives that there are", () => {
    const lives = FanLife.of([{ fan: "a", day: begun, is: "seen" }])
    const period = Period.around("month", CalendarDate.fromNumber(begun))
    assert.deepStrictEqual(
      FanCounts.beside(lives, stages).asOf(begun, period),
      countedByHand([...lives.values()], begun, period, stages)
    )
  })
})
