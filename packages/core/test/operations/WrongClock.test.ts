import { PostProcess } from "@dualops/core/content"
import { Operations } from "@dualops/core/operations"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { DateTime, Effect } from "effect"
import { TestClock } from "effect/testing"
import {
  account,
  at9,
  composed,
  content,
  edition,
  later,
  lin,
  moon,
  nine,
  send,
  slot,
  state,
  tang,
  told,
  until,
  zhou
} from "./house.ts"

const allOfThem = { ...edition("1").settings(PostProcess).review, needs: "all" as const }
const clockAt = (moment: DateTime.Utc) => TestClock.setTime(moment.epochMilliseconds)
const past = DateTime.makeUnsafe("2010-01-01T00:00:00Z")
const farAhead = DateTime.add(nine, { days: 20_000 })
const times = Effect.map(Operations.read(PostProcess, moon), (history) => history.map(({ at }) => at))

describe("A clock that was wrong", () => {
  it.effect("by a little does not make a history run backwards", () =>
    at9(
      Effect.gen(function* () {
        yield* composed
        yield* clockAt(later(-5))
        yield* send("Submit", lin, {})
        assertEquals(yield* times, [nine, nine])
      })
    )
  )

  it.effect("by years stops nobody when it is right again: the post gets its slot, and goes out at it", () =>
    at9(
      Effect.gen(function* () {
        yield* clockAt(farAhead)
        yield* send("Compose", lin, { account, content, slot: DateTime.add(farAhead, { days: 1 }) })
        yield* clockAt(nine)
        yield* send("Edit", lin, { content, slot })
        yield* send("Submit", lin, {})
        yield* send("Approve", zhou, {})
        yield* send("Schedule", tang, { slot })
        assertEquals(yield* times, [farAhead, nine, nine, nine, nine])
        yield* until(slot)
        assert.strictEqual((yield* state)?._tag, "Published")
      })
    )
  )

  it.effect("leaves no deadline out of sight where somebody has taken a step since", () =>
    at9(
      Effect.gen(function* () {
        yield* composed
        yield* clockAt(farAhead)
        yield* send("Edit", lin, { content, slot: DateTime.add(farAhead, { days: 1 }) })
        yield* send("Submit", lin, {})
        yield* clockAt(nine)
        yield* send("Approve", zhou, {})
        assert.strictEqual((yield* state)?._tag, "InReview")
        yield* until(later(60))
        assert.deepStrictEqual(told, ["tang"])
      }),
      edition("1", { review: allOfThem })
    )
  )

  it.effect("of the past is put right by the next step", () =>
    at9(
      Effect.gen(function* () {
        yield* composed
        yield* clockAt(past)
        yield* send("Submit", lin, {})
        yield* clockAt(later(1))
        yield* send("Approve", zhou, {})
        assertEquals(yield* times, [nine, past, later(1)])
      })
    )
  )
})
