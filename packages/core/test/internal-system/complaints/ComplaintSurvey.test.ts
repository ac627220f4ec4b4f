import { Actor, Case } from "@dualops/core"
import { ComplaintProcess, Satisfaction } from "@dualops/core/complaints"
import { Process } from "@dualops/core/process"
import { EveryRun } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Result } from "effect"
import * as fc from "fast-check"
import * as ComplaintSurvey from "../../../src/internal-system/complaints/ComplaintSurvey.ts"
import {
  account,
  cast,
  chen,
  given,
  givenAsking,
  monday,
  receive,
  said,
  says,
  survey,
  wrote,
  wroteInPrivate
} from "./ComplaintCast.ts"

const told = [receive(), says("Solve"), said()] as const
const confirm = { step: "Confirm", by: Actor.person(chen), at: monday("10:00") } as const
const ask = { step: "AskHowItWas", by: Actor.clock("survey"), at: monday("11:00") } as const
const rate = (text: string, at = monday("12:00")) =>
  ({ step: "Rate", by: Actor.world, at, input: { interaction: wrote(text, 2) } }) as const
const again = {
  step: "FanWrites",
  by: Actor.world,
  at: monday("12:30"),
  input: { interaction: wrote("还是坏的", 3) }
} as const

describe("How it was", () => {
  it("is asked an hour after the complaint was closed, where the fan wrote last, by who had it in hand", () => {
    givenAsking(...told)
      .when(confirm)
      .thenStands("Closed", { askAt: monday("11:00") })
    givenAsking(...told, confirm)
      .when(ask)
      .thenStands("Asked", { asked: monday("11:00") })
      .thenAsks({
        survey: { input: { account, interaction: wrote(), text: survey.question }, by: Actor.person(chen) }
      })
  })

  it("is asked where the handbook says so, and nowhere else", () => {
    given(...told)
      .when(confirm)
      .thenStands("Closed", { askAt: undefined })
  })

  it("is not asked again where the complaint was opened again and closed", () => {
    const proposed = [says("Solve", undefined, monday("13:00")), said(undefined, 3, monday("13:01"))] as const
    givenAsking(...told, confirm, ask, again, ...proposed)
      .when({ ...confirm, at: monday("14:00") })
      .thenStands("Closed", { askAt: undefined, asked: monday("11:00") })
  })

  it("is not asked of whom somebody has said so", () => {
    const spares = {
      step: "DoNotAsk",
      by: Actor.person(chen),
      at: monday("10:10"),
      input: { reason: "已拉黑" }
    } as const
    givenAsking(...told, confirm)
      .when(spares)
      .thenStands("Closed", { askAt: undefined, unasked: true })
    givenAsking(...told, { ...spares, at: monday("09:50") })
      .when(confirm)
      .thenStands("Closed", { askAt: undefined })
    given(...told, confirm)
      .when(spares)
      .thenRefused(new ComplaintSurvey.NobodyIsAsked())
  })

  it("is not asked in vain: where the window is over nobody is, and that is all (chatwoot#11569)", () => {
    const inPrivate = {
      step: "FanWrites",
      by: Actor.world,
      at: monday("09:10"),
      input: { interaction: wroteInPrivate(3, DateTime.makeUnsafe("2026-11-21T10:30:00+08:00")) }
    } as const
    const solved = {
      step: "Said",
      by: Actor.child("replyInPrivate", Case.CaseId.make("the answer"), "Answered"),
      at: monday("09:30"),
      input: { interaction: inPrivate.input.interaction, text: "退款已办好。" }
    } as const
    givenAsking(receive(), inPrivate, says("Solve", "退款已办好。"), solved, confirm)
      .when(ask)
      .thenStands("Closed", { askAt: undefined, asked: undefined })
      .thenAsks({})
  })

  it("comes back as a mark, which opens nothing; who is not content is heard again", () => {
    givenAsking(...told, confirm, ask)
      .when(rate("５分！"))
      .thenStands("Asked", { rating: { score: 5, interaction: wrote("", 2).id } })
    givenAsking(...told, confirm, ask)
      .when(rate("不满意"))
      .thenStands("Open", { rating: { score: 2, interaction: wrote("", 2).id }, latest: wrote("不满意", 2) })
    givenAsking(...told, confirm, ask, rate("4"))
      .when(rate("5", monday("12:05")))
      .thenStands("Asked", { rating: { score: 5, interaction: wrote("", 2).id } })
  })

  it("is a mark and nothing else: what says more is read by somebody", () => {
    const scores = ["1", "5分", "⑤", " 3 星 ", "满意。", "回复@星河茶饮:5", "很不满意"].map(Satisfaction.scoreOf)
    assert.deepStrictEqual(scores, [1, 5, 5, 3, 4, 5, 1])
    for (const words of ["0", "6", "10", "55", "5块钱没退", "满意个鬼", "1个月了", "", "还没解决", "5.5"])
      assert.isUndefined(Satisfaction.scoreOf(words), words)
  })
})

describe("Whatever happens to a complaint", () => {
  const isQuestion = (name: string) => name === "survey" || name === "surveyInPrivate"

  it("its fan is asked how it was at most once, and never whom somebody has spared", () =>
    EveryRun.of(
      ComplaintProcess,
      cast,
      fc.readConfigureGlobal().numRuns ?? 500
    )(({ tried }) => {
      let [asked, spared] = [0, false]
      for (const { after, answer } of tried) {
        if (Result.isFailure(answer) || after === undefined) continue
        if (answer.success.step === "DoNotAsk") spared = true
        const questions = Process.actions(ComplaintProcess, after, answer.success).filter(({ name }) =>
          isQuestion(name)
        )
        if (questions.length > 0) assert.isFalse(spared)
        asked += questions.length
      }
      assert.isAtMost(asked, 1)
    }))
})
