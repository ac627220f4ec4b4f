import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import * as fc from "fast-check"
import { cases, heard, inTheMorning, receive, wrote } from "./TriageCast.ts"

describe("Whatever comes, however often and in whatever pieces", () => {
  const words = ["complaint", "question", "praise", "complaint?", "noise"]
  const texts = fc.array(fc.record({ fan: fc.integer({ min: 1, max: 3 }), word: fc.constantFrom(...words) }), {
    minLength: 1,
    maxLength: 12
  })

  it("each is heard once, is the matter of at most one case, and no fan has two complaints", () =>
    fc.assert(
      fc.asyncProperty(texts, fc.array(fc.nat(20), { maxLength: 20 }), (said, again) => {
        const all = said.map(({ fan, word }, index) => wrote(`${index + 1}`, word, { fan: `${fan}` }))
        const body = Effect.gen(function* () {
          yield* receive(...all.slice(0, said.length / 2))
          yield* receive(...all)
          for (const index of again) yield* receive(...all.slice(index % all.length, (index % all.length) + 3))
          const ids = (yield* heard).map((one) => one.split(" ")[0])
          assert.sameMembers(
            ids,
            all.map(({ id }) => String(id))
          )
          const begun = yield* cases
          const numbers = begun.map((one) => one.split(" ")[1])
          assert.strictEqual(new Set(numbers).size, numbers.length, begun.join())
          const fans = begun.flatMap((one) =>
            one.startsWith("Complaint") ? [all.find(({ id }) => one === `Complaint ${id}`)?.from.id] : []
          )
          assert.strictEqual(new Set(fans).size, fans.length)
          // Whoever asks and has never complained is answered.
          for (const { from, id, text } of all)
            if (text === "question" && !fans.includes(from.id)) assert.include(begun, `Answer ${id}`)
        })
        return Effect.runPromise(inTheMorning(body).pipe(Effect.provide(TestClock.layer())))
      })
    ))
})
