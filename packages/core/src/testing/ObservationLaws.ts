/**
 * Laws of a store of observations, whatever comes in whatever order, and while many record at once; a part of its suite.
 *
 * @module
 */
import { assert } from "@effect/vitest"
import { DateTime, Effect } from "effect"
import * as fc from "fast-check"
import { AccountId } from "../account/AccountId.ts"
import type { Row } from "../observations/ObservationStore.ts"
import { everything, keys, mention, mentions, minute, paged, type Store, type Test } from "./SampleObservations.ts"

const batches = fc.array(fc.array(fc.nat(30), { maxLength: 12 }), { maxLength: 6 })
const fans = ["one", "two", "three"] as const
const fanOf = (number: number): string => fans[number % 3] ?? "one"

/** The tests of what always holds. */
export const keepsLaws = (test: Test): void => {
  /** Every run has an account of its own, of which nothing is there, and fans of its own. */
  const law = <A>(
    sentence: string,
    drawn: fc.Arbitrary<A>,
    body: (store: Store, drawn: A, account: AccountId) => Effect.Effect<void, unknown>
  ) =>
    test(sentence, (store) =>
      Effect.promise(() => {
        let run = 0
        const holds = (one: A) => Effect.runPromise(body(store, one, AccountId.make(`run ${run++}`)))
        return fc.assert(fc.asyncProperty(drawn, holds), { numRuns: 30 })
      })
    )

  // flightdeck#127, lobu#1286: who looks first and stores then stores twice.
  law(
    "whatever the batches and their order, also all at once, each key stands once, and the receipts say so",
    batches,
    (store, all, account) =>
      Effect.gen(function* () {
        const record = (numbers: ReadonlyArray<number>) => store.record(numbers.map((one) => mention(one, { account })))
        const receipts = yield* Effect.forEach(all, record, { concurrency: 4 })
        const expected = [...new Set(all.flat())].map((number) => `mention ${number}`).sort()
        assert.deepStrictEqual([...keys(yield* paged(store, { account }))].sort(), expected)
        const sum = (of: "recorded" | "repeated") => receipts.reduce((total, receipt) => total + receipt[of], 0)
        const repeated = all.flat().length - expected.length
        assert.deepStrictEqual([sum("recorded"), sum("repeated")], [expected.length, repeated])
      })
  )

  law(
    "retention removes exactly what is older, however many go at a time",
    fc.tuple(batches, fc.nat(30), fc.integer({ min: 1, max: 7 })),
    (store, [all, age, limit], account) =>
      Effect.gen(function* () {
        for (const numbers of all) yield* store.record(numbers.map((one) => mention(one, { account })))
        const expected = [...new Set(all.flat())].filter((number) => number >= age).sort((one, other) => one - other)
        while ((yield* store.forget({ ...mentions, account }, minute(age), limit)) === limit);
        for (const query of [{ account }, { account, tag: "post:1" }]) {
          assert.deepStrictEqual(
            keys(yield* paged(store, query)),
            expected.map((number) => `mention ${number}`)
          )
        }
      })
  )

  // matomo#12641: where personal data were unset, reports counted otherwise.
  law(
    "erasing leaves every count as it was, and nothing of the fan",
    fc.tuple(batches, fc.constantFrom(...fans)),
    (store, [all, fan], account) =>
      Effect.gen(function* () {
        const personal = (number: number) => ({ fan: fanOf(number), text: `第 ${number} 条` })
        const said = (number: number) =>
          mention(number, {
            account,
            personal: { persons: [`${fanOf(number)} of ${account}`], data: personal(number) }
          })
        for (const numbers of all) yield* store.record(numbers.map(said))
        const of = { ...mentions, account }
        const edges = Array.from({ length: 8 }, (_, index) => minute(index * 5))
        const counts = Effect.all([store.count(of, edges), store.count({ ...of, tag: "post:1" }, edges)])
        const before = yield* counts
        const theirs = new Set(all.flat().filter((number) => fanOf(number) === fan))
        assert.strictEqual(yield* store.erase(`${fan} of ${account}`), theirs.size)
        assert.deepStrictEqual(yield* counts, before)
        for (const entry of yield* paged(store, { account })) {
          const { number } = entry.facts as { readonly number: number }
          assert.deepStrictEqual(entry.personal, theirs.has(number) ? undefined : personal(number))
        }
      })
  )

  crowds(test)
}

const numbers = (count: number): ReadonlyArray<number> => Array.from({ length: count }, (_, index) => index)

const crowds = (test: Test): void => {
  // commanded/eventstore#3, eventuous#222: numbers are given in one order and become visible in another.
  test("a reader who pages while many record misses nothing and sees nothing twice", (store) =>
    Effect.gen(function* () {
      let isOver = false
      const seen: Array<string> = []
      const follow = Effect.gen(function* () {
        for (let after = 0; ; ) {
          const wasOver = isOver
          const page = yield* store.read(after, 25)
          seen.push(...keys(page))
          after = page.at(-1)?.position ?? after
          if (page.length === 0 && wasOver) return
          yield* Effect.yieldNow
        }
      })
      // Batches that overlap, each in another order.
      const batch = (index: number): ReadonlyArray<Row> => {
        const rows = numbers(16).map((number) => mention(index * 8 + number))
        return index % 2 === 0 ? rows : rows.toReversed()
      }
      const record = Effect.forEach(numbers(60), (index) => store.record(batch(index)), {
        concurrency: 16,
        discard: true
      })
      yield* Effect.all(
        [
          follow,
          follow,
          Effect.andThen(
            record,
            Effect.sync(() => {
              isOver = true
            })
          )
        ],
        {
          concurrency: "unbounded"
        }
      )
      const expected = numbers(61 * 8).flatMap((number) => [`mention ${number}`, `mention ${number}`])
      assert.deepStrictEqual(seen.sort(), expected.sort())
    }))

  test("whoever has recorded finds it at once, while others record", (store) =>
    Effect.forEach(
      numbers(48),
      (index) =>
        Effect.gen(function* () {
          yield* store.record([mention(index)])
          assert.include(keys(yield* store.read(0, 1_000)), `mention ${index}`)
        }),
      { concurrency: 8, discard: true }
    ))

  test("whoever pages by moment while others record sees once what stood when they began", (store) =>
    Effect.gen(function* () {
      const standing = numbers(40).map((index) => mention(index, { at: minute(index % 7) }))
      const coming = numbers(60).map((index) => mention(100 + index, { at: minute(index % 7) }))
      yield* store.record(standing)
      const [seen] = yield* Effect.all(
        [paged(store, { order: "newest" }), Effect.forEach(coming, (row) => store.record([row]), { concurrency: 4 })],
        { concurrency: "unbounded" }
      )
      assert.strictEqual(new Set(keys(seen)).size, seen.length)
      assert.includeMembers([...keys(seen)], [...keys(standing)])
      assert.isTrue(seen.every(({ at }, index) => DateTime.isGreaterThanOrEqualTo(seen[index - 1]?.at ?? at, at)))
    }))

  test("retention and recording of the same series do not wait for each other for ever", (store) =>
    Effect.gen(function* () {
      yield* store.record(numbers(600).map((number) => mention(number)))
      const record = Effect.forEach(
        numbers(30),
        (index) => store.record(numbers(40).map((number) => mention(number * 20 + index))),
        { concurrency: 8, discard: true }
      )
      const forget = Effect.forEach(numbers(30), (index) => store.forget(mentions, minute(index * 20), 50), {
        concurrency: 2,
        discard: true
      })
      yield* Effect.all([record, forget], { concurrency: "unbounded" })
      while ((yield* store.forget(mentions, minute(580), 100)) === 100);
      const left = (yield* everything(store)).map(({ at }) => at)
      assert.isTrue(left.every((at) => DateTime.isGreaterThanOrEqualTo(at, minute(580))))
      assert.lengthOf(left, 230)
    }))
}
