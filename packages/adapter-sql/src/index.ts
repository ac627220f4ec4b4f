/**
 * The EventLog and the WorkQueue on SQLite; those of PostgreSQL have an address of their own, so that who has no server loads nothing of it.
 *
 * @module
 */
export * as NodeSqlite from "./NodeSqlite.ts"
export * as SqlCaseTexts from "./SqlCaseTexts.ts"
export * as SqlCursors from "./SqlCursors.ts"
export * as SqlDrawRecords from "./SqlDrawRecords.ts"
export * as SqlEditionStore from "./SqlEditionStore.ts"
export * as SqlInbox from "./SqlInbox.ts"
export * as SqlObservationStore from "./SqlObservationStore.ts"
export * as SqlPersonalKeys from "./SqlPersonalKeys.ts"
export * as SqlQuotaLedger from "./SqlQuotaLedger.ts"
export * as SqlRedemptions from "./SqlRedemptions.ts"
export * as SqlReportShelf from "./SqlReportShelf.ts"
export * as SqlStore from "./SqlStore.ts"
