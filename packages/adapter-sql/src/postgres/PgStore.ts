/**
 * The store on PostgreSQL, for many processes: whichever of them takes a step, the workers of all are woken.
 *
 * @module
 */

import { type Store, Waking } from "@dualops/core/operations"
import { PgClient } from "@effect/sql-pg"
import { Effect, Layer, Queue, type Scope } from "effect"
import { type Migrator, SqlClient, type SqlError } from "effect/sql"
import * as SqlStore from "../SqlStore.ts"

/** The store on the client's database, which gets its tables if it has none. Two connections of the client listen for as long as it is open. */
export const layer: Layer.Layer<Store, SqlError.SqlError | Migrator.MigrationError, PgClient.PgClient> = Layer.unwrap(
  Effect.map(PgClient.PgClient, (client) =>
    Layer.merge(
      Layer.effect(Waking.Waking, calls(client, "dualops")),
      Layer.effect(Waking.Moved, calls(client, "dualops_moved"))
    ).pipe(Layer.provideMerge(SqlStore.layer), Layer.provide(Layer.succeed(SqlClient.SqlClient, client)))
  )
)

/** A call goes out after the commit, and those that come while one is under way go out as one: inside the transaction each would hold up all others. */
const calls = Effect.fnUntraced(function* (
  client: PgClient.PgClient,
  channel: string
): Effect.fn.Return<Waking.Calls, never, Scope.Scope> {
  const { call: wake, hear } = yield* Waking.local
  const wanted = yield* Queue.sliding<void>(1)
  const send = Effect.andThen(Queue.take(wanted), client.notify(channel, ""))
  const listen = Effect.gen(function* () {
    const heard = yield* client.listen(channel)
    // What was called before nobody has heard.
    yield* wake
    yield* Effect.forever(Effect.andThen(Queue.take(heard), wake))
  })
  for (const job of [send, Effect.scoped(listen)]) yield* Effect.forkScoped(unbroken(job))
  return { call: Effect.asVoid(Queue.offer(wanted, undefined)), hear }
})

/** Again and again; workers look by themselves while the server does not answer. */
const unbroken = (job: Effect.Effect<void, SqlError.SqlError>): Effect.Effect<never> =>
  Effect.forever(Effect.catch(job, () => Effect.sleep("1 second")))
