/** An idea for a post: judged, dated, written, or let go; a hot topic on a short clock. */

import { PostProcess } from "@dualops/core/content"
import { Idea, IdeaProcess } from "@dualops/core/practices"
import { Actor, Soundness } from "@dualops/core/process"
import { ProcessLaws } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { DateTime } from "effect"
import { category } from "../internal-system/content-plan/briefs.ts"
import {
  accept,
  askBack,
  clocks,
  type Deed,
  gao,
  given,
  he,
  late,
  lin,
  monday,
  propose,
  settings,
  slot,
  tang,
  zhou
} from "./ideaCast.ts"

ProcessLaws.suite("Idea", IdeaProcess, {
  people: [gao, lin, zhou, tang],
  settings: [settings],
  inputs: {
    Propose: (pick) => ({ idea: "姜茶", why: "降温", hot: pick(2) === 0 }),
    Accept: (pick) => ({ slot, category: category(pick(4) > 0 ? "tea" : "te") }),
    Redate: () => ({ slot: DateTime.add(slot, { days: 60 }), category: category("tea") })
  }
})

describe("An idea", () => {
  it("is proposed by anybody, accepted with a slot and a category, written, and becomes a post", () => {
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

  it("that is accepted and whose slot passes without a post is told, and gets another date or is let go", () => {
    const missed: Deed<"MissSlot"> = { step: "MissSlot", by: Actor.clock("slot"), at: slot, input: {} }
    const said = {
      message: {
        zh: "选题「第一场雪配姜茶」到了发布时间，还没有成稿。",
        en: "The idea “第一场雪配姜茶” has come to its slot, and is no post."
      },
      urgent: false
    }
    given(propose(), accept())
      .when(missed)
      .thenStands("Missed", { slot })
      .thenAsks({
        notify: [
          { ...said, to: zhou },
          { ...said, to: gao }
        ]
      })
    given(propose(), accept(), missed)
      .when({ ...accept("fans", DateTime.add(slot, { days: 1 })), step: "Redate", at: monday("19:00") })
      .thenStands("Accepted", { slot: DateTime.add(slot, { days: 1 }), category: category("fans") })
    given(propose(), accept(), missed)
      .when({ step: "Decline", by: Actor.person(zhou), at: monday("19:00"), input: { reason: "雪化了" } })
      .thenStands("Declined", { reason: "雪化了" })
  })

  it("that is a hot topic has one clock from its proposal to its post: a warning, the planner, the lead", () => {
    const told = (rung: number, hour: string): Deed<"Hasten"> => ({
      step: "Hasten",
      by: Actor.clock("whole", rung),
      at: monday(hour),
      input: {}
    })
    // What happens between does not begin the clock anew.
    for (const deeds of [[], [{ ...accept(), at: monday("09:40") }], [askBack]])
      assertEquals(
        clocks(propose(true), ...deeds)
          .filter(({ name }) => name === "whole")
          .map(({ at, rung, warn }) => ({ at, rung, warn })),
        [{ at: monday("11:00"), rung: 1, warn: monday("11:00") }]
      )
    given(propose(true))
      .when(told(1, "11:00"))
      .thenAsks({ notify: { to: zhou, message: late, urgent: true } })
    given(propose(true), told(1, "11:00"))
      .when(told(2, "12:00"))
      .thenAsks({ notify: { to: he, message: late, urgent: true } })
  })

  it("that is no hot topic has no such clock", () => {
    assertEquals(
      clocks(propose()).map(({ name }) => name),
      ["judging", "end"]
    )
  })

  it("that ends without a post says why, to whoever proposed it and whoever judged it", () => {
    const lapse: Deed<"Lapse"> = { step: "Lapse", by: Actor.clock("end"), at: monday("21:00"), input: {} }
    const said = (zh: string, en: string) => ({
      message: {
        zh: `热点选题「第一场雪配姜茶」已过期，没有成为微博：${zh}。`,
        en: `The hot idea “第一场雪配姜茶” has lapsed and become no post: ${en}.`
      },
      urgent: true
    })
    const unjudged = said("没有人评审", "nobody judged it")
    given(propose(true))
      .when(lapse)
      .thenStands("Lapsed", { because: { zh: "没有人评审", en: "nobody judged it" } })
      .thenAsks({
        notify: [
          { ...unjudged, to: gao },
          { ...unjudged, to: zhou }
        ]
      })
    const unwritten = said("采用了，没有成稿", "it was accepted, and nobody wrote it")
    given(propose(true), accept("tea", monday("22:00")))
      .when(lapse)
      .thenAsks({
        notify: [
          { ...unwritten, to: gao },
          { ...unwritten, to: zhou }
        ]
      })
  })

  it("never waits for ever, and no end of its post goes unheard that matters", () => {
    assert.deepStrictEqual(
      Soundness.together([IdeaProcess, PostProcess]).map(({ code, where }) => `${code} ${where.path}`),
      []
    )
  })
})
