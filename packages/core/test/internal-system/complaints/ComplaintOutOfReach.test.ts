import { Actor, Case } from "@dualops/core"
import { ComplaintOutOfReach } from "@dualops/core/complaints"
import { PrivateAnswer } from "@dualops/core/private-messages"
import { describe, it } from "@effect/vitest"
import { DateTime } from "effect"
import { account, chen, given, monday, receive, said, says, wrote, wroteInPrivate } from "./ComplaintCast.ts"

const inPrivate = wroteInPrivate()
const since = DateTime.addDuration(monday("08:58"), "48 hours")
const late = DateTime.addDuration(since, "1 hour")
const text = "退款已办好。"

const heardInPrivate = {
  step: "Receive",
  by: Actor.world,
  at: monday("09:00"),
  input: { account, interaction: inPrivate }
} as const
const writesInPrivate = {
  step: "FanWrites",
  by: Actor.world,
  at: monday("09:05"),
  input: { interaction: inPrivate }
} as const
const asksInPublic = {
  step: "AskInPublic",
  by: Actor.person(chen),
  at: late,
  input: { text: "请再私信我们一次。" }
} as const

describe("A complaint that is heard in private", () => {
  it("is answered in private", () => {
    given(heardInPrivate)
      .when(says("Solve", text))
      .thenStands("Telling", { text })
      .thenAsks({ replyInPrivate: { input: { account, interaction: inPrivate, text }, by: Actor.person(chen) } })
  })

  it("is answered where the fan wrote last: in private, or in public", () => {
    given(receive(), writesInPrivate)
      .when(says("Reply", text))
      .thenStands("Replying", { latest: inPrivate, place: wrote() })
      .thenAsks({ replyInPrivate: { input: { account, interaction: inPrivate, text }, by: Actor.person(chen) } })
  })

  it("is not answered in vain: after 48 hours whoever tries is told what remains", () => {
    for (const step of ["Reply", "Ask", "Solve"] as const)
      given(heardInPrivate)
        .when(says(step, text, late))
        .thenRefused(new PrivateAnswer.WindowOver({ since }))
  })

  it("asks the fan in public to write again, where the fan had written in public, and waits for them", () => {
    given(receive(), writesInPrivate)
      .when(asksInPublic)
      .thenStands("Asking", { about: inPrivate.id })
      .thenAsks({
        reply: { input: { account, interaction: wrote(), text: "请再私信我们一次。" }, by: Actor.person(chen) }
      })
    given(receive(), writesInPrivate, asksInPublic)
      .when(said("请再私信我们一次。", 1, DateTime.addDuration(late, "1 minute")))
      .thenStands("WaitingForFan")
    given(heardInPrivate).when(asksInPublic).thenRefused(new ComplaintOutOfReach.NoPublicPlace())
    given(receive())
      .when({ ...asksInPublic, at: monday("09:30") })
      .thenRefused(new ComplaintOutOfReach.StillInReach())
  })

  it("is told of elsewhere where it cannot be told here, and only there", () => {
    const told = "客服已电话告知退款。"
    const tells = { step: "TellElsewhere", by: Actor.person(chen), at: late, input: { told } } as const
    given(heardInPrivate).when(tells).thenStands("Proposed", { told })
    given(heardInPrivate)
      .when({ ...tells, at: monday("10:00") })
      .thenRefused(new ComplaintOutOfReach.StillInReach())
  })

  it("hears where what was said did not go out in time, and waits for a word again", () => {
    given(heardInPrivate, says("Solve", text))
      .when({
        step: "NotInTime",
        by: Actor.child("replyInPrivate", Case.CaseId.make("the answer"), "OutOfReach"),
        at: late
      })
      .thenStands("Open")
  })
})
