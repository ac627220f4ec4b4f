/**
 * The EventStore on SQLite.
 *
 * @module
 */
export * as NodeSqlite from "./NodeSqlite.ts"
export * as SqlBookmarks from "./SqlBookmarks.ts"
export * as SqlCallLedger from "./SqlCallLedger.ts"
export * as SqlEditionStore from "./SqlEditionStore.ts"
export * as SqlEventStore from "./SqlEventStore.ts"
export * as SqlInbox from "./SqlInbox.ts"
