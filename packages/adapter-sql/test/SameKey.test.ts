import { EventLog, Operations } from "@dualops/core/operations"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { Errand, editions, note } from "./errand.ts"
import * as Scratch from "./Scratch.ts"

const count = 60

/** What two processes were answered that sent the same keys at the same moment. */
const atOnce = Effect.fnUntraced(function* (filename: string, ...words: ReadonlyArray<string>) {
  const begin = Date.now() + 1_500
  return yield* Effect.forEach(words, (word) => Scratch.noting(filename, word, count, begin), {
    concurrency: "unbounded"
  })
})

const stored = (filename: string) =>
  Effect.flatMap(EventLog.EventLog, (store) => store.log(0, 1_000)).pipe(
    Effect.provide(Scratch.store(filename)),
    Effect.map((log) => log.length)
  )

describe("The same key from two processes at the same moment", () => {
  it.live("is one order, and both are answered alike", () =>
    Effect.gen(function* () {
      const filename = yield* Scratch.file
      const [one, other] = yield* atOnce(filename, "tea", "tea")
      assert.lengthOf(one ?? [], count)
      assert.deepStrictEqual(one, other)
      assert.notMatch(String(one), /Operations|EventLog/)
      assert.strictEqual(yield* stored(filename), count)
    }).pipe(Effect.scoped)
  )

  it.live("for two orders is taken for one of them, and whoever sent the other is told", () =>
    Effect.gen(function* () {
      const filename = yield* Scratch.file
      const [tea = [], milk = []] = yield* atOnce(filename, "tea", "milk")
      for (const [number, answer] of tea.entries()) {
        const answers = [answer, milk[number] ?? ""]
        assert.lengthOf(
          answers.filter((one) => one === `${number} Operations.KeyReused`),
          1
        )
      }
      assert.strictEqual(yield* stored(filename), count)
    }).pipe(Effect.scoped)
  )
})

describe("A long text", () => {
  it.live("is stored, read and answered again in under a second each, and a megabyte is refused", () =>
    Effect.gen(function* () {
      const filename = yield* Scratch.file
      const text = "茶".repeat(19_000)
      yield* Effect.gen(function* () {
        const begin = Date.now()
        const first = yield* note("one", "click", text)
        assert.deepStrictEqual(yield* note("one", "click", text), first)
        assert.lengthOf(yield* Operations.read(Errand, first.event.case), 1)
        const refused = yield* Effect.flip(note("two", "click", "茶".repeat(350_000)))
        assert.strictEqual(refused._tag, "Operations.BadInput")
        assert.isBelow(Date.now() - begin, 3_000)
      }).pipe(Effect.provide(Layer.merge(editions, Scratch.store(filename))))
    }).pipe(Effect.scoped)
  )
})
