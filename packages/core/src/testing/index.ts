/**
 * Suites of the ports and laws of processes, for everyone who writes an adapter or a process.
 *
 * @module
 */
export * as EventStoreSuite from "./EventStoreSuite.ts"
export * as HolidaysSuite from "./HolidaysSuite.ts"
export * as PublisherSuite from "./PublisherSuite.ts"
