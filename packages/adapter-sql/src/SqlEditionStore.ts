/**
 * The EditionStore on an SQL database: beside the cases that run under its editions.
 *
 * @module
 */
import { EditionStore, Storable } from "@dualops/core/operations"
import { Effect, Layer, Schema } from "effect"
import { type Migrator, SqlClient, type SqlError } from "effect/sql"
import { ask } from "./SqlAsk.ts"
import { failed } from "./SqlFailure.ts"
import * as SqlMigrations from "./SqlMigrations.ts"

/** The editions on the client's database, which gets its tables if it has none. */
export const layer: Layer.Layer<
  EditionStore.EditionStore,
  SqlError.SqlError | Migrator.MigrationError,
  SqlClient.SqlClient
> = Layer.effect(
  EditionStore.EditionStore,
  Effect.gen(function* () {
    yield* SqlMigrations.run
    return editionsOn(yield* SqlClient.SqlClient)
  })
)

interface Row {
  readonly name: string
  readonly content: string
}

const editionsOn = (sql: SqlClient.SqlClient): EditionStore.EditionStore["Service"] => ({
  // The update changes nothing: it makes the row that is kept the one that is answered with, whoever was first.
  keep: ({ content, name, version }) =>
    Effect.andThen(
      Storable.names(["edition", version], ["section", name]),
      sql<Row>`INSERT INTO dualops_editions (version, name, content) VALUES (${version}, ${name}, ${JSON.stringify(content)})
      ON CONFLICT (version, name) DO UPDATE SET content = dualops_editions.content RETURNING name, content`
    ).pipe(
      Effect.catchTag("SqlError", failed),
      Effect.flatMap(([row]) => (row === undefined ? Effect.die(`${version} was not kept`) : json(row.content)))
    ),
  find: (version) =>
    ask(sql<Row>`SELECT name, content FROM dualops_editions WHERE version = ${version}`, (rows) => rows).pipe(
      Effect.flatMap(Effect.forEach(sectionOf)),
      Effect.map((sections) => new Map(sections))
    )
})

const sectionOf = ({ content, name }: Row) => Effect.map(json(content), (section) => [name, section] as const)

/** What somebody has damaged by hand is handed out as nothing, which is no edition: whoever reads it says so. */
const json = (text: string): Effect.Effect<Schema.Json> =>
  Effect.catch(Schema.decodeEffect(Schema.fromJsonString(Schema.Json))(text), () => Effect.succeed(null))
