// What people have reported of other desks that answer in private, ask how it was, or keep canned responses; each case is one of theirs, in the words of this
// house's fans. The numbers are those of their issues and pull requests.

import { Actor } from "@dualops/core"
import { PreparedAnswer } from "@dualops/core/answer-library"
import { ComplaintProcess } from "@dualops/core/complaints"
import { PrivateAnswer, PrivateAnswerProcess } from "@dualops/core/private-messages"
import { Calendars, Due, Face } from "@dualops/core/process"
import type { ProcessSpec } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Result } from "effect"
import {
  asking,
  givenAsking,
  monday,
  receive as receiveComplaint,
  said,
  says,
  standingBy,
  survey,
  wroteInPrivate
} from "../complaints/ComplaintCast.ts"
import { after, chen, closes, given, mei, receive, say, settings, standing, writesOn } from "./PrivateCast.ts"

const closed = { step: "Confirm", by: Actor.person(chen), at: monday("10:00") } as const
const told = [receiveComplaint(), says("Solve"), said(), closed] as const
const ask = { step: "AskHowItWas", by: Actor.clock("survey"), at: monday("11:00") } as const

const dueOf = (...deeds: ReadonlyArray<ProcessSpec.Deed<typeof ComplaintProcess>>) =>
  Due.due(ComplaintProcess, standingBy(asking, ...deeds), asking, Calendars.everyMinute).map(({ fires }) => fires)

describe("Public reports of answers in private", () => {
  it("what is written after the window is refused, not shown as sent (chatwoot#9516, chatwoot#7142)", () => {
    given(receive())
      .when(say(49))
      .thenRefused(new PrivateAnswer.WindowOver({ since: after(48) }))
  })

  it("the refusal says why, and what remains (whatomate#172, chatwoot#14800)", () => {
    const { message, said } = new PrivateAnswer.WindowOver({ since: after(48) })
    assert.match(message, /Nothing can be said to this fan in private any more.*ask them in public to write again/)
    assert.include(said.zh, "公开请对方再发一条私信")
  })

  it("the window is that of the fan's last message: own answers do not move it (attend#84)", () => {
    const refused = { step: "Refuse", by: Actor.world, at: after(21), input: { code: "busy", detail: "" } } as const
    given(receive(), say(20), refused)
      .when(say(49))
      .thenRefused(new PrivateAnswer.WindowOver({ since: after(48) }))
  })

  it("a fan who writes while the page stands open can be answered again (attend#84)", () => {
    given(receive(), writesOn("在吗", 47.9)).when(say(60)).thenStands("Sending")
  })

  it("nothing is sent by itself to keep the window open (zammad-admin-documentation#488)", () => {
    const trace = [receive(), writesOn("在吗", 20)] as const
    const due = Due.due(PrivateAnswerProcess, standing(...trace), settings, Calendars.everyMinute)
    assert.notInclude(
      due.map(({ fires }) => fires),
      "Say"
    )
    for (const { fires } of due) assert.notProperty(PrivateAnswerProcess.steps[fires as "Escalate"].performs, "message")
  })

  it("what was not answered is seen as that afterwards, not as done (chatwoot#11564, chatwoot#8503)", () => {
    given(receive()).when(closes(48)).thenStands("OutOfReach")
    assert.deepStrictEqual(Face.state(PrivateAnswerProcess, "OutOfReach"), { zh: "已无法私信", en: "out of reach" })
  })
})

describe("Public reports of being asked how it was", () => {
  it("the question is not sent outside the window, and is not tried for ever (chatwoot#10191, chatwoot#11637)", () => {
    const old = wroteInPrivate(3, DateTime.makeUnsafe("2026-11-21T10:30:00+08:00"))
    const writes = { step: "FanWrites", by: Actor.world, at: monday("09:10"), input: { interaction: old } } as const
    const tells = {
      step: "TellElsewhere",
      by: Actor.person(chen),
      at: monday("10:40"),
      input: { told: "已电话告知" }
    } as const
    const confirms = { ...closed, at: monday("10:45") } as const
    givenAsking(receiveComplaint(), writes, tells, confirms)
      .when({ ...ask, at: monday("11:45") })
      .thenStands("Closed", { askAt: undefined, asked: undefined })
      .thenAsks({})
  })

  it("a complaint that is opened again and solved again asks nothing anew (chatwoot#10628, waltz#5165)", () => {
    const objects = {
      step: "Rate",
      by: Actor.world,
      at: monday("12:00"),
      input: { interaction: { ...wroteInPrivate(5, monday("12:00")), text: "1" } }
    } as const
    const again = { ...closed, at: monday("13:00") } as const
    assert.include(dueOf(...told), "AskHowItWas")
    assert.notInclude(dueOf(...told, ask, objects, again), "AskHowItWas")
  })

  it("of two marks the one that the fan gave last holds, and it is one (wp-calypso#113357, sourcegraph#43884)", () => {
    const marks = (text: string, number: number) =>
      ({
        step: "Rate",
        by: Actor.world,
        at: monday(`12:0${number}`),
        input: { interaction: { ...wroteInPrivate(number, monday("12:00")), text } }
      }) as const
    givenAsking(...told, ask, marks("3", 1), marks("5", 2))
      .when(marks("5", 3))
      .thenStands("Asked", { rating: { score: 5, interaction: wroteInPrivate(3).id } })
  })

  it("the question waits, so that it interrupts nobody who writes on (original-coast-clothing#18)", () => {
    const writes = {
      step: "FanWrites",
      by: Actor.world,
      at: monday("10:30"),
      input: { interaction: wroteInPrivate(6, monday("10:30")) }
    } as const
    assert.notInclude(dueOf(...told, writes), "AskHowItWas")
  })

  it("where the fan has said nothing, the handbook says whether they are asked (chatwoot#4003)", () => {
    const silent = [
      receiveComplaint(),
      says("Solve"),
      said(),
      { step: "NoObjection", by: Actor.clock("silence"), at: DateTime.addDuration(monday("09:21"), "72 hours") }
    ] as const
    const askAt = (afterSilence: boolean) => {
      const { state } = standingBy({ ...asking, survey: { ...survey, afterSilence } }, ...silent)
      return state._tag === "Closed" ? state.askAt : assert.fail(state._tag)
    }
    assert.isUndefined(askAt(false))
    assert.deepStrictEqual(askAt(true), DateTime.addDuration(monday("10:21"), "72 hours"))
  })
})

describe("Public reports of canned responses", () => {
  const until = after(24)
  const library = {
    [PreparedAnswer.PreparedAnswerId.make("moon-cakes")]: { owner: mei, until }
  }
  const cites = [PreparedAnswer.PreparedAnswerId.make("moon-cakes")]

  it("one that is outdated is not said again, and says whom to ask (whatdotheyknow-theme#1255, planningalerts#1589)", () => {
    const cited = (at: DateTime.Utc) => PreparedAnswer.citable({ cites }, { library }, at)
    assert.isTrue(Result.isSuccess(cited(after(23))))
    const failure = Result.getOrThrow(Result.flip(cited(until)))
    assert.strictEqual(failure._tag, "PreparedAnswer.Ended")
    assert.include(failure.message, mei)
  })
})
