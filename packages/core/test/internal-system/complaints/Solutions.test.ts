/** Whether complaints were really solved: by the fan's word. */
import { type Figure, Interval } from "@dualops/core/analytics"
import { Solutions } from "@dualops/core/complaints"
import type { EventLog } from "@dualops/core/operations"
import { assert, describe, it } from "@effect/vitest"
import { DateTime } from "effect"
import * as fc from "fast-check"
import { monday } from "./ComplaintCast.ts"
import { type Deed, told } from "./ComplaintLived.ts"

const ended = DateTime.makeUnsafe("2026-06-08T10:00:00Z")
const solution = (more: Partial<Solutions.Solution>): Solutions.Solution => ({
  closings: 1,
  closedBy: "silence",
  asked: true,
  score: undefined,
  ended,
  ...more
})
/** Whoever was not asked gives no mark. */
const any = fc
  .record({
    closings: fc.integer({ min: 1, max: 3 }),
    closedBy: fc.constantFrom("fan" as const, "silence" as const),
    asked: fc.boolean(),
    score: fc.constantFrom(undefined, 1, 2, 3, 4, 5),
    ended: fc.constant(ended)
  })
  .map((one) => (one.asked ? one : { ...one, score: undefined }))

describe("Complaints", () => {
  it("are solved by the fan's word or a mark of 4, and not by silence, a low mark, or opened again", () => {
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

  it("of which the fan says nothing are neither solved nor not: the share lies between its bounds", () => {
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

describe("How fans found it", () => {
  const asked = (scores: ReadonlyArray<number | undefined>) => scores.map((score) => solution({ score }))
  const missing = (figure: Figure.Figure) => figure.missing.map(({ en }) => en).join(" ")

  it("is said of those who gave a mark, with Wilson's interval, and with who was asked and who answered", () => {
    const all = [...asked([5, 4, 4, 2, undefined, undefined]), solution({ asked: false }), solution({ asked: false })]
    const { answered, asked: were, content } = Solutions.of(all)
    assert.deepStrictEqual([were.value, answered.value, content.value], [6 / 8, 4 / 6, 3 / 4])
    assert.deepStrictEqual(content.interval, Interval.wilson(3, 4))
    assert.include(missing(content), "2 fans who were asked gave no mark, and of 2 complaints the fan was not asked.")
  })

  it("is labelled where there are fewer than thirty marks, and no longer from then on", () => {
    assert.include(missing(Solutions.of(asked(Array(29).fill(5))).content), "only 29 marks")
    assert.strictEqual(missing(Solutions.of(asked(Array(30).fill(5))).content), "")
    assert.notInclude(missing(Solutions.of(asked([undefined])).content), "marks: ")
  })

  it("is no 0 where nobody gave a mark: it may be all or nothing", () => {
    const { answered, content } = Solutions.of([solution({}), solution({ asked: false })])
    assert.deepStrictEqual([answered.value, content.value], [0, undefined])
    assert.deepStrictEqual([content.bounds, content.interval], [{ low: 0, high: 1 }, undefined])
    assert.isUndefined(Solutions.of([solution({ asked: false })]).answered.value)
  })

  it("lies between its bounds whatever those think who gave no mark", () =>
    fc.assert(
      fc.property(
        fc.array(any, { minLength: 1, maxLength: 20 }),
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 20, maxLength: 20 }),
        (all, thought) => {
          const { content } = Solutions.of(all)
          const truth = all.map((one, index) => solution({ ...one, asked: true, score: one.score ?? thought[index] }))
          const value = Solutions.of(truth).content.value ?? Number.NaN
          assert.isAtLeast(value, content.bounds?.low ?? content.value ?? 0)
          assert.isAtMost(value, content.bounds?.high ?? content.value ?? 1)
        }
      )
    ))

  const plain: ReadonlyArray<Deed> = [
    { does: "solve" },
    { does: "work" },
    { does: "confirm" },
    { does: "pass", hours: 2 },
    { does: "work" }
  ]
  const over: Deed = { does: "pass", hours: 200 }
  const asItIs = (entry: EventLog.Entry): ReadonlyArray<EventLog.Entry> => [entry]
  const read = async (deeds: ReadonlyArray<Deed>, change = asItIs) => {
    const { entries } = await told([...deeds, over, { does: "work" }], [])
    const following = Solutions.follow()
    following.take(entries.flatMap(change))
    return following
      .between(monday("00:00"), DateTime.add(monday("00:00"), { days: 60 }))
      .map(({ asked, score }) => ({ asked, score }))
  }

  it("is read off the log of a complaint: whether the fan was asked, and the mark that they gave", async () => {
    assert.deepStrictEqual(await read([...plain, { does: "mark" }]), [{ asked: true, score: 4 }])
    assert.deepStrictEqual(await read(plain), [{ asked: true, score: undefined }])
  })

  it("says of a fan of whom the question could not be begun with that they were not asked", async () => {
    const isQuestion = ({ event }: EventLog.Entry) => Reflect.get(Object(event), "step") === "AskHowItWas"
    const found = await read(plain, (entry) =>
      isQuestion(entry)
        ? [entry, { ...entry, event: { ...Object(entry.event), step: "NotAsked", facts: {} } }]
        : [entry]
    )
    assert.deepStrictEqual(found, [{ asked: false, score: undefined }])
  })
})
