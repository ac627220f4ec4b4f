/**
 * Steps stored a second on PostgreSQL: the store beside the same rows written by hand, statement by statement in a transaction, by the same client on the
 * same server, which waits for its disk at every commit.
 *
 * @module
 */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { SqlStore } from "@dualops/adapter-sql"
import { EventLog } from "@dualops/core/operations"
import { PgClient } from "@effect/sql-pg"
import { Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import * as Postgres from "../packages/adapter-sql/test/Postgres.ts"
import * as Bench from "./Bench.ts"

const rounds = 7
const steps = 320

/** The same rows as `append` stores, each by a statement of its own. */
const byHand = Effect.fnUntraced(function* (sql: SqlClient.SqlClient, commit: EventLog.Commit, position: number) {
  const { case: id, key, process } = commit
  yield* sql`INSERT INTO dualops_events (position, process, case_id, version, key, state, event)
    VALUES (${position}, ${process}, ${id}, ${commit.expected + 1}, ${key}, ${commit.state}, ${JSON.stringify(commit.event)})`
  for (const tag of commit.tags) {
    yield* sql`INSERT INTO dualops_tags (tag, position, process, case_id) VALUES (${tag}, ${position}, ${process}, ${id}) ON CONFLICT DO NOTHING`
  }
  yield* sql`DELETE FROM dualops_deadlines WHERE process = ${process} AND case_id = ${id}`
  for (const { at, fires, name, rung, version } of commit.timers) {
    yield* sql`INSERT INTO dualops_deadlines (process, case_id, name, rung, version, fires, due_at)
      VALUES (${process}, ${id}, ${name}, ${rung}, ${version}, ${fires}, ${at.epochMilliseconds})`
  }
  for (const { key, name, request, step, version } of commit.actions) {
    yield* sql`INSERT INTO dualops_actions (process, case_id, key, version, step, name, request)
      VALUES (${process}, ${id}, ${key}, ${version}, ${step}, ${name}, ${JSON.stringify(request)})`
  }
})

/** Both, in turn, with one and with sixteen steps under way at once; nothing where there is no server. */
export const race = async (
  commit: () => EventLog.Commit
): Promise<{ readonly outcomes: ReadonlyArray<Bench.Outcome>; readonly figures: Readonly<Record<string, number>> }> => {
  if (!Postgres.isThere) return { outcomes: [], figures: {} }
  const folder = mkdtempSync(join(tmpdir(), "dualops-pg-"))
  Postgres.start(folder, [])
  const client = PgClient.layer({ ...Postgres.options(folder, "postgres"), maxConnections: 16 })
  const measured = Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    const log = yield* EventLog.EventLog
    let position = -1_000_000_000
    const ways: Readonly<Record<string, Effect.Effect<void, unknown>>> = {
      append: Effect.suspend(() => log.append(commit())),
      "append, by hand": Effect.suspend(() => sql.withTransaction(byHand(sql, commit(), position++)))
    }
    const contenders = Object.entries(ways).flatMap(([name, way]) =>
      [1, 16].map((concurrency) => ({ name: `${name}, PostgreSQL, ${concurrency} at once`, way, concurrency }))
    )
    const speeds = new Map<string, Array<number>>(contenders.map(({ name }) => [name, []]))
    for (let round = 0; round <= rounds; round++) {
      for (const { concurrency, name, way } of contenders) {
        const begin = performance.now()
        yield* Effect.forEach(Array.from({ length: steps }), () => way, { concurrency, discard: true })
        // A first turn of each is not counted.
        if (round > 0) speeds.get(name)?.push((steps / (performance.now() - begin)) * 1_000)
      }
    }
    return contenders.map(({ name }) => Bench.outcome(name, speeds.get(name) ?? []))
  })
  try {
    const outcomes = await Effect.runPromise(Effect.provide(measured, Layer.provideMerge(SqlStore.layer, client)))
    const [one = Number.NaN, many = Number.NaN, rawOne = Number.NaN, rawMany = Number.NaN] = outcomes.map(
      ({ perSecond }) => perSecond
    )
    const ratio = (ours: number, raw: number) => Number((ours / raw).toFixed(2))
    return { outcomes, figures: { ratioToRawPg: ratio(one, rawOne), ratioToRawPgAt16: ratio(many, rawMany) } }
  } finally {
    Postgres.stop(folder)
    rmSync(folder, { recursive: true })
  }
}
