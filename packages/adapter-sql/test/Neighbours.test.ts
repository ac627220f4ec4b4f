/** Transactions of others on the same PostgreSQL server: those of another database bring nothing here, and hold up no reader. */
import { EventLog } from "@dualops/core/operations"
import { Case } from "@dualops/core/process"
import { PgClient } from "@effect/sql-pg"
import { assert, describe, it } from "@effect/vitest"
import { Context, Effect, Layer } from "effect"
import { SqlStore } from "../src/index.ts"
import * as Postgres from "./Postgres.ts"

const append = (id: string) =>
  EventLog.EventLog.use((log) =>
    log.append({
      process: "Post",
      case: Case.CaseId.make(id),
      key: "begin",
      expected: 0,
      event: id,
      state: "Begun",
      tags: [],
      actions: [],
      timers: []
    })
  )
const read = (after: number) => EventLog.EventLog.use((log) => log.log(after, 1000))
const clientOf = (of: Parameters<typeof PgClient.layer>[0]) =>
  Effect.map(Layer.build(PgClient.layer(of)), (built) => Context.get(built, PgClient.PgClient))

/** Does it while a transaction of that client is under way that has a number. */
const during = <A, E, R>(client: PgClient.PgClient, work: Effect.Effect<A, E, R>) =>
  client.withTransaction(Effect.andThen(client`SELECT pg_current_xact_id()::text`, work))

describe.skipIf(!Postgres.isThere)("A transaction that is under way on the same server", () => {
  it.live("in another database holds up no reader, who misses nothing of what sixteen write meanwhile", () =>
    Effect.gen(function* () {
      const neighbour = yield* clientOf(yield* Postgres.database)
      const of = yield* Postgres.database
      const store = SqlStore.layer.pipe(Layer.provide(PgClient.layer({ ...of, maxConnections: 20 })))
      const names = Array.from({ length: 400 }, (_, index) => `case ${index}`)
      yield* Effect.gen(function* () {
        const writing = Effect.forEach(names, append, { concurrency: 16 })
        const heard: Array<string> = []
        let position = 0
        const follow = Effect.gen(function* () {
          for (const entry of yield* read(position)) {
            heard.push(entry.case)
            position = entry.position
          }
        })
        const following = Effect.repeat(follow, { until: () => heard.length >= names.length, times: 500 })
        yield* during(neighbour, Effect.all([writing, following], { concurrency: 2 }))
        assert.strictEqual(heard.length, names.length)
        assert.sameMembers(heard, names)
      }).pipe(Effect.provide(store))
    }).pipe(Effect.scoped)
  )

  it.live("of somebody whom the reader may not see holds up the reader, for it may write here", () =>
    Effect.gen(function* () {
      const of = yield* Postgres.database
      const admin = yield* clientOf(of)
      const role = `reader_of_${of.database}`
      yield* admin.unsafe(`CREATE ROLE ${role} LOGIN`)
      yield* admin.unsafe(`ALTER SCHEMA public OWNER TO ${role}`)
      yield* Effect.gen(function* () {
        yield* append("before")
        assert.lengthOf(yield* read(0), 1)
        yield* during(admin, Effect.andThen(append("meanwhile"), read(0))).pipe(
          Effect.map((entries) => assert.lengthOf(entries, 1))
        )
        assert.lengthOf(yield* read(0), 2)
      }).pipe(Effect.provide(SqlStore.layer.pipe(Layer.provide(PgClient.layer({ ...of, username: role })))))
    }).pipe(Effect.scoped)
  )
})
