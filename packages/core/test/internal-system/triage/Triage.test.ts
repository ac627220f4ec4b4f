import { ComplaintProcess } from "@dualops/core/complaints"
import type { Interaction } from "@dualops/core/interaction"
import { Operations } from "@dualops/core/operations"
import { Actor, Case } from "@dualops/core/process"
import { Policy } from "@dualops/core/triage"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Duration, Effect } from "effect"
import { TestClock } from "effect/testing"
import {
  account,
  cases,
  heard,
  inTheMorning,
  nobody,
  other,
  receive,
  receiveThere,
  standing,
  wrote
} from "./TriageCast.ts"

describe("Of what fans write", () => {
  it.effect("a complaint and a question have a case, and praise is counted", () =>
    inTheMorning(
      Effect.gen(function* () {
        yield* receive(
          wrote("1", "complaint: cold"),
          wrote("2", "question", { fan: "2" }),
          wrote("3", "praise", { fan: "3" })
        )
        assert.deepStrictEqual(yield* cases, ["Complaint 1", "Answer 2"])
        assert.deepStrictEqual(yield* heard, ["1 complaint", "2 answer", "3 counted"])
        assert.strictEqual((yield* standing(ComplaintProcess, "1"))?._tag, "Open")
      })
    )
  )

  it.effect("whatever nobody is sure of is for a person", () =>
    inTheMorning(
      Effect.gen(function* () {
        yield* receive(wrote("1", "noise?"), wrote("2", "complaint?", { fan: "2" }))
        assert.deepStrictEqual(yield* cases, ["Answer 1", "Answer 2"])
      })
    )
  )

  it.effect("small talk that is only likely is for a person as well: nobody who asks is left without an answer", () =>
    inTheMorning(
      Effect.gen(function* () {
        yield* receive(wrote("1", "noise perhaps"), wrote("2", "noise", { fan: "2" }))
        assert.deepStrictEqual(yield* cases, ["Answer 1"])
      })
    )
  )

  it.effect("everything is for a person where nothing can judge", () =>
    inTheMorning(
      Effect.gen(function* () {
        yield* receive(wrote("1", "noise"), wrote("2", "praise", { fan: "2" }))
        assert.deepStrictEqual(yield* cases, ["Answer 1", "Answer 2"])
      }),
      { classifier: nobody }
    )
  )

  it.effect("a complaint is answered as anything else where the brand follows none", () =>
    inTheMorning(
      Effect.gen(function* () {
        yield* receive(wrote("1", "complaint"))
        assert.deepStrictEqual(yield* cases, ["Answer 1"])
      }),
      { policy: { ...Policy.usual, complaints: false } }
    )
  )
})

describe("What speaks to two accounts at once", () => {
  it.effect("has a case with each", () =>
    inTheMorning(
      Effect.gen(function* () {
        yield* receive(wrote("1", "question"))
        yield* receiveThere(wrote("1", "question"))
        assert.deepStrictEqual(yield* cases, ["Answer 1", `Answer ${other}/1`])
      })
    )
  )
})

describe("What a fan with an open complaint writes", () => {
  it.effect("belongs to the complaint, whatever it is and wherever it stands", () =>
    inTheMorning(
      Effect.gen(function* () {
        yield* receive(wrote("1", "complaint"))
        yield* receive(wrote("2", "praise: solved, thanks", { post: "77" }))
        yield* receive(wrote("3", "praise", { fan: "3" }))
        assert.deepStrictEqual(yield* cases, ["Complaint 1"])
        assert.deepStrictEqual(yield* heard, ["1 complaint", "2 thread", "3 counted"])
        const state = yield* standing(ComplaintProcess, "1")
        assert.strictEqual(state?.latest.id, "2")
      })
    )
  )

  it.effect("does so also where both are heard at once", () =>
    inTheMorning(
      Effect.gen(function* () {
        yield* receive(wrote("1", "complaint"), wrote("2", "complaint again"))
        assert.deepStrictEqual(yield* cases, ["Complaint 1"])
      })
    )
  )

  const isOver = (last: Interaction.Interaction) =>
    Effect.gen(function* () {
      const order = { case: Case.CaseId.make(`${account}/1`), by: Actor.person("lin") }
      yield* Operations.send(ComplaintProcess, { ...order, key: "d", step: "Dismiss", input: { reason: "a joke" } })
      const child = Actor.child("answer", Case.CaseId.make("a"), "Left")
      yield* Operations.send(ComplaintProcess, {
        ...order,
        by: child,
        key: "h",
        step: "Handled",
        input: { interaction: last }
      })
    })

  it.effect("has a case of its own when the complaint is over", () =>
    inTheMorning(
      Effect.gen(function* () {
        yield* receive(wrote("1", "complaint"))
        yield* isOver(wrote("1", "complaint"))
        yield* receive(wrote("2", "question"))
        assert.deepStrictEqual(yield* cases, ["Complaint 1", "Answer 2"])
      })
    )
  )

  it.effect("has none where it belonged to the complaint before that was over, and comes again", () =>
    inTheMorning(
      Effect.gen(function* () {
        yield* receive(wrote("1", "complaint"), wrote("2", "question"))
        yield* isOver(wrote("2", "question"))
        yield* receive(wrote("1", "complaint"), wrote("2", "question"))
        assert.deepStrictEqual(yield* cases, ["Complaint 1"])
      })
    )
  )
})

describe("Under one post", () => {
  const policy = { ...Policy.usual, flood: { underPost: 3, ofAccount: 6, within: Duration.hours(1) } }
  const many = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => wrote(`${from + index}`, "question", { fan: `${from + index}` }))

  it.effect("given more questions than there are people for, the others are counted, and somebody is told once", () =>
    inTheMorning(
      Effect.gen(function* () {
        yield* receive(...many(1, 10))
        yield* receive(...many(11, 10))
        assert.deepStrictEqual(
          (yield* cases).slice(0, 4).map((one) => one.split("/")[0]),
          ["Answer 1", "Answer 2", "Answer 3", "Notice flood"]
        )
        assert.lengthOf(yield* cases, 4)
        assert.lengthOf(
          (yield* heard).filter((one) => one.endsWith("flood")),
          17
        )
      }),
      { policy }
    )
  )

  it.effect("a complaint still has a case, as long as the account is not flooded as well", () =>
    inTheMorning(
      Effect.gen(function* () {
        const complaints = Array.from({ length: 5 }, (_, index) =>
          wrote(`c${index}`, "complaint", { fan: `c${index}` })
        )
        yield* receive(...many(1, 5), ...complaints)
        assert.deepStrictEqual(
          (yield* cases).filter((one) => one.startsWith("Complaint")),
          ["Complaint c0", "Complaint c1", "Complaint c2"]
        )
      }),
      { policy }
    )
  )

  it.effect("when that time is over, cases begin again, and under other posts they never ceased", () =>
    inTheMorning(
      Effect.gen(function* () {
        yield* receive(...many(1, 5), wrote("99", "question", { post: "another", fan: "99" }))
        assert.include(yield* cases, "Answer 99")
        yield* TestClock.adjust("1 hour")
        yield* receive(...many(100, 1))
        assert.include(yield* cases, "Answer 100")
      }),
      { policy }
    )
  )
})

describe("What no store can keep", () => {
  it.effect("is for a person, and keeps nothing else out", () =>
    inTheMorning(
      Effect.gen(function* () {
        const early = DateTime.makeUnsafe("1970-01-01T00:00:00Z")
        yield* receive(wrote("1", "noise", { at: early }), wrote("2", "noise", { fan: "2" }))
        assert.deepStrictEqual(yield* heard, ["2 counted"])
        assert.deepStrictEqual(yield* cases, ["UnclaimedOutcome unkept/1"])
      })
    )
  )
})
