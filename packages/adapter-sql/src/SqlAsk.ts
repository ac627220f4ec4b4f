/**
 * How rows are asked for.
 *
 * @module
 */
import type { Case } from "@dualops/core/process"
import { Effect } from "effect"
import { SqlClient, type Statement } from "effect/sql"
import { unavailable } from "./SqlFailure.ts"

/** Whole numbers are read whole: one that is too large for a program must not keep it from the other rows. */
export const ask = <Row, A>(statement: Statement.Statement<Row>, answer: (rows: ReadonlyArray<Row>) => A) =>
  Effect.mapBoth(Effect.provideService(statement, SqlClient.SafeIntegers, true), {
    onSuccess: answer,
    onFailure: unavailable
  })

/** The rows of a case. */
export const of = (sql: SqlClient.SqlClient, address: Case.Address) =>
  sql`process = ${address.process} AND case_id = ${address.case}`
