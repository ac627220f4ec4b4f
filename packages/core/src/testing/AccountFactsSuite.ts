/**
 * What every `AccountFacts` does.
 *
 * @module
 */
import { assert, describe, it } from "@effect/vitest"
import { Context, Effect, type Layer } from "effect"
import type { AccountId } from "../account/AccountId.ts"
import type { FanId } from "../account/FanId.ts"
import * as AccountFacts from "../internal-system/fans/AccountFacts.ts"

/** What the suite needs of the world in which fans follow: three followers, of whom the platform hides the middle one. */
export class Stage extends Context.Service<
  Stage,
  {
    readonly account: AccountId
    readonly name: string
    /** In the order in which they began to follow. */
    readonly followers: readonly [FanId, hidden: FanId, FanId]
    /** Whose account is gone. */
    readonly gone: FanId
  }
>()("@dualops/core/testing/AccountFactsSuite/Stage") {}

/** Runs the suite on account facts and their stage. */
export const suite = <E>(name: string, layer: Layer.Layer<AccountFacts.AccountFacts | Stage, E>): void => {
  const test = (sentence: string, body: Effect.Effect<void, unknown, AccountFacts.AccountFacts | Stage>) =>
    it.live(sentence, () => Effect.provide(body, layer))

  describe(`${name} is an AccountFacts`, () => {
    test("tells the account's name and how many follow it", tells)
    test("shows followers newest first, and that they are not the whole", shows)
    test("of a fan whom the platform hides nothing is told, and whose account is gone is dead", looks)
  })
}

const tells = Effect.gen(function* () {
  const stage = yield* Stage
  const facts = yield* AccountFacts.AccountFacts.use((port) => port.facts(stage.account))
  assert.deepInclude(facts, { name: stage.name, followers: 3 })
})

const shows = Effect.gen(function* () {
  const stage = yield* Stage
  const { shown, total } = yield* AccountFacts.AccountFacts.use((port) => port.followers(stage.account))
  assert.deepEqual(
    shown.map(({ id }) => id),
    [stage.followers[2], stage.followers[0]]
  )
  assert.strictEqual(total, 3)
})

const looks = Effect.gen(function* () {
  const { account, followers, gone } = yield* Stage
  const look = (fan: FanId) => AccountFacts.AccountFacts.use((port) => port.look(account, fan))
  assert.deepEqual(yield* look(followers[1]), { is: "unknown" })
  assert.deepEqual(yield* look(gone), { is: "dead", reasons: ["account gone"] })
})
