import { Bilingual } from "@dualops/core/finding"
import { Carrier, Editions, Operations, Worker, Writing } from "@dualops/core/operations"
import { Action, Allowance, Case, Process } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Schema } from "effect"
import { TestClock } from "effect/testing"
import { at9, edition, later, moon, tang, unclaimedOutcomes, work } from "./house.ts"

describe("A process of a brand's own", () => {
  const buy = Action.kind({ name: "Buy", request: {}, done: { receipt: Schema.String }, repeatable: false })
  const { deadline, start, process, step } = Process.define("Prize", {
    title: Bilingual.same("Prize"),
    states: {
      Asked: { title: Bilingual.same("Asked") },
      Bought: { title: Bilingual.same("Bought"), receipt: Schema.String },
      Cancelled: { title: Bilingual.same("Cancelled") }
    },
    actions: { buy }
  })
  const Prize = process({
    about: () => Bilingual.same("Prize"),
    steps: {
      Ask: start({
        title: Bilingual.same("Ask"),
        to: ["Asked"],
        by: "prize.ask",
        input: {},
        evolve: () => ({ _tag: "Asked" }),
        performs: { buy: () => ({}) }
      }),
      Arrive: step({
        title: Bilingual.same("Arrive"),
        from: ["Asked"],
        to: ["Bought"],
        by: "world",
        input: { receipt: Schema.String },
        evolve: (_, { facts }) => ({ _tag: "Bought", ...facts })
      }),
      Fail: step({
        title: Bilingual.same("Fail"),
        from: ["Asked"],
        to: ["Cancelled"],
        by: "world",
        input: Action.unknown,
        evolve: () => ({ _tag: "Cancelled" })
      }),
      Cancel: step({
        title: Bilingual.same("Cancel"),
        from: ["Asked"],
        to: ["Cancelled"],
        by: "prize.ask",
        evolve: () => ({ _tag: "Cancelled" })
      }),
      GiveUp: step({
        title: Bilingual.same("GiveUp"),
        from: ["Asked"],
        to: ["Cancelled"],
        by: "clock",
        evolve: () => ({ _tag: "Cancelled" })
      })
    },
    final: ["Bought", "Cancelled"],
    deadlines: {
      going: deadline({
        title: Bilingual.same("going"),
        while: ["Asked"],
        within: () => Allowance.always("1 day"),
        fires: "GiveUp"
      })
    },
    outcomes: { buy: { done: "Arrive", refused: "Fail", unknown: "Fail" } }
  })
  const ask = { key: "ask", case: moon, step: "Ask" as const, by: tang, input: {} }
  const cancel = { key: "cancel", case: moon, step: "Cancel" as const, by: tang, input: {} }
  const round = <R>(carry: Effect.Effect<{ readonly receipt: string }, Carrier.Failure, R>) =>
    Worker.round({ ...work, processes: [Prize], carriers: [Carrier.make(buy, () => carry)] })
  const cancelled = Effect.orDie(Operations.send(Prize, cancel))

  it.effect("needs to do nothing for it: what was bought after it was cancelled is an unclaimed outcome", () =>
    at9(
      Effect.gen(function* () {
        yield* Operations.send(Prize, ask)
        yield* round(Effect.as(cancelled, { receipt: "no. 7" }))
        const [unclaimed] = yield* unclaimedOutcomes
        assert.deepInclude(unclaimed, { process: "Prize", outcome: "done", told: '{"receipt":"no. 7"}' })
      })
    )
  )

  it.effect("so is what may have been bought when the worker died, or when nobody knows", () =>
    at9(
      Effect.gen(function* () {
        yield* Operations.send(Prize, ask)
        yield* Effect.exit(round(Effect.andThen(cancelled, Effect.interrupt)))
        assert.isEmpty(yield* unclaimedOutcomes)
        yield* TestClock.setTime(later(1).epochMilliseconds)
        yield* round(Effect.die("it is not started again"))
        const [unclaimed] = yield* unclaimedOutcomes
        assert.deepInclude(unclaimed, { outcome: "unknown", why: "the case is Cancelled" })
      })
    )
  )

  it.effect("what was not bought concerns nobody", () =>
    at9(
      Effect.gen(function* () {
        yield* Operations.send(Prize, ask)
        yield* round(
          Effect.andThen(cancelled, Effect.fail(new Writing.Refused({ code: "sold-out", detail: "none left" })))
        )
        assert.isEmpty(yield* unclaimedOutcomes)
      })
    )
  )

  it.effect("is an unclaimed outcome, too, where the case cannot be run any more", () =>
    at9(
      Effect.gen(function* () {
        yield* Operations.send(Prize, ask)
        const editions = Editions.layer(edition("2"))
        yield* Effect.provide(round(Effect.succeed({ receipt: "no. 7" })), editions)
        const [unclaimed] = yield* unclaimedOutcomes
        assert.deepInclude(unclaimed, { why: "No edition 1 of the handbook is kept" })
      })
    )
  )

  it.effect("may have names as long as names can be", () =>
    at9(
      Effect.gen(function* () {
        for (const last of ["甲", "乙"]) {
          const id = Case.CaseId.make(`${last}${"長".repeat(199)}`)
          yield* Operations.send(Prize, { ...ask, case: id })
          yield* round(
            Effect.as(Effect.orDie(Operations.send(Prize, { ...cancel, case: id })), { receipt: `no. ${last}` })
          )
        }
        assert.deepStrictEqual(
          (yield* unclaimedOutcomes).map((unclaimed) => unclaimed?.told),
          ['{"receipt":"no. 甲"}', '{"receipt":"no. 乙"}']
        )
      })
    )
  )
})
