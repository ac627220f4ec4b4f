/**
 * The store beside emmett's, on SQLite and on PostgreSQL: the append of a step with its action and its timer, and the load of a case of fifty events.
 *
 * Emmett stores the event; its action and its timer are rows that its own hook before the commit writes in the same transaction. It is spared the rest
 * of an append: no key by which a step is stored once, no tags, no deadlines that are forgotten, nothing that stands over a case. Its packages have no
 * licence and a native part, so nothing here depends on them: `DUALOPS_EMMETT` is a folder in which somebody has installed
 * `@event-driven-io/emmett-sqlite`, `-postgresql` and what they need; without it, nothing is compared.
 *
 * @module
 */
import { mkdtempSync, rmSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { NodeSqlite, SqlStore } from "@dualops/adapter-sql"
import { type Editions, EventLog, type Store } from "@dualops/core/operations"
import { PgClient } from "@effect/sql-pg"
import { Effect, Layer, ManagedRuntime } from "effect"
import * as Postgres from "../packages/adapter-sql/test/Postgres.ts"
import * as Bench from "./Bench.ts"

const rounds = 7
const steps = 100

/** What of emmett is called, on either database. */
interface EventStore {
  readonly appendToStream: (stream: string, events: ReadonlyArray<unknown>, options?: unknown) => Promise<unknown>
  readonly aggregateStream: (stream: string, options: unknown) => Promise<{ readonly state: number }>
  readonly close?: () => Promise<void>
}

/** One step and one case of fifty events, as the store does them. */
export interface Work {
  readonly commit: () => EventLog.Commit
  readonly begin: Effect.Effect<unknown, unknown, Store | Editions.Editions>
  readonly load: Effect.Effect<unknown, unknown, Store | Editions.Editions>
  readonly editions: Layer.Layer<Editions.Editions>
}

/** Both in turn; nothing where emmett was not said to be anywhere. */
export const race = async (work: Work) => {
  const outcomes: Array<Bench.Outcome> = []
  const figures: Record<string, number> = {}
  const installed = process.env.DUALOPS_EMMETT
  if (installed === undefined) {
    console.log(
      "skipped: nothing is measured beside emmett, for DUALOPS_EMMETT names no folder in which it is installed"
    )
    return { outcomes, figures }
  }
  const load = createRequire(join(installed, "package.json"))
  const folder = mkdtempSync(join(tmpdir(), "dualops-emmett-"))
  try {
    const client = NodeSqlite.layer({ filename: join(folder, "ours.db") })
    const onFile = await beside(work, "SQLite file (full)", Layer.provide(SqlStore.layer, client), sqlite(load, folder))
    outcomes.push(...onFile.outcomes)
    Object.assign(figures, { ratioToEmmett: onFile.append, ratioToEmmettLoad: onFile.load })
    if (Postgres.isThere) {
      Postgres.start(folder, [])
      const server = PgClient.layer({ ...Postgres.options(folder, "postgres"), maxConnections: 16 })
      const onServer = await beside(work, "PostgreSQL", Layer.provide(SqlStore.layer, server), postgres(load, folder))
      outcomes.push(...onServer.outcomes)
      Object.assign(figures, { ratioToEmmettPg: onServer.append, ratioToEmmettPgLoad: onServer.load })
    }
    return { outcomes, figures }
  } finally {
    Postgres.stop(folder)
    rmSync(folder, { recursive: true })
  }
}

const beside = async <E>(work: Work, where: string, store: Layer.Layer<Store, E>, theirs: EventStore) => {
  const runtime = ManagedRuntime.make(Layer.merge(store, work.editions))
  await runtime.runPromise(work.begin)
  const read = {
    evolve: (words: number, event: { data: { words: number } }) => words + event.data.words,
    initialState: () => 0
  }
  const added = { type: "Add", data: { words: 3 } }
  for (let number = 0; number < 50; number++) await theirs.appendToStream("Note-fifty", [added])
  if ((await theirs.aggregateStream("Note-fifty", read)).state !== 150) throw new Error("Emmett has not kept its case.")
  const times = (effect: Effect.Effect<unknown, unknown, Store | Editions.Editions>) => () =>
    runtime.runPromise(Effect.repeat(effect, { times: steps - 1 }))
  const timesTheirs = (once: () => Promise<unknown>) => async () => {
    for (let step = 0; step < steps; step++) await once()
  }
  const ways: ReadonlyArray<readonly [string, () => Promise<unknown>]> = [
    ["append beside emmett", times(Effect.flatMap(EventLog.EventLog, (log) => log.append(work.commit())))],
    [
      "emmett's append",
      timesTheirs(() => {
        const { case: id, event } = work.commit()
        return theirs.appendToStream(`Request-${id}`, [{ type: "Ask", data: event }], { expectedStreamVersion: 0n })
      })
    ],
    ["load of a case of 50 events", times(work.load)],
    ["emmett's load of a case of 50 events", timesTheirs(() => theirs.aggregateStream("Note-fifty", read))]
  ]
  const speeds = ways.map((): Array<number> => [])
  for (let round = 0; round <= rounds; round++) {
    for (const [index, [, way]] of ways.entries()) {
      const begun = performance.now()
      await way()
      // A first turn of each is not counted.
      if (round > 0) speeds[index]?.push((steps / (performance.now() - begun)) * 1_000)
    }
  }
  await runtime.dispose()
  await theirs.close?.()
  const outcomes = ways.map(([name], index) => Bench.outcome(`${name}, ${where}`, speeds[index] ?? []))
  const [append = Number.NaN, theirAppend = Number.NaN, load = Number.NaN, theirLoad = Number.NaN] = outcomes.map(
    ({ perSecond }) => perSecond
  )
  const ratio = (ours: number, others: number) => Number((ours / others).toFixed(2))
  return { outcomes, append: ratio(append, theirAppend), load: ratio(load, theirLoad) }
}

/** The tables of the rows that a step asks for beside its event, as by hand in `store`. */
const tables = (counter: string) => [
  `CREATE TABLE actions (number ${counter}, key TEXT UNIQUE, name TEXT, request TEXT, not_before BIGINT DEFAULT 0)`,
  "CREATE INDEX actions_not_before ON actions (not_before)",
  `CREATE TABLE deadlines (number ${counter}, case_id TEXT, name TEXT, fires TEXT, due_at BIGINT)`,
  "CREATE INDEX deadlines_due_at ON deadlines (due_at)"
]

interface Told {
  readonly type: string
  readonly data: unknown
  readonly metadata: { readonly streamName: string }
}

/** Names and requests of the benchmark, none of which has a quote in it. */
const rowsOf = ({ data, metadata: { streamName } }: Told) => [
  `INSERT INTO actions (key, name, request) VALUES ('${streamName}/notify', 'tell', '${JSON.stringify(data)}')`,
  `INSERT INTO deadlines (case_id, name, fires, due_at) VALUES ('${streamName}', 'answer', 'Escalate', 1795420800000)`
]

/** One connection that stays open, in WAL mode, which waits for the disk as SQLite does unless it is told otherwise. */
const sqlite = (load: NodeJS.Require, folder: string): EventStore => {
  const { getSQLiteEventStore, sqliteConnection } = load("@event-driven-io/emmett-sqlite")
  const connection = sqliteConnection({ fileName: join(folder, "emmett.db") })
  const onBeforeCommit = async (events: ReadonlyArray<Told>) => {
    for (const event of events) if (event.type === "Ask") await connection.batchCommand(rowsOf(event))
  }
  return getSQLiteEventStore({
    fileName: join(folder, "emmett.db"),
    connectionOptions: { singleton: true, connection },
    hooks: { onBeforeCommit, onAfterSchemaCreated: () => connection.batchCommand(tables("INTEGER PRIMARY KEY")) }
  })
}

const postgres = (load: NodeJS.Require, folder: string): EventStore => {
  const { getPostgreSQLEventStore } = load("@event-driven-io/emmett-postgresql")
  const { rawSql } = load("@event-driven-io/dumbo")
  const counter = "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY"
  const projection = {
    canHandle: ["Ask"],
    init: ({ context }: { context: Executing }) => context.execute.batchCommand(tables(counter).map(rawSql)),
    handle: (events: ReadonlyArray<Told>, { execute }: Executing) =>
      execute.batchCommand(events.flatMap(rowsOf).map(rawSql))
  }
  const at = `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`
  return getPostgreSQLEventStore(at, { projections: [{ type: "inline", projection }] })
}

interface Executing {
  readonly execute: { readonly batchCommand: (statements: ReadonlyArray<unknown>) => Promise<unknown> }
}
