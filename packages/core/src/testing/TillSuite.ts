/**
 * What every `Till` does.
 *
 * @module
 */
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, type Layer } from "effect"
import { FanId } from "../account/FanId.ts"
import * as CodeTally from "../external-system/codes/CodeTally.ts"
import type * as Redemption from "../external-system/codes/Redemption.ts"
import { Redemptions } from "../external-system/codes/Redemptions.ts"
import { Till } from "../external-system/codes/Till.ts"
import type { ObservationStore } from "../observations/ObservationStore.ts"
import * as SampleCodes from "./SampleCodes.ts"

type Needs = Till | Redemptions | ObservationStore

/**
 * Runs the suite on a till that has redeemed nothing, by the secret of `SampleCodes`, and that may try ten codes at once that do not exist. Behind it stand
 * the house's redemptions and observations.
 */
export const suite = <E>(name: string, layer: Layer.Layer<Needs, E>): void => {
  const test = (sentence: string, body: Effect.Effect<void, unknown, Needs>) =>
    it.live(sentence, () => Effect.provide(body, layer))

  describe(`${name} is a Till`, () => {
    test("redeems a code once, of a thousand claims at the same time", once)
    test("gives a claim that is made again the answer that it has got", again)
    test("takes a code as people type it", typed)
    test("says what is wrong with what was typed, and redeems nothing", misread)
    test("says of a code when it was redeemed and where, when it begins, and since when it is over", told)
    test("lets nobody guess: after some that do not exist it has to be asked later, however many come at once", guesses)
    test("gives back what an order has redeemed, says so at every try, and takes the code again from another", gaveBack)
    test("leaves one redemption of a code that a thousand orders redeem and give back at the same time", crowd)
    test("counts no redemption that was given back: not of its placement, its post or its fan", uncounted)
    test("has redemptions observed, by placement, by post and of the fan who was named", observed)
  })
}

const ask = (code: string, key: string, fan?: string) =>
  Till.use((till) => till.redeem({ code, key, ...(fan !== undefined && { fan: FanId.make(fan) }) }))

/** A series that is open now. */
const opened = (changes: Parameters<typeof SampleCodes.terms>[1] = {}) =>
  Effect.gen(function* () {
    const terms = SampleCodes.terms(yield* DateTime.now, changes)
    yield* Redemptions.use((redemptions) => redemptions.keep(terms))
    return { terms, codeOf: (number: number) => SampleCodes.codeOf(terms, number) }
  })

const once = Effect.gen(function* () {
  const { codeOf } = yield* opened()
  const code = codeOf(7)
  const answers = yield* Effect.forEach(
    Array.from({ length: 1_000 }, (_, index) => `order ${index}`),
    (key) => ask(code, key),
    { concurrency: "unbounded" }
  )
  const tags = answers.map(({ _tag }) => _tag)
  assert.strictEqual(tags.filter((tag) => tag === "Redeemed").length, 1)
  assert.strictEqual(tags.filter((tag) => tag === "AlreadyRedeemed").length, 999)
})

const again = Effect.gen(function* () {
  const { codeOf } = yield* opened()
  const first = yield* ask(codeOf(7), "order 1")
  assert.deepEqual(yield* ask(codeOf(7), "order 1"), first)
  assert.deepInclude(first, { _tag: "Redeemed", placement: "metro-line-2" })
  assert.strictEqual((yield* ask(codeOf(8), "order 1"))._tag, "OtherClaim")
})

const cancel = (key: string, by?: string) => Till.use((till) => till.giveBack({ key, ...(by !== undefined && { by }) }))

const gaveBack = Effect.gen(function* () {
  const { codeOf } = yield* opened()
  yield* ask(codeOf(7), "order 1")
  const first = yield* cancel("order 1", "chen")
  assert.deepInclude(first, { _tag: "GivenBack", by: "chen" })
  assert.deepEqual(yield* cancel("order 1", "lin"), first)
  assert.deepEqual<unknown>(yield* ask(codeOf(7), "order 1"), first)
  assert.deepInclude(yield* ask(codeOf(7), "order 2"), { _tag: "Redeemed", turn: 2 })
  assert.deepEqual(yield* cancel("order 1"), first)
  assert.strictEqual((yield* ask(codeOf(7), "order 3"))._tag, "AlreadyRedeemed")
  assert.deepEqual(yield* cancel("order of nobody"), { _tag: "NotRedeemed" })
  assert.strictEqual((yield* ask(codeOf(8), "order of nobody"))._tag, "GivenBack")
})

const crowd = Effect.gen(function* () {
  const { codeOf, terms } = yield* opened()
  const code = codeOf(7)
  const orders = Array.from({ length: 500 }, (_, index) => `order ${index}`)
  const both = orders.flatMap(
    (key, index): ReadonlyArray<Effect.Effect<unknown, unknown, Till>> => [
      ask(code, key),
      index % 5 === 0 ? ask(code, key) : cancel(key)
    ]
  )
  yield* Effect.forEach(both, (one) => one, { concurrency: "unbounded", discard: true })
  const tags = yield* Effect.forEach(orders, (key) => Effect.map(ask(code, key), ({ _tag }) => _tag))
  assert.lengthOf(
    tags.filter((tag) => tag === "Redeemed"),
    1
  )
  assert.lengthOf(
    tags.filter((tag) => tag === "GivenBack"),
    400
  )
  assert.strictEqual((yield* CodeTally.byPlacement(terms, terms.from, terms.until))[0]?.redeemed, 1)
})

const uncounted = Effect.gen(function* () {
  const { codeOf, terms } = yield* opened()
  const fan = FanId.make("2489518277")
  const post = terms.placements[1]?.post
  const counted = Effect.gen(function* () {
    const lines = yield* CodeTally.byPlacement(terms, terms.from, terms.until)
    const ofPost = post && (yield* CodeTally.ofPost(terms.account, post, terms.from, terms.until))
    return [lines[1]?.redeemed, ofPost, (yield* CodeTally.ofFan(terms.account, fan, 9)).length]
  })
  yield* ask(codeOf(2_001), "order 1", fan)
  yield* ask(codeOf(2_002), "order 2", fan)
  assert.deepEqual(yield* counted, [2, 2, 2])
  yield* cancel("order 1")
  yield* cancel("order 1")
  assert.deepEqual(yield* counted, [1, 1, 1])
  yield* ask(codeOf(2_001), "order 3", fan)
  assert.deepEqual(yield* counted, [2, 2, 2])
  yield* cancel("order 2")
  const [newest] = yield* CodeTally.ofFan(terms.account, fan, 1)
  assert.strictEqual(newest?.key, `${terms.series}/2001/2`)
  // A program that dies before it has observed what was given back has it taken up later.
  yield* Redemptions.use((redemptions) =>
    redemptions.giveBack({ till: newest?.source ?? "", key: "order 3", at: terms.until })
  )
  assert.deepEqual(yield* counted, [1, 1, 1])
  assert.strictEqual(yield* CodeTally.mend(terms), 1)
  assert.strictEqual(yield* CodeTally.mend(terms), 0)
  assert.deepEqual(yield* counted, [0, 0, 0])
})

const typed = Effect.gen(function* () {
  const { codeOf } = yield* opened()
  const wide = (text: string) => text.replaceAll(/[0-9A-Z]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))
  const ways: ReadonlyArray<(code: string) => string> = [
    (code) => code.toLowerCase(),
    (code) => ` ${code.replaceAll("-", " ")}\u3000\n`,
    (code) => `「${wide(code)}」`,
    (code) => code.replaceAll("-", "\u2014"),
    (code) => `'${code.replaceAll("-", "")}`,
    (code) => code.replaceAll("D", "O").replaceAll("1", "l").replaceAll("5", "s").replaceAll("2", "Z"),
    (code) => code.replaceAll("C", "\u0421").replaceAll("P", "\u0420").replaceAll("X", "\u0425"),
    (code) => [...code].join("\u200b")
  ]
  for (const [number, way] of ways.entries()) {
    assert.strictEqual((yield* ask(way(codeOf(number)), `order ${number}`))._tag, "Redeemed", way(codeOf(number)))
  }
})

const misread = Effect.gen(function* () {
  const { codeOf } = yield* opened()
  const code = codeOf(7)
  const whyOf = (text: string) =>
    Effect.map(ask(text, "order"), (told) => (told._tag === "Misread" ? told.why : told._tag))
  assert.deepEqual(yield* whyOf(code.slice(1)), { _tag: "TooShort", characters: 11, of: 12 })
  assert.deepEqual(yield* whyOf(`${code}1`), { _tag: "TooLong", of: 12 })
  assert.deepEqual(yield* whyOf(""), { _tag: "TooShort", characters: 0, of: 12 })
  assert.deepEqual(yield* whyOf(`4${code.slice(1)}`), { _tag: "Stranger", character: "4" })
  const other = code.endsWith("1") ? "2" : "1"
  assert.deepEqual(yield* whyOf(`${code.slice(0, -1)}${other}`), { _tag: "Mistyped", place: 12, swapped: false })
  assert.strictEqual((yield* ask(code, "order"))._tag, "Redeemed")
})

const told = Effect.gen(function* () {
  const { codeOf, terms } = yield* opened()
  yield* ask(codeOf(7), "order 1")
  const answer: Redemption.Told = yield* ask(codeOf(7), "order 2")
  assert.strictEqual(answer._tag, "AlreadyRedeemed")
  const keep = (changes: Partial<typeof terms>) =>
    Redemptions.use((redemptions) => redemptions.keep({ ...terms, ...changes }))
  const next = DateTime.add(terms.from, { days: 3 })
  yield* keep({ revision: 2, from: next })
  assert.deepEqual(yield* ask(codeOf(8), "order 3"), { _tag: "NotYet", from: next })
  yield* keep({ revision: 3, until: terms.from })
  assert.deepEqual(yield* ask(codeOf(8), "order 3"), { _tag: "Over", since: terms.from })
})

const guesses = Effect.gen(function* () {
  const { codeOf } = yield* opened()
  const { codeOf: otherCodeOf } = yield* opened()
  // Right in every character, and of no number that was given out.
  const none = Array.from({ length: 50 }, (_, index) => otherCodeOf(5_000 + index))
  const answers = yield* Effect.forEach(none, (code) => Effect.result(ask(code, "guess")), { concurrency: "unbounded" })
  const heard = answers.map((answer) =>
    answer._tag === "Success" ? answer.success._tag : `${answer.failure._tag} ${answer.failure.code}`
  )
  assert.strictEqual(heard.filter((one) => one === "Unknown").length, 10)
  assert.strictEqual(heard.filter((one) => one === "Writing.TryLater too-many-guesses").length, 40)
  // Whoever has guessed too much is not told of a right one either.
  assert.strictEqual((yield* Effect.flip(ask(codeOf(7), "order")))._tag, "Writing.TryLater")
})

const observed = Effect.gen(function* () {
  const { codeOf, terms } = yield* opened()
  const [from, until] = [terms.from, terms.until]
  const fan = FanId.make("2489518277")
  yield* ask(codeOf(7), "order 1", fan)
  yield* ask(codeOf(7), "order 1", fan)
  yield* ask(codeOf(7), "order 2", fan)
  yield* ask(codeOf(2_001), "order 3")
  yield* ask(codeOf(2_002), "order 4", fan)
  const lines = yield* CodeTally.byPlacement(terms, from, until)
  assert.deepEqual(
    lines.map(({ codes, placement, redeemed }) => ({ codes, placement, redeemed })),
    [
      { placement: "metro-line-2", codes: 2_000, redeemed: 1 },
      { placement: "second-post", codes: 100, redeemed: 2 }
    ]
  )
  const post = terms.placements[1]?.post
  assert.strictEqual(post && (yield* CodeTally.ofPost(terms.account, post, from, until)), 2)
  assert.lengthOf(yield* CodeTally.ofFan(terms.account, fan, 9), 2)
  assert.strictEqual(yield* CodeTally.mend(terms), 0)
  yield* Redemptions.use((redemptions) =>
    redemptions.redeem({
      series: terms.series,
      number: 3,
      till: "lost",
      key: "order",
      at: DateTime.add(from, { hours: 1 })
    })
  )
  assert.strictEqual(yield* CodeTally.mend(terms), 1)
  assert.strictEqual((yield* CodeTally.byPlacement(terms, from, until))[0]?.redeemed, 2)
})
