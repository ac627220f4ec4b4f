/**
 * What cases hold over others: rows of which a step is stored only if they are those that it was weighed against.
 *
 * @module
 */
import { type EventLog, Storable, type StoreUnavailable } from "@dualops/core/operations"
import type { Case } from "@dualops/core/process"
import { Effect } from "effect"
import type { SqlClient, SqlError } from "effect/sql"
import { ask, of } from "./SqlAsk.ts"
import * as SqlDialect from "./SqlDialect.ts"
import * as SqlRows from "./SqlRows.ts"
import { markOf } from "./StandingMark.ts"

/** What stands under these names, in the order in which it came to. */
export const under = (
  sql: SqlClient.SqlClient,
  names: ReadonlyArray<string>
): Effect.Effect<ReadonlyArray<EventLog.Standing>, StoreUnavailable> => {
  const known = names.filter((name) => Storable.wrongWith(name, Storable.longest.standing) === undefined)
  return known.length === 0
    ? Effect.succeed([])
    : ask(
        sql<SqlRows.StandingRow>`SELECT process, case_id, name, since, terms FROM dualops_standings
          WHERE name IN (${SqlDialect.of(sql).textsOf(sql, JSON.stringify(known))}) ORDER BY number`,
        (rows) => rows.map(SqlRows.standing)
      )
}

/** What a step is weighed against that is weighed against nothing. */
export const nothing: EventLog.Weighed = { names: [], found: [] }

/** What the case has come to hold, instead of what it held. */
export const replace = (
  sql: SqlClient.SqlClient,
  address: Case.Address,
  { expected, holds }: Pick<EventLog.Commit, "expected" | "holds">
): Effect.Effect<void, SqlError.SqlError> =>
  holds === undefined
    ? Effect.void
    : Effect.andThen(
        sql`DELETE FROM dualops_standings WHERE ${of(sql, address)}`,
        Effect.forEach(
          holds,
          (held) => sql`INSERT INTO dualops_standings ${sql.insert(SqlRows.standingRow(held, address, expected + 1))}`,
          { discard: true }
        )
      )

/** Why a step was not stored: something else stands over its case, or its case has gone on. */
export const isOther = (
  sql: SqlClient.SqlClient,
  { found, names }: EventLog.Weighed = nothing
): Effect.Effect<boolean, StoreUnavailable> =>
  Effect.map(under(sql, names), (there) => {
    const known = new Set(found.map(markOf))
    return there.length !== found.length || there.some((one) => !known.has(markOf(one)))
  })
