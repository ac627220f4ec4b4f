import { MemoryStore } from "@dualops/adapter-memory"
import { Actions, Carrier, Editions, Operations, type Store, Worker } from "@dualops/core/operations"
import {
  AdvertisingBudget,
  AdvertisingBudgetProcess,
  EmbargoProcess,
  PaidPromotion,
  PaidPromotionProcess,
  PromotionReading
} from "@dualops/core/practices"
import { Actor, Calendars, Case, Notify, type Process } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { Duration, Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { nine } from "../../operations/house.ts"
import { account, he, hours, lin, ofBudget, proposing, settings } from "./Advertised.ts"

describe("What a result has cost", () => {
  it("is what was spent, divided by the results; by none nothing is divided, and that is said", () => {
    const read = { spent: 120, shown: 40_000, engaged: 60, follows: 0 }
    assert.deepStrictEqual(
      PromotionReading.costs(read).map(({ cost, result }) => [result, cost]),
      [
        ["shown", 3],
        ["engaged", 2],
        ["follows", undefined]
      ]
    )
    assert.strictEqual(
      PromotionReading.said(read).en,
      "120 spent; shown 40000 (3 a thousand); engaged 60 (2 each); new followers 0 (no result to divide by)."
    )
  })
})

const told: Array<string> = []
const tell = Carrier.make(Notify.notify, ({ message, to, urgent = false }) =>
  Effect.sync(() => {
    told.push(`${to}${urgent ? "!" : ""}: ${message.en}`)
    return {}
  })
)
const work = { processes: [AdvertisingBudgetProcess, PaidPromotionProcess, EmbargoProcess], carriers: [tell] }
const edition: Editions.Edition = {
  version: Case.HandbookVersion.make("1"),
  // Every process of the tests takes of it what it asks for.
  settings: (process) =>
    ({
      ...settings,
      ...ofBudget,
      ...(process.name === "Embargo" && {
        most: Duration.days(3),
        stopsAnswers: false,
        writers: [],
        reminds: settings.attention
      })
    }) as never,
  entitled: () => true,
  accounts: [account],
  calendars: Calendars.everyMinute
}
const year = AdvertisingBudget.caseOf(account, 2026)
const inHouse = <A, E>(body: Effect.Effect<A, E, Store | Editions.Editions>) =>
  TestClock.setTime(nine.epochMilliseconds).pipe(
    Effect.andThen(Effect.sync(() => void told.splice(0))),
    Effect.andThen(
      Operations.send(AdvertisingBudgetProcess, {
        ...{ key: "open", case: year, step: "Open", by: Actor.world },
        input: { account, year: 2026, until: hours(24 * 120) }
      })
    ),
    Effect.andThen(body),
    Effect.provide(Layer.merge(MemoryStore.layer, Editions.layer(edition)))
  )
const carried = Effect.gen(function* () {
  for (let turn = 0; turn < 4; turn++) {
    yield* Worker.round(work)
    yield* Actions.carryWaiting(work, 99)
  }
})
const pass = Effect.fnUntraced(function* (count: number) {
  for (let hour = 0; hour < count; hour++) {
    yield* TestClock.adjust("1 hour")
    yield* carried
  }
})
let sent = 0
const take = <const S extends Process.StepOf<typeof PaidPromotionProcess>>(
  name: string,
  step: S,
  by: Actor.Actor,
  input: Process.InputOf<typeof PaidPromotionProcess, S>
) =>
  Effect.tap(
    Operations.send(PaidPromotionProcess, { key: `${++sent}`, case: Case.CaseId.make(name), step, by, input }),
    () => carried
  )
const state = (name: string) =>
  Effect.map(Operations.load(PaidPromotionProcess, Case.CaseId.make(name)), (one) => one?.state)
const left = Effect.map(Operations.load(AdvertisingBudgetProcess, year), (one) =>
  one === undefined ? undefined : AdvertisingBudget.left(one.state, ofBudget)
)
const running = Effect.gen(function* () {
  yield* take("first", "Propose", lin, proposing)
  yield* take("first", "Approve", he, {})
  yield* take("first", "Begin", lin, {})
})

describe("A paid promotion", () => {
  it.effect("is proposed and read with everything that is wrong said at once", () =>
    inHouse(
      Effect.gen(function* () {
        const codes = (refusal: { readonly _tag: string }) =>
          refusal instanceof PaidPromotion.Wrong
            ? refusal.findings.map(({ code, where }) => `${code} ${where.path}`)
            : []
        const wrong = { ...proposing, budget: 0, from: hours(3), until: hours(-3) }
        assert.lengthOf(codes(yield* Effect.flip(take("wrong", "Propose", lin, wrong))), 3)
        yield* running
        yield* take("first", "Read", lin, { spent: 100, shown: 10, engaged: 5, follows: 1 })
        assert.deepStrictEqual(
          codes(yield* Effect.flip(take("first", "Read", lin, { spent: 601, shown: 9, engaged: 5, follows: 0 }))),
          ["promotion/spent-too-much spent", "promotion/fewer-than-before shown", "promotion/fewer-than-before follows"]
        )
      })
    )
  )

  it.effect("has its money from the year's, which gives no more than it has and gets back what was not spent", () =>
    inHouse(
      Effect.gen(function* () {
        yield* running
        yield* take("second", "Propose", lin, proposing)
        yield* take("second", "Approve", he, {})
        assert.deepInclude(yield* state("second"), { _tag: "Declined" })
        assert.match(told.at(-1) ?? "", /^lin: .*400 is left of the year's advertising, and 600 was asked for/)
        yield* take("first", "Settle", lin, { spent: 250, shown: 9_000, engaged: 80, follows: 12 })
        yield* pass(1)
        assert.strictEqual(yield* left, 750)
      })
    )
  )

  it.effect("is asked for its figures again and again, and to be settled when its time is over", () =>
    inHouse(
      Effect.gen(function* () {
        yield* running
        yield* pass(9)
        assert.lengthOf(
          told.filter((one) => /^lin: .*figures to be read/.test(one)),
          2
        )
        yield* pass(40)
        assert.strictEqual((yield* state("first"))?._tag, "Closing")
      })
    )
  )

  it.effect("has to be stopped at once under an embargo, and none is begun", () =>
    inHouse(
      Effect.gen(function* () {
        yield* running
        yield* Operations.send(EmbargoProcess, {
          ...{ key: "embargo", case: Case.CaseId.make("embargo"), step: "Impose", by: he },
          input: { account, reason: "突发事件", mayPublish: [], until: hours(20) }
        })
        yield* pass(5)
        assert.strictEqual((yield* state("first"))?._tag, "Halted")
        assert.isTrue(told.some((one) => /^lin!: .*stopped on the platform now/.test(one)))
        yield* take("second", "Propose", lin, { ...proposing, budget: 100 })
        yield* take("second", "Approve", he, {})
        assert.match((yield* Effect.flip(take("second", "Begin", lin, {})))._tag, /Suspended/)
      })
    )
  )
})
