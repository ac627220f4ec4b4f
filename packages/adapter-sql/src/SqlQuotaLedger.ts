/**
 * The QuotaLedger on an SQL database: one count for all processes that use one token.
 *
 * @module
 */
import type { Moment } from "@dualops/core/calendar"
import { QuotaLedger } from "@dualops/core/planning"
import { DateTime, Effect, Layer } from "effect"
import { type Migrator, SqlClient, type SqlError } from "effect/sql"
import { failed } from "./SqlFailure.ts"
import * as SqlMigrations from "./SqlMigrations.ts"
import type { Integer } from "./SqlRows.ts"

/** The ledger on the client's database, which gets its tables if it has none. */
export const layer: Layer.Layer<
  QuotaLedger.QuotaLedger,
  SqlError.SqlError | Migrator.MigrationError,
  SqlClient.SqlClient
> = Layer.effect(
  QuotaLedger.QuotaLedger,
  Effect.gen(function* () {
    yield* SqlMigrations.run
    return ledgerOn(yield* SqlClient.SqlClient)
  })
)

const ledgerOn = (sql: SqlClient.SqlClient): QuotaLedger.QuotaLedger["Service"] => {
  const used = (counter: string, window: Moment.Moment) =>
    Effect.map(
      sql<{ readonly used: Integer }>`SELECT used FROM dualops_calls
        WHERE counter = ${counter} AND begins = ${window.epochMilliseconds}`,
      ([row]) => Number(row?.used ?? 0)
    )

  // The database compares and counts in one statement, so that two who take at once cannot both have the last one.
  const take = Effect.fnUntraced(function* (claim: QuotaLedger.Claim) {
    const { counter, most, window } = claim
    const taken =
      most < 1
        ? []
        : yield* sql`INSERT INTO dualops_calls (counter, begins, used) VALUES (${counter}, ${window.epochMilliseconds}, 1)
            ON CONFLICT (counter, begins) DO UPDATE SET used = dualops_calls.used + 1 WHERE dualops_calls.used < ${most}
            RETURNING used`
    if (taken.length > 0) {
      const oldest = DateTime.subtractDuration(window, QuotaLedger.keptFor).epochMilliseconds
      yield* sql`DELETE FROM dualops_calls WHERE counter = ${counter} AND begins < ${oldest}`
      return
    }
    return yield* new QuotaLedger.UsedUp({ claim, used: yield* used(counter, window) })
  })

  return {
    used: (counter, window) => Effect.catch(used(counter, window), failed),
    take: (claims) =>
      sql.withTransaction(Effect.forEach(claims, take, { discard: true })).pipe(Effect.catchTag("SqlError", failed))
  }
}
