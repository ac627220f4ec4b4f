/**
 * What is heard and counted outside, beside the log: kinds of observation as values, recorded once each, read in pages, counted by time, and erased
 *
 * @module
 */
export * as Buckets from "./Buckets.ts"
export * as Observation from "./Observation.ts"
export * as ObservationProjection from "./ObservationProjection.ts"
export * as ObservationStore from "./ObservationStore.ts"
export * as Observations from "./Observations.ts"

// What these are made of.

export * as ObservationBatch from "./ObservationBatch.ts"
export * as ObservationPage from "./ObservationPage.ts"
export * as ObservationRow from "./ObservationRow.ts"
