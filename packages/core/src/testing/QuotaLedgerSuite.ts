/**
 * What every `QuotaLedger` does.
 *
 * @module
 */
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, type Layer, Result } from "effect"
import * as QuotaLedger from "../internal-system/planning/QuotaLedger.ts"

const window = DateTime.makeUnsafe("2026-06-01T00:00:00Z")
const claim = (counter: string, most: number): QuotaLedger.Claim => ({ counter, window, most })

/** Runs the suite on a ledger in which nothing is used up. */
export const suite = <E>(name: string, layer: Layer.Layer<QuotaLedger.QuotaLedger, E>): void => {
  const test = (sentence: string, body: Effect.Effect<void, unknown, QuotaLedger.QuotaLedger>) =>
    it.live(sentence, () => Effect.provide(body, layer))

  describe(`${name} is a QuotaLedger`, () => {
    test("lets no more be taken than there is, however many take at once", takes)
    test("takes from none when one of the counters stands at its most", takesNothing)
    test("begins anew with every window", renews)
    test("forgets, counter by counter, what was taken in windows that are over for long", forgets)
  })
}

const use = <A, E>(ask: (port: QuotaLedger.QuotaLedger["Service"]) => Effect.Effect<A, E>) =>
  QuotaLedger.QuotaLedger.use(ask)

const takes = Effect.gen(function* () {
  const all = yield* Effect.forEach(
    Array.from({ length: 50 }),
    () => Effect.result(use((ledger) => ledger.take([claim("calls", 20)]))),
    { concurrency: "unbounded" }
  )
  assert.strictEqual(all.filter(Result.isSuccess).length, 20)
  assert.strictEqual(yield* use((ledger) => ledger.used("calls", window)), 20)
})

const takesNothing = Effect.gen(function* () {
  yield* use((ledger) => ledger.take([claim("posts", 1)]))
  const refused = yield* Effect.flip(use((ledger) => ledger.take([claim("calls", 5), claim("posts", 1)])))
  assert.strictEqual(refused._tag === "QuotaLedger.UsedUp" && refused.claim.counter, "posts")
  assert.strictEqual(yield* use((ledger) => ledger.used("calls", window)), 0)
})

const renews = Effect.gen(function* () {
  yield* use((ledger) => ledger.take([claim("calls", 1)]))
  const next = DateTime.addDuration(window, "1 day")
  yield* use((ledger) => ledger.take([{ ...claim("calls", 1), window: next }]))
  assert.strictEqual(yield* use((ledger) => ledger.used("calls", next)), 1)
})

const forgets = Effect.gen(function* () {
  const later = DateTime.addDuration(window, QuotaLedger.keptFor)
  const take = (counter: string, at: DateTime.Utc) => use((ledger) => ledger.take([{ counter, window: at, most: 9 }]))
  const used = (counter: string, at: DateTime.Utc) => use((ledger) => ledger.used(counter, at))
  const second = DateTime.addDuration(window, "1 second")
  yield* Effect.all([take("calls", window), take("calls", second), take("posts", window)])
  yield* take("calls", later)
  assert.deepStrictEqual([yield* used("calls", window), yield* used("calls", second)], [1, 1])
  yield* take("calls", DateTime.addDuration(later, "1 second"))
  assert.deepStrictEqual([yield* used("calls", window), yield* used("calls", second)], [0, 1])
  assert.deepStrictEqual([yield* used("calls", later), yield* used("posts", window)], [1, 1])
})
