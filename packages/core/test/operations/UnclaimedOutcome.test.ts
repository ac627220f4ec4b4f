import { PostId } from "@dualops/core/account"
import { UnclaimedOutcomeProcess } from "@dualops/core/attention"
import { Caseload, Operations } from "@dualops/core/operations"
import { Actor, Allowance, Soundness } from "@dualops/core/process"
import { ProcessLaws } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { DateTime, Effect } from "effect"
import {
  at9,
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
  unclaimedOutcomes,
  until
} from "./house.ts"
import { changed, edited, givenUp, out, roundWith, slow } from "./UnclaimedOutcomeCast.ts"

describe("What was done and no case takes in", () => {
  it.effect("becomes an unclaimed outcome, with what came back and why nobody wanted it", () =>
    at9(
      Effect.gen(function* () {
        yield* Effect.andThen(scheduled, roundWith(slow(edited), slot))
        assert.strictEqual((yield* state)?._tag, "Draft")
        assertEquals(yield* unclaimedOutcomes, [
          {
            _tag: "Unclaimed",
            process: "Post",
            case: moon,
            action: "publish",
            key: "Post/moon/5/publish",
            outcome: "done",
            told: '{"post":"501","publishedAt":"2026-11-23T03:00:00.000Z"}',
            why: "Confirm cannot be done while the case is Draft.",
            read: {
              about: { zh: `微博「${changed.content.text}」`, en: `the post “${changed.content.text}”` },
              hears: { zh: "获知已发布", en: "hear that it is out" },
              why: {
                zh: "「草稿」时不能获知已发布。",
                en: "A case that is draft does not let anybody hear that it is out."
              }
            },
            lead: tang.person
          } as const
        ])
      })
    )
  )

  it.effect("is told to the lead, again and again, and is on the desk until somebody says what was done about it", () =>
    at9(
      Effect.gen(function* () {
        yield* Effect.andThen(scheduled, roundWith(slow(edited), slot))
        yield* until(slot)
        assert.deepStrictEqual(told, ["tang"])
        yield* until(DateTime.add(slot, { hours: 3 }))
        assert.deepStrictEqual(told, ["tang", "tang"])
        const desk = Effect.map(Caseload.make([]).desk(tang), (tasks) => tasks.map((task) => task.step))
        assert.deepStrictEqual(yield* desk, ["Acknowledge"])
        const [id] = (yield* Caseload.make([]).cases).map((one) => one.case.id)
        yield* Operations.send(UnclaimedOutcomeProcess, {
          key: "click",
          case: id ?? moon,
          step: "Acknowledge",
          by: tang,
          input: { note: "deleted on Weibo by hand" }
        })
        assert.deepStrictEqual(yield* desk, [])
        yield* until(DateTime.add(slot, { hours: 7 }))
        assert.lengthOf(told, 2)
      })
    )
  )

  it.effect("also when its case was withdrawn, and so was over", () =>
    at9(
      Effect.gen(function* () {
        yield* scheduled
        yield* roundWith(slow(Effect.andThen(givenUp, send("Withdraw", tang, { reason: "off" }))), slot)
        assert.strictEqual((yield* state)?._tag, "Withdrawn")
        assert.lengthOf(yield* unclaimedOutcomes, 1)
      })
    )
  )

  it.effect("is none when its case takes it in late", () =>
    at9(
      Effect.gen(function* () {
        yield* Effect.andThen(scheduled, roundWith(slow(givenUp), slot))
        assert.deepInclude(yield* state, { _tag: "Published", post: out.post })
        assert.isEmpty(yield* unclaimedOutcomes)
      })
    )
  )

  it.effect("is none when a person has told the case of it before", () =>
    at9(
      Effect.gen(function* () {
        yield* scheduled
        const found = Effect.andThen(
          send("TimeOut", Actor.clock("patience"), {}),
          send("Find", tang, { ...out, publishedAt: later(0) })
        )
        yield* roundWith(slow(found), slot)
        assert.deepInclude(yield* state, { _tag: "Published", publishedAt: nine })
        assert.isEmpty(yield* unclaimedOutcomes)
      })
    )
  )

  it.effect("is none when nobody knows, and its case is looking for it already", () =>
    at9(
      Effect.gen(function* () {
        yield* scheduled
        const dies = Effect.andThen(send("TimeOut", Actor.clock("patience"), {}), Effect.interrupt)
        yield* Effect.exit(roundWith(slow(dies), slot))
        yield* until(DateTime.add(slot, { minutes: 1 }))
        assert.strictEqual((yield* state)?._tag, "Unconfirmed")
        assert.isEmpty(yield* unclaimedOutcomes)
      })
    )
  )

  it.effect("is one when the person meant another post", () =>
    at9(
      Effect.gen(function* () {
        yield* scheduled
        const other = { ...out, post: PostId.make("499") }
        yield* roundWith(
          slow(Effect.andThen(send("TimeOut", Actor.clock("patience"), {}), send("Find", tang, other))),
          slot
        )
        assert.lengthOf(yield* unclaimedOutcomes, 1)
      })
    )
  )
})

describe("UnclaimedOutcomeProcess", () => {
  it("is sound", () => {
    assert.deepStrictEqual(Soundness.check(UnclaimedOutcomeProcess), [])
  })
})

ProcessLaws.suite("UnclaimedOutcome", UnclaimedOutcomeProcess, {
  people: [lin.person, tang.person],
  settings: [{ lead: tang.person, attention: Allowance.always("1 hour") }]
})
