/**
 * What every `Redemptions` does; what becomes of a code that is given back stands in the file of its laws.
 *
 * @module
 */
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, type Layer } from "effect"
import * as CodeTerms from "../external-system/codes/CodeTerms.ts"
import type * as Redemption from "../external-system/codes/Redemption.ts"
import { Redemptions } from "../external-system/codes/Redemptions.ts"
import { CaseId } from "../process/CaseId.ts"
import * as RedemptionLaws from "./RedemptionLaws.ts"
import * as SampleCodes from "./SampleCodes.ts"

/** Runs the suite on redemptions of which there are none yet. */
export const suite = <E>(name: string, layer: Layer.Layer<Redemptions, E>): void => {
  const test = (sentence: string, body: Effect.Effect<void, unknown, Redemptions>) =>
    it.live(sentence, () => Effect.provide(body, layer))

  describe(`${name} is a Redemptions`, () => {
    test("redeems a code once, of a thousand that claim it at the same time", once)
    test("gives every claim that is made again the answer that it has got, whatever has happened since", again)
    test("redeems nothing by the key of another claim", otherClaim)
    test("redeems one code, of many that are claimed under one key at the same time", oneKey)
    test("redeems no code before its series begins, from its end on, or of a placement from its withdrawal on", closed)
    test("knows no code of another series, and none that was placed nowhere", unknown)
    test("keeps the terms with the greatest revision, in whatever order they come", revisions)
    test("tells names apart that differ in case, in accents or in blanks behind them", names)
    test("goes through what was redeemed by its numbers, each once, in pages", pages)
    RedemptionLaws.givesBack(test)
  })
}

const now = DateTime.makeUnsafe("2026-06-01T04:00:00Z")
const terms = SampleCodes.terms(now)
const claim = (number: number, key: string, changes: Partial<Redemption.Claim> = {}): Redemption.Claim => ({
  series: terms.series,
  number,
  till: "nanjing-road",
  key,
  at: now,
  ...changes
})
const redeem = (one: Redemption.Claim) => Redemptions.use((redemptions) => redemptions.redeem(one))
const keep = (written: CodeTerms.Terms) => Redemptions.use((redemptions) => redemptions.keep(written))
const tagOf = (one: Redemption.Claim) => Effect.map(redeem(one), ({ _tag }) => _tag)
const later = (minutes: number) => DateTime.add(now, { minutes })

const once = Effect.gen(function* () {
  yield* keep(terms)
  const answers = yield* Effect.forEach(
    Array.from({ length: 1_000 }, (_, index) => claim(7, `order ${index}`, { till: `till ${index % 20}` })),
    redeem,
    { concurrency: "unbounded" }
  )
  const [first, ...others] = answers.filter(({ _tag }) => _tag === "Redeemed")
  assert.deepEqual(first, { _tag: "Redeemed", series: terms.series, placement: "metro-line-2", at: now, turn: 1 })
  assert.deepEqual(others, [])
  assert.lengthOf(
    answers.filter(({ _tag }) => _tag === "AlreadyRedeemed"),
    999
  )
})

const again = Effect.gen(function* () {
  yield* keep(terms)
  const first = yield* redeem(claim(7, "order 1"))
  yield* keep({ ...terms, revision: 2, until: later(1) })
  const repeated = yield* redeem(claim(7, "order 1", { at: later(60) }))
  assert.deepEqual(repeated, first)
  assert.strictEqual(repeated._tag, "Redeemed")
  const other = yield* redeem(claim(7, "order 1", { till: "huaihai-road", at: later(60) }))
  assert.deepEqual(other, { _tag: "AlreadyRedeemed", at: now, till: "nanjing-road" })
})

const otherClaim = Effect.gen(function* () {
  yield* keep(terms)
  yield* redeem(claim(7, "order 1"))
  assert.strictEqual(yield* tagOf(claim(8, "order 1")), "OtherClaim")
  assert.strictEqual(yield* tagOf(claim(8, "order 2")), "Redeemed")
})

const oneKey = Effect.gen(function* () {
  yield* keep(terms)
  const tags = yield* Effect.forEach(
    Array.from({ length: 50 }, (_, index) => claim(index, "one order")),
    tagOf,
    { concurrency: "unbounded" }
  )
  assert.lengthOf(
    tags.filter((tag) => tag === "Redeemed"),
    1
  )
  assert.lengthOf(
    tags.filter((tag) => tag === "OtherClaim"),
    49
  )
})

const closed = Effect.gen(function* () {
  const [metro, post] = terms.placements
  const placements = [metro, ...(post === undefined ? [] : [{ ...post, withdrawn: later(10) }])] as const
  yield* keep({ ...terms, placements, from: now, until: later(60) })
  const at = (number: number, key: string, moment: DateTime.Utc) => redeem(claim(number, key, { at: moment }))
  const early = DateTime.subtract(now, { seconds: 1 })
  assert.deepEqual(yield* at(1, "early", early), { _tag: "NotYet", from: now })
  assert.deepEqual(yield* at(1, "late", later(60)), { _tag: "Over", since: later(60) })
  assert.deepEqual(yield* at(2_001, "gone", later(10)), { _tag: "Withdrawn" })
  // What was refused is not spent, and its key is free.
  assert.strictEqual((yield* at(2_001, "gone", later(9)))._tag, "Redeemed")
  assert.strictEqual((yield* at(1, "late", now))._tag, "Redeemed")
  assert.strictEqual((yield* at(2, "last", DateTime.subtract(later(60), { seconds: 1 })))._tag, "Redeemed")
})

const unknown = Effect.gen(function* () {
  yield* keep(terms)
  assert.strictEqual(yield* tagOf(claim(1, "a", { series: CaseId.make("autumn codes") })), "Unknown")
  assert.strictEqual(yield* tagOf(claim(2_100, "b")), "Unknown")
  assert.strictEqual(yield* tagOf(claim(2_099, "c")), "Redeemed")
})

const revisions = Effect.gen(function* () {
  yield* keep({ ...terms, revision: 3, until: later(3) })
  yield* keep({ ...terms, revision: 2, until: later(2) })
  yield* keep({ ...terms, revision: 3, until: later(9) })
  const kept = yield* Redemptions.use((redemptions) => redemptions.terms)
  assert.deepEqual(
    kept.map(({ until }) => until),
    [later(3)]
  )
})

const names = Effect.gen(function* () {
  const [placement] = CodeTerms.place(terms.placements)
  for (const series of ["Café", "café", "cafe", "café "]) {
    yield* keep({ ...terms, series: CaseId.make(series), placements: [placement] })
    assert.strictEqual(yield* tagOf(claim(7, series, { series: CaseId.make(series) })), "Redeemed")
  }
  for (const [index, key] of ["ÄB", "äb", "ab", "ab "].entries()) {
    assert.strictEqual(yield* tagOf(claim(100 + index, key, { series: CaseId.make("cafe") })), "Redeemed", key)
  }
})

const pages = Effect.gen(function* () {
  yield* keep(terms)
  for (let number = 24; number >= 0; number--) yield* redeem(claim(number * 2, `order ${number}`))
  const seen: Array<number> = []
  let after: Redemption.Taken | undefined
  while (true) {
    const page: ReadonlyArray<Redemption.Taken> = yield* Redemptions.use((redemptions) =>
      redemptions.taken(terms.series, after, 10)
    )
    seen.push(...page.map(({ number }) => number))
    after = page.at(-1)
    if (page.length < 10) break
  }
  assert.deepEqual(
    seen,
    Array.from({ length: 25 }, (_, index) => index * 2)
  )
  assert.deepEqual(yield* Redemptions.use((redemptions) => redemptions.taken(CaseId.make("other"), undefined, 9)), [])
})
