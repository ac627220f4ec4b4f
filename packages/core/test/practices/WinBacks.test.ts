import { MemoryInvitations, MemoryMembers } from "@dualops/adapter-memory"
import { Holdout, OptOut } from "@dualops/core/members"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect } from "effect"
import { TestClock } from "effect/testing"
import * as fc from "fast-check"
import { account, begin, begun, embargo } from "./InvitationCast.ts"
import {
  approved,
  carry,
  complains,
  days,
  dead,
  fans,
  house,
  propose,
  reached,
  send,
  settings,
  stateOf,
  wrote
} from "./WinBackCast.ts"

const heldOut = (wave: string) => fans.filter((fan) => Holdout.has(wave, fan, settings.holdout))

describe("A wave", () => {
  it.effect("reaches everybody of its audience but the holdout, the dead, and who has opted out or complained", () =>
    house(
      Effect.gen(function* () {
        const [out, angry, back] = fans.filter((fan) => !heldOut("spring").includes(fan))
        if (!out || !angry || !back) return assert.fail("there are three")
        yield* OptOut.take({ account, fan: out, source: "message" })
        yield* complains(angry)
        yield* wrote(back, 3)
        yield* approved("spring")
        yield* carry
        const spared = [out, angry, back, dead, ...heldOut("spring")]
        assert.deepStrictEqual(new Set(yield* reached), new Set(fans.filter((fan) => !spared.includes(fan))))
        assert.deepInclude(yield* stateOf("spring"), { _tag: "Sent", sent: fans.length - 3 - heldOut("spring").length })
      })
    )
  )

  it.effect("is for those who did a thing, or came by a source, and for nobody else", () =>
    house(
      Effect.gen(function* () {
        const [asked] = fans.filter((fan) => !heldOut("questions").includes(fan))
        if (!asked) return assert.fail("there is one")
        yield* wrote(asked, 200, "question")
        yield* approved("questions", { stages: ["asleep"], sources: ["organic"], did: ["asked"] })
        yield* approved("events", { stages: ["asleep"], sources: ["event"] })
        yield* carry
        assert.deepStrictEqual(yield* reached, [asked])
      })
    )
  )

  it.effect("is held by an embargo, and goes on by a person afterwards", () =>
    house(
      Effect.gen(function* () {
        yield* propose("spring")
        yield* embargo("Impose", {
          account,
          reason: "全国哀悼日",
          until: DateTime.add(begin, { days: 1 }),
          mayPublish: []
        })
        assert.strictEqual((yield* Effect.flip(send("spring", "Approve")))._tag, "Process.Suspended")
        yield* embargo("Lift", { note: "" })
        yield* send("spring", "Approve")
        yield* carry
        assert.deepInclude(yield* stateOf("spring"), { _tag: "Sent" })
      })
    )
  )

  it.effect("is compared with whoever was left out, when it was watched for long enough", () =>
    house(
      Effect.gen(function* () {
        yield* approved("spring")
        yield* carry
        for (const fan of (yield* reached).slice(0, 60)) yield* wrote(fan, -3)
        // Who comes back later than that is not counted.
        for (const fan of (yield* reached).slice(60, 70)) yield* wrote(fan, -20)
        for (const fan of heldOut("spring").slice(0, 2)) yield* wrote(fan, -3)
        yield* days(15)
        yield* carry
        const left = heldOut("spring").length
        assert.deepInclude(yield* stateOf("spring"), {
          _tag: "Compared",
          counts: { written: 200 - left, writtenBack: 60, heldOut: left, heldOutBack: 2, erased: 0 }
        })
      })
    )
  )
})

const deed = fc.oneof(
  fc.record({ does: fc.constantFrom("wave" as const, "invitation" as const) }),
  fc.record({ does: fc.constantFrom("optOut" as const, "complain" as const), who: fc.nat({ max: 11 }) }),
  fc.record({ does: fc.constant("carry" as const) }),
  fc.record({ does: fc.constant("days" as const), count: fc.integer({ min: 1, max: 20 }) })
)

/** Everything that is done, and what had arrived when it was. */
const lived = Effect.fnUntraced(function* (
  deeds: ReadonlyArray<typeof deed extends fc.Arbitrary<infer D> ? D : never>
) {
  const { members } = yield* MemoryMembers.MemoryMembership
  for (const fan of fans.slice(12)) members.delete(fan)
  const { arrived } = yield* MemoryInvitations.MemoryPost
  const silent: Array<{ readonly fan: string; readonly from: number }> = []
  const times: Array<number> = []
  let [waves, today] = [0, 0]
  const deliver = Effect.gen(function* () {
    yield* carry
    while (times.length < arrived.length) times.push(today)
  })
  for (const one of deeds) {
    if (one.does === "carry") yield* deliver
    if (one.does === "wave")
      yield* approved(`wave ${waves++}`).pipe(Effect.catchTag("InvitationCampaign.BadEnd", () => Effect.void))
    if (one.does === "invitation" && today < 3) yield* begun(`invitation ${waves++}`)
    if (one.does === "days") {
      today += one.count
      yield* days(today)
    }
    if (one.does === "optOut" || one.does === "complain") {
      const fan = fans[one.who] ?? dead
      if (!silent.some((other) => other.fan === fan && one.does === "complain")) {
        silent.push({ fan, from: arrived.length })
        yield* one.does === "optOut" ? OptOut.take({ account, fan, source: "message" }) : Effect.ignore(complains(fan))
      }
    }
  }
  yield* deliver
  return { arrived, silent, times }
})

describe("Waves and invitations in any order", () => {
  it.effect("keep the cap over both, write to nobody of a holdout, and to nobody who has opted out", () =>
    Effect.promise(() =>
      fc.assert(
        fc.asyncProperty(fc.array(deed, { maxLength: 14 }), (deeds) =>
          Effect.runPromise(
            house(
              Effect.gen(function* () {
                const { arrived, silent, times } = yield* lived(deeds)
                const letters = arrived.map(({ invitation }, index) => ({
                  fan: invitation.to.fan,
                  wave: invitation.key.split("/")[0] ?? "",
                  index,
                  day: times[index] ?? 0
                }))
                for (const { fan, index, wave, day } of letters) {
                  assert.isFalse(wave.startsWith("wave") && Holdout.has(wave, fan, settings.holdout))
                  const others = letters.filter((one) => one.fan === fan && one.index !== index)
                  assert.isTrue(others.every((one) => Math.abs(one.day - day) >= 30))
                  if (wave.startsWith("wave"))
                    assert.isFalse(silent.some((one) => one.fan === fan && one.from <= index))
                }
              })
            ).pipe(Effect.provide(TestClock.layer()))
          )
        ),
        { numRuns: 25 }
      )
    )
  )
})

describe("A holdout", () => {
  it("is about its share of any audience, and another one in another wave", () => {
    const many = Array.from({ length: 20_000 }, (_, index) => `fan ${index}` as (typeof fans)[number])
    const [one, other] = ["a", "b"].map((wave) => many.filter((fan) => Holdout.has(wave, fan, 0.1)))
    for (const group of [one, other]) assert.closeTo((group?.length ?? 0) / many.length, 0.1, 0.01)
    const both = one?.filter((fan) => other?.includes(fan)).length ?? 0
    assert.closeTo(both / many.length, 0.01, 0.004)
    assert.isFalse(many.some((fan) => Holdout.has("a", fan, 0)))
    assert.isTrue(many.every((fan) => Holdout.has("a", fan, 1)))
  })
})
