import { AtMostOnce } from "@dualops/core/process"
import { describe, it } from "@effect/vitest"
import {
  account,
  chen,
  confirm,
  find,
  given,
  giveUp,
  lookAgain,
  loseSight,
  lost,
  mei,
  monday,
  notSeen,
  out,
  post,
  refuse,
  remind,
  reminder,
  say,
  sent,
  text,
  timeOut,
  wrote
} from "./AnswerCast.ts"

const lookedOften = [
  ...lost,
  notSeen(monday("09:13")),
  lookAgain(monday("09:15")),
  notSeen(monday("09:16")),
  lookAgain(monday("09:18"), 2),
  notSeen(monday("09:19"))
]

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
    const looks = { look: { account, post, comment: wrote().id, text, by: chen, since: monday("09:10") } }
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
      .thenRefused(new AtMostOnce.StillLooking({ looked: 0, times: 3 }))
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
      .thenStands("Answered", { reply: out })
  })

  it("what has failed or is nowhere to be seen is brought to the lead's mind, again and again", () => {
    const failed = [...sent, refuse()]
    given(...failed)
      .when(remind())
      .thenStands("Failed")
      .thenAsks({ notify: reminder("Failed") })
    given(...lookedOften)
      .when(remind())
      .thenStands("Unconfirmed")
      .thenAsks({ notify: reminder("Unconfirmed") })
  })
})
