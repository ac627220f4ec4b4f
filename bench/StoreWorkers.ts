/**
 * Actions carried a second by one, two and four worker processes that share a store with a backlog: taken from the queue, carried, and their outcome
 * stored as a step. `DUALOPS_BACKLOG` says how many actions wait, 12,000 if nothing is said; `DUALOPS_ROUNDS` how often each has its turn.
 *
 * @module
 */
import { type ChildProcess, fork } from "node:child_process"
import { once } from "node:events"
import { copyFileSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { Operations } from "@dualops/core/operations"
import { Case } from "@dualops/core/process"
import { PgClient } from "@effect/sql-pg"
import { Effect, ManagedRuntime } from "effect"
import { SqlClient } from "effect/sql"
import * as Postgres from "../packages/adapter-sql/test/Postgres.ts"
import * as Bench from "./Bench.ts"
import { type Address, asker, Errand, on } from "./store.worker.ts"

const backlog = Number(process.env.DUALOPS_BACKLOG ?? 12_000)
const rounds = Number(process.env.DUALOPS_ROUNDS ?? 3)
const crews = [1, 2, 4]

const ask = (number: number) =>
  Operations.send(Errand, {
    key: "ask",
    case: Case.CaseId.make(`errand ${number}`),
    step: "Ask",
    by: asker,
    input: { text: "run" }
  })

const fill = (address: Address) =>
  Effect.runPromise(
    Effect.provide(
      Effect.forEach(
        Array.from({ length: backlog }, (_, number) => number),
        ask,
        { concurrency: 16, discard: true }
      ),
      on(address)
    )
  )

const program = fileURLToPath(new URL("store.worker.ts", import.meta.url))
const begin = async (address: Address): Promise<ChildProcess> => {
  const child = fork(program, [JSON.stringify(address)], { stdio: ["ignore", "ignore", "inherit", "ipc"] })
  await once(child, "message")
  return child
}

/** The actions that so many workers carry in a second, from when they all are ready until nothing waits any more. */
const carried = async (address: Address, workers: number): Promise<number> => {
  const runtime = ManagedRuntime.make(on(address))
  const count = (statement: string) =>
    runtime.runPromise(
      Effect.flatMap(SqlClient.SqlClient, (sql) =>
        Effect.map(sql.unsafe<{ readonly n: unknown }>(statement), ([row]) => Number(row?.n))
      )
    )
  const crew = await Promise.all(Array.from({ length: workers }, () => begin(address)))
  const started = performance.now()
  for (const child of crew) child.send("begin")
  while ((await count("SELECT COUNT(*) AS n FROM (SELECT 1 AS one FROM dualops_actions LIMIT 1) AS waiting")) > 0) {
    await Effect.runPromise(Effect.sleep("20 millis"))
  }
  const seconds = (performance.now() - started) / 1_000
  for (const child of crew) {
    child.kill("SIGKILL")
    await once(child, "exit")
  }
  const done = await count("SELECT COUNT(*) AS n FROM dualops_events WHERE state = 'Over'")
  await runtime.dispose()
  if (done !== backlog) throw new Error(`Of ${backlog} actions, ${done} were done.`)
  return backlog / seconds
}

interface Place {
  readonly name: string
  /** A new copy of the store with the backlog. */
  readonly copy: (number: number) => Promise<Address>
}

const onFile = async (folder: string): Promise<Place> => {
  const filename = join(folder, "backlog.db")
  await fill({ filename })
  return {
    name: "SQLite file (full)",
    copy: async (number) => {
      const copied = join(folder, `backlog-${number}.db`)
      copyFileSync(filename, copied)
      return { filename: copied }
    }
  }
}

const onServer = async (folder: string): Promise<Place> => {
  Postgres.start(folder, [])
  const create = (statement: string) =>
    Effect.runPromise(
      Effect.provide(
        Effect.flatMap(SqlClient.SqlClient, (sql) => sql.unsafe(statement)),
        PgClient.layer({ ...Postgres.options(folder, "postgres"), maxConnections: 1 })
      )
    )
  await create("CREATE DATABASE backlog")
  await fill(Postgres.options(folder, "backlog"))
  return {
    name: "PostgreSQL",
    copy: async (number) => {
      await create(`CREATE DATABASE backlog_${number} TEMPLATE backlog`)
      return Postgres.options(folder, `backlog_${number}`)
    }
  }
}

/** One, two and four workers in turn, on both databases; without a server, on the file alone. */
export const race = async () => {
  const folder = mkdtempSync(join(tmpdir(), "dualops-workers-"))
  try {
    const places = [await onFile(folder), ...(Postgres.isThere ? [await onServer(folder)] : [])]
    const contenders = places.flatMap((place) => crews.map((workers) => ({ place, workers })))
    const speeds = contenders.map((): Array<number> => [])
    for (let round = 0; round < rounds; round++) {
      for (const [index, { place, workers }] of contenders.entries()) {
        speeds[index]?.push(await carried(await place.copy(round * contenders.length + index), workers))
      }
    }
    const outcomes = contenders.map(({ place, workers }, index) =>
      Bench.outcome(
        `${backlog.toLocaleString("en")} actions, ${place.name}, ${workers} worker process${workers === 1 ? "" : "es"}`,
        speeds[index] ?? []
      )
    )
    // How much more the greater crew does, where it does the least more than the one before.
    const more = outcomes.flatMap(({ perSecond }, index) =>
      index % crews.length === 0 ? [] : [perSecond / (outcomes[index - 1]?.perSecond ?? Number.NaN)]
    )
    return { outcomes, figures: { backlog, workers: Number(Math.min(...more).toFixed(2)) } }
  } finally {
    if (Postgres.isThere) Postgres.stop(folder)
    rmSync(folder, { recursive: true })
  }
}
