import { Caseload, Operations } from "@dualops/core/operations"
import {
  type Brief,
  CampaignProcess,
  CodeSeriesProcess,
  EmbargoProcess,
  PrizeDeliveryProcess,
  PrizeDrawProcess
} from "@dualops/core/practices"
import { type Actor, Case } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { winners } from "./CampaignCarriers.ts"
import { account, brief, gao, he, hours, lin, prizes, shen, website, withChildren } from "./CampaignCast.ts"
import { answered, approved, carried, inHouse, left, pass, stateOf, told } from "./CampaignHouse.ts"

const send = <S extends keyof typeof CampaignProcess.steps>(name: string, step: S, by: Actor.Person, input: never) =>
  Operations.send(CampaignProcess, {
    key: `${step} ${name} ${by.person}`,
    case: Case.CaseId.make(name),
    step,
    by,
    input
  })
const tagOf = (name: string) => Effect.map(stateOf(name), (state) => state?._tag)
const family = [PrizeDrawProcess, CodeSeriesProcess, PrizeDeliveryProcess]
const all = (process: (typeof family)[number]) =>
  Effect.map(Caseload.everyCase(family), (cases) => cases.filter((one) => one.process === process))
const tags = (process: (typeof family)[number]) =>
  Effect.map(all(process), (cases) => cases.map((one) => one.case.state._tag))
const only = (process: (typeof family)[number]) =>
  Effect.map(all(process), ([one]) => one?.case.id ?? Case.CaseId.make("none"))
const whole = withChildren(brief)

/** As far as everything is granted: its draw is announced, and its series drafted. */
const granted = Effect.fnUntraced(function* (
  name: string,
  its: Brief.Brief = whole,
  banner: "Grant" | "Refuse" = "Grant"
) {
  yield* approved(name, its)
  yield* answered(prizes, shen, "Grant")
  yield* answered(website, gao, banner)
})
const issued = Effect.gen(function* () {
  const series = yield* only(CodeSeriesProcess)
  yield* Operations.send(CodeSeriesProcess, { key: "yes", case: series, step: "Approve", by: he, input: {} })
  yield* Operations.send(CodeSeriesProcess, { key: "out", case: series, step: "Issue", by: lin, input: {} })
  yield* carried
})
const delivered = Effect.gen(function* () {
  for (const [index, { case: one }] of (yield* all(PrizeDeliveryProcess)).entries()) {
    const order = { case: one.id, by: lin } as const
    yield* Operations.send(PrizeDeliveryProcess, { ...order, key: "1", step: "Tell", input: {} })
    if (index > 0) {
      yield* Operations.send(PrizeDeliveryProcess, { ...order, key: "2", step: "Decline", input: { reason: "不要" } })
      continue
    }
    yield* Operations.send(PrizeDeliveryProcess, { ...order, key: "2", step: "Claim", input: { address: "上海" } })
    yield* Operations.send(PrizeDeliveryProcess, { ...order, key: "3", step: "Send", input: { parcel: "SF1" } })
    yield* Operations.send(PrizeDeliveryProcess, { ...order, key: "4", step: "Arrive", input: {} })
  }
  yield* carried
})

describe("A campaign with a draw and codes", () => {
  it.effect("is ready when the draw is announced and the codes are issued, and over when the prizes are there", () =>
    inHouse(
      Effect.gen(function* () {
        yield* granted("codes")
        assert.strictEqual(yield* tagOf("codes"), "Preparing")
        assert.deepStrictEqual(yield* tags(PrizeDrawProcess), ["Announced"])
        assert.deepStrictEqual(yield* tags(CodeSeriesProcess), ["Drafted"])
        yield* issued
        assert.strictEqual(yield* tagOf("codes"), "Ready")
        yield* pass(48)
        assert.strictEqual(yield* tagOf("codes"), "Live")
        // The prizes hold their 6,000: no more than the rest may be spent.
        const tooMuch = yield* Effect.flip(send("codes", "Spend", lin, { amount: 14_000.01, what: "广告" } as never))
        assert.include(tooMuch.message, "14000 is left")
        yield* pass(50)
        assert.strictEqual(yield* tagOf("codes"), "WindingUp")
        assert.lengthOf(yield* all(PrizeDeliveryProcess), winners.length)
        yield* delivered
        yield* pass(24)
        assert.deepStrictEqual(yield* tags(PrizeDrawProcess), ["Settled"])
        assert.deepStrictEqual(yield* tags(CodeSeriesProcess), ["Ended"])
        assert.strictEqual(yield* tagOf("codes"), "Reporting")
        yield* send("codes", "Report", lin, { report: "三百人找到暗号" } as never)
        yield* send("codes", "Review", he, { lessons: "早两周问奖品" } as never)
        yield* carried
        // One cup of 200 was delivered; what was declined, and what nobody won, is free again.
        assert.strictEqual(yield* left, 49_800)
      })
    )
  )

  it.effect("does not begin where its codes are not approved in time; the draw that was announced goes on", () =>
    inHouse(
      Effect.gen(function* () {
        yield* granted("codes")
        yield* pass(49)
        assert.strictEqual(yield* tagOf("codes"), "WindingUp")
        assert.deepStrictEqual(yield* tags(PrizeDrawProcess), ["Announced"])
        assert.deepStrictEqual(yield* tags(CodeSeriesProcess), ["Discarded"])
        assert.isTrue(told.some((line) => line.includes("What was announced or issued goes on: 杯子")))
        yield* pass(50)
        yield* delivered
        assert.strictEqual(yield* tagOf("codes"), "Stopped")
        assert.strictEqual(yield* left, 49_800)
      })
    )
  )

  it.effect("that is called off keeps what the public was told of, until a person ends that", () =>
    inHouse(
      Effect.gen(function* () {
        yield* granted("codes")
        yield* issued
        yield* send("codes", "Stop", lin, { reason: "停产" } as never)
        yield* carried
        assert.strictEqual(yield* tagOf("codes"), "WindingUp")
        assert.deepStrictEqual(yield* tags(CodeSeriesProcess), ["Issued"])
        const ending = { by: he, input: { reason: "停产" }, key: "no" } as const
        yield* Operations.send(PrizeDrawProcess, { ...ending, case: yield* only(PrizeDrawProcess), step: "Abandon" })
        yield* Operations.send(CodeSeriesProcess, { ...ending, case: yield* only(CodeSeriesProcess), step: "Stop" })
        yield* carried
        assert.strictEqual(yield* tagOf("codes"), "Stopped")
        assert.strictEqual(yield* left, 50_000)
      })
    )
  )

  it.effect("that shrinks places no codes on what it has to do without", () =>
    inHouse(
      Effect.gen(function* () {
        yield* granted("codes", whole, "Refuse")
        const series = yield* Operations.load(CodeSeriesProcess, yield* only(CodeSeriesProcess))
        assert.deepStrictEqual(
          series?.state.placements.map(({ id }) => id as string),
          ["metro"]
        )
      })
    )
  )

  it.effect("has its draw announced when an embargo is over, and not before", () =>
    inHouse(
      Effect.gen(function* () {
        const embargo = { case: Case.CaseId.make("mourning"), by: he } as const
        const input = { account, reason: "全国哀悼日", until: hours(6), mayPublish: [] }
        yield* Operations.send(EmbargoProcess, { ...embargo, key: "impose", step: "Impose", input })
        yield* granted("codes")
        assert.deepStrictEqual(yield* tags(PrizeDrawProcess), [])
        yield* issued
        assert.strictEqual(yield* tagOf("codes"), "Preparing")
        yield* pass(7)
        assert.deepStrictEqual(yield* tags(PrizeDrawProcess), ["Announced"])
        assert.strictEqual(yield* tagOf("codes"), "Ready")
      })
    )
  )

  it.effect("whose author may announce no draw has it ordered again by somebody who may, in their own name", () =>
    inHouse(
      Effect.gen(function* () {
        yield* granted("codes")
        assert.deepStrictEqual(yield* tags(PrizeDrawProcess), [])
        assert.isTrue(told.some((line) => line.includes("promotion.draw")))
        yield* send("codes", "OrderAgain", lin, {} as never)
        yield* carried
        assert.deepStrictEqual(yield* tags(PrizeDrawProcess), [])
        yield* send("codes", "OrderAgain", he, {} as never)
        yield* carried
        assert.deepStrictEqual(yield* tags(PrizeDrawProcess), ["Announced"])
        assert.deepStrictEqual(yield* tags(CodeSeriesProcess), ["Drafted"])
      }),
      {},
      ({ person }, permission) => person !== lin.person || permission !== "promotion.draw"
    )
  )

  it.effect("orders a series again that was discarded, while there is time", () =>
    inHouse(
      Effect.gen(function* () {
        yield* granted("codes")
        const series = yield* only(CodeSeriesProcess)
        yield* Operations.send(CodeSeriesProcess, { key: "no", case: series, step: "Discard", by: lin, input: {} })
        yield* carried
        assert.isTrue(told.some((line) => line.includes("暗号 of “codes” is no more. Order it again.")))
        yield* send("codes", "OrderAgain", lin, {} as never)
        yield* carried
        assert.sameMembers(yield* tags(CodeSeriesProcess), ["Discarded", "Drafted"])
        const none = yield* Effect.flip(send("codes", "OrderAgain", he, {} as never))
        assert.include(none.message, "None of its draws and series is lost.")
      })
    )
  )
})
