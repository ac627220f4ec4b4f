/**
 * What every `QuotaLeft` does.
 *
 * @module
 */
import { assert, describe, it } from "@effect/vitest"
import { Context, Effect, type Layer } from "effect"
import type { AccountId } from "../account/AccountId.ts"
import * as QuotaLeft from "../internal-system/planning/QuotaLeft.ts"

/** What the suite needs of the world in which calls are counted. */
export class Stage extends Context.Service<
  Stage,
  {
    readonly account: AccountId
    /** A call of the account that the platform counts. */
    readonly call: Effect.Effect<void>
  }
>()("@dualops/core/testing/QuotaLeftSuite/Stage") {}

/** Runs the suite on a port and its stage. */
export const suite = <E>(name: string, layer: Layer.Layer<QuotaLeft.QuotaLeft | Stage, E>): void => {
  const test = (sentence: string, body: Effect.Effect<void, unknown, QuotaLeft.QuotaLeft | Stage>) =>
    it.live(sentence, () => Effect.provide(body, layer))

  describe(`${name} is a QuotaLeft`, () => {
    test("says how many calls are left, one less after each", counts)
    test("costs none itself", isFree)
  })
}

const ask = Effect.gen(function* () {
  const { account } = yield* Stage
  const { calls } = yield* QuotaLeft.QuotaLeft.use((port) => port.ask(account))
  assert.isDefined(calls)
  return calls ?? { most: Number.NaN, left: Number.NaN }
})

const counts = Effect.gen(function* () {
  const { call } = yield* Stage
  const before = yield* ask
  yield* call
  assert.deepEqual(yield* ask, { ...before, left: before.left - 1 })
})

const isFree = Effect.gen(function* () {
  const before = yield* ask
  for (let time = 0; time < 3; time++) assert.deepEqual(yield* ask, before)
})
