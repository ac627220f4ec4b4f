/**
 * The ReportShelf on an SQL database: a row for each report, as JSON. What came first stays, whoever else comes.
 *
 * @module
 */
import { Report, ReportShelf } from "@dualops/core/reports"
import { Effect, Layer, Schema } from "effect"
import { Migrator, SqlClient, type SqlError } from "effect/sql"
import { ask } from "./SqlAsk.ts"
import * as SqlDialect from "./SqlDialect.ts"

/** The shelf on the client's database, which gets its table if it has none. */
export const layer: Layer.Layer<
  ReportShelf.ReportShelf,
  SqlError.SqlError | Migrator.MigrationError,
  SqlClient.SqlClient
> = Layer.effect(
  ReportShelf.ReportShelf,
  Effect.gen(function* () {
    yield* Migrator.make({})({
      loader: Migrator.fromRecord({ "0001_reports": tables }),
      table: "dualops_report_migrations"
    })
    return shelfOn(yield* SqlClient.SqlClient)
  })
)

const tables = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const { ending } = SqlDialect.of(sql)
  yield* sql.unsafe(
    `CREATE TABLE dualops_reports (name TEXT NOT NULL PRIMARY KEY, account TEXT NOT NULL, nth INTEGER NOT NULL, report TEXT NOT NULL)${ending}`
  )
  yield* sql.unsafe("CREATE INDEX dualops_reports_account ON dualops_reports (account, nth)")
})

const rowsOf = Schema.decodeUnknownEffect(Schema.Array(Schema.Struct({ name: Schema.String, report: Report.Written })))
const written = Schema.encodeSync(Report.Written)

const shelfOn = (sql: SqlClient.SqlClient): ReportShelf.ReportShelf["Service"] => {
  const read = (rows: Effect.Effect<ReadonlyArray<object>, Effect.Error<ReturnType<typeof ask>>>) =>
    Effect.flatMap(rows, (found) => Effect.orDie(rowsOf(found)))
  const find = (name: string) =>
    Effect.map(
      read(ask(sql`SELECT name, report FROM dualops_reports WHERE name = ${name}`, (rows) => rows)),
      ([kept]) => kept?.report
    )
  return {
    find,
    keep: ({ name, report }) =>
      Effect.gen(function* () {
        yield* ask(
          sql`INSERT INTO dualops_reports (name, account, nth, report)
            SELECT ${name}, ${report.account}, coalesce(max(nth), 0) + 1, ${written(report)} FROM dualops_reports
            WHERE true ON CONFLICT (name) DO NOTHING`,
          () => undefined
        )
        return (yield* find(name)) ?? (yield* Effect.die(`${name} was not kept`))
      }),
    newest: (account, limit, before) => {
      // Two that are kept at the same time may have one number: then they stand by their names.
      const older =
        before === undefined
          ? sql``
          : sql` AND EXISTS (SELECT 1 FROM dualops_reports AS last WHERE last.name = ${before} AND last.account = ${account}
              AND (one.nth < last.nth OR (one.nth = last.nth AND one.name > last.name)))`
      return read(
        ask(
          sql`SELECT name, report FROM dualops_reports AS one WHERE account = ${account}${older} ORDER BY nth DESC, name LIMIT ${limit}`,
          (rows) => rows
        )
      )
    }
  }
}
