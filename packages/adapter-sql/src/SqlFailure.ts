/**
 * What a failure of the database is for those who use what stands on it.
 *
 * @module
 */
import { StoreUnavailable } from "@dualops/core/operations"
import type { SqlError } from "effect/sql"

/** The store does not answer; where SQLite calls its file malformed, or its tables are no longer what they were made, it never will. */
export const unavailable = (cause: SqlError.SqlError): StoreUnavailable =>
  new StoreUnavailable(lasting.includes(codeOf(cause)) ? { cause, isBroken: true } : { cause })

/**
 * SQLITE_CORRUPT and SQLITE_NOTADB, and SQLITE_ERROR: every statement is written for the tables that the migrations made, so that one which
 * means nothing has met others. Source: https://sqlite.org/rescode.html
 */
const lasting = [11, 26, 1]

/** What says more stands in the upper bits. */
const codeOf = ({ reason: { cause } }: SqlError.SqlError): number =>
  typeof cause === "object" && cause !== null && "errcode" in cause ? Number(cause.errcode) & 0xff : 0
