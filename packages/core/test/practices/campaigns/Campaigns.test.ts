import { PostProcess } from "@dualops/core/content"
import { Caseload, Operations } from "@dualops/core/operations"
import { CampaignProcess, EmbargoProcess } from "@dualops/core/practices"
import { type Actor, Case } from "@dualops/core/process"
import { Resource } from "@dualops/core/resources"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { account, brief, gao, he, hours, lin, prizes, shen, website } from "./CampaignCast.ts"
import { answered, approved, carried, inHouse, left, pass, requestStates, stateOf, told } from "./CampaignHouse.ts"

const send = <S extends keyof typeof CampaignProcess.steps>(name: string, step: S, by: Actor.Actor, input: never) =>
  Operations.send(CampaignProcess, { key: `${step} ${name}`, case: Case.CaseId.make(name), step, by, input })
const tagOf = (name: string) => Effect.map(stateOf(name), (state) => state?._tag)
const posts = Effect.map(Caseload.everyCase([PostProcess]), (all) =>
  all.filter(({ process }) => process === PostProcess).map(({ case: { state } }) => state._tag)
)
const content = { text: "暗号藏在哪里？", pictures: [] }

describe("A campaign", () => {
  it.effect("goes from the idea to the review by itself, where the company gives what it needs", () =>
    inHouse(
      Effect.gen(function* () {
        yield* approved("codes")
        assert.strictEqual(yield* tagOf("codes"), "Asking")
        assert.strictEqual(yield* left, 30_000)
        yield* answered(prizes, shen, "Grant")
        yield* answered(website, gao, "Grant")
        assert.strictEqual(yield* tagOf("codes"), "Ready")
        yield* send("codes", "WritePost", lin, { content, slot: hours(30) } as never)
        yield* carried
        assert.deepStrictEqual(yield* posts, ["Draft"])
        yield* pass(24)
        assert.strictEqual(yield* tagOf("codes"), "WarmingUp")
        yield* pass(24)
        assert.strictEqual(yield* tagOf("codes"), "Live")
        yield* send("codes", "Spend", lin, { amount: 12_345.67, what: "地铁广告" } as never)
        yield* pass(48)
        assert.strictEqual(yield* tagOf("codes"), "Reporting")
        yield* send("codes", "Report", lin, { report: "三百人找到暗号" } as never)
        yield* send("codes", "Review", he, { lessons: "早两周问奖品" } as never)
        yield* carried
        assert.strictEqual(yield* tagOf("codes"), "Over")
        assert.strictEqual(yield* left, 37_654.33)
      })
    )
  )

  it.effect("shrinks by what it may do without, with the reason", () =>
    inHouse(
      Effect.gen(function* () {
        yield* approved("codes")
        yield* answered(website, gao, "Refuse")
        yield* answered(prizes, shen, "Grant")
        const state = yield* stateOf("codes")
        assert.deepInclude(state, {
          _tag: "Ready",
          without: [{ resource: website, need: "首页横幅", why: { zh: "没有货", en: "没有货" } }]
        })
      })
    )
  )

  it.effect("stops where it is not given what it must have, has its budget back, and asks for nothing any more", () =>
    inHouse(
      Effect.gen(function* () {
        yield* approved("codes")
        yield* answered(prizes, shen, "Refuse")
        assert.deepInclude(yield* stateOf("codes"), { _tag: "Stopped", reason: { zh: "没有货", en: "没有货" } })
        assert.strictEqual(yield* left, 50_000)
        const requests = yield* requestStates
        assert.sameMembers(requests, ["Refused", "Withdrawn"])
        assert.include(told, "lin: “codes” has stopped: 没有货")
      })
    )
  )

  it.effect("goes without what could not even be asked for, or stops, and its author reads which it was", () => {
    const shops = Resource.ResourceId.make("shops")
    const asking = (must: boolean) => ({ ...brief, needs: [...brief.needs, { resource: shops, need: "海报", must }] })
    return inHouse(
      Effect.gen(function* () {
        yield* approved("codes", asking(false))
        const state = yield* stateOf("codes")
        assert.deepStrictEqual(state?._tag === "Asking" && state.without.map(({ need }) => need), ["海报"])
        assert.match(told.join(), /lin: What “codes” needs was not asked for: 海报: /)
        yield* answered(website, gao, "Grant")
        yield* answered(prizes, shen, "Grant")
        assert.strictEqual(yield* tagOf("codes"), "Ready")
        const later = { warmUp: hours(24 * 8), from: hours(24 * 9), until: hours(24 * 10) }
        yield* approved("posters", { ...asking(true), ...later })
        assert.strictEqual(yield* tagOf("posters"), "Stopped")
      }),
      { resources: [prizes, website, shops] }
    )
  })

  it.effect("does not wait for ever: by its warm-up it goes without what it may, and stops for the rest", () =>
    inHouse(
      Effect.gen(function* () {
        yield* approved("codes")
        yield* answered(prizes, shen, "Grant")
        yield* pass(24)
        assert.deepInclude(yield* stateOf("codes"), { _tag: "WarmingUp" })
        // Late is not never.
        yield* answered(website, gao, "Grant")
        assert.deepInclude(yield* stateOf("codes"), { _tag: "WarmingUp", without: [] })
        yield* approved("cups", { ...brief, warmUp: hours(24 * 7), from: hours(24 * 8), until: hours(24 * 9) })
        yield* pass(24 * 7)
        assert.deepInclude(yield* stateOf("cups"), {
          _tag: "Stopped",
          reason: { zh: "没有按时得到：三十个杯子", en: "not given in time: 三十个杯子" }
        })
      })
    )
  )

  it.effect("that is called off takes along the posts that are not out", () =>
    inHouse(
      Effect.gen(function* () {
        yield* approved("codes", { ...brief, needs: brief.needs.slice(0, 1) })
        yield* answered(prizes, shen, "Grant")
        yield* send("codes", "WritePost", lin, { content, slot: hours(30) } as never)
        yield* carried
        yield* send("codes", "Stop", lin, { reason: "工厂停产" } as never)
        yield* carried
        assert.deepStrictEqual(yield* posts, ["Withdrawn"])
        assert.strictEqual(yield* left, 50_000)
      })
    )
  )

  it.effect("does not begin while an embargo is in force, and begins when it is over", () =>
    inHouse(
      Effect.gen(function* () {
        yield* approved("codes", { ...brief, needs: brief.needs.slice(0, 1) })
        yield* answered(prizes, shen, "Grant")
        const order = { key: "impose", case: Case.CaseId.make("mourning"), step: "Impose", by: he } as const
        const input = { account, reason: "全国哀悼日", until: hours(60), mayPublish: [] }
        yield* Operations.send(EmbargoProcess, { ...order, input })
        yield* pass(58)
        assert.strictEqual(yield* tagOf("codes"), "Ready")
        yield* pass(4)
        assert.strictEqual(yield* tagOf("codes"), "Live")
      })
    )
  )
})
