import { AtMostOnce } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { DateTime, Duration, Result, Schema } from "effect"

const since = DateTime.makeUnsafe("2026-06-01T02:00:00Z")
const at = DateTime.makeUnsafe("2026-06-01T02:05:00Z")
const settings = { looks: { every: Duration.minutes(2), times: 3 } }
const sent = { _tag: "Sending", text: "明天见", since }
const unconfirmed = AtMostOnce.lost(sent, "the line broke")

describe("What may have come about", () => {
  it("is looked for from when it was sent, and keeps what it was", () => {
    assertEquals<unknown>(unconfirmed, {
      _tag: "Unconfirmed",
      text: "明天见",
      since,
      detail: "the line broke",
      looked: 0
    })
    assertEquals(AtMostOnce.firstSent(unconfirmed), since)
  })

  it("is looked for from the first attempt, if that was given up", () => {
    const earlier = DateTime.makeUnsafe("2026-05-31T02:00:00Z")
    assertEquals(AtMostOnce.firstSent({ ...unconfirmed, earlier }), earlier)
  })

  it.each([
    { looked: 0, next: "2026-06-01T02:07:00Z" },
    { looked: 1, next: "2026-06-01T02:07:00Z" },
    { looked: 2, next: undefined }
  ])("is looked for once more after $looked looks: $next", ({ looked, next }) => {
    const told = { detail: "not seen" }
    const facts = AtMostOnce.notSeen.decide({ ...unconfirmed, looked }, told, { at, settings })
    assertEquals<unknown>(
      facts,
      Result.succeed(next === undefined ? told : { ...told, nextLook: DateTime.makeUnsafe(next) })
    )
  })

  it("counts its looks, and forgets when the next was to be", () => {
    const waiting = AtMostOnce.lookedOnceMore(unconfirmed, { detail: "not seen", nextLook: at })
    assertEquals<unknown>(waiting, { ...unconfirmed, detail: "not seen", nextLook: at, looked: 1 })
    assertEquals<unknown>(AtMostOnce.looking(waiting), { ...unconfirmed, detail: "not seen", looked: 1 })
    assertEquals<unknown>(AtMostOnce.lookedOnceMore(waiting, { detail: "not seen" }), {
      ...unconfirmed,
      detail: "not seen",
      looked: 2
    })
  })

  it("is not given up before the last look", () => {
    const refusal = (looked: number) => AtMostOnce.stillLooking({ ...unconfirmed, looked }, { at, settings })
    assertEquals(refusal(2), new AtMostOnce.StillLooking({ looked: 2, times: 3 }))
    assert.isUndefined(refusal(3))
    assert.isUndefined(refusal(4))
  })
})

describe("A handbook says how often it is looked for", () => {
  const read = Schema.decodeUnknownResult(Schema.Struct(AtMostOnce.policy))
  const policy = (times: number, every = "2 minutes") => ({ patience: "1 minute", looks: { every, times } })
  it("once to a hundred times, with a pause between", () => {
    assertEquals(read(policy(3)), Result.succeed({ patience: Duration.minutes(1), ...settings }))
    for (const times of [1, 100]) assert.isTrue(Result.isSuccess(read(policy(times))))
    for (const times of [0, 101, 1.5]) assert.isTrue(Result.isFailure(read(policy(times))))
    assert.isTrue(Result.isFailure(read(policy(3, "0 minutes"))))
  })
})

describe("What is known of an attempt survives a store", () => {
  it("when it was sent, how often it was looked for, and an earlier one", () => {
    const Known = Schema.Struct({ ...AtMostOnce.unconfirmed, ...AtMostOnce.givenUp })
    const json = Schema.fromJsonString(Schema.toCodecJson(Known))
    const known = { since, detail: "not seen", looked: 2, nextLook: at, earlier: since }
    assertEquals(Schema.decodeSync(json)(Schema.encodeSync(json)(known)), known)
    assertEquals<unknown>(AtMostOnce.sent.since, Known.fields.since)
  })
})
