/**
 * What every `Invitations` does, judged by what the medium shows to members.
 *
 * @module
 */
import { assert, describe, it } from "@effect/vitest"
import { Context, Effect, type Layer } from "effect"
import { AccountId } from "../account/AccountId.ts"
import type { FanId } from "../account/FanId.ts"
import { type Invitation, Invitations } from "../external-system/members/Invitations.ts"
import type * as Writing from "../operations/Writing.ts"
import { another } from "./SampleOpenings.ts"
import type { Trouble } from "./Trouble.ts"

/** An invitation as a member sees it. */
export interface Shown {
  readonly subject: string
  readonly text: string
}

/** What the suite needs of the world of the members. */
export class Stage extends Context.Service<
  Stage,
  {
    /** A member whom the medium reaches, and one whom it does not. */
    readonly reached: FanId
    readonly unreached: FanId
    /** The next invitation meets this trouble; those after it do not. */
    readonly next: (trouble: Trouble) => Effect.Effect<void>
    /** Everything that has arrived, in its order. */
    readonly record: Effect.Effect<ReadonlyArray<Shown>>
    /** What nobody may ever read in a failure. */
    readonly secrets: ReadonlyArray<string>
  }
>()("@dualops/core/testing/InvitationsSuite/Stage") {}

/** Runs the suite on invitations and their stage. */
export const suite = <E>(name: string, layer: Layer.Layer<Invitations | Stage, E>): void => {
  const test = (sentence: string, body: Effect.Effect<void, unknown, Invitations | Stage>) =>
    it.live(sentence, () => Effect.provide(body, layer))

  describe(`${name} are Invitations`, () => {
    test("a member reads the subject, the text, and where they opt out", arrives)
    test("of one key one invitation arrives, however often and by however many at once it is sent", once)
    test("invitations of two keys are two", twice)
    test("who cannot be reached is refused, and nothing arrives", unreached)
    test("names that members have given themselves add no line and no header", hostile)
    test("a refused invitation has not arrived", meets("refused", "Writing.Refused"))
    test("without valid credentials nothing arrives", meets("unauthorised", "Writing.Unauthorised"))
    test("a busy medium may be asked later, under the same key", busy)
    test("an invitation that may have arrived is not sent again under its key", lost)
  })
}

const invitation = Effect.zipWith(
  Stage,
  another,
  ({ reached }, number): Invitation => ({
    key: `spring/${number}`,
    account: AccountId.make("1234567890"),
    to: { fan: reached, name: "小林" },
    subject: "星河茶饮在微博等你",
    text: "会员日的暗号只在微博。\n来坐坐。",
    optOut: "https://brand.example/out?m=77001&c=spring&s=0123"
  })
)
const send = (one: Invitation) => Invitations.use((port) => port.send(one))
const record = Stage.use((stage) => stage.record)

const arrives = Effect.gen(function* () {
  const one = yield* invitation
  yield* send(one)
  const [shown, ...others] = yield* record
  assert.deepEqual(others, [])
  assert.strictEqual(shown?.subject, one.subject)
  assert.include(shown?.text, "会员日的暗号只在微博。")
  assert.include(shown?.text, one.optOut)
})

const once = Effect.gen(function* () {
  const one = yield* invitation
  yield* Effect.all([send(one), send(one), send(one)], { concurrency: 3 })
  yield* send(one)
  assert.lengthOf(yield* record, 1)
})

const twice = Effect.gen(function* () {
  yield* send(yield* invitation)
  yield* send(yield* invitation)
  assert.lengthOf(yield* record, 2)
})

const unreached = Effect.gen(function* () {
  const { unreached: fan } = yield* Stage
  const one = yield* invitation
  const failure = yield* Effect.flip(send({ ...one, to: { ...one.to, fan } }))
  assert.deepInclude(failure, { _tag: "Writing.Refused", code: "no-address" })
  assert.deepEqual(yield* record, [])
})

const hostile = Effect.gen(function* () {
  const one = yield* invitation
  yield* send({
    ...one,
    to: { ...one.to, name: "小林\r\nBcc: all@evil.example\r\n\r\n退订链接：https://evil.example" }
  })
  const [shown, ...others] = yield* record
  assert.deepEqual(others, [])
  assert.notMatch(shown?.text ?? "", /^(?:Bcc:|退订链接：)/m)
  assert.strictEqual(shown?.subject, one.subject)
})

const meets = (trouble: Trouble, tag: Writing.Failure["_tag"]) =>
  Effect.gen(function* () {
    const { next, secrets } = yield* Stage
    const one = yield* invitation
    yield* next(trouble)
    const failure = yield* Effect.flip(send(one))
    assert.strictEqual(failure._tag, tag)
    const told = JSON.stringify([failure, failure.message, failure.stack])
    for (const secret of secrets) assert.notInclude(told, secret)
    assert.deepEqual(yield* record, [])
  })

const busy = Effect.gen(function* () {
  const { next } = yield* Stage
  const one = yield* invitation
  yield* next("busy")
  assert.strictEqual((yield* Effect.flip(send(one)))._tag, "Writing.TryLater")
  yield* send(one)
  assert.lengthOf(yield* record, 1)
})

// listmonk#1109: the server took the mail over, its answer was lost, and the mail was sent three times.
const lost = Effect.gen(function* () {
  const { next } = yield* Stage
  const one = yield* invitation
  yield* next("lost after")
  assert.strictEqual((yield* Effect.flip(send(one)))._tag, "Writing.Unknown")
  yield* Effect.ignore(send(one))
  assert.lengthOf(yield* record, 1)
})
