/**
 * Observations taken in a second: batches of mentions through `Observations.record`, beside the same rows by hand, in one transaction of multi-row
 * statements with `ON CONFLICT DO NOTHING`, with the same driver at the same durability. One observation in ten came before.
 *
 * @module
 */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { NodeSqlite, SqlObservationStore } from "@dualops/adapter-sql"
import { AccountId, FanId, Tag } from "@dualops/core/account"
import { Observation, type ObservationStore, Observations } from "@dualops/core/observations"
import { PgClient } from "@effect/sql-pg"
import { DateTime, Effect, Layer, ManagedRuntime, Schema } from "effect"
import { SqlClient } from "effect/sql"
import * as Postgres from "../packages/adapter-sql/test/Postgres.ts"
import * as Bench from "./Bench.ts"
import * as ObservationsByHand from "./ObservationsByHand.ts"

const Mention = Observation.define("Mention", {
  title: { zh: "提及", en: "Mention" },
  facts: { post: Schema.NonEmptyString.annotate(Tag.as("post")), followers: Schema.Int },
  personal: { fan: FanId, text: Schema.String }
})
type Batch = ReadonlyArray<Observation.ObservationOf<typeof Mention>>

const account = AccountId.make("1902538057")
const size = 1_000
const begin = DateTime.makeUnsafe("2026-06-01T00:00:00Z").epochMilliseconds

/** Mention of that number; of the same number it is the same. */
const mention = (number: number): Observation.ObservationOf<typeof Mention> => ({
  account,
  key: `${5_034_567_890_123_456 + number}`,
  at: DateTime.makeUnsafe(begin + number * 60),
  source: "mentions",
  facts: {
    post: `${5_034_567_890_000_000 + Math.floor(number / 20_000) * 8 + (number % 8)}`,
    followers: number % 9_000
  },
  personal: {
    fan: FanId.make(`${2_489_518_277 + ((number * 7_919) % 700_000)}`, { disableChecks: true }),
    text: "等了三天了，请问门店今天有桂花乌龙吗？在线等，挺急的"
  }
})

/** Batches, of each of which the first tenth is the last tenth of the one before. */
const batches = () => {
  let next = 0
  return () => {
    const from = Math.max(0, next - size / 10)
    next = from + size
    return Array.from({ length: size }, (_, index) => mention(from + index))
  }
}

const rounds = 150

/** Takes batches in by both ways in turn, each on a database of its own; a first few of each are not counted. */
const race = async <E>(
  name: string,
  layer: (database: string) => Layer.Layer<SqlClient.SqlClient, E>
): Promise<ReadonlyArray<Bench.Outcome>> => {
  // Two names make two of them.
  const [ours, hand] = ["ours", "hand"].map((database) =>
    ManagedRuntime.make(Layer.provideMerge(SqlObservationStore.layer, layer(database)))
  ) as [Runtime<E>, Runtime<E>]
  const write = await hand.runPromise(Effect.flatMap(SqlClient.SqlClient, ObservationsByHand.make))
  const ways = [
    { next: batches(), once: (batch: Batch) => ours.runPromise(Observations.record(Mention, batch)) },
    { next: batches(), once: (batch: Batch) => hand.runPromise(write(batch)) }
  ]
  const speeds = ways.map((): Array<number> => [])
  for (let round = -10; round < rounds; round++) {
    for (const [index, { next, once }] of ways.entries()) {
      const batch = next()
      const start = performance.now()
      await once(batch)
      if (round >= 0) speeds[index]?.push((size / (performance.now() - start)) * 1_000)
    }
  }
  await ours.dispose()
  await hand.dispose()
  return ["Observations.record", "by hand"].map((way, index) => {
    const sorted = (speeds[index] ?? []).toSorted((one, other) => one - other)
    const at = (place: number) => sorted.at(place) ?? Number.NaN
    return { name: `${way}, ${name}`, perSecond: at(sorted.length >> 1), slowest: at(0), fastest: at(-1) }
  })
}
type Runtime<E> = ManagedRuntime.ManagedRuntime<ObservationStore.ObservationStore | SqlClient.SqlClient, E>

const folder = mkdtempSync(join(tmpdir(), "dualops-"))
const onSqlite = await race("SQLite file (full)", (name) => NodeSqlite.layer({ filename: join(folder, `${name}.db`) }))

const onPostgres = async (): Promise<ReadonlyArray<Bench.Outcome>> => {
  if (!Postgres.isThere) return []
  const server = mkdtempSync(join(tmpdir(), "dualops-pg-"))
  Postgres.start(server, [])
  try {
    const admin = PgClient.layer({ ...Postgres.options(server, "postgres"), maxConnections: 1 })
    for (const name of ["ours", "hand"]) {
      const create = Effect.flatMap(SqlClient.SqlClient, (sql) => sql.unsafe(`CREATE DATABASE ${name}`))
      await Effect.runPromise(Effect.provide(create, admin))
    }
    return await race("PostgreSQL", (name) => PgClient.layer({ ...Postgres.options(server, name), maxConnections: 1 }))
  } finally {
    Postgres.stop(server)
    rmSync(server, { recursive: true })
  }
}
const onPg = await onPostgres()

/** How much more memory the program has after each tenth of so many observations: what it has after the first, and after the last. */
const growth = async (count: number) => {
  const runtime = ManagedRuntime.make(
    SqlObservationStore.layer.pipe(
      Layer.provide(NodeSqlite.layer({ filename: join(folder, "many.db"), synchronous: "normal" }))
    )
  )
  const next = batches()
  const megabytes: Array<number> = []
  const start = performance.now()
  for (let taken = 0; taken < count; taken += size) {
    await runtime.runPromise(Observations.record(Mention, next()))
    if ((taken + size) % (count / 10) !== 0) continue
    globalThis.gc?.()
    megabytes.push(Math.round(process.memoryUsage().rss / 2 ** 20))
    console.error(
      `${taken + size} taken in, ${megabytes.at(-1)} MB, ${Math.round((taken + size) / (performance.now() - start))} a millisecond`
    )
  }
  await runtime.dispose()
  return { megabytes, perSecond: Math.round((count / (performance.now() - start)) * 1_000) }
}
/** `MANY=10000000` takes as many in; three million took a quarter of an hour on a machine that four shared. */
const many = Number(process.env.MANY ?? 200_000)
const grown = await growth(many)
rmSync(folder, { recursive: true })

const ratio = ([ours, hand]: ReadonlyArray<Bench.Outcome>) =>
  ours && hand
    ? { perSecond: Math.round(ours.perSecond), ratioToRaw: Number((ours.perSecond / hand.perSecond).toFixed(2)) }
    : undefined
const pg = ratio(onPg)

Bench.report({
  name: "observations",
  unit: "observations",
  about:
    "Batches of 1,000 mentions with a tag and personal data, of which the first hundred came before; each batch is one transaction, that waits for the disk. By hand are the same rows in the same tables.",
  outcomes: [...onSqlite, ...onPg],
  packages: ["effect", "@effect/sql-pg"],
  figures: {
    ...ratio(onSqlite),
    ...(pg && { perSecondPg: pg.perSecond, ratioToRawPg: pg.ratioToRaw }),
    many,
    manyPerSecond: grown.perSecond,
    megabytesAfterATenth: grown.megabytes[0] ?? Number.NaN,
    megabytesAtTheEnd: grown.megabytes.at(-1) ?? Number.NaN
  }
})
