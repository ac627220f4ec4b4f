/**
 * Suites of the ports and laws of processes, for everyone who writes an adapter or a process.
 *
 * @module
 */
export * as PublisherSuite from "./PublisherSuite.ts"
