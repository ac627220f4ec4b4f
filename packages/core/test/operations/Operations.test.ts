import { PostProcess } from "@dualops/core/content"
import { Editions, Operations } from "@dualops/core/operations"
import { Refusal } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { DateTime, Effect } from "effect"
import { TestClock } from "effect/testing"
import {
  approved,
  at9,
  composed,
  content,
  edition,
  inReview,
  later,
  lin,
  moon,
  nine,
  qin,
  send,
  slot,
  state,
  zhou
} from "./house.ts"

describe("What nobody asked for", () => {
  it.effect("is neither kept nor taken for a field of the state, whoever sends it along", () =>
    at9(
      Effect.gen(function* () {
        yield* inReview
        const along = { content: { text: "evil", pictures: [] }, authors: ["he"], slot }
        const held = yield* send("Hold", zhou, { reason: "a crisis", ...along })
        assert.deepStrictEqual(held.event.facts, { reason: "a crisis" })
        const again = yield* send("Hold", zhou, { reason: "a crisis", ...along })
        assertEquals(again, held)
        const released = yield* send("Release", zhou, { ...along })
        assert.deepStrictEqual(released.event.facts, {})
        assert.deepInclude(released.case.state, { _tag: "Draft", content, authors: [lin.person] })
        assertEquals(yield* Operations.load(PostProcess, moon), released.case)
      })
    )
  )
})

describe("taking a step", () => {
  it.effect("is done once, and answered alike, however often it is sent", () =>
    at9(
      Effect.gen(function* () {
        const first = yield* composed
        yield* TestClock.setTime(later(5).epochMilliseconds)
        const again = yield* composed
        assertEquals(again, first)
        assert.strictEqual((yield* Operations.read(PostProcess, moon)).length, 1)
      })
    )
  )

  it.effect("is answered with the case as it was then, also when it has moved on", () =>
    at9(
      Effect.gen(function* () {
        yield* approved
        const again = yield* composed
        assert.strictEqual(again.case.state._tag, "Draft")
        assert.strictEqual((yield* state)?._tag, "Approved")
      })
    )
  )

  it.effect("is refused if its key was another step's", () =>
    at9(
      Effect.gen(function* () {
        yield* inReview
        const refusal = yield* Effect.flip(send("Approve", zhou, {}, "Compose by lin"))
        assertEquals(refusal, new Operations.KeyReused({ key: "Compose by lin", step: "Approve", was: "Compose" }))
      })
    )
  )

  it.effect("leaves nothing behind when it is refused", () =>
    at9(
      Effect.gen(function* () {
        yield* inReview
        const refusal = yield* Effect.flip(send("Approve", lin, {}))
        assertEquals(refusal, new Refusal.NotSeparate({ step: "Approve", did: "Compose", person: lin.person }))
        assert.strictEqual((yield* Operations.read(PostProcess, moon)).length, 2)
      })
    )
  )

  it.effect("is taken again after a lost race, so two approvals at once both count", () =>
    at9(
      Effect.gen(function* () {
        yield* inReview
        yield* Effect.all([send("Approve", zhou, {}), send("Approve", qin, {})], { concurrency: "unbounded" })
        const post = yield* state
        assert.deepStrictEqual(post?._tag === "Approved" && post.review.given, [zhou, qin])
      }),
      edition("1", {
        review: {
          approvers: [zhou.person, qin.person],
          needs: "all",
          within: edition("1").settings(PostProcess).review.within
        }
      })
    )
  )

  it.effect("never runs a history backwards, though two machines' clocks may differ", () =>
    at9(
      Effect.gen(function* () {
        yield* composed
        yield* TestClock.setTime(DateTime.subtract(nine, { minutes: 1 }).epochMilliseconds)
        const { event } = yield* send("Submit", lin, {})
        assertEquals(event.at, nine)
      })
    )
  )
})

describe("an edition of the handbook", () => {
  const all = { ...edition("1").settings(PostProcess).review, needs: "all" as const }

  it.effect("rules a case to its end, whatever comes after it", () =>
    at9(
      Effect.gen(function* () {
        yield* inReview
        const editions = Editions.layer(edition("2", { review: all }), edition("1"))
        const { event } = yield* Effect.provide(send("Approve", zhou, {}), editions)
        assert.strictEqual(event.handbook, "1")
        assert.strictEqual((yield* state)?._tag, "Approved")
      })
    )
  )

  it.effect("that entitled somebody stands in the event, where the case runs under another", () =>
    at9(
      Effect.gen(function* () {
        yield* inReview
        const editions = Editions.layer(edition("2"), edition("1"))
        const { event } = yield* Effect.provide(send("Approve", zhou, {}), editions)
        assert.deepStrictEqual<ReadonlyArray<string | undefined>>([event.handbook, event.entitledUnder], ["1", "2"])
        // What was stored says so too, and what was done under one edition needs no second.
        const history = yield* Operations.read(PostProcess, moon)
        assert.deepStrictEqual<ReadonlyArray<ReadonlyArray<string | undefined>>>(
          history.map(({ entitledUnder, handbook }) => [handbook, entitledUnder]),
          [
            ["1", undefined],
            ["1", undefined],
            ["1", "2"]
          ]
        )
      })
    )
  )

  it.effect("says today who may do what, also in a case that began under another", () =>
    at9(
      Effect.gen(function* () {
        yield* inReview
        const editions = Editions.layer(
          edition("2", {}, ({ person }) => person !== "zhou"),
          edition("1")
        )
        const refusal = yield* Effect.flip(Effect.provide(send("Approve", zhou, {}), editions))
        assertEquals(refusal, new Refusal.NotPermitted({ step: "Approve", by: zhou, needs: "content.approve" }))
      })
    )
  )
})
