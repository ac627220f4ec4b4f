/**
 * The EventStore on SQLite.
 *
 * @module
 */
export {}
