/** What becomes of posts when yesterday's copy of the store is put back: what the guide of the first day promises, and what it warns of. */
import { copyFileSync, mkdtempSync, readFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { MemoryPublisher } from "@dualops/adapter-memory"
import { NodeSqlite, SqlEditionStore, SqlStore } from "@dualops/adapter-sql"
import { Actor, Carrier, Case, ChineseHolidays, Operations, Worker } from "@dualops/core"
import { PostCarriers, PostProcess } from "@dualops/core/content"
import { HandbookFile } from "@dualops/core/files"
import { Restored } from "@dualops/core/operations"
import { KeptEditions } from "@dualops/core/practices"
import { Notify } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Layer, Result } from "effect"
import { TestClock } from "effect/testing"

const source = new URL("handbooks/minimal.yaml", import.meta.url)
const handbook = Result.getOrThrow(HandbookFile.read("minimal.yaml", readFileSync(source, "utf8")))
const id = Case.CaseId.make("moon")
const file = (name: string) => join(mkdtempSync(join(tmpdir(), "dualops-backup-")), name)
const toNobody = Carrier.make(Notify.notify, () => Effect.succeed({}))

/** The house on that file. */
const on = (filename: string) =>
  KeptEditions.layer(handbook, ChineseHolidays.holidays).pipe(
    Layer.provideMerge(Layer.merge(SqlStore.layer, SqlEditionStore.layer)),
    Layer.provide(NodeSqlite.layer({ filename }))
  )

const at = (time: string) => DateTime.makeUnsafe(`2026-09-15T${time}:00+08:00`)
const clock = (time: string) => TestClock.setTime(at(time).epochMilliseconds)
const carriers = [...PostCarriers.carriers, toNobody]
const roundsWith = (some: ReturnType<typeof Restored.carriers<(typeof carriers)[number]>>) =>
  Effect.repeat(Worker.round({ processes: [PostProcess], carriers: some }), { times: 3 })
const rounds = roundsWith(carriers)
const posts = Effect.flatMap(MemoryPublisher.Platform, (platform) => platform.posts)
const state = Effect.map(Operations.load(PostProcess, id), (post) => post?.state._tag)

/** A post for ten o'clock is scheduled at nine, the store is copied, and the post goes out; answers the copy. */
const published = Effect.gen(function* () {
  const [store, copy] = [file("store.sqlite"), file("copy.sqlite")]
  const content = { text: "中秋礼盒来了 https://xinghe.example/moon ", pictures: [] }
  const order = { case: id, by: Actor.person("lin") }
  const slot = at("10:00")
  yield* clock("09:00")
  yield* Effect.gen(function* () {
    const input = { account: handbook.account.id, content, slot }
    yield* Operations.send(PostProcess, { ...order, key: "1", step: "Compose", input })
    yield* Operations.send(PostProcess, { ...order, key: "2", step: "Submit", input: {} })
    yield* Operations.send(PostProcess, { ...order, key: "3", step: "Approve", by: Actor.person("zhou"), input: {} })
    yield* Operations.send(PostProcess, { ...order, key: "4", step: "Schedule", input: { slot } })
  }).pipe(Effect.provide(on(store)))
  copyFileSync(store, copy)
  yield* clock("10:00")
  yield* Effect.provide(rounds, on(store))
  assert.lengthOf(yield* posts, 1)
  return copy
})

describe("a copy of the store from before a post went out", () => {
  it.effect("sends it no second time when it is put back after the tolerance: the post waits for a person", () =>
    Effect.gen(function* () {
      const copy = yield* published
      yield* clock("10:31")
      const found = yield* Effect.provide(Effect.andThen(rounds, state), on(copy))
      assert.strictEqual(found, "Failed")
      assert.lengthOf(yield* posts, 1)
    }).pipe(Effect.provide(MemoryPublisher.layer))
  )

  it.effect(
    "sends it a second time within the tolerance, where the platform takes repeats: so the guide says to wait",
    () =>
      Effect.gen(function* () {
        const copy = yield* published
        yield* clock("10:10")
        yield* Effect.provide(rounds, on(copy))
        assert.lengthOf(yield* posts, 2)
      }).pipe(Effect.provide(MemoryPublisher.layer))
  )
  it.effect(
    "finds it within the tolerance, where the house is told from when the copy is, and sends nothing twice",
    () =>
      Effect.gen(function* () {
        const copy = yield* published
        yield* clock("10:10")
        const looking = roundsWith(Restored.carriers(at("09:30"), carriers))
        assert.strictEqual(yield* Effect.provide(Effect.andThen(looking, state), on(copy)), "Published")
        assert.lengthOf(yield* posts, 1)
      }).pipe(Effect.provide(MemoryPublisher.layer))
  )

  it.effect("sends what began after it, as ever", () =>
    Effect.gen(function* () {
      const copy = yield* published
      yield* clock("10:10")
      const looking = roundsWith(Restored.carriers(at("08:30"), carriers))
      yield* Effect.provide(looking, on(copy))
      assert.lengthOf(yield* posts, 2)
    }).pipe(Effect.provide(MemoryPublisher.layer))
  )
})
