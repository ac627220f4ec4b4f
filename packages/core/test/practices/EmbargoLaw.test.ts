import { MemoryPublisher } from "@dualops/adapter-memory"
import { Operations } from "@dualops/core/operations"
import { EmbargoProcess } from "@dualops/core/practices"
import { Case } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import * as fc from "fast-check"
import { later } from "../operations/house.ts"
import { cups, impose, inHouse, out, pass, publishNow, schedule, stateOf, tea, write, zhou } from "./EmbargoCast.ts"

/** How far ahead the slot of a post is, whether it is of the account that is stopped, and when it is written. */
const post = fc.record({
  isTea: fc.boolean(),
  at: fc.nat(25),
  ahead: fc.integer({ min: 1, max: 30 }),
  hurries: fc.boolean()
})
type Post = typeof post extends fc.Arbitrary<infer A> ? A : never
const story = fc.record({
  posts: fc.array(post, { minLength: 8, maxLength: 14 }),
  from: fc.integer({ min: 1, max: 20 }),
  lasts: fc.integer({ min: 10, max: 40 }),
  liftedAfter: fc.option(fc.integer({ min: 1, max: 40 }))
})

const liftOrNot = Effect.ignore(
  Operations.send(EmbargoProcess, {
    ...{ key: "lift", case: Case.CaseId.make("mourning"), step: "Lift", by: zhou },
    input: { note: "" }
  })
)

/** What went out while it was in force, and what of the posts is lost in the end. */
const play = ({ from, lasts, liftedAfter, posts }: typeof story extends fc.Arbitrary<infer A> ? A : never) =>
  Effect.gen(function* () {
    const named = posts.map((one, index): Post & { readonly name: string } => ({ ...one, name: `post ${index}` }))
    const end = Math.min(from + lasts, from + (liftedAfter ?? lasts))
    const during: Array<string> = []
    for (let minute = 0; minute < 75; minute++) {
      if (minute === from) yield* impose(tea, from + lasts)
      if (liftedAfter !== null && minute === from + liftedAfter) yield* liftOrNot
      for (const { ahead, at, hurries, isTea, name } of named) {
        if (at !== minute) continue
        yield* write(name, isTea ? tea : cups, later(minute + ahead))
        yield* hurries ? Effect.ignore(publishNow(name, zhou)) : schedule(name, later(minute + ahead))
      }
      const before = yield* out
      yield* pass(1)
      if (minute >= from && minute + 1 < end) during.push(...(yield* out).slice(before.length))
    }
    const states = yield* Effect.forEach(named, ({ name }) => stateOf(name))
    const { posts: gone } = yield* MemoryPublisher.Platform
    return { named, during, states, gone: yield* gone }
  })

describe("An embargo, whatever is written, scheduled or hurried before it and meanwhile,", () => {
  it("lets nothing of its account out, stops no other, and loses none: each is out, or in front of a person", async () => {
    let [held, went] = [0, 0]
    await fc.assert(
      fc.asyncProperty(story, async (told) => {
        const { during, gone, named, states } = await inHouse(play(told)).pipe(
          Effect.provide(TestClock.layer()),
          Effect.runPromise
        )
        const isTea = (name: string) => named.some((one) => one.name === name && one.isTea)
        assert.deepStrictEqual(during.filter(isTea), [])
        for (const [index, { isTea, name }] of named.entries()) {
          const tag = states[index]?._tag
          const isOut = gone.some(({ text }) => text === name)
          assert.strictEqual(isOut, tag === "Published", name)
          if (!isTea) assert.isTrue(isOut, name)
          else if (!isOut) assert.include(["Failed", "Missed", "Unconfirmed"], tag)
          if (isTea && !isOut) held++
          else went++
        }
        assert.strictEqual(new Set(gone.map(({ text }) => text)).size, gone.length)
      }),
      { numRuns: 10 }
    )
    assert.isAbove(held, 0)
    assert.isAbove(went, 0)
  })
})
