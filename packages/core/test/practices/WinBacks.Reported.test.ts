/** What people have reported of other programs that write to customers, tried on ours: the values are theirs, or in their proportion. */
import { MemoryInvitations } from "@dualops/adapter-memory"
import { FanLife, Retention } from "@dualops/core/fans"
import { Holdout, Invitable, OptOut } from "@dualops/core/members"
import { Actions } from "@dualops/core/operations"
import { WinBackOutcome } from "@dualops/core/practices"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Duration, Effect } from "effect"
import { account, begin, begun } from "./InvitationCast.ts"
import { approved, carry, days, embargoed, fans, house, reached, send, settings, stateOf, work } from "./WinBackCast.ts"

const written = (wave: string) => fans.filter((fan) => !Holdout.has(wave, fan, settings.holdout))

describe("A wave", () => {
  it.effect("goes through its audience although a whole page of it has opted out (knadh/listmonk#1931, #2860)", () =>
    house(
      Effect.gen(function* () {
        const out = fans.slice(0, 120)
        for (const fan of out) yield* OptOut.take({ account, fan, source: "message" })
        yield* approved("spring")
        yield* carry
        assert.deepStrictEqual(new Set(yield* reached), new Set(written("spring").filter((fan) => !out.includes(fan))))
        assert.deepInclude(yield* stateOf("spring"), { _tag: "Sent" })
      })
    )
  )
  it.effect(
    "that is halted and resumed writes to nobody twice, and leaves nobody out (knadh/listmonk#2070, #2313, #2591)",
    () =>
      house(
        Effect.gen(function* () {
          yield* approved("spring")
          yield* Actions.carryWaiting(work, 1)
          yield* embargoed("Impose")
          yield* carry
          assert.deepInclude(yield* stateOf("spring"), { _tag: "Halted" })
          yield* embargoed("Lift")
          yield* send("spring", "Resume")
          yield* carry
          const all = yield* reached
          assert.strictEqual(all.length, new Set(all).size)
          assert.deepStrictEqual(new Set(all), new Set(written("spring")))
        })
      )
  )
  it.effect("that meets a throttled server goes on where it was, and is not over before (knadh/listmonk#1802)", () =>
    house(
      Effect.gen(function* () {
        const { fates } = yield* MemoryInvitations.MemoryPost
        fates.push(...Array.from({ length: 3 }, () => ({ end: "TryLater" as const, out: false })))
        yield* approved("spring")
        yield* carry
        for (const day of [1, 2, 3]) {
          yield* days(day)
          yield* carry
        }
        assert.deepStrictEqual(new Set(yield* reached), new Set(written("spring")))
      })
    )
  )
  it.effect("does not write to who opts out while it is under way (mautic/mautic#6405, #3721)", () =>
    house(
      Effect.gen(function* () {
        yield* approved("spring")
        yield* Actions.carryWaiting(work, 1)
        const before = yield* reached
        const late = written("spring").filter((fan) => !before.includes(fan))
        for (const fan of late.slice(0, 10)) yield* OptOut.take({ account, fan, source: "link" })
        yield* carry
        const all = yield* reached
        assert.deepStrictEqual(
          late.slice(0, 10).filter((fan) => all.includes(fan)),
          []
        )
      })
    )
  )
  it.effect("counts for the same cap as a campaign of another kind (mautic/mautic#6729)", () =>
    house(
      Effect.gen(function* () {
        yield* begun("invitation")
        yield* carry
        const first = (yield* reached).length
        yield* approved("spring")
        yield* carry
        assert.isAbove(first, 100)
        assert.strictEqual((yield* reached).filter((fan) => fans.includes(fan)).length, fans.length)
      })
    )
  )
  it("leaves out the same fans at every try, and a new fan by the same lot (PostHog/posthog.com#19956)", () => {
    const once = fans.filter((fan) => Holdout.has("spring", fan, 0.2))
    assert.deepStrictEqual(
      fans
        .toReversed()
        .filter((fan) => Holdout.has("spring", fan, 0.2))
        .toReversed(),
      once
    )
  })
})

describe("Who had opted out", () => {
  it("and consents anew may be written to again (mautic/mautic#7721)", () => {
    const [fan] = fans
    if (!fan) return assert.fail("there is one")
    const member = (at: DateTime.Utc) => ({ fan, name: "", segments: [], consent: { given: true, at } })
    const out = { number: 0, what: "optedOut", at: begin } as const
    const terms = { campaign: "spring", cap: 1, within: Duration.days(30) }
    const now = DateTime.add(begin, { days: 3 })
    assert.strictEqual(Invitable.whyNot(member(DateTime.subtract(begin, { days: 1 })), [out], terms, now), "optedOut")
    assert.isUndefined(Invitable.whyNot(member(DateTime.add(begin, { days: 1 })), [out], terms, now))
  })
})

describe("Retention", () => {
  it("of two cohorts, one of 25 % and one of which nobody came back, is not 25 % (PostHog/posthog#30624)", () => {
    const fan = (first: number, back: boolean) => ({ days: back ? [first, first + 1] : [first] })
    const [one, none] = [[0, 1, 2, 3].map((index) => fan(10, index === 0)), [0, 1, 2, 3].map(() => fan(11, false))]
    const [, next] = Retention.overall(Retention.of([...one, ...none], { per: "day" }, 20))
    assert.strictEqual(next?.share, 1 / 8)
  })
  it("puts a fan in the cohort in which they were first seen, in whatever order (PostHog/posthog#2368)", () => {
    const seen = (day: number) => ({ fan: "a", day, is: "seen" as const })
    const life = FanLife.of([seen(40), seen(3), seen(39)]).get("a")
    const [cohort, ...others] = Retention.of([life ?? { days: [] }], { per: "day" }, 50)
    assert.strictEqual(cohort?.begins, "1970-01-04")
    assert.deepStrictEqual(others, [])
  })
})

describe("A difference", () => {
  it("that holds nothing as well is no effect, and one of nobody has none (growthbook/growthbook#4498)", () => {
    const counts = { written: 180, writtenBack: 31, heldOut: 20, heldOutBack: 2, erased: 0 }
    assert.strictEqual(WinBackOutcome.of(counts).is, "nothing can be said")
    assert.strictEqual(WinBackOutcome.of({ ...counts, heldOut: 0, heldOutBack: 0 }).is, "nothing can be said")
    assert.isUndefined(WinBackOutcome.of({ ...counts, heldOut: 0, heldOutBack: 0 }).difference.value)
    const large = { written: 1_800, writtenBack: 310, heldOut: 200, heldOutBack: 12, erased: 0 }
    assert.strictEqual(WinBackOutcome.of(large).is, "more")
    assert.strictEqual(
      WinBackOutcome.said(counts).en,
      "of 180 who were written to 31 came back, of 20 who were not 2 did; chance may be all of it, and nothing can be said (-13.4 to 16.7 percentage points)."
    )
  })
})
