/** Whether complaints were really solved: by the fan's word. */
import { Solutions } from "@dualops/core/complaints"
import { assert, describe, it } from "@effect/vitest"
import { DateTime } from "effect"
import * as fc from "fast-check"

const ended = DateTime.makeUnsafe("2026-06-08T10:00:00Z")
const solution = (more: Partial<Solutions.Solution>): Solutions.Solution => ({
  closings: 1,
  closedBy: "silence",
  score: undefined,
  ended,
  ...more
})
const any = fc.record({
  closings: fc.integer({ min: 1, max: 3 }),
  closedBy: fc.constantFrom("fan" as const, "silence" as const),
  score: fc.constantFrom(undefined, 1, 2, 3, 4, 5),
  ended: fc.constant(ended)
})

describe("Complaints", () => {
  it("are solved by the fan's word or a mark of 4, and not by silence, by a low mark, or where they were opened again", () => {
    const { content, reopened, solved } = Solutions.of([
      solution({ closedBy: "fan" }),
      solution({ score: 4 }),
      solution({ closedBy: "fan", score: 2 }),
      solution({ closedBy: "fan", closings: 2 }),
      solution({})
    ])
    assert.deepInclude(solved.of?.numerator, { value: 2 })
    assert.deepInclude(solved.of?.denominator, { value: 4 })
    assert.strictEqual(reopened.value, 1 / 5)
    assert.strictEqual(content.value, 1 / 2)
  })

  it("of which the fan has said nothing are neither solved nor unsolved: the share of all lies between its bounds", () => {
    const { solved } = Solutions.of([solution({ closedBy: "fan" }), solution({}), solution({}), solution({ score: 1 })])
    assert.deepInclude(solved.bounds, { low: 1 / 4, high: 3 / 4 })
  })

  it("widen the bounds by each fan who is silent, and move no count of those who spoke", () =>
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 20 }), (all) => {
        const [before, after] = [Solutions.of(all).solved, Solutions.of([...all, solution({})]).solved]
        assert.deepEqual(after.of?.numerator, before.of?.numerator)
        assert.deepEqual(after.of?.denominator, before.of?.denominator)
        assert.isAtMost(after.bounds?.low ?? 0, before.bounds?.low ?? before.value ?? 0)
      })
    ))
})
