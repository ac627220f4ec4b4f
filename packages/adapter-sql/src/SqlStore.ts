/**
 * The EventLog, the WorkQueue and the Snapshots on an SQL database, which has them all: what happens, and in the same transaction what must happen next.
 *
 * @module
 */
import { EventLog, Snapshots, type Store, Waking, WorkQueue } from "@dualops/core/operations"
import { Context, Effect, Layer } from "effect"
import { type Migrator, SqlClient, type SqlError } from "effect/sql"
import * as PgPositions from "./PgPositions.ts"
import { logOn } from "./SqlEventLog.ts"
import * as SqlMigrations from "./SqlMigrations.ts"
import { snapshotsOn } from "./SqlSnapshots.ts"
import { queueOn } from "./SqlWorkQueue.ts"

/** The store on the client's database, which gets its tables if it has none. It wakes the workers of its own program, and those who follow the log there. */
export const layer: Layer.Layer<Store, SqlError.SqlError | Migrator.MigrationError, SqlClient.SqlClient> =
  Layer.effectContext(
    Effect.gen(function* () {
      yield* SqlMigrations.run
      const sql = yield* SqlClient.SqlClient
      yield* sql.onDialectOrElse({ pg: () => PgPositions.begin(sql), orElse: () => Effect.void })
      return Context.make(EventLog.EventLog, logOn(sql)).pipe(
        Context.add(WorkQueue.WorkQueue, queueOn(sql)),
        Context.add(Snapshots.Snapshots, snapshotsOn(sql)),
        Context.add(Waking.Waking, yield* Waking.local),
        Context.add(Waking.Moved, yield* Waking.local)
      )
    })
  )
