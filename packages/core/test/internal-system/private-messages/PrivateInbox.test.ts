import { type FanMessage, PrivateMessages } from "@dualops/core/interaction"
import type { Writing } from "@dualops/core/operations"
import { PrivateAnswerProcess, PrivateInbox, PrivateMessageCarriers } from "@dualops/core/private-messages"
import { Case } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { DateTime, Duration, Effect, Exit, Result } from "effect"
import { TestClock } from "effect/testing"
import * as fc from "fast-check"
import { account, cases, heard, inTheMorning, morning, receive, standing, wrote } from "../triage/TriageCast.ts"
import { fan } from "./PrivateCast.ts"

const later = (minutes: number) => DateTime.addDuration(morning, `${minutes} minutes`)
const writes = (text: string, minutes = 0, from = fan): FanMessage.FanMessage => ({
  _tag: "Text",
  account,
  fan: from,
  at: later(minutes),
  text
})
const does = (gesture: FanMessage.Gesture, minutes: number): FanMessage.FanMessage => ({
  _tag: "Event",
  account,
  fan,
  at: later(minutes),
  text: "",
  gesture
})

describe("What fans do in private", () => {
  it.effect("goes through triage as a comment does: praise is counted, a question answered, a complaint followed", () =>
    inTheMorning(
      Effect.gen(function* () {
        yield* PrivateInbox.take(writes("praise"), "push 1")
        yield* PrivateInbox.take(writes("question", 1), "push 2")
        yield* PrivateInbox.take(writes("complaint", 2), "push 3")
        yield* PrivateInbox.take(writes("question again", 3), "push 4")
        assert.deepStrictEqual(yield* cases, ["PrivateAnswer push 2", "Complaint push 3"])
        assert.deepStrictEqual(yield* heard, ["push 1 counted", "push 2 answer", "push 3 complaint", "push 4 thread"])
      })
    )
  )

  it.effect("is one case however many messages it comes in, and however often each", () =>
    inTheMorning(
      Effect.gen(function* () {
        for (const [index, text] of ["question", "question more", "question more", "question still"].entries()) {
          yield* PrivateInbox.take(writes(text, index), `push ${Math.min(index, 2)}`)
        }
        yield* PrivateInbox.take(writes("question"), "push 0")
        assert.deepStrictEqual(yield* cases, ["PrivateAnswer push 0"])
        const state = yield* standing(PrivateAnswerProcess, "push 0")
        assert.strictEqual(state?.thread.length, 2)
        assert.deepStrictEqual(state?.window.freeUntil, DateTime.addDuration(later(2), Duration.hours(48)))
      })
    )
  )

  it.effect("belongs to the complaint that the fan has open, wherever it came from", () =>
    inTheMorning(
      Effect.gen(function* () {
        yield* receive(wrote("1", "complaint"))
        yield* PrivateInbox.take(writes("question", 1), "push 1")
        assert.deepStrictEqual(yield* cases, ["Complaint 1"])
      })
    )
  )

  it.effect("opens and closes the window of what waits, and of nothing else", () =>
    inTheMorning(
      Effect.gen(function* () {
        yield* PrivateInbox.take(does("follow", 0), "push 0")
        yield* PrivateInbox.take(writes("question"), "push 1")
        yield* PrivateInbox.take(does("click", 60), "push 2")
        yield* PrivateInbox.take(does("view", 90), "push 3")
        const waits = yield* standing(PrivateAnswerProcess, "push 1")
        assert.deepStrictEqual(waits?.window.freeUntil, DateTime.addDuration(later(60), Duration.hours(48)))
        yield* PrivateInbox.take(does("unfollow", 120), "push 4")
        const left = yield* standing(PrivateAnswerProcess, "push 1")
        assert.deepStrictEqual(left?.window, { leftAt: later(120) })
        assert.deepStrictEqual(yield* cases, ["PrivateAnswer push 1"])
      })
    )
  )

  it.effect("of a kind that nobody knows is for a person", () =>
    inTheMorning(
      Effect.gen(function* () {
        yield* PrivateInbox.take({ _tag: "Other", account, fan, at: morning, text: "", type: "hologram" }, "push 9")
        assert.deepStrictEqual(yield* cases, ["UnclaimedOutcome push 9"])
      })
    )
  )
})

describe("A private answer is carried", () => {
  const until = DateTime.addDuration(morning, Duration.hours(48))
  const carry = (minutes: number) => {
    let calls = 0
    const port = PrivateMessages.PrivateMessages.of({
      send: () =>
        Effect.sync(() => {
          calls += 1
        })
    })
    const [message] = PrivateMessageCarriers.carriers
    const request = { account, fan, text: "今天送到。", until }
    const asked = { process: "PrivateAnswer", case: Case.CaseId.make("push 1") }
    return Effect.gen(function* () {
      yield* TestClock.setTime(later(minutes).epochMilliseconds)
      // The first of them is that of messages.
      const carried = yield* Effect.result(message?.carry(request as never, "key", asked) ?? Effect.die("no carrier"))
      return { carried, calls }
    }).pipe(Effect.provideService(PrivateMessages.PrivateMessages, port), Effect.provide(TestClock.layer()))
  }

  it("in time, or refused without a call, however late a worker comes to it", () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 96 * 60 }), async (minutes) => {
        const { calls, carried } = await Effect.runPromise(carry(minutes))
        const isLate = minutes > 48 * 60
        assert.strictEqual(calls, isLate ? 0 : 1)
        assert.strictEqual(Result.isFailure(carried), isLate)
        if (Result.isFailure(carried)) assertEquals<unknown>((carried.failure as Writing.Refused).code, "window-over")
      })
    ))

  it("and never looked for: the platform shows it to no program", async () => {
    const [, look] = PrivateMessageCarriers.carriers
    const asked = { process: "PrivateAnswer", case: Case.CaseId.make("push 1") }
    const looked = await Effect.runPromiseExit(
      (look?.carry({} as never, "key", asked) ?? Effect.die("no carrier")).pipe(
        Effect.provideService(PrivateMessages.PrivateMessages, { send: () => Effect.die("nothing is sent") })
      )
    )
    assert.isTrue(Exit.isFailure(looked))
  })
})
