/**
 * The store on PostgreSQL, for many processes that wake each other.
 *
 * @module
 */
export * as PgStore from "./PgStore.ts"
