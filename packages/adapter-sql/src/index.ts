/**
 * The EventStore on SQLite.
 *
 * @module
 */
export * as NodeSqlite from "./NodeSqlite.ts"
export * as SqlCursors from "./SqlCursors.ts"
export * as SqlEditionStore from "./SqlEditionStore.ts"
export * as SqlEventStore from "./SqlEventStore.ts"
export * as SqlInbox from "./SqlInbox.ts"
export * as SqlQuotaLedger from "./SqlQuotaLedger.ts"
