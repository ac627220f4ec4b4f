/**
 * What becomes of codes that are given back, one after the other, all at once, and in whatever order; a part of the suite of `Redemptions`.
 *
 * @module
 */
import { assert } from "@effect/vitest"
import { DateTime, Effect } from "effect"
import * as fc from "fast-check"
import type * as Redemption from "../external-system/codes/Redemption.ts"
import { Redemptions } from "../external-system/codes/Redemptions.ts"
import { CaseId } from "../process/CaseId.ts"
import * as SampleCodes from "./SampleCodes.ts"

/** How a sentence of the suite is tried. */
export type Test = (sentence: string, body: Effect.Effect<void, unknown, Redemptions>) => void

/** The tests of what is given back. */
export const givesBack = (test: Test): void => {
  test("gives the code of an order back once, says so at every try, and keeps who did it and when", keeps)
  test("redeems a code that was given back in its next turn, and never under a cancelled order's key", anew)
  test("closes the key of an order that is cancelled before its claim comes", early)
  test("goes through all turns of a code in pages", turns)
  test("leaves nothing of a cancelled order, of a thousand claims and cancellations at the same time", crowd)
  test("answers whatever is claimed and cancelled in whatever order as one that keeps a list does", model)
}

const now = DateTime.makeUnsafe("2026-06-01T04:00:00Z")
const later = (minutes: number) => DateTime.add(now, { minutes })
const terms = SampleCodes.terms(now)
const opened = Redemptions.use((redemptions) => redemptions.keep(terms))
const claim = (number: number, key: string, changes: Partial<Redemption.Claim> = {}) =>
  Redemptions.use((redemptions) =>
    redemptions.redeem({ series: terms.series, number, till: "nanjing-road", key, at: now, ...changes })
  )
const cancel = (key: string, changes: Partial<Redemption.Cancellation> = {}) =>
  Redemptions.use((redemptions) => redemptions.giveBack({ till: "nanjing-road", key, at: later(5), ...changes }))
const everyTurn = Effect.fnUntraced(function* (series: CaseId, limit = 1_000) {
  const all: Array<Redemption.Taken> = []
  while (true) {
    const page = yield* Redemptions.use((redemptions) => redemptions.taken(series, all.at(-1), limit))
    all.push(...page)
    if (page.length < limit) return all
  }
})
const taken = { series: terms.series, number: 7, till: "nanjing-road", key: "order 1", at: now }
const first = { ...taken, placement: "metro-line-2", turn: 1, back: { at: later(5), by: "chen" } }

const keeps = Effect.gen(function* () {
  yield* opened
  yield* claim(7, "order 1")
  assert.deepEqual(yield* cancel("order 1", { by: "chen" }), first)
  assert.deepEqual(yield* cancel("order 1", { by: "lin", at: later(60) }), first)
  assert.deepEqual(yield* everyTurn(terms.series), [first])
  // Another till has orders of its own.
  yield* claim(8, "order 2")
  assert.isUndefined(yield* cancel("order 2", { till: "huaihai-road" }))
  assert.strictEqual((yield* claim(8, "order 3"))._tag, "AlreadyRedeemed")
})

const anew = Effect.gen(function* () {
  yield* opened
  yield* claim(7, "order 1")
  yield* cancel("order 1", { by: "chen" })
  const cancelled = { _tag: "GivenBack", at: later(5), by: "chen" }
  // The same claim comes late, from a till that has heard no answer; and the key for another code is no better.
  assert.deepEqual<unknown>(yield* claim(7, "order 1", { at: later(6) }), cancelled)
  assert.strictEqual((yield* claim(8, "order 1"))._tag, "OtherClaim")
  const again = { _tag: "Redeemed", series: terms.series, placement: "metro-line-2", at: later(7), turn: 2 }
  assert.deepEqual<unknown>(yield* claim(7, "order 1, again", { at: later(7) }), again)
  assert.deepEqual<unknown>(yield* claim(7, "order 1, again", { at: later(8) }), again)
  assert.strictEqual((yield* claim(7, "order 2"))._tag, "AlreadyRedeemed")
  // Whoever asks again whether the first order was cancelled takes nothing from the second.
  assert.deepEqual(yield* cancel("order 1", { at: later(9) }), first)
  assert.strictEqual((yield* claim(7, "order 2"))._tag, "AlreadyRedeemed")
  yield* Redemptions.use((redemptions) => redemptions.keep({ ...terms, revision: 2, until: later(10) }))
  assert.strictEqual((yield* cancel("order 1, again", { at: later(20) }))?.turn, 2)
  assert.strictEqual((yield* claim(7, "order 2", { at: later(21) }))._tag, "Over")
})

const early = Effect.gen(function* () {
  yield* opened
  assert.isUndefined(yield* cancel("order 1", { by: "chen" }))
  assert.isUndefined(yield* cancel("order 1", { at: later(9) }))
  assert.deepEqual<unknown>(yield* claim(7, "order 1"), { _tag: "GivenBack", at: later(5), by: "chen" })
  assert.strictEqual((yield* claim(7, "order 2"))._tag, "Redeemed")
})

const turns = Effect.gen(function* () {
  yield* opened
  for (const number of [3, 1]) {
    for (let turn = 0; turn < 5; turn++) {
      yield* claim(number, `order ${number}/${turn}`)
      if (number !== 1 || turn < 4) yield* cancel(`order ${number}/${turn}`)
    }
  }
  const all = yield* everyTurn(terms.series, 3)
  assert.deepEqual(
    all.map(({ back, number, turn }) => [number, turn, back === undefined]),
    [1, 3].flatMap((number) => [1, 2, 3, 4, 5].map((turn) => [number, turn, number === 1 && turn === 5]))
  )
})

/** Every order claims one of a few codes, and half are cancelled by two at once: a quarter behind the claim, a quarter at the same time as it. */
const crowd = Effect.gen(function* () {
  yield* opened
  const [codes, orders] = [9, 500]
  const isCancelled = (order: number) => order % 4 < 2
  const attempts: Array<Effect.Effect<unknown, unknown, Redemptions>> = []
  for (let order = 0; order < orders; order++) {
    const key = `order ${order}`
    const [claims, cancels] = [claim(order % codes, key), [cancel(key), cancel(key, { by: "chen" })]]
    if (order % 4 === 0) attempts.push(Effect.andThen(claims, Effect.all(cancels, { concurrency: 2 })))
    else attempts.push(claims, ...(isCancelled(order) ? cancels : []))
  }
  // Attempts of one order far from each other, and the same at every run.
  const shuffled = attempts.map((attempt, index) => ({ place: (index * 619) % attempts.length, attempt }))
  shuffled.sort((one, other) => one.place - other.place)
  yield* Effect.forEach(shuffled, ({ attempt }) => attempt, { concurrency: "unbounded", discard: true })
  const answers = yield* Effect.forEach(Array.from({ length: orders }).keys(), (order) =>
    claim(order % codes, `order ${order}`, { at: later(60) })
  )
  const all = yield* everyTurn(terms.series)
  for (let number = 0; number < codes; number++) {
    const its = all.filter((one) => one.number === number)
    const backs = its.map(({ back }) => back !== undefined)
    assert.deepEqual(backs, [...backs.slice(1).fill(true), false], "the last turn stands, and no other")
    assert.deepEqual(
      its.map(({ turn }) => turn),
      its.map((_, index) => index + 1)
    )
  }
  const owners = new Set(all.map(({ key }) => key))
  for (const [order, { _tag }] of answers.entries()) {
    const isOwner = owners.has(`order ${order}`)
    assert.strictEqual(_tag, isCancelled(order) ? "GivenBack" : isOwner ? "Redeemed" : "AlreadyRedeemed")
  }
  assert.isAbove(all.length, codes, "some were redeemed again")
  const early = Array.from({ length: orders }, (_, order) => order).filter(
    (order) => isCancelled(order) && !owners.has(`order ${order}`)
  )
  assert.isNotEmpty(early, "some were cancelled before their claim")
})

const asks = fc.array(
  fc.record({
    is: fc.constantFrom("claim", "claim", "cancel"),
    number: fc.nat(1),
    order: fc.constantFrom("order 1", "order 2", "order 3", "order 4"),
    till: fc.constantFrom("nanjing-road", "huaihai-road")
  }),
  { minLength: 12, maxLength: 50, size: "max" }
)

type Drawn = ReturnType<typeof asks.generate>["value"][number]

/** What a list of orders answers: of each, the code that it has, in which turn, and whether it was cancelled. */
const listing = () => {
  const orders = new Map<string, { readonly number?: number; readonly turn?: number; isCancelled: boolean }>()
  const ofCode = (number: number) => [...orders.values()].filter((one) => one.number === number)
  return {
    claim: (order: string, number: number) => {
      const known = orders.get(order)
      if (known?.number !== undefined && known.number !== number) return "OtherClaim"
      if (known?.isCancelled) return "GivenBack"
      if (known !== undefined) return `Redeemed ${known.turn}`
      if (ofCode(number).some(({ isCancelled }) => !isCancelled)) return "AlreadyRedeemed"
      const turn = ofCode(number).length + 1
      orders.set(order, { number, turn, isCancelled: false })
      return `Redeemed ${turn}`
    },
    cancel: (order: string) => {
      const { turn, ...known } = orders.get(order) ?? {}
      orders.set(order, { ...known, ...(turn !== undefined && { turn }), isCancelled: true })
      return turn === undefined ? "nothing" : `turn ${turn}`
    },
    standing: () => [0, 1].filter((number) => ofCode(number).some(({ isCancelled }) => !isCancelled))
  }
}

const model = Effect.gen(function* () {
  const redemptions = yield* Redemptions
  const reached = new Set<string>()
  let runs = 0
  const holds = Effect.fnUntraced(function* (drawn: ReadonlyArray<Drawn>) {
    const run = runs++
    const series = CaseId.make(`series ${run}`)
    yield* redemptions.keep({ ...terms, series })
    const list = listing()
    for (const { is, number, order, till } of drawn) {
      const key = `${order} of ${run}`
      if (is === "claim") {
        const answer = yield* redemptions.redeem({ series, number, till, key, at: now })
        const told = answer._tag === "Redeemed" ? `Redeemed ${answer.turn}` : answer._tag
        assert.strictEqual(told, list.claim(`${till} ${order}`, number))
        reached.add(told)
      } else {
        const taken = yield* redemptions.giveBack({ till, key, at: later(5) })
        const told = taken === undefined ? "nothing" : `turn ${taken.turn}`
        assert.strictEqual(told, list.cancel(`${till} ${order}`))
        reached.add(told)
      }
    }
    const standing = (yield* everyTurn(series)).filter(({ back }) => back === undefined).map(({ number }) => number)
    assert.deepEqual(standing, list.standing())
  })
  yield* Effect.promise(() =>
    fc.assert(
      fc.asyncProperty(asks, (drawn) =>
        Effect.runPromise(Effect.provideService(holds(drawn), Redemptions, redemptions))
      ),
      { numRuns: 60 }
    )
  )
  const deep = ["OtherClaim", "GivenBack", "AlreadyRedeemed", "Redeemed 3", "nothing", "turn 2"]
  assert.includeMembers([...reached], deep, "random orders come as far as this")
})
