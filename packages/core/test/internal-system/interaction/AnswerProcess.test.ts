import { Screening } from "@dualops/core/content"
import { Answer, AnswerProcess } from "@dualops/core/interaction"
import { Actor, Due, Process, Refusal } from "@dualops/core/process"
import { EveryRun, ProcessLaws, type Traces } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { DateTime, Duration } from "effect"
import * as fc from "fast-check"
import {
  account,
  cast,
  chen,
  confirm,
  given,
  hide,
  kai,
  leave,
  lost,
  mei,
  monday,
  out,
  passOn,
  post,
  receive,
  refuse,
  say,
  seeHidden,
  sent,
  settings,
  stillShown,
  suggest,
  text,
  wrote
} from "./AnswerCast.ts"

ProcessLaws.suite("Answer", AnswerProcess, cast)

const notSayable = (words: string) =>
  new Answer.NotSayable({ findings: Screening.ofReplies(settings.rules).screen({ text: words, pictures: [] }) })

describe("Whatever happens, on runs of up to thirty steps", () => {
  const everyRun = EveryRun.of(AnswerProcess, cast, fc.readConfigureGlobal().numRuns ?? 500)
  const law = (title: string, holds: (trace: Traces.Trace<typeof AnswerProcess>) => void) =>
    it(title, () => everyRun(holds))

  law("nothing is said again before the last attempt was refused, or looked for to the end and given up", (trace) => {
    const steps = trace.history.map(({ step }) => step)
    for (const [index, step] of steps.entries()) {
      const last = steps.lastIndexOf("Say", index - 1)
      if (step !== "Say" || index === 0 || last < 0) continue
      const between = steps.slice(last + 1, index)
      const looked = between.filter((one) => one === "NotSeen").length
      const isGivenUp = between.includes("GiveUp") && looked >= trace.rulebook.settings.looks.times
      assert.isTrue(between.includes("Refuse") || isGivenUp, steps.join())
    }
  })

  law("whoever wrote is answered, passed on, left or hidden, or the lead is told when the promise is over", (trace) => {
    const { history, rulebook, tried } = trace
    const begun = history[0]?.at
    const current = tried.at(-1)?.after
    if (begun === undefined || current === undefined || Process.isOver(AnswerProcess, current)) return
    const all = Due.due(AnswerProcess, current, rulebook.settings, trace.calendars)
    const told = history.findLast(({ step }) => step === "Escalate")?.at ?? begun
    const times = history.filter(({ step }) => step === "Escalate").length
    const pause = Duration.hours(Math.min(24, 2 * 2 ** times))
    assertEquals(all.find(({ fires }) => fires === "Escalate")?.at, DateTime.addDuration(told, pause))
  })
})

describe("What a fan wrote is answered", () => {
  it("it waits for somebody, from when it came in", () => {
    given().when(receive()).thenStands("Waiting", { account, interaction: wrote() }).thenAsks({})
  })

  it("a comment is answered under the comment, a mention under the fan's own post", () => {
    const request = { account, post, text }
    given(receive())
      .when(say(chen))
      .thenStands("Sending", { by: [chen], since: monday("09:10") })
      .thenAsks({ reply: { ...request, by: chen, comment: wrote().id } })
    given(receive("mention"))
      .when(say(chen))
      .thenAsks({ reply: { ...request, by: chen } })
    given(receive("repost"))
      .when(say(chen))
      .thenAsks({ reply: { ...request, by: chen } })
    given(receive("mention in a comment"))
      .when(say(chen))
      .thenAsks({ reply: { ...request, by: chen, comment: wrote().id } })
  })

  it("only by people who may, and a stand-in answers with the absent one", () => {
    given(receive())
      .when(say(kai))
      .thenRefused(new Refusal.NotPermitted({ step: "Say", by: Actor.person(kai), needs: "interaction.answer" }))
    given(receive())
      .when(say(Actor.inPlaceOf(kai, chen)))
      .thenStands("Sending", { by: [kai, chen] })
  })

  it("it is answered when the world says so, once", () => {
    given(...sent)
      .when(confirm())
      .thenStands("Answered", { reply: out, repliedAt: monday("09:10"), text })
      .thenAsks({})
    given(...sent, confirm())
      .when(say(mei))
      .thenRefused(new Refusal.OutOfOrder({ step: "Say", state: "Answered" }))
  })

  it("while one answer is on its way or its outcome unknown, there is no second", () => {
    for (const [deeds, state] of [
      [sent, "Sending"],
      [lost, "Unconfirmed"]
    ] as const) {
      given(...deeds)
        .when(say(mei, text, monday("09:12")))
        .thenRefused(new Refusal.OutOfOrder({ step: "Say", state }))
    }
  })
})

describe("An answer is public", () => {
  it("the brand's banned words and what the law names are not said", () => {
    for (const words of ["这茶包治百病", "国家级的茶", "", "字".repeat(141)]) {
      given(receive()).when(say(chen, words)).thenRefused(notSayable(words))
    }
    assert.strictEqual(
      notSayable("这茶包治百病").message,
      "The content rules forbid it: The text has a word that the brand does not allow. Remove the word or say it otherwise."
    )
  })

  it("it sounds like the account, and needs no link, topic or sign-off as a post does", () => {
    given(receive()).when(say(chen, "亲，九点开门")).thenRefused(notSayable("亲，九点开门"))
    assert.deepStrictEqual(Screening.ofReplies(settings.rules).screen({ text, pictures: [] }), [])
  })

  it("it may speak of a draw without being one", () => {
    given(receive()).when(say(chen, "抽奖结果周五公布。")).thenStands("Sending")
  })
})

describe("What somebody suggests", () => {
  it("says nothing: the fan waits on, and whoever may answer says it, or something else", () => {
    given(receive()).when(suggest(mei)).thenStands("Waiting", { interaction: wrote() }).thenAsks({})
    for (const words of [text, "九点开门。"])
      given(receive(), suggest(mei)).when(say(chen, words)).thenStands("Sending")
  })

  it("is what a form of the answer begins with, the last of them, or else what was tried and is not out", () => {
    given().when(receive()).thenOpens("Say", {})
    given(receive(), suggest(mei, "一")).when(suggest(mei, "二")).thenOpens("Say", { text: "二" })
    given(...sent)
      .when(refuse())
      .thenOpens("Say", { text })
      .thenStands("Failed", { suggested: undefined })
    given(...sent, refuse())
      .when(suggest(mei, "四", monday("09:20")))
      .thenOpens("Say", { text: "四" })
  })

  it("is what might be said: the content rules are asked already", () => {
    given(receive()).when(suggest(mei, "这茶包治百病")).thenRefused(notSayable("这茶包治百病"))
    given(receive())
      .when(suggest(chen))
      .thenRefused(new Refusal.NotPermitted({ step: "Suggest", by: Actor.person(chen), needs: "interaction.route" }))
  })
})

describe("Not everything is answered", () => {
  it("what words cannot settle is passed on, and what wants no answer is left, each for a reason", () => {
    given(receive()).when(passOn(mei)).thenStands("PassedOn", { reason: "A parcel is lost." }).thenAsks({})
    given(receive()).when(leave(chen)).thenStands("Left", { reason: "It is praise." }).thenAsks({})
    given(...sent, refuse())
      .when(passOn(mei, monday("09:20")))
      .thenStands("PassedOn", { interaction: wrote() })
  })

  it("a comment that must not stand there is hidden", () => {
    given(receive())
      .when(hide(mei))
      .thenStands("Hiding", { reason: "It has somebody's telephone number." })
      .thenAsks({ hide: { account, comment: wrote().id } })
    given(receive(), hide(mei)).when(seeHidden()).thenStands("Hidden")
  })

  it("hiding is not everybody's, and only under the account's own posts", () => {
    given(receive())
      .when(hide(chen))
      .thenRefused(new Refusal.NotPermitted({ step: "Hide", by: Actor.person(chen), needs: "interaction.hide" }))
    given(receive("mention"))
      .when(hide(mei))
      .thenRefused(new Answer.NotUnderOwnPost({ kind: "mention" }))
  })

  it("what could not be hidden waits for somebody again, who reads why", () => {
    given(receive(), hide(mei)).when(stillShown()).thenStands("Waiting", { note: "the line broke" })
    given(receive(), hide(mei), stillShown())
      .when(hide(mei, monday("09:20")))
      .thenStands("Hiding")
  })
})
