import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { Case, Caseload, EventStore, PostProcess } from "../../src/index.ts"
import { at9, inReview, later, moon, scheduled, send, slot, state, tang, told, until } from "./house.ts"

/** What a release that has forgotten how finds in its store: an event that it cannot read, with a deadline that is over. */
const unreadable = (name: string, expected = 0) =>
  Effect.gen(function* () {
    const store = yield* EventStore.EventStore
    const address = { process: PostProcess.name, case: Case.CaseId.make(name) }
    yield* store.append({
      ...address,
      key: `key ${expected}`,
      expected,
      event: { step: "Compose", facts: "of another release" },
      actions: [],
      timers: [{ ...address, name: "slot", version: expected + 1, fires: "MissSlot", at: later(1) }]
    })
  })

describe("a case that cannot be read", () => {
  it.effect("takes nobody's desk away, whether it was always so or not", () =>
    at9(
      Effect.gen(function* () {
        const caseload = Caseload.make([PostProcess])
        yield* unreadable("before")
        yield* inReview
        assert.deepStrictEqual(
          (yield* caseload.cases).map((one) => one.case.id),
          [moon]
        )
        yield* unreadable("after")
        yield* unreadable("before", 1)
        yield* send("Withdraw", tang, { reason: "the festival is off" })
        assert.isEmpty(yield* caseload.desk(tang))
        yield* unreadable(moon, 3)
        assert.isEmpty(yield* caseload.cases)
      })
    )
  )

  it.effect("does not keep other deadlines from being fired, however many there are of it", () =>
    at9(
      Effect.gen(function* () {
        yield* Effect.forEach(
          Array.from({ length: 250 }, (_, index) => `old ${index}`),
          (name) => unreadable(name)
        )
        yield* scheduled
        yield* until(slot)
        assert.strictEqual((yield* state)?._tag, "Published")
        assert.isEmpty(told)
      })
    )
  )
})
