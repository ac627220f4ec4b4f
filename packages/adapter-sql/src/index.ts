/**
 * The EventStore on SQLite.
 *
 * @module
 */
export * as NodeSqlite from "./NodeSqlite.ts"
export * as SqlEventStore from "./SqlEventStore.ts"
