/**
 * Hears what is said of a brand: what is watched for, what is usual, what is a burst, when it began and ended, who carried it, and how grave it is.
 *
 * @module
 */
export * as Baseline from "./Baseline.ts"
export * as Burst from "./Burst.ts"
export * as Episode from "./Episode.ts"
export * as KindOfDay from "./KindOfDay.ts"
export * as Mention from "./Mention.ts"
export * as Monitor from "./Monitor.ts"
export * as Severity from "./Severity.ts"
export * as Spread from "./Spread.ts"
export * as Watching from "./Watching.ts"
export * as WatchTerm from "./WatchTerm.ts"

// What these are made of.

export * as Tally from "./Tally.ts"
