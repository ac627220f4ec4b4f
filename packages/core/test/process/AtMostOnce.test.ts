import { Actor, Process, Soundness } from "@dualops/core"
import { AtMostOnce, Face } from "@dualops/core/process"
import { ProcessLaws, type ProcessSpec } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { Duration, Result, Schema } from "effect"
import { at, cast, given, Parcel, settings, shipping } from "./Parcel.ts"

type Deed<S extends Process.StepOf<typeof Parcel>> = ProcessSpec.Deed<typeof Parcel, S>

const ann = Actor.person("ann")
const send = (time = "10:00"): Deed<"Send"> => ({ step: "Send", by: ann, at: at(time), input: { to: "lin" } })
const sendAgain = (time = "12:00"): Deed<"SendAgain"> => ({ step: "SendAgain", by: ann, at: at(time) })
const confirm = (time: string): Deed<"Confirm"> => ({
  step: "Confirm",
  by: Actor.world,
  at: at(time),
  input: { parcel: "SF1" }
})
const refuse = (time = "10:01"): Deed<"Refuse"> => ({
  step: "Refuse",
  by: Actor.world,
  at: at(time),
  input: { code: "address", detail: "no such place" }
})
const loseSight = (time = "10:01"): Deed<"LoseSight"> => ({
  step: "LoseSight",
  by: Actor.world,
  at: at(time),
  input: { detail: "the line broke" }
})
const notSeen = (time: string): Deed<"NotSeen"> => ({
  step: "NotSeen",
  by: Actor.world,
  at: at(time),
  input: { detail: "not in the list" }
})
const find = (time = "11:00"): Deed<"Find"> => ({ step: "Find", by: ann, at: at(time), input: { parcel: "SF1" } })
const giveUp = (time = "11:00"): Deed<"GiveUp"> => ({ step: "GiveUp", by: ann, at: at(time) })
const lost = [send(), loseSight()]
/** As often as the handbook says. */
const lookedFor = [...lost, ...["10:02", "10:04", "10:06"].map(notSeen)]

ProcessLaws.suite("Parcel, a process with a delivery", Parcel, cast)

describe("What must not be done twice", () => {
  it("is sent with one request, and done when the world says so", () => {
    given()
      .when(send())
      .thenStands("Sending", { to: "lin", since: at("10:00") })
      .thenAsks({ send: { to: "lin" } })
    given(send()).when(confirm("10:01")).thenStands("Done", { to: "lin", parcel: "SF1" }).thenAsks({})
  })

  it("is carried by an action that is never repeated, and looked for by one that may be", () => {
    const { look, send } = Parcel.actions
    assert.deepStrictEqual([send?.name, send?.repeatable], ["Ship", false])
    assert.deepStrictEqual([look?.name, look?.repeatable], ["Track", true])
  })

  it("belongs to the case that says first that it is its own", () => {
    const facts = { parcel: "SF1" }
    for (const step of ["Confirm", "Find"] as const) {
      assert.strictEqual(Process.belonging(Parcel, { step, facts }), "parcel SF1")
    }
  })

  it("has failed when it was refused, and may be sent again at once", () => {
    given(send()).when(refuse()).thenStands("Failed", { code: "address", detail: "no such place", earlier: undefined })
    given(send(), refuse())
      .when(sendAgain())
      .thenAsks({ send: { to: "lin" } })
  })

  it("is sound, and called what its states are called", () => {
    assert.deepStrictEqual(Soundness.check(Parcel), [])
    assert.deepStrictEqual(
      ["Sending", "Unconfirmed", "Failed", "Done"].map((state) => Face.state(Parcel, state).zh),
      ["寄送中", "是否已寄出不明", "未寄出", "已寄出"]
    )
    assert.deepStrictEqual(
      ["Confirm", "Refuse", "Find", "GiveUp"].map((step) => Face.step(Parcel, step).en),
      ["hear that it is sent", "hear that it is not sent", "confirm that it is sent", "confirm that it is not sent"]
    )
  })
})

describe("While nobody knows whether it was done", () => {
  const look = { look: { to: "lin", since: at("10:00") } }

  it("what was sent is looked for from when it was sent, also when no answer came at all", () => {
    given(send())
      .when(loseSight())
      .thenStands("Unconfirmed", { since: at("10:00"), detail: "the line broke", looked: 0 })
      .thenAsks(look)
    given(send())
      .when({ step: "TimeOut", by: Actor.clock("patience"), at: at("10:05") })
      .thenStands("Unconfirmed", { detail: "no answer came in time", looked: 0 })
      .thenAsks(look)
  })

  it("what was not seen is looked for again after a while, and after the last look no more", () => {
    given(...lost)
      .when(notSeen("10:02"))
      .thenStands("Unconfirmed", { looked: 1, nextLook: at("10:04"), detail: "not in the list" })
    given(...lost, notSeen("10:02"))
      .when({ step: "LookAgain", by: Actor.clock("nextLook"), at: at("10:04") })
      .thenStands("Unconfirmed", { looked: 1, nextLook: undefined })
      .thenAsks(look)
    given(...lost, notSeen("10:02"), notSeen("10:04"))
      .when(notSeen("10:06"))
      .thenStands("Unconfirmed", { looked: 3, nextLook: undefined })
  })

  it("nobody gives it up before the last look", () => {
    given(...lost, notSeen("10:02"), notSeen("10:04"))
      .when(giveUp())
      .thenRefused(new AtMostOnce.StillLooking({ looked: 2, times: 3 }))
    given(...lookedFor)
      .when(giveUp())
      .thenStands("Failed", { code: "not-found", detail: "not in the list", earlier: at("10:00") })
  })

  it("a person who has seen it says so, also of what was given up or refused", () => {
    given(...lost)
      .when(find())
      .thenStands("Done", { parcel: "SF1" })
    for (const before of [
      [...lookedFor, giveUp()],
      [send(), refuse()]
    ]) {
      given(...before)
        .when(find())
        .thenStands("Done", { parcel: "SF1" })
    }
  })

  it("an outcome that comes after the clock lost patience is taken in", () => {
    const late = [send(), { step: "TimeOut", by: Actor.clock("patience"), at: at("10:05") } as const]
    given(...late)
      .when(confirm("10:06"))
      .thenStands("Done")
    given(...late)
      .when(refuse("10:06"))
      .thenStands("Failed", { code: "address" })
  })
})

describe("What was given up may still come", () => {
  const again = [...lookedFor, giveUp(), sendAgain()]

  it("whatever sends it again says since when, and it is looked for from then on", () => {
    given(...lookedFor, giveUp())
      .when(sendAgain())
      .thenStands("Sending", { since: at("12:00"), earlier: at("10:00") })
      .thenAsks({ send: { to: "lin", earlier: at("10:00") } })
    given(...again)
      .when(loseSight("12:01"))
      .thenAsks({ look: { to: "lin", since: at("10:00") } })
    given(...again, loseSight("12:01"), ...["12:02", "12:04", "12:06"].map(notSeen))
      .when(giveUp("13:00"))
      .thenStands("Failed", { earlier: at("10:00") })
  })

  it("a late word that it was done is taken in, and then no attempt is on its way any more", () => {
    given(...lookedFor, giveUp())
      .when(confirm("11:30"))
      .thenStands("Done", { parcel: "SF1" })
  })

  it("where no attempt is on its way, what was done must be something else", () => {
    given(send(), refuse())
      .when(confirm("10:02"))
      .thenRefused(new AtMostOnce.NotThisOne({ state: "Failed" }))
  })
})

describe("A handbook says how often it is looked for", () => {
  const read = Schema.decodeUnknownResult(Schema.Struct(AtMostOnce.policy))
  const policy = (times: number, every = "2 minutes") => ({ patience: "5 minutes", looks: { every, times } })
  it("once to a hundred times, with a pause between", () => {
    const { looks, patience } = settings
    assertEquals(read(policy(3)), Result.succeed({ patience, looks }))
    for (const times of [1, 100]) assert.isTrue(Result.isSuccess(read(policy(times))))
    for (const times of [0, 101, 1.5]) assert.isTrue(Result.isFailure(read(policy(times))))
    assert.isTrue(Result.isFailure(read(policy(3, "0 minutes"))))
  })

  it("and how long an answer is waited for", () => {
    const { patience } = shipping.deadlines
    const state = { _tag: "Sending", to: "lin", since: at("10:00") } as const
    assertEquals(patience.within?.(settings, state), { time: Duration.minutes(5), calendar: "always" })
  })
})
