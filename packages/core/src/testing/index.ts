/**
 * Suites of the ports and laws of processes, for everyone who writes an adapter or a process.
 *
 * @module
 */
export * as Coverage from "./Coverage.ts"
export * as EventStoreSuite from "./EventStoreSuite.ts"
export * as HolidaysSuite from "./HolidaysSuite.ts"
export * as Inputs from "./Inputs.ts"
export * as Move from "./Move.ts"
export * as ProcessLaws from "./ProcessLaws.ts"
export * as ProcessSpec from "./ProcessSpec.ts"
export * as PublisherSuite from "./PublisherSuite.ts"
export * as Rights from "./Rights.ts"
export * as Traces from "./Traces.ts"
export * as Wish from "./Wish.ts"
