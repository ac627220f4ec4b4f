/**
 * What every `Members` does. There may be other members; nobody else writes to those of the suite.
 *
 * @module
 */
import { assert, describe, it } from "@effect/vitest"
import { Context, DateTime, Effect, type Layer } from "effect"
import { FanId } from "../account/FanId.ts"
import type { Redemption, Writing } from "../external-system/members/Member.ts"
import { Members } from "../external-system/members/Members.ts"
import type * as Failing from "../operations/Writing.ts"
import { unknownFan, unused } from "./SampleOpenings.ts"
import type { Trouble } from "./Trouble.ts"

/** What the suite needs of the world of the members. */
export class Stage extends Context.Service<
  Stage,
  {
    /** Names of segments that there are. */
    readonly segments: readonly [string, string]
    /** The next call that writes meets this trouble; those after it do not. */
    readonly next: (trouble: Trouble) => Effect.Effect<void>
    /** What nobody may ever read in a failure. */
    readonly secrets: ReadonlyArray<string>
  }
>()("@dualops/core/testing/MembersSuite/Stage") {}

/** Runs the suite on members and their stage. */
export const suite = <E>(name: string, layer: Layer.Layer<Members | Stage, E>): void => {
  const test = (sentence: string, body: Effect.Effect<void, unknown, Members | Stage>) =>
    it.live(sentence, () => Effect.provide(body, layer))

  describe(`${name} are Members`, () => {
    test("a fan who is no member is nobody, whoever has an id like theirs", nobody)
    test("a member is found as they were written", finds)
    test("what is left out stays as it is, and segments are replaced by those that are told", changes)
    test("a fan who is written eight times at once is one member", once)
    test("an older consent never replaces a newer one", consents)
    test("names that no system keeps are kept without what hides or breaks them", hostile)
    test("a redemption is written down once for each key, and found with the fan's others", redeems)
    test("a redemption of somebody who is no member is refused", redeemsNobody)
    test("a key that is another fan's redemption is refused", redeemsOthers)
    test("a refused member is not there", meets("refused", "Writing.Refused"))
    test("without a valid grant nobody becomes a member", meets("unauthorised", "Writing.Unauthorised"))
    test("a system that is busy may be asked later", meets("busy", "Writing.TryLater"))
    test("a request that was lost may be made again", meets("lost before", "Writing.Unknown"))
    test("an answer that was lost may be asked for again: there is one redemption", losesRedemption)
  })
}

const find = (fan: FanId) => Members.use((members) => members.find(fan))
const upsert = (writing: Writing) => Members.use((members) => members.upsert(writing))
const attribute = (redemption: Redemption) => Members.use((members) => members.attributeRedemption(redemption))
const redemptions = (fan: FanId) => Members.use((members) => members.redemptions(fan))
const sorted = <A extends { readonly segments: ReadonlyArray<string> }>(member: A | undefined) =>
  member && { ...member, segments: [...member.segments].sort() }

const redemption = Effect.fnUntraced(function* (
  fan: FanId,
  more: Partial<Redemption> = {}
): Effect.fn.Return<Redemption> {
  return {
    key: yield* unused("summer25:order"),
    fan,
    code: "SUMMER25",
    campaign: "618 大促 ".repeat(12).trim(),
    order: "order-1",
    at: DateTime.makeUnsafe("2026-06-18T12:00:00Z"),
    ...more
  }
})

const nobody = Effect.gen(function* () {
  const fan = yield* unknownFan
  yield* upsert({ fan, name: "小林" })
  for (const other of [fan.slice(0, -1), `${fan}0`, `0${fan}`, "9".repeat(18)]) {
    assert.isUndefined(yield* find(FanId.make(other)))
  }
  for (const other of ["' OR 1=1 --", "../ticket/1", "a b?c#d", "%", "*", "weibo:1"]) {
    const found = yield* Effect.result(find(FanId.make(other)))
    if (found._tag === "Success") assert.isUndefined(found.success)
    else assert.strictEqual(found.failure._tag, "Reading.NotShown")
  }
})

const finds = Effect.gen(function* () {
  const { segments } = yield* Stage
  const consent = { given: true, at: DateTime.makeUnsafe("2026-03-01T00:00:00Z") }
  const member = { fan: yield* unknownFan, name: "迪丽热巴 😡 O'Neil", segments, consent }
  yield* upsert(member)
  assert.deepEqual(sorted(yield* find(member.fan)), sorted(member))
  const plain = { fan: yield* unknownFan, name: "小林" }
  yield* upsert(plain)
  assert.deepEqual(yield* find(plain.fan), { ...plain, segments: [] })
})

const changes = Effect.gen(function* () {
  const { segments } = yield* Stage
  const fan = yield* unknownFan
  const consent = { given: true, at: DateTime.makeUnsafe("2026-03-01T00:00:00Z") }
  yield* upsert({ fan, name: "小林", segments, consent })
  yield* upsert({ fan, name: "林晓" })
  assert.deepEqual(sorted(yield* find(fan)), sorted({ fan, name: "林晓", segments, consent }))
  yield* upsert({ fan, name: "林晓", segments: [segments[1]] })
  assert.deepEqual(yield* find(fan), { fan, name: "林晓", segments: [segments[1]], consent })
  yield* upsert({ fan, name: "林晓", segments: [] })
  assert.deepEqual(yield* find(fan), { fan, name: "林晓", segments: [], consent })
})

const once = Effect.gen(function* () {
  const fan = yield* unknownFan
  const { segments } = yield* Stage
  const writing = { fan, name: "小林", segments: [segments[0]] }
  yield* Effect.all(
    Array.from({ length: 8 }, () => upsert(writing)),
    { concurrency: "unbounded" }
  )
  assert.deepEqual(yield* find(fan), writing)
})

const consents = Effect.gen(function* () {
  const fan = yield* unknownFan
  const [older, newer] = ["2026-03-01T00:00:00Z", "2026-03-02T00:00:00Z"].map((at) => DateTime.makeUnsafe(at))
  if (older === undefined || newer === undefined) return assert.fail("there are two")
  yield* upsert({ fan, name: "小林", consent: { given: false, at: newer } })
  yield* upsert({ fan, name: "小林", consent: { given: true, at: older } })
  assert.deepEqual((yield* find(fan))?.consent, { given: false, at: newer })
  const last = { given: true, at: DateTime.add(newer, { milliseconds: 1 }) }
  yield* upsert({ fan, name: "小林", consent: last })
  assert.deepEqual((yield* find(fan))?.consent, last)
})

const hostile = Effect.gen(function* () {
  const fan = yield* unknownFan
  yield* upsert({ fan, name: "a\u0000b \ud800\r\nBcc: x <script>alert(1)</script> \u202Emoc" })
  assert.strictEqual((yield* find(fan))?.name, "a�b � Bcc: x <script>alert(1)</script> �moc")
  yield* upsert({ fan, name: "名".repeat(1_000) })
  assert.match((yield* find(fan))?.name ?? "", /^名{20,}…$/)
})

const redeems = Effect.gen(function* () {
  const [fan, other] = [yield* unknownFan, yield* unknownFan]
  yield* upsert({ fan, name: "小林" })
  yield* upsert({ fan: other, name: "小王" })
  const one = yield* redemption(fan)
  const two = yield* redemption(fan, { order: "o'rder 2 {x}", at: DateTime.makeUnsafe("2026-06-18T23:30:00Z") })
  yield* attribute(two)
  yield* attribute(one)
  yield* Effect.all([attribute(one), attribute(one)], { concurrency: 2 })
  yield* attribute(yield* redemption(other))
  assert.deepEqual(yield* redemptions(fan), [one, two])
  assert.lengthOf(yield* redemptions(other), 1)
  assert.deepEqual(yield* redemptions(yield* unknownFan), [])
})

const redeemsNobody = Effect.gen(function* () {
  const failure = yield* Effect.flip(attribute(yield* redemption(yield* unknownFan)))
  assert.strictEqual(failure._tag, "Writing.Refused")
})

const redeemsOthers = Effect.gen(function* () {
  const [fan, other] = [yield* unknownFan, yield* unknownFan]
  yield* upsert({ fan, name: "小林" })
  yield* upsert({ fan: other, name: "小王" })
  const one = yield* redemption(fan)
  yield* attribute(one)
  const failure = yield* Effect.flip(attribute({ ...one, fan: other }))
  assert.deepInclude(failure, { _tag: "Writing.Refused", code: "another-member" })
  assert.deepEqual(yield* redemptions(other), [])
  assert.deepEqual(yield* redemptions(fan), [one])
})

const meets = (trouble: Trouble, tag: Failing.Failure["_tag"]) =>
  Effect.gen(function* () {
    const stage = yield* Stage
    const fan = yield* unknownFan
    yield* stage.next(trouble)
    const failure = yield* Effect.flip(upsert({ fan, name: "小林" }))
    assert.strictEqual(failure._tag, tag)
    const told = JSON.stringify([failure, failure.message, failure.stack])
    for (const one of stage.secrets) assert.notInclude(told, one)
    assert.isUndefined(yield* find(fan))
    // Trouble passes.
    yield* upsert({ fan, name: "小林" })
    assert.strictEqual((yield* find(fan))?.name, "小林")
  })

const losesRedemption = Effect.gen(function* () {
  const stage = yield* Stage
  const fan = yield* unknownFan
  yield* upsert({ fan, name: "小林" })
  const one = yield* redemption(fan)
  yield* stage.next("lost after")
  const failure = yield* Effect.flip(attribute(one))
  assert.strictEqual(failure._tag, "Writing.Unknown")
  yield* attribute(one)
  assert.deepEqual(yield* redemptions(fan), [one])
})
