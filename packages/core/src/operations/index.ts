/**
 * Processes at work: cases that are begun, stepped and kept, what is on whose desk, and workers that carry actions and fire deadlines.
 *
 * @module
 */
export * as Carrier from "./Carrier.ts"
export * as Caseload from "./Caseload.ts"
export * as EditionStore from "./EditionStore.ts"
export * as Editions from "./Editions.ts"
export * as EventLog from "./EventLog.ts"
export * as Operations from "./Operations.ts"
export * as Projection from "./Projection.ts"
export * as Reading from "./Reading.ts"
export type { Store } from "./Store.ts"
export * as Worker from "./Worker.ts"
export * as WorkQueue from "./WorkQueue.ts"
export * as Writing from "./Writing.ts"

// What these are made of.

export * as Actions from "./Actions.ts"
export * as CaseSearch from "./CaseSearch.ts"
export * as CaseSheet from "./CaseSheet.ts"
export * as CaseSheets from "./CaseSheets.ts"
export * as CaseText from "./CaseText.ts"
export * as CaseTexts from "./CaseTexts.ts"
export * as Damaged from "./Damaged.ts"
export * as Deadlines from "./Deadlines.ts"
export * as Handbooks from "./Handbooks.ts"
export * as LogClock from "./LogClock.ts"
export * as Offers from "./Offers.ts"
export * as Openings from "./Openings.ts"
export * as Refusals from "./Refusals.ts"
export * as Rehearsal from "./Rehearsal.ts"
export * as Restored from "./Restored.ts"
export * as Snapshots from "./Snapshots.ts"
export * as Storable from "./Storable.ts"
export { isUnavailable, StoreUnavailable } from "./StoreUnavailable.ts"
export * as Waking from "./Waking.ts"
