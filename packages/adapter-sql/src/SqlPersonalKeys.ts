/**
 * The PersonalKeys on an SQL database of their own: backups of the store have none of them, so that what was erased is erased in those as well.
 *
 * @module
 */
import { randomBytes } from "node:crypto"
import { PersonalKeys } from "@dualops/core/personal-data"
import { Case } from "@dualops/core/process"
import { DateTime, Effect, Layer, Schema } from "effect"
import { Migrator, SqlClient, type SqlError } from "effect/sql"
import { ask, of } from "./SqlAsk.ts"
import * as SqlDialect from "./SqlDialect.ts"
import { failed } from "./SqlFailure.ts"

/** The keys on the client's database, which gets its table if it has none. */
export const layer: Layer.Layer<PersonalKeys, SqlError.SqlError | Migrator.MigrationError, SqlClient.SqlClient> =
  Layer.effect(
    PersonalKeys,
    Effect.gen(function* () {
      yield* Migrator.make({})({
        loader: Migrator.fromRecord({ "0001_personal_keys": tables }),
        table: "dualops_key_migrations"
      })
      const sql = yield* SqlClient.SqlClient
      // What is deleted is overwritten in the file, and not only forgotten.
      yield* sql.onDialectOrElse({ pg: () => Effect.void, orElse: () => sql`PRAGMA secure_delete = ON` })
      return keysOn(sql)
    })
  )

const tables = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const { ending, whole } = SqlDialect.of(sql)
  yield* sql.unsafe(`CREATE TABLE dualops_personal_keys (
    id TEXT NOT NULL PRIMARY KEY, process TEXT NOT NULL, case_id TEXT NOT NULL, bytes TEXT NOT NULL, made_at ${whole} NOT NULL,
    UNIQUE (process, case_id))${ending}`)
})

const Row = Schema.Struct({
  id: Schema.String,
  bytes: Schema.Uint8ArrayFromHex.check(Schema.makeFilter((bytes) => bytes.length === 32))
})
const keysOf = Schema.decodeUnknownEffect(Schema.Array(Row))
const casesOf = Schema.decodeUnknownEffect(
  Schema.Array(Schema.Struct({ id: Schema.String, process: Schema.String, case: Case.CaseId }))
)

const keysOn = (sql: SqlClient.SqlClient): PersonalKeys["Service"] => ({
  of: (address) =>
    Effect.gen(function* () {
      // Most often there is one, and reading waits for no disk.
      const [known] = yield* Effect.orDie(
        keysOf(yield* sql`SELECT id, bytes FROM dualops_personal_keys WHERE ${of(sql, address)}`)
      )
      if (known !== undefined) return known
      const [id, bytes] = [randomBytes(16).toString("hex"), randomBytes(32).toString("hex")]
      const at = (yield* DateTime.now).epochMilliseconds
      // The update changes nothing: it makes the row that is kept the one that is answered with, whoever was first.
      const rows = yield* sql`INSERT INTO dualops_personal_keys (id, process, case_id, bytes, made_at)
        VALUES (${id}, ${address.process}, ${address.case}, ${bytes}, ${at})
        ON CONFLICT (process, case_id) DO UPDATE SET made_at = dualops_personal_keys.made_at RETURNING id, bytes`
      const [key] = yield* Effect.orDie(keysOf(rows))
      return key ?? (yield* Effect.die(`${address.case} got no key`))
    }).pipe(Effect.catchTag("SqlError", failed)),
  find: (ids) =>
    ids.length === 0
      ? Effect.succeed([])
      : Effect.flatMap(
          ask(sql`SELECT id, bytes FROM dualops_personal_keys WHERE ${sql.in("id", ids)}`, (rows) => rows),
          (rows) => Effect.orDie(keysOf(rows))
        ),
  destroy: (address) =>
    Effect.gen(function* () {
      const gone = yield* ask(
        sql`DELETE FROM dualops_personal_keys WHERE ${of(sql, address)} RETURNING id`,
        (rows) => rows.length > 0
      )
      // The log of SQLite still has the page as it was.
      if (gone) {
        yield* sql.onDialectOrElse({
          pg: () => Effect.void,
          orElse: () => Effect.catch(sql`PRAGMA wal_checkpoint(TRUNCATE)`, failed)
        })
      }
      return gone
    }),
  madeBefore: (moment, limit, after = "") =>
    Effect.flatMap(
      ask(
        sql`SELECT id, process, case_id AS "case" FROM dualops_personal_keys
          WHERE made_at < ${moment.epochMilliseconds} AND id > ${after} ORDER BY id LIMIT ${limit}`,
        (rows) => rows
      ),
      (rows) => Effect.orDie(casesOf(rows))
    )
})
