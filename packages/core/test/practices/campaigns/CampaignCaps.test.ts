import { Operations } from "@dualops/core/operations"
import { Campaign, CampaignProcess } from "@dualops/core/practices"
import { type Actor, Case } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { Effect } from "effect"
import { brief, hours, lin, prizes, shen, website, withChildren } from "./CampaignCast.ts"
import { answered, approved, inHouse, stateOf } from "./CampaignHouse.ts"

const send = <S extends keyof typeof CampaignProcess.steps>(name: string, step: S, by: Actor.Actor, input: never) =>
  Operations.send(CampaignProcess, { key: `${step} ${name}`, case: Case.CaseId.make(name), step, by, input })
const tagOf = (name: string) => Effect.map(stateOf(name), (state) => state?._tag)

describe("The money and the dates of campaigns", () => {
  it.effect("are shared: what another has is not given twice, and whoever comes second reads why", () =>
    inHouse(
      Effect.gen(function* () {
        yield* approved("codes")
        for (const [name, its, why] of [
          ["same days", brief, "The time overlaps with that of codes."],
          [
            "dear",
            { ...brief, warmUp: hours(24 * 8), from: hours(24 * 9), until: hours(24 * 10), budget: 30_000 },
            undefined
          ],
          [
            "dearer",
            { ...brief, warmUp: hours(24 * 18), from: hours(24 * 19), until: hours(24 * 20) },
            "0 is left of the year's budget, and 20000 was asked for."
          ]
        ] as const) {
          yield* approved(name, its)
          const state = yield* stateOf(name)
          assert.deepInclude(state, why === undefined ? { _tag: "Asking" } : { _tag: "ToRevise", note: why })
        }
      })
    )
  )

  it.effect("are no more than the handbook allows in a month", () =>
    inHouse(
      Effect.gen(function* () {
        const at = (day: number) => ({
          ...brief,
          budget: 6_000,
          warmUp: hours(24 * day),
          from: hours(24 * day + 2),
          until: hours(24 * day + 9)
        })
        for (const [name, day] of [
          ["one", 9],
          ["two", 12],
          ["three", 15],
          ["this month", 4]
        ] as const)
          yield* approved(name, at(day))
        assert.deepStrictEqual(yield* Effect.forEach(["one", "two", "three", "this month"], tagOf), [
          "Asking",
          "Asking",
          "ToRevise",
          "Asking"
        ])
      })
    )
  )

  it.effect("are kept to: nobody spends more than the campaign has", () =>
    inHouse(
      Effect.gen(function* () {
        yield* approved("codes", { ...brief, needs: brief.needs.slice(0, 1) })
        yield* answered(prizes, shen, "Grant")
        yield* send("codes", "Spend", lin, { amount: 19_999.9, what: "地铁广告" } as never)
        const refusal = yield* Effect.flip(
          Operations.send(CampaignProcess, {
            key: "more",
            case: Case.CaseId.make("codes"),
            step: "Spend",
            by: lin,
            input: { amount: 0.2, what: "胶带" }
          })
        )
        assertEquals(refusal, new Campaign.OverBudget({ amount: 0.2, left: 0.1 }))
      })
    )
  )
})

describe("A brief", () => {
  it.effect("that contradicts itself, the handbook and the law is told everything at once", () =>
    inHouse(
      Effect.gen(function* () {
        yield* Operations.send(CampaignProcess, {
          key: "idea",
          case: Case.CaseId.make("bad"),
          step: "Propose",
          by: lin,
          input: { name: "bad", why: "?" }
        })
        const bad = {
          ...brief,
          warmUp: hours(5),
          from: hours(4),
          until: hours(3),
          budget: 40_000,
          prizes: { from: website, worth: 60_000, dearest: 60_000, drawn: true },
          needs: [brief.needs[1], brief.needs[1], { resource: "moon" as never, need: "月亮", must: true }]
        } as typeof brief
        const refusal = yield* Effect.flip(send("bad", "WriteBrief", lin, { brief: bad } as never))
        assert.instanceOf(refusal, Campaign.BadBrief)
        assert.deepStrictEqual(
          (refusal as Campaign.BadBrief).findings.map(({ code, where: { path } }) => `${path} ${code}`),
          [
            "brief.until campaign/ends-before-it-begins",
            "brief.warmUp campaign/warm-up-too-late",
            "brief.from campaign/told-too-late",
            "brief.budget campaign/over-budget",
            "brief.prizes.worth campaign/prizes-over-budget",
            "brief.prizes.worth campaign/prizes-over-limit",
            "brief.prizes.dearest campaign/prize-above-law",
            "brief.needs.2.resource campaign/unknown-resource",
            "brief.needs.1 campaign/asked-twice",
            "brief.needs campaign/prizes-not-asked-for"
          ]
        )
      })
    )
  )

  it.effect("that draws and gives out codes is told of all that is wrong with them, with the rest", () =>
    inHouse(
      Effect.gen(function* () {
        yield* Operations.send(CampaignProcess, {
          key: "idea",
          case: Case.CaseId.make("bad"),
          step: "Propose",
          by: lin,
          input: { name: "bad", why: "?" }
        })
        const { codes, draws } = withChildren(brief)
        const [draw, series] = [draws[0], codes[0]]
        const dear = { name: "汽车", count: 1, yuan: 60_000 }
        const bad = {
          ...brief,
          budget: 40_000,
          draws: [{ ...draw, closes: hours(100), draws: hours(99), prizes: [dear, dear] }, draw],
          codes: [{ ...series, name: draw.name, firstDay: series.lastDay, lastDay: series.firstDay, length: 8 }]
        } as typeof brief
        const codesOf = (refusal: unknown) =>
          (refusal as Campaign.BadBrief).findings.map(({ code, where: { path } }) => `${path} ${code}`)
        const refusal = yield* Effect.flip(send("bad", "WriteBrief", lin, { brief: bad } as never))
        assert.deepStrictEqual(codesOf(refusal), [
          "brief.budget campaign/over-budget",
          "brief.draws.1.name campaign/named-twice",
          "brief.codes.0.name campaign/named-twice",
          "brief.draws campaign/draws-over-prizes",
          "brief.draws.0.prizes.0.yuan campaign/drawn-dearer",
          "brief.draws.0.prizes.1.yuan campaign/drawn-dearer",
          "brief.draws.0.closes campaign/draw-times",
          "brief.draws.0.closes campaign/draw-too-late",
          "brief.draws.0.prizes[1].name draws/prize-twice",
          "brief.draws.0.prizes[0].yuan draws/above-the-law",
          "brief.draws.0.prizes[1].yuan draws/above-the-law",
          "brief.codes.0.lastDay codes/days-in-order",
          "brief.codes.0.length codes/guessable"
        ])
      })
    )
  )

  it.effect("is refused draws and codes of which the handbook says nothing, in one sentence each", () =>
    inHouse(
      Effect.gen(function* () {
        yield* Operations.send(CampaignProcess, {
          key: "idea",
          case: Case.CaseId.make("bad"),
          step: "Propose",
          by: lin,
          input: { name: "bad", why: "?" }
        })
        const refusal = yield* Effect.flip(send("bad", "WriteBrief", lin, { brief: withChildren(brief) } as never))
        assert.include(refusal.message, "The handbook says nothing of draws, so nothing can be drawn.")
        assert.include(refusal.message, "The handbook says nothing of codes, so none can be given out.")
      }),
      { draws: undefined, codes: undefined } as never
    )
  )
})
