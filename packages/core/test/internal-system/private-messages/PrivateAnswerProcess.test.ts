import { Actor } from "@dualops/core"
import { Screening } from "@dualops/core/content"
import { Answer, AnswerWindow } from "@dualops/core/interaction"
import { PrivateAnswer, PrivateAnswerProcess } from "@dualops/core/private-messages"
import { AtMostOnce, Calendars, Due } from "@dualops/core/process"
import { EveryRun, ProcessLaws, type Traces } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { Result } from "effect"
import * as fc from "fast-check"
import {
  account,
  after,
  bao,
  cast,
  chen,
  closes,
  type Deeds,
  fan,
  follows,
  given,
  leaves,
  loseSight,
  mei,
  notSeen,
  receive,
  say,
  settings,
  standing,
  text,
  warns,
  writesOn,
  wrote
} from "./PrivateCast.ts"

const dueOf = (deeds: Deeds, fires: string) =>
  Due.due(PrivateAnswerProcess, standing(...deeds), settings, Calendars.everyMinute).find((due) => due.fires === fires)
    ?.at

ProcessLaws.suite("PrivateAnswer", PrivateAnswerProcess, cast)

describe("Whatever happens to a private message", () => {
  const everyRun = EveryRun.of(PrivateAnswerProcess, cast, fc.readConfigureGlobal().numRuns ?? 500)
  const law = (title: string, holds: (trace: Traces.Trace<typeof PrivateAnswerProcess>) => void) =>
    it(title, () => everyRun(holds))

  law("nothing is begun that could only be refused: words go while the window is open, and say until when", (trace) => {
    for (const { after, answer, attempt, before } of trace.tried) {
      if (after?.state._tag !== "Sending" || before?.state._tag === "Sending" || Result.isFailure(answer)) continue
      assert.isTrue(AnswerWindow.isOpen(after.state.window, attempt.at), attempt.step)
    }
  })

  law("it ends aloud: whoever could not be answered any more, of them somebody was told what remains", (trace) => {
    for (const { after, answer } of trace.tried) {
      if (after?.state._tag !== "OutOfReach" || Result.isFailure(answer)) continue
      assert.strictEqual(answer.success.step, "CloseWindow")
    }
  })

  law("whoever waits for words has a window that closes, and a promise that climbs", (trace) => {
    const current = trace.tried.at(-1)?.after
    if (current === undefined || !["Waiting", "Failed"].includes(current.state._tag)) return
    const fires = Due.due(PrivateAnswerProcess, current, trace.rulebook.settings, trace.calendars).map(
      ({ fires }) => fires
    )
    assert.includeMembers(fires, ["CloseWindow", "Escalate"])
  })
})

describe("A private message", () => {
  it("is answered to the fan in private, and says until when that can be", () => {
    given(receive())
      .when(say(1))
      .thenStands("Sending", { text, by: [chen], since: after(1) })
      .thenAsks({ message: { account, fan, text, until: after(48) } })
    given(receive(), say(1))
      .when({ step: "Confirm", by: Actor.world, at: after(1.1), input: { repliedAt: after(1.1) } })
      .thenStands("Answered", { repliedAt: after(1.1) })
  })

  it("is answered within 48 hours of what the fan wrote last, and not a minute later", () => {
    given(receive()).when(say(48)).thenStands("Sending")
    given(receive())
      .when(say(48.1))
      .thenRefused(new PrivateAnswer.WindowOver({ since: after(48) }))
    given(receive(), writesOn("还没到吗", 30)).when(say(77)).thenStands("Sending")
  })

  it("is one case with what the fan writes on before anybody answers", () => {
    given(receive(), writesOn("订单 4711", 2))
      .when(writesOn("在吗", 3))
      .thenStands("Waiting", {
        interaction: wrote("在吗", 3),
        thread: [wrote(), wrote("订单 4711", 2)],
        window: { freeUntil: after(51) }
      })
  })

  it("warns ahead, twice, and again where the fan has written anew", () => {
    const until = "2026-11-25 09:00"
    const message = {
      zh: `私信「外卖还没到」（待答复）只能在 ${until} 之前答复，还没有答复。`,
      en: `A private message can be answered until ${until} only, and is not: “外卖还没到” (waiting).`
    }
    given(receive())
      .when(warns(24))
      .thenStands("Waiting", { warned: 1 })
      .thenAsks({ notify: { to: bao, urgent: true, message } })
    const dues = (...deeds: Deeds) => dueOf(deeds, "WarnOfWindow")
    assert.deepStrictEqual(dues(receive()), after(24))
    assert.deepStrictEqual(dues(receive(), warns(24)), after(44))
    assert.isUndefined(dues(receive(), warns(24), warns(44, 2)))
    assert.deepStrictEqual(dues(receive(), warns(24), warns(44, 2), writesOn("在吗", 45)), after(69))
  })

  it("ends aloud when its window is over: the lead hears what remains", () => {
    given(receive())
      .when(closes(48))
      .thenStands("OutOfReach")
      .thenAsks({
        notify: {
          to: bao,
          urgent: true,
          message: {
            zh: `私信「外卖还没到」没有得到答复，窗口已关闭。${PrivateAnswer.remains.zh}`,
            en: `A private message was never answered, and cannot be any more: “外卖还没到”. ${PrivateAnswer.remains.en}`
          }
        }
      })
  })

  it("cannot be answered once the fan has left, and can again when they follow anew", () => {
    given(receive(), leaves(2))
      .when(say(3))
      .thenRefused(new PrivateAnswer.WindowOver({ since: after(2) }))
    assert.deepStrictEqual(dueOf([receive(), leaves(2)], "CloseWindow"), after(2))
    given(receive(), leaves(2), follows(2.5)).when(say(3)).thenStands("Sending")
  })

  it("of which nobody knows whether it came about is not sent again before a person has looked", () => {
    const lost = [receive(), say(1), loseSight(1.1)] as const
    given(...lost)
      .when({ step: "GiveUp", by: Actor.person(mei), at: after(1.2) })
      .thenRefused(new AtMostOnce.StillLooking({ looked: 0, times: 1 }))
    given(...lost, notSeen(1.2), { step: "GiveUp", by: Actor.person(mei), at: after(1.3) })
      .when(say(1.4))
      .thenStands("Sending", { earlier: after(1) })
  })
})

describe("What is said in private", () => {
  it("never has the number of an identity or bank card, nor a mobile number where the handbook says so", () => {
    const codes = (words: string, mobileNumbers: boolean) =>
      Screening.ofPrivate(settings.rules, mobileNumbers)
        .screen({ text: words, pictures: [] })
        .map(({ code }) => code)
    assert.deepStrictEqual(codes("快递员电话 13812345678", false), ["personal-data/mobile-number"])
    assert.deepStrictEqual(codes("快递员电话 13812345678", true), [])
    for (const allowed of [true, false]) {
      assert.deepStrictEqual(codes("身份证 11010519491231002X", allowed), ["personal-data/identity-card"])
      assert.deepStrictEqual(codes("卡号 4111 1111 1111 1111", allowed), ["personal-data/bank-card"])
    }
    assert.deepStrictEqual(codes("好".repeat(300), false), ["weibo/too-long"])
    assert.deepStrictEqual(codes("好".repeat(299), false), [])
  })

  it("is held to the content rules as what is said in public", () => {
    const findings = Screening.ofPrivate(settings.rules, false).screen({ text: "本品包治百病", pictures: [] })
    given(receive()).when(say(1, "本品包治百病")).thenRefused(new Answer.NotSayable({ findings }))
  })
})
