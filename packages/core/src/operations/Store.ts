/**
 * What a store gives, all in one layer: what happens, what must happen next, and what projections have come to, written in one place.
 *
 * @module
 */
import type { EventLog } from "./EventLog.ts"
import type { Snapshots } from "./Snapshots.ts"
import type { WorkQueue } from "./WorkQueue.ts"

/** The ports of a store. */
export type Store = EventLog | WorkQueue | Snapshots
