/** What is asked often of observations: read once, and begun anew when something was taken away. */

import { mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { MemoryObservationStore } from "@dualops/adapter-memory"
import { NodeSqlite, SqlObservationStore } from "@dualops/adapter-sql"
import { AccountId, FanId } from "@dualops/core/account"
import { Observation, ObservationProjection, ObservationStore, Observations } from "@dualops/core/observations"
import { StoreUnavailable } from "@dualops/core/operations"
import { assert, describe, it } from "@effect/vitest"
import { Context, DateTime, Effect, Layer } from "effect"

const Mention = Observation.define("Mention", {
  title: { zh: "提及", en: "Mention" },
  facts: {},
  personal: { fan: FanId }
})
const [account, other] = [AccountId.make("1902538057"), AccountId.make("1902538058")]
const [lin, zhou] = [FanId.make("2489518277"), FanId.make("2489518278")]
const record = (of: AccountId, ...fans: ReadonlyArray<FanId>) =>
  Observations.record(
    Mention,
    fans.map((fan) => {
      const key = `mention ${recorded++}`
      return { account: of, key, at: DateTime.makeUnsafe("2026-06-01"), source: "test", facts: {}, personal: { fan } }
    })
  )
let recorded = 0

/** Whoever was heard, as often as they were, of those who are known; and how often each observation was taken. */
const heard = () => {
  let taken = 0
  const projection: ObservationProjection.ObservationProjection<typeof Mention, Array<string>> = {
    name: "heard",
    account,
    kinds: [Mention],
    begin: () => [],
    take: (fans, { personal }) => {
      taken++
      if (personal !== undefined) fans.push(personal.fan)
    }
  }
  return { ask: ObservationProjection.ask(projection, (fans) => [...fans]), taken: () => taken }
}

const test = (title: string, body: Effect.Effect<void, unknown, ObservationStore.ObservationStore>) =>
  it.effect(title, () => Effect.provide(body, MemoryObservationStore.layer, { local: true }))

describe("A projection of observations", () => {
  test(
    "reads each observation of its account once, however many ask at once",
    Effect.gen(function* () {
      const { ask, taken } = heard()
      yield* record(account, lin, zhou)
      yield* record(other, lin)
      assert.deepStrictEqual(yield* Effect.all([ask, ask, ask], { concurrency: 3 }), Array(3).fill([lin, zhou]))
      yield* record(account, lin)
      assert.deepStrictEqual(yield* ask, [lin, zhou, lin])
      assert.strictEqual(taken(), 3)
    })
  )

  test(
    "keeps nothing of a fan in the memory of the program that erases them",
    Effect.gen(function* () {
      const { ask } = heard()
      yield* record(account, lin, zhou)
      assert.deepStrictEqual(yield* ask, [lin, zhou])
      const store = yield* ObservationStore.ObservationStore
      // Told of no removal, it begins anew only because nothing is left.
      const silent = Object.assign(store, { removals: Effect.succeed(0) })
      yield* Observations.erase(lin)
      assert.deepStrictEqual(yield* Effect.provideService(ask, ObservationStore.ObservationStore, silent), [zhou])
    })
  )

  it.live("hears of a fan whom another program on the same file has erased", () =>
    Effect.gen(function* () {
      const filename = join(mkdtempSync(join(tmpdir(), "dualops-")), "store.db")
      const open = Layer.build(
        Layer.fresh(SqlObservationStore.layer.pipe(Layer.provide(NodeSqlite.layer({ filename }))))
      )
      const [ours, theirs] = [yield* open, yield* open].map((built) =>
        Context.get(built, ObservationStore.ObservationStore)
      )
      assert.isDefined(theirs)
      const { ask } = heard()
      const asked = Effect.provideService(ask, ObservationStore.ObservationStore, ours as typeof theirs)
      yield* Effect.provideService(record(account, lin, zhou), ObservationStore.ObservationStore, theirs)
      assert.deepStrictEqual(yield* asked, [lin, zhou])
      yield* Effect.provideService(Observations.erase(lin), ObservationStore.ObservationStore, theirs)
      assert.deepStrictEqual(yield* asked, [zhou])
    }).pipe(Effect.scoped)
  )

  test(
    "goes on where it stopped when the store was away, and takes nothing twice",
    Effect.gen(function* () {
      const { ask, taken } = heard()
      const store = yield* ObservationStore.ObservationStore
      for (let page = 0; page < 2; page++) yield* record(account, ...Array.from({ length: 4_000 }, () => lin))
      const { read } = store
      const away = Effect.fail(new StoreUnavailable({ cause: "away" }))
      Object.assign(store, { read: (after: number, limit: number) => (after === 0 ? read(after, limit) : away) })
      yield* Effect.flip(ask)
      Object.assign(store, { read })
      assert.lengthOf(yield* ask, 8_000)
      assert.strictEqual(taken(), 8_000)
    })
  )
})
