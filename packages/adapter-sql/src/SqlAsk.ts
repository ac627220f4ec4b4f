/**
 * How rows are asked for.
 *
 * @module
 */
import type { StoreUnavailable } from "@dualops/core/operations"
import type { Case } from "@dualops/core/process"
import { Effect } from "effect"
import { SqlClient, type SqlError, type Statement } from "effect/sql"
import { failed, isUnstorable } from "./SqlFailure.ts"

/**
 * The rows of an answer, and none where it is asked by a name that no database keeps: there is nothing of that name. Whole numbers are read whole: one
 * that is too large for a program must not keep it from the other rows.
 */
export const ask = <Row, A>(
  statement: Statement.Statement<Row>,
  answer: (rows: ReadonlyArray<Row>) => A
): Effect.Effect<A, StoreUnavailable> =>
  Effect.provideService(statement, SqlClient.SafeIntegers, true).pipe(
    Effect.catchIf(isUnstorable, (): Effect.Effect<ReadonlyArray<Row>, SqlError.SqlError> => Effect.succeed([])),
    Effect.map(answer),
    Effect.catch(failed)
  )

/** The rows of a case. */
export const of = (sql: SqlClient.SqlClient, address: Case.Address) =>
  sql`process = ${address.process} AND case_id = ${address.case}`
