/**
 * What a failure of the database is for those who use what stands on it.
 *
 * @module
 */
import { EventStore } from "@dualops/core"
import type { SqlError } from "effect/sql"

/** The store does not answer; where SQLite calls its file malformed, it never will. */
export const unavailable = (cause: SqlError.SqlError): EventStore.StoreUnavailable =>
  new EventStore.StoreUnavailable(isMalformed(cause) ? { cause, isBroken: true } : { cause })

/** SQLITE_CORRUPT and SQLITE_NOTADB, with all that says more in their upper bits: https://sqlite.org/rescode.html */
const isMalformed = ({ reason }: SqlError.SqlError): boolean => {
  const { cause } = reason
  const code = typeof cause === "object" && cause !== null && "errcode" in cause ? Number(cause.errcode) & 0xff : 0
  return code === 11 || code === 26
}
