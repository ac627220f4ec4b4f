/** An idea for a post: judged, dated, written, or let go; a hot topic on a short clock. */

import { AccountId } from "@dualops/core/account"
import { PostProcess } from "@dualops/core/content"
import { Idea, IdeaProcess } from "@dualops/core/practices"
import { Actor, Allowance, Case, Soundness } from "@dualops/core/process"
import { ProcessLaws, ProcessSpec } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Duration } from "effect"
import { category } from "../internal-system/content-plan/briefs.ts"

const [gao, lin, zhou, tang] = ["gao", "lin", "zhou", "tang"].map((name) => Actor.PersonId.make(name)) as [
  Actor.PersonId,
  Actor.PersonId,
  Actor.PersonId,
  Actor.PersonId
]
const may: Readonly<Record<string, ReadonlyArray<Actor.PersonId>>> = {
  "planning.propose": [gao, lin, zhou, tang],
  "planning.judge": [zhou, tang],
  "content.compose": [lin, gao]
}
const settings: Idea.Settings = {
  judges: [zhou, tang],
  judgedWithin: Allowance.always("1 day"),
  answeredWithin: Allowance.always("2 days"),
  writtenWithin: Allowance.always("3 days"),
  keptFor: Duration.days(90),
  hot: {
    judgedWithin: Allowance.always("30 minutes"),
    writtenWithin: Allowance.always("1 hour"),
    keptFor: Duration.hours(12)
  },
  account: AccountId.make("5644764907"),
  categories: [category("tea"), category("fans")],
  lead: tang
}
const monday = (time: string) => DateTime.makeUnsafe(`2026-11-23T${time}+08:00`)
const slot = monday("18:00")

ProcessLaws.suite("Idea", IdeaProcess, {
  people: [gao, lin, zhou, tang],
  settings: [settings],
  inputs: {
    Propose: (pick) => ({ idea: "姜茶", why: "降温", hot: pick(2) === 0 }),
    Accept: (pick) => ({ slot, category: category(pick(4) > 0 ? "tea" : "te") })
  }
})

type Deed<S extends keyof (typeof IdeaProcess)["steps"]> = ProcessSpec.Deed<typeof IdeaProcess, S>
const given = (...deeds: ReadonlyArray<ProcessSpec.Deed<typeof IdeaProcess>>) =>
  ProcessSpec.given(
    IdeaProcess,
    {
      handbook: Case.HandbookVersion.make("edition 1"),
      settings,
      entitled: (person, permission) => may[permission]?.includes(Actor.authority(person)) ?? false
    },
    ...deeds
  )

const propose = (hot = false): Deed<"Propose"> => ({
  step: "Propose",
  by: Actor.person(gao),
  at: monday("09:00"),
  input: { idea: "第一场雪配姜茶", why: "明天降温", hot }
})
const accept = (name = "tea", at = slot): Deed<"Accept"> => ({
  step: "Accept",
  by: Actor.person(zhou),
  at: monday("10:00"),
  input: { slot: at, category: category(name) }
})
const askBack: Deed<"AskBack"> = {
  step: "AskBack",
  by: Actor.person(zhou),
  at: monday("09:10"),
  input: { question: "有照片吗？" }
}

describe("An idea", () => {
  it("is proposed by anybody of the company, accepted with a slot and a category, written, and becomes a post", () => {
    given(propose()).when(accept()).thenStands("Accepted", { judgedBy: zhou, slot })
    given(propose(), accept())
      .when({
        step: "Write",
        by: Actor.person(lin),
        at: monday("11:00"),
        input: { content: { text: "下雪了。", pictures: [] } }
      })
      .thenStands("Becoming", {})
  })

  it("is asked about, and only whoever proposed it answers", () => {
    given(propose()).when(askBack).thenStands("AskedBack", { question: "有照片吗？", asker: zhou })
    given(propose(), askBack)
      .when({ step: "Answer", by: Actor.person(lin), at: monday("09:20"), input: { answer: "有" } })
      .thenRefused(new Idea.NotYours({ by: gao }))
    given(propose(), askBack)
      .when({ step: "Answer", by: Actor.person(gao), at: monday("09:20"), input: { answer: "有" } })
      .thenStands("Proposed", { answer: "有" })
  })

  it("is declined with a reason, which whoever proposed it is told", () => {
    given(propose())
      .when({ step: "Decline", by: Actor.person(zhou), at: monday("09:20"), input: { reason: "上周发过" } })
      .thenStands("Declined", { reason: "上周发过" })
      .thenAsks({
        notify: {
          to: gao,
          message: {
            zh: "选题「第一场雪配姜茶」未采用：上周发过",
            en: "The idea “第一场雪配姜茶” is declined: 上周发过"
          },
          urgent: false
        }
      })
  })

  it("is accepted only for a category of the mix", () => {
    given(propose())
      .when(accept("te"))
      .thenRefused(new Idea.UnknownCategory({ category: category("te"), known: [category("tea"), category("fans")] }))
  })

  it("that is a hot topic reaches a judge at once, and ends within hours", () => {
    given()
      .when(propose(true))
      .thenStands("Proposed", { ends: monday("21:00") })
      .thenAsks({
        notify: {
          to: zhou,
          message: {
            zh: "热点选题「第一场雪配姜茶」等你评审。",
            en: "The hot idea “第一场雪配姜茶” waits to be judged."
          },
          urgent: true
        }
      })
  })

  it("never waits for ever, and no end of its post goes unheard that matters", () => {
    assert.deepStrictEqual(
      Soundness.together([IdeaProcess, PostProcess]).map(({ code, where }) => `${code} ${where.path}`),
      []
    )
  })
})
