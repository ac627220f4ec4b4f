/**
 * The Cursors on an SQL database: whoever starts again reads on from there.
 *
 * @module
 */
import { Cursors, Interactions } from "@dualops/core/interaction"
import { Storable } from "@dualops/core/operations"
import { Effect, Layer, Schema } from "effect"
import { type Migrator, SqlClient, type SqlError } from "effect/sql"
import { ask } from "./SqlAsk.ts"
import { failed } from "./SqlFailure.ts"
import * as SqlMigrations from "./SqlMigrations.ts"

/** The cursors on the client's database, which gets its tables if it has none. */
export const layer: Layer.Layer<Cursors.Cursors, SqlError.SqlError | Migrator.MigrationError, SqlClient.SqlClient> =
  Layer.effect(
    Cursors.Cursors,
    Effect.gen(function* () {
      yield* SqlMigrations.run
      return cursorsOn(yield* SqlClient.SqlClient)
    })
  )

const Kept = Schema.fromJsonString(Interactions.Cursor)

const cursorsOn = (sql: SqlClient.SqlClient): Cursors.Cursors["Service"] => ({
  find: (account, source) =>
    ask(
      sql<{ readonly cursor_json: string }>`SELECT cursor_json FROM dualops_cursors
        WHERE account = ${account} AND source = ${Interactions.nameOf(source)}`,
      ([row]) => row?.cursor_json
    ).pipe(
      // A cursor that cannot be read is a defect: to begin anew would cost all the calls of a day, and more.
      Effect.flatMap((json) =>
        json === undefined ? Effect.succeed(Interactions.start) : Effect.orDie(Schema.decodeEffect(Kept)(json))
      )
    ),
  keep: (account, source, cursor) =>
    Storable.names(["account", account], ["source", Interactions.nameOf(source)]).pipe(
      Effect.andThen(Effect.orDie(Schema.encodeEffect(Kept)(cursor))),
      Effect.flatMap(
        (json) => sql`INSERT INTO dualops_cursors (account, source, cursor_json)
          VALUES (${account}, ${Interactions.nameOf(source)}, ${json})
          ON CONFLICT (account, source) DO UPDATE SET cursor_json = ${json}`
      ),
      Effect.asVoid,
      Effect.catchTag("SqlError", failed)
    )
})
