import { Actor, Answer, AnswerProcess, Due, Refusal, Screening } from "@dualops/core"
import { ProcessLaws, type ProcessSpec } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { DateTime } from "effect"
import {
  account,
  bao,
  cast,
  chen,
  confirm,
  escalate,
  find,
  given,
  giveUp,
  hide,
  kai,
  leave,
  lookAgain,
  loseSight,
  mei,
  monday,
  notSeen,
  out,
  passOn,
  post,
  receive,
  refuse,
  remind,
  say,
  seeHidden,
  settings,
  standing,
  stillShown,
  text,
  timeOut,
  wrote
} from "./AnswerCast.ts"

ProcessLaws.suite("Answer", AnswerProcess, cast)

const sent = [receive(), say(chen)]
const lost = [...sent, loseSight()]
const lookedOften = [
  ...lost,
  notSeen(monday("09:13")),
  lookAgain(monday("09:15")),
  notSeen(monday("09:16")),
  lookAgain(monday("09:18")),
  notSeen(monday("09:19"))
]
const reminder = (state: string) => ({
  to: bao,
  message: {
    zh: `粉丝留言「the case」停在「${state}」，还没有得到答复。`,
    en: `What a fan wrote, the case, is still ${state}: nobody has answered it.`
  }
})
const notSayable = (words: string) =>
  new Answer.NotSayable({ findings: Screening.ofReplies(settings.rules).screen({ text: words, pictures: [] }) })

describe("What a fan wrote is answered", () => {
  it("it waits for somebody, from when it came in", () => {
    given().when(receive()).thenStands("Waiting", { account, interaction: wrote() }).thenAsks({})
  })

  it("a comment is answered under the comment, a mention under the fan's own post", () => {
    const request = { account, post, text }
    given(receive())
      .when(say(chen))
      .thenStands("Sending", { by: [chen], since: monday("09:10") })
      .thenAsks({ reply: { ...request, comment: wrote().id } })
    given(receive("mention")).when(say(chen)).thenAsks({ reply: request })
    given(receive("repost")).when(say(chen)).thenAsks({ reply: request })
    given(receive("mention in a comment"))
      .when(say(chen))
      .thenAsks({ reply: { ...request, comment: wrote().id } })
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
      "The content rules forbid it: The text has a word that the brand does not allow."
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

describe("An answer is lost on the way", () => {
  it("what is refused has failed, and may be said anew, otherwise or by somebody else", () => {
    given(...sent)
      .when(refuse())
      .thenStands("Failed", { code: "20206", detail: "the author restricts comments" })
      .thenAsks({})
    given(...sent, refuse())
      .when(say(mei, text, monday("09:20")))
      .thenStands("Sending", { by: [mei], since: monday("09:20") })
  })

  it("what may be out is looked for, not sent again", () => {
    const looks = { look: { account, post, comment: wrote().id, text, since: monday("09:10") } }
    given(...sent)
      .when(loseSight())
      .thenStands("Unconfirmed", { looked: 0, detail: "the line broke" })
      .thenAsks(looks)
    given(...sent)
      .when(timeOut())
      .thenStands("Unconfirmed", { looked: 0 })
      .thenAsks(looks)
    given(...lost, notSeen())
      .when(lookAgain())
      .thenStands("Unconfirmed", { looked: 1, nextLook: undefined })
      .thenAsks(looks)
  })

  it("it is looked for as often as the handbook says, and then a person decides", () => {
    given(...lost)
      .when(notSeen())
      .thenStands("Unconfirmed", { looked: 1, nextLook: monday("09:15") })
    given(...lookedOften.slice(0, -1))
      .when(notSeen(monday("09:19")))
      .thenStands("Unconfirmed", { looked: 3, nextLook: undefined })
    given(...lost)
      .when(giveUp(chen))
      .thenRefused(new Answer.StillLooking({ looked: 0, times: 3 }))
    given(...lookedOften)
      .when(giveUp(chen))
      .thenStands("Failed", { code: "not-found" })
  })

  it("whoever sees it with their own eyes says so, at any time", () => {
    given(...lost)
      .when(find(chen))
      .thenStands("Answered", { reply: out })
  })

  it("that it is out is believed also when it is heard late", () => {
    given(...lost)
      .when(confirm())
      .thenStands("Answered")
    given(...lookedOften, giveUp(chen))
      .when(confirm(monday("09:40")))
      .thenStands("Answered", { reply: out, code: undefined })
  })

  it("what has failed or is nowhere to be seen is brought to the lead's mind, again and again", () => {
    const failed = [...sent, refuse()]
    given(...failed)
      .when(remind())
      .thenStands("Failed")
      .thenAsks({ tell: reminder("Failed") })
    given(...lookedOften)
      .when(remind())
      .thenStands("Unconfirmed")
      .thenAsks({ tell: reminder("Unconfirmed") })
  })
})

describe("The promise to the fan", () => {
  it("counts from when it came in until it is answered, whatever happens between, and tells the lead when its time is up", () => {
    for (const [deeds, state] of [
      [[receive()], "Waiting"],
      [sent, "Sending"],
      [lost, "Unconfirmed"],
      [[...sent, refuse()], "Failed"],
      [[receive(), hide(mei)], "Hiding"]
    ] as const) {
      given(...deeds)
        .when(escalate())
        .thenStands(state)
        .thenAsks({ tell: reminder(state) })
    }
  })

  it("is not put off by attempts, and begins anew only when its time was up", () => {
    const dueAfter = (...deeds: ReadonlyArray<ProcessSpec.Deed<typeof AnswerProcess>>) => {
      const all = Due.due(AnswerProcess, standing(...deeds), settings, (from, { time }) =>
        DateTime.addDuration(from, time)
      )
      return all.find(({ fires }) => fires === "Escalate")?.at
    }
    assertEquals(dueAfter(receive()), monday("11:00"))
    assertEquals(dueAfter(...sent, refuse(), say(mei, text, monday("09:20"))), monday("11:00"))
    assertEquals(dueAfter(receive(), hide(mei), stillShown()), monday("11:00"))
    assertEquals(dueAfter(receive(), escalate()), monday("13:00"))
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
