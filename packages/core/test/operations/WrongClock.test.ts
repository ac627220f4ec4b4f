import { PostProcess } from "@dualops/core/content"
import { Operations, Worker } from "@dualops/core/operations"
import { Case } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { DateTime, Effect } from "effect"
import { TestClock } from "effect/testing"
import * as LogClock from "../../src/operations/LogClock.ts"
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
  scheduled,
  send,
  slot,
  state,
  tang,
  told,
  until,
  work,
  zhou
} from "./house.ts"

const allOfThem = { ...edition("1").settings(PostProcess).review, needs: "all" as const }
const clockAt = (moment: DateTime.Utc) => TestClock.setTime(moment.epochMilliseconds)
const past = DateTime.makeUnsafe("2010-01-01T00:00:00Z")
const farAhead = DateTime.add(nine, { days: 20_000 })
/** A house whose people have looked at the clock, and found it right. */
const trusted: typeof at9 = (body, editions) => at9(LogClock.trusting(body), editions)
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

  it.effect("by years stops nobody once it is right, and said to be: the post gets its slot, and goes out at it", () =>
    trusted(
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
    trusted(
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

  it.effect("once, far ahead, speaks against nobody where most of the newest steps are of the present", () =>
    at9(
      Effect.gen(function* () {
        const others = ["one", "two"].map((id) => Case.CaseId.make(id))
        yield* Effect.forEach(others, (id) =>
          Operations.send(PostProcess, {
            key: "c",
            case: id,
            step: "Compose",
            by: lin,
            input: { account, content, slot }
          })
        )
        yield* clockAt(farAhead)
        yield* send("Compose", lin, { account, content, slot: DateTime.add(farAhead, { days: 1 }) })
        yield* clockAt(later(1))
        yield* send("Edit", lin, { content, slot })
        assertEquals(yield* times, [farAhead, later(1)])
      })
    )
  )

  it.effect(
    "and is far in the past lets nobody take a step there: it is refused, and taken when the clock is right",
    () =>
      at9(
        Effect.gen(function* () {
          yield* composed
          yield* clockAt(past)
          const refused = yield* Effect.flip(send("Submit", lin, {}))
          assertEquals(refused, new Operations.WrongClock({ shows: past, last: nine }))
          assertEquals(yield* times, [nine])
          yield* clockAt(later(1))
          yield* send("Submit", lin, {})
          assertEquals(yield* times, [nine, later(1)])
        })
      )
  )

  it.effect("by five minutes is two machines' difference, and by a millisecond more is wrong", () =>
    at9(
      Effect.gen(function* () {
        yield* composed
        yield* clockAt(DateTime.subtract(nine, { minutes: 5, milliseconds: 1 }))
        assert.strictEqual((yield* Effect.flip(send("Submit", lin, {})))._tag, "Operations.WrongClock")
        yield* clockAt(DateTime.subtract(nine, { minutes: 5 }))
        yield* send("Submit", lin, {})
        assertEquals(yield* times, [nine, nine])
      })
    )
  )

  it.effect("in a round of work does nothing, in the past or far ahead, and the post goes out at its slot", () =>
    at9(
      Effect.gen(function* () {
        yield* scheduled
        for (const wrong of [past, DateTime.add(nine, { days: 400 })]) {
          yield* clockAt(wrong)
          assert.deepStrictEqual(yield* Worker.round(work), { opened: 0, fired: 0, carried: 0 })
          assert.strictEqual((yield* state)?._tag, "Scheduled")
        }
        yield* until(slot)
        assert.strictEqual((yield* state)?._tag, "Published")
      })
    )
  )
})
