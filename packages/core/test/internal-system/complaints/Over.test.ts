import { ComplaintProcess, ReferralProcess } from "@dualops/core/complaints"
import { AnswerProcess } from "@dualops/core/interaction"
import { Caseload, Editions, Operations, Worker } from "@dualops/core/operations"
import { Actor, Case } from "@dualops/core/process"
import { Resource } from "@dualops/core/resources"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { account, cases, inTheMorning, receive, wrote } from "../triage/TriageCast.ts"

const round = Worker.round({ processes: [ComplaintProcess, AnswerProcess, ReferralProcess], carriers: [] })
const order = { case: Case.CaseId.make(`${account}/1`), by: Actor.person("lin") }
const referrals = Effect.map(Caseload.everyCase([ReferralProcess]), (all) =>
  all.flatMap(({ case: { state }, process }) => (process === ReferralProcess ? [state._tag] : []))
)

/** A complaint that nobody made, of which a department was asked. */
const over = Effect.gen(function* () {
  yield* receive(wrote("1", "complaint"))
  const department = Resource.ResourceId.make("customer-service")
  const input = { department, note: "请退款" }
  yield* Operations.send(ComplaintProcess, { ...order, key: "r", step: "Refer", input })
  yield* round
  assert.deepStrictEqual(yield* referrals, ["Asked"])
  yield* Operations.send(ComplaintProcess, { ...order, key: "d", step: "Dismiss", input: { reason: "a joke" } })
  yield* round
  const [answer] = (yield* Caseload.everyCase([AnswerProcess])).filter(({ process }) => process === AnswerProcess)
  if (answer === undefined) return assert.fail("nobody was asked")
  const left = { key: "l", case: answer.case.id, step: "Leave", by: order.by, input: { reason: "a joke" } } as const
  yield* Operations.send(AnswerProcess, left)
})

describe("When a complaint is over, what a department was asked", () => {
  it.effect("is withdrawn in the name of whoever asked, where a child or the clock has ended it", () =>
    inTheMorning(
      Effect.gen(function* () {
        yield* over
        yield* round
        yield* round
        assert.deepStrictEqual(yield* referrals, ["Withdrawn"])
      })
    )
  )

  it.effect("is for a person to see to, where whoever asked has no right any more", () =>
    inTheMorning(
      Effect.gen(function* () {
        yield* over
        const editions = yield* Editions.Editions
        const nobody = Editions.Editions.of({
          today: Effect.map(editions.today, ([first]) => [{ ...first, entitled: () => false }] as const),
          edition: editions.edition
        })
        const later = Effect.provideService(round, Editions.Editions, nobody)
        yield* later
        yield* later
        assert.deepStrictEqual(yield* referrals, ["Asked"])
        assert.lengthOf(
          (yield* cases).filter((one) => one.startsWith("UnclaimedOutcome")),
          1
        )
      })
    )
  )
})

describe("An account whose handbook follows no complaints", () => {
  it.effect("has them answered as anything else, also where the house's other account follows them", () =>
    inTheMorning(
      Effect.gen(function* () {
        const editions = yield* Editions.Editions
        const without = Editions.Editions.of({
          today: Effect.map(
            editions.today,
            ([first]) => [{ ...first, runs: (process) => process !== ComplaintProcess }] as const
          ),
          edition: editions.edition
        })
        yield* Effect.provideService(receive(wrote("1", "complaint")), Editions.Editions, without)
        assert.deepStrictEqual(yield* cases, ["Answer 1"])
      })
    )
  )
})
