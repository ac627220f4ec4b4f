/**
 * What every `Replies` does, judged by the platform's own record of what is out.
 *
 * @module
 */
import { assert, describe, it } from "@effect/vitest"
import { Context, DateTime, Effect, type Layer, Result } from "effect"
import type { AccountId } from "../account/AccountId.ts"
import type { PostId } from "../account/PostId.ts"
import type { InteractionId } from "../internal-system/interaction/Interaction.ts"
import * as Replies from "../internal-system/interaction/Replies.ts"
import * as ReplySighting from "../internal-system/interaction/ReplySighting.ts"
import type * as Writing from "../operations/Writing.ts"
import type { Trouble } from "./Trouble.ts"

/** What the suite needs of the world in which replies are given. */
export class Stage extends Context.Service<
  Stage,
  {
    readonly account: AccountId
    /** A fan comments under a post of the account. */
    readonly comment: Effect.Effect<{ readonly post: PostId; readonly comment: InteractionId }>
    /** The next reply meets this trouble; the calls after it do not. */
    readonly next: (trouble: Trouble) => Effect.Effect<void>
    /** What the account wrote under posts, by the platform's own record. */
    readonly record: Effect.Effect<ReadonlyArray<{ readonly reply: string }>>
    /** Which comments of fans are to be seen, by the platform's own record. */
    readonly comments: Effect.Effect<ReadonlyArray<string>>
  }
>()("@dualops/core/testing/RepliesSuite/Stage") {}

/** Runs the suite on replies and their stage. */
export const suite = <E>(name: string, layer: Layer.Layer<Replies.Replies | Stage, E>): void => {
  const test = (sentence: string, body: Effect.Effect<void, unknown, Replies.Replies | Stage>) =>
    it.live(sentence, () => Effect.provide(body, layer))

  describe(`${name} is a Replies`, () => {
    test("replies once to a comment, and the reply is found among the latest", replies)
    test("a repeated call is a second reply, unless the platform notices", repeats)
    test("a refused reply is not out", leavesNothing("refused", "Writing.Refused"))
    test("without a grant no reply is out", leavesNothing("unauthorised", "Writing.Unauthorised"))
    test("a reply that was not taken now is not out", leavesNothing("busy", "Writing.TryLater"))
    test("after an unknown outcome the reply may be out, and a look finds it", found("lost after", 1))
    test("after an unknown outcome the reply may not be out, and a look does not find it", found("lost before", 0))
    test("takes a comment away, and doing it again does no harm", hides)
    test("a reply to a comment that is gone is refused", answersNobody)
  })
}

const use = <A, E>(ask: (port: Replies.Replies["Service"]) => Effect.Effect<A, E>) => Replies.Replies.use(ask)

const request = Effect.gen(function* () {
  const stage = yield* Stage
  return { account: stage.account, ...(yield* stage.comment), text: "已经为您登记，今天内给您答复。" }
})

const record = Stage.use((stage) => stage.record)

const replies = Effect.gen(function* () {
  const stage = yield* Stage
  const before = yield* DateTime.now
  const asked = yield* request
  const out = yield* use((port) => port.reply(asked))
  assert.deepEqual(yield* record, [{ reply: out.reply }])
  const latest = yield* use((port) => port.latest(stage.account))
  assert.strictEqual(ReplySighting.find(asked, before, latest)?.reply, out.reply)
})

const repeats = Effect.gen(function* () {
  const asked = yield* request
  yield* use((port) => port.reply(asked))
  const again = yield* Effect.result(use((port) => port.reply(asked)))
  const out = yield* record
  if (Result.isSuccess(again)) return assert.strictEqual(out.length, 2)
  assert.strictEqual(again.failure._tag, "Writing.Unknown")
  assert.strictEqual(out.length, 1)
})

const leavesNothing = (trouble: Trouble, tag: Writing.Failure["_tag"]) =>
  Effect.gen(function* () {
    const stage = yield* Stage
    const asked = yield* request
    yield* stage.next(trouble)
    const failure = yield* Effect.flip(use((port) => port.reply(asked)))
    assert.strictEqual(failure._tag, tag)
    assert.deepEqual(yield* record, [])
  })

const found = (trouble: Trouble, replies: 0 | 1) =>
  Effect.gen(function* () {
    const stage = yield* Stage
    const attempted = yield* DateTime.now
    const asked = yield* request
    yield* stage.next(trouble)
    const failure = yield* Effect.flip(use((port) => port.reply(asked)))
    assert.strictEqual(failure._tag, "Writing.Unknown")
    const latest = yield* use((port) => port.latest(stage.account))
    const out = yield* record
    assert.strictEqual(out.length, replies)
    assert.strictEqual(ReplySighting.find(asked, attempted, latest)?.reply, out[0]?.reply)
  })

const hides = Effect.gen(function* () {
  const stage = yield* Stage
  const { comment } = yield* stage.comment
  yield* use((port) => port.hide(stage.account, comment))
  yield* use((port) => port.hide(stage.account, comment))
  assert.notInclude(yield* stage.comments, comment)
})

const answersNobody = Effect.gen(function* () {
  const stage = yield* Stage
  const asked = yield* request
  yield* use((port) => port.hide(stage.account, asked.comment))
  const failure = yield* Effect.flip(use((port) => port.reply(asked)))
  assert.strictEqual(failure._tag, "Writing.Refused")
})
