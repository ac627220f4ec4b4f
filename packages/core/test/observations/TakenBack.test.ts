/** Observations that are taken back by others: what is counted and read of a kind is what stands. */
import { MemoryObservationStore } from "@dualops/adapter-memory"
import { AccountId, FanId } from "@dualops/core/account"
import { CodeRedeemed } from "@dualops/core/codes"
import { ObservationPage, ObservationRow, Observations } from "@dualops/core/observations"
import { SampleCodes } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect } from "effect"
import * as fc from "fast-check"
import * as Sightings from "../../src/practices/win-back/Sightings.ts"

const at = DateTime.makeUnsafe("2026-06-01T00:00:00Z")
const later = (minutes: number) => DateTime.add(at, { minutes })
/** Some names stand in the keys of what they redeemed: such a key is kept as its digest. */
const fanOf = (number: number) => FanId.make(`${number % 3}`)
const keyOf = (number: number) => {
  const key = `spring codes/${number}`
  return key.includes(fanOf(number)) ? ObservationRow.digest(key) : key
}

/** A redemption each minute but for every third, which comes in the same one as that before; some are given back, a day later. */
const redeemed = (account: AccountId, count: number, isBack: (number: number) => boolean) =>
  Effect.gen(function* () {
    const terms = { ...SampleCodes.terms(at), account }
    for (let number = 0; number < count; number++) {
      const one = { number, till: "shop", turn: 1, at: later(number - (number % 3 === 2 ? 1 : 0)) }
      yield* Observations.record(CodeRedeemed.kind, [CodeRedeemed.of(terms, { ...one, fan: fanOf(number) })])
      if (!isBack(number)) continue
      const back = { at: later(24 * 60) }
      yield* Observations.record(CodeRedeemed.back, [CodeRedeemed.backOf(terms, { ...one, back })])
    }
  })

describe("What was taken back", () => {
  it("is neither counted nor read, in whatever pages, and everything else is, once", () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.boolean(), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom("oldest" as const, "newest" as const),
        fc.option(fc.nat(2), { nil: undefined }),
        fc.option(fc.constant(CodeRedeemed.tags.series(SampleCodes.terms(at).series)), { nil: undefined }),
        (backs, limit, order, person, tag) =>
          Effect.gen(function* () {
            const account = AccountId.make("1234567890")
            yield* redeemed(account, backs.length, (number) => backs[number] === true)
            const seen: Array<string> = []
            const of = { ...(person !== undefined && { person: fanOf(person) }), ...(tag !== undefined && { tag }) }
            const asked = { account, order, limit, ...of }
            yield* Observations.each(CodeRedeemed.kind, asked, ({ observations }) => {
              assert.isAtMost(observations.length, limit)
              seen.push(...observations.map(({ key }) => key))
            })
            const stands = backs.flatMap((isBack, number) => (isBack ? [] : [number]))
            const mine = stands.filter((number) => person === undefined || fanOf(number) === fanOf(person))
            const keys = mine.map(keyOf)
            assert.sameMembers(seen, keys)
            const first = yield* ObservationPage.read(CodeRedeemed.kind, asked)
            assert.lengthOf(first, Math.min(limit, mine.length))
            const edges = [at, later(20), later(50)]
            const counts = yield* Observations.count(CodeRedeemed.kind, { account }, edges)
            assert.strictEqual(
              counts.reduce((sum, one) => sum + one, 0),
              stands.length
            )
            let sighted = 0
            yield* Sightings.between(account, { from: at, until: later(backs.length) }, () => void sighted++)
            // Who gives a code back was there all the same.
            assert.strictEqual(sighted, backs.length)
          }).pipe(Effect.provide(MemoryObservationStore.layer), Effect.runPromise)
      ),
      { numRuns: 60 }
    ))

  it.effect("is forgotten with what takes it back, and no count falls below nothing", () =>
    Effect.gen(function* () {
      const account = AccountId.make("1234567890")
      yield* redeemed(account, 30, (number) => number < 25)
      assert.strictEqual(yield* Observations.forget(CodeRedeemed.kind, account, later(20)), 21)
      const edges = [at, later(60)]
      assert.deepStrictEqual(yield* Observations.count(CodeRedeemed.kind, { account }, edges), [5])
      assert.deepStrictEqual(yield* Observations.count(CodeRedeemed.back, { account }, edges), [4])
    }).pipe(Effect.provide(MemoryObservationStore.layer))
  )
})
