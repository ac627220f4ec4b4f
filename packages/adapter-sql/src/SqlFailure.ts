/**
 * What a failure of the database is for those who use what stands on it.
 *
 * @module
 */
import { StoreUnavailable } from "@dualops/core/operations"
import { Effect } from "effect"
import type { SqlError } from "effect/sql"

/**
 * The store does not answer; where the database calls its files corrupt, or its tables are no longer what they were made, it never will. A value that
 * no database keeps is a defect: it was to be refused before, and is not asked for again.
 */
export const failed = (cause: SqlError.SqlError): Effect.Effect<never, StoreUnavailable> => {
  if (isUnstorable(cause)) return Effect.die(cause)
  const why = { cause: reasonOf(cause) }
  return Effect.fail(new StoreUnavailable(isBroken(cause) ? { ...why, isBroken: true } : why))
}

/** Whether it never will be otherwise: the files are corrupt, or the tables are no longer what they were made. */
export const isBroken = (cause: SqlError.SqlError): boolean => lasting.some((one) => one.test(codeOf(cause)))

/** What says why: a client may only say that a query has failed, and leave the rest to what the database has said. */
const reasonOf = (error: SqlError.SqlError): unknown => {
  const { cause } = error.reason
  return cause instanceof Error && !error.message.includes(cause.message) ? cause : error
}

/** Whether it is a text that PostgreSQL cannot have: one with a null character (22021), or one that is longer than an index takes (54000). */
export const isUnstorable = (cause: SqlError.SqlError): boolean => /^(22021|54000)$/.test(codeOf(cause))

/**
 * SQLITE_CORRUPT, SQLITE_NOTADB and SQLITE_ERROR, and the same of PostgreSQL. Every statement is written for the tables that the migrations made, so
 * that one which means nothing has met others; except that a right may be missing (42501), which a person gives back.
 * Source: https://sqlite.org/rescode.html, https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const lasting = [/^(11|26|1)$/, /^XX00[12]$/, /^42(?!501)/]

/** The result code of SQLite, of which more is said in the upper bits, or the SQLSTATE of PostgreSQL. */
const codeOf = ({ reason: { cause } }: SqlError.SqlError): string => {
  if (typeof cause !== "object" || cause === null) return ""
  return "errcode" in cause ? String(Number(cause.errcode) & 0xff) : "code" in cause ? String(cause.code) : ""
}
