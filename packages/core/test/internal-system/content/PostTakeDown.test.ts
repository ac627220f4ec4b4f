import { Actor, AtMostOnce, Refusal } from "@dualops/core/process"
import { describe, it } from "@effect/vitest"
import { account, bao, confirm, type Deed, given, id, lin, monday, publish, scheduled, tuesday } from "./PostCast.ts"

const out = [...scheduled, publish(), confirm()]
const reason = "The price is wrong."
const place = { account, post: id }

const takeDown = (who = bao, at = monday("21:00")): Deed<"TakeDown"> => ({
  step: "TakeDown",
  by: Actor.person(who),
  at,
  input: { reason }
})
const seeGone = (at = monday("21:01")): Deed<"SeeGone"> => ({ step: "SeeGone", by: Actor.world, at })
const keepUp = (at = monday("21:01")): Deed<"KeepUp"> => ({
  step: "KeepUp",
  by: Actor.world,
  at,
  input: { code: "10014", detail: "not permitted" }
})
const loseTrack = (at = monday("21:01")): Deed<"LoseTrack"> => ({
  step: "LoseTrack",
  by: Actor.world,
  at,
  input: { detail: "the line broke" }
})
const stillSeen = (at: ReturnType<typeof monday>): Deed<"StillSeen"> => ({
  step: "StillSeen",
  by: Actor.world,
  at,
  input: { detail: "the account still shows it" }
})
const looked = ["21:03", "21:05", "21:07"].map((time) => stillSeen(monday(time)))
const leaveOut = (at = monday("22:00")): Deed<"LeaveOut"> => ({ step: "LeaveOut", by: Actor.person(bao), at })
const findStanding = (at = monday("21:30")): Deed<"FindStanding"> => ({
  step: "FindStanding",
  by: Actor.person(bao),
  at
})
const findGone = (at = monday("22:00")): Deed<"FindGone"> => ({ step: "FindGone", by: Actor.person(bao), at })
const stillLooking = (times: number) => new AtMostOnce.StillLooking({ looked: times, times: 3 })

describe("A post that is out is taken down", () => {
  it("by whoever may, for a reason, with one request", () => {
    given(...out)
      .when(takeDown())
      .thenStands("TakingDown", { reason, since: monday("21:00") })
      .thenAsks({ takeDown: place })
  })

  it("by nobody else, its author among them", () => {
    const needs = { step: "TakeDown", by: Actor.person(lin), needs: "content.takeDown" } as const
    given(...out)
      .when(takeDown(lin))
      .thenRefused(new Refusal.NotPermitted(needs))
  })

  it("and nothing can happen to it any more when it is gone", () => {
    const gone = [...out, takeDown(), seeGone()]
    given(...out, takeDown())
      .when(seeGone())
      .thenStands("TakenDown", { reason })
    given(...gone)
      .when(takeDown(bao, monday("22:00")))
      .thenRefused(new Refusal.OutOfOrder({ step: "TakeDown", state: "TakenDown" }))
  })

  it("or stands there still, if that was refused: a person decides, is reminded, and may try it again", () => {
    given(...out, takeDown())
      .when(keepUp())
      .thenStands("StillOut", { code: "10014", reason })
    given(...out, takeDown(), keepUp())
      .when({ step: "Remind", by: Actor.clock("attention"), at: monday("23:01") })
      .thenStands("StillOut")
    given(...out, takeDown(), keepUp())
      .when(takeDown(bao, monday("22:00")))
      .thenAsks({ takeDown: place })
    given(...out, takeDown(), keepUp())
      .when(leaveOut())
      .thenStands("Published", { post: id })
    given(...out, takeDown(), keepUp())
      .when(findGone())
      .thenStands("TakenDown")
  })
})

describe("When nobody knows whether a post is gone", () => {
  const lost = [...out, takeDown(), loseTrack()]

  it("it is looked for, and not taken down a second time", () => {
    given(...out, takeDown())
      .when(loseTrack())
      .thenStands("MaybeGone", { looked: 0 })
      .thenAsks({ lookWhetherGone: { ...place, since: monday("21:00") } })
    const nothing = { step: "HearNothing", by: Actor.clock("answer"), at: monday("21:05") } as const
    given(...out, takeDown())
      .when(nothing)
      .thenStands("MaybeGone")
      .thenAsks({ lookWhetherGone: { ...place, since: monday("21:00") } })
    given(...lost)
      .when(takeDown(bao, monday("21:02")))
      .thenRefused(new Refusal.OutOfOrder({ step: "TakeDown", state: "MaybeGone" }))
    given(...lost)
      .when(findStanding(monday("21:02")))
      .thenRefused(stillLooking(0))
  })

  it("it is looked for a few times, and gone when one look does not see it any more", () => {
    given(...lost)
      .when(stillSeen(monday("21:03")))
      .thenStands("MaybeGone", { looked: 1, nextLook: monday("21:05") })
    const again = { step: "SeekAgain", by: Actor.clock("nextSeek"), at: monday("21:05") } as const
    given(...lost, stillSeen(monday("21:03")))
      .when(again)
      .thenAsks({ lookWhetherGone: { ...place, since: monday("21:00") } })
    given(...lost, stillSeen(monday("21:03")))
      .when(seeGone(monday("21:05")))
      .thenStands("TakenDown")
  })

  it("and it was seen as often as the handbook says, a person says that it stands, and leaves it or tries again", () => {
    const standing = [...lost, ...looked, findStanding()]
    const again = takeDown(bao, monday("22:00"))
    given(...lost, ...looked)
      .when(findStanding())
      .thenStands("StillOut", { earlier: monday("21:00"), reason })
    given(...standing)
      .when(again)
      .thenAsks({ takeDown: { ...place, earlier: monday("21:00") } })
    given(...standing)
      .when(leaveOut())
      .thenStands("Published", { earlier: monday("21:00") })
    given(...standing, leaveOut(monday("21:40")))
      .when(again)
      .thenAsks({ takeDown: { ...place, earlier: monday("21:00") } })
    given(...lost, ...looked)
      .when(findGone())
      .thenStands("TakenDown")
  })
})

describe("A post that has been out for thirty days", () => {
  it("is archived, and is no task any more", () => {
    const archive = { step: "Archive", by: Actor.clock("atHand"), at: tuesday("20:00") } as const
    given(...out)
      .when(archive)
      .thenStands("Archived", { post: id })
  })
})
