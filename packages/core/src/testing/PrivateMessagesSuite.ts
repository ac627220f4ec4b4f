/**
 * What every `PrivateMessages` does, judged by the platform's own record of what was sent.
 *
 * @module
 */
import { assert, describe, it } from "@effect/vitest"
import { Context, Effect, type Layer } from "effect"
import type { AccountId } from "../account/AccountId.ts"
import type { FanId } from "../account/FanId.ts"
import * as PrivateMessages from "../internal-system/interaction/PrivateMessages.ts"
import type * as Writing from "../operations/Writing.ts"
import type { Trouble } from "./Trouble.ts"

/** What the suite needs of the world in which messages are sent. */
export class Stage extends Context.Service<
  Stage,
  {
    readonly account: AccountId
    /** A fan who has just written to the account. */
    readonly fan: FanId
    /** A fan who has done no more than to mention the account just now. */
    readonly mentioning: FanId
    /** A fan who has never had to do with the account. */
    readonly stranger: FanId
    /** The next message meets this trouble; the calls after it do not. */
    readonly next: (trouble: Trouble) => Effect.Effect<void>
    /** To whom something was sent, by the platform's own record. */
    readonly record: Effect.Effect<ReadonlyArray<string>>
  }
>()("@dualops/core/testing/PrivateMessagesSuite/Stage") {}

/** Runs the suite on private messages and their stage. */
export const suite = <E>(name: string, layer: Layer.Layer<PrivateMessages.PrivateMessages | Stage, E>): void => {
  const test = (sentence: string, body: Effect.Effect<void, unknown, PrivateMessages.PrivateMessages | Stage>) =>
    it.live(sentence, () => Effect.provide(body, layer))

  describe(`${name} is a PrivateMessages`, () => {
    test("sends a text and cards to a fan who has just written", sends)
    test("a fan who opened no window is not written to", refusesStrangers)
    test("a fan who has mentioned the account is written to once", sendsOnce)
    test("a refused message was not sent", meets("refused", "Writing.Refused", 0))
    test("without a grant nothing was sent", meets("unauthorised", "Writing.Unauthorised", 0))
    test("a message that was not taken now was not sent", meets("busy", "Writing.TryLater", 0))
    test("a message of unknown outcome may have been sent", meets("lost after", "Writing.Unknown", 1))
    test("a message of unknown outcome may not have been sent", meets("lost before", "Writing.Unknown", 0))
  })
}

const text: PrivateMessages.Message = { _tag: "Text", text: "您好，您反映的问题已经解决。" }
const cards: PrivateMessages.Message = {
  _tag: "Cards",
  cards: [
    { title: "门店", summary: "最近的门店", image: "https://brand.example/a.png", url: "https://brand.example/a" }
  ]
}

const send = (message: PrivateMessages.Message, to: "fan" | "mentioning" | "stranger") =>
  Effect.gen(function* () {
    const stage = yield* Stage
    const request = { account: stage.account, fan: stage[to], message }
    yield* PrivateMessages.PrivateMessages.use((port) => port.send(request))
  })

const sends = Effect.gen(function* () {
  const stage = yield* Stage
  yield* send(text, "fan")
  yield* send(cards, "fan")
  assert.deepEqual(yield* stage.record, [stage.fan, stage.fan])
})

const sendsOnce = Effect.gen(function* () {
  const stage = yield* Stage
  yield* send(text, "mentioning")
  const failure = yield* Effect.flip(send(text, "mentioning"))
  assert.strictEqual(failure._tag, "Writing.Refused")
  assert.deepEqual(yield* stage.record, [stage.mentioning])
})

const refusesStrangers = Effect.gen(function* () {
  const stage = yield* Stage
  const failure = yield* Effect.flip(send(text, "stranger"))
  assert.strictEqual(failure._tag, "Writing.Refused")
  assert.deepEqual(yield* stage.record, [])
})

const meets = (trouble: Trouble, tag: Writing.Failure["_tag"], sent: 0 | 1) =>
  Effect.gen(function* () {
    const stage = yield* Stage
    yield* stage.next(trouble)
    const failure = yield* Effect.flip(send(text, "fan"))
    assert.strictEqual(failure._tag, tag)
    assert.strictEqual((yield* stage.record).length, sent)
  })
