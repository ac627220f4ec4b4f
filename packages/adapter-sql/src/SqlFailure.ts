/**
 * What a failure of the database is for those who use what stands on it.
 *
 * @module
 */
import { EventStore } from "@dualops/core/operations"
import type { SqlError } from "effect/sql"

/** The store does not answer; where SQLite calls its file malformed, or a table is no longer what it was made, it never will. */
export const unavailable = (cause: SqlError.SqlError): EventStore.StoreUnavailable =>
  new EventStore.StoreUnavailable(isMalformed(cause) || isOtherwiseMade(cause) ? { cause, isBroken: true } : { cause })

/** SQLITE_CORRUPT and SQLITE_NOTADB, with all that says more in their upper bits: https://sqlite.org/rescode.html */
const isMalformed = ({ reason }: SqlError.SqlError): boolean => {
  const { cause } = reason
  const code = typeof cause === "object" && cause !== null && "errcode" in cause ? Number(cause.errcode) & 0xff : 0
  return code === 11 || code === 26
}

/** Every statement is written for the tables that the migrations made. */
const isOtherwiseMade = ({ reason: { cause } }: SqlError.SqlError): boolean =>
  cause instanceof Error && /no such (table|column)|has no column/.test(cause.message)
