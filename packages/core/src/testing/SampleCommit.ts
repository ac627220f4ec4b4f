/**
 * Steps, actions and deadlines for the tests of a store.
 *
 * @module
 */
import { DateTime, Duration, type Schema } from "effect"
import type * as EventLog from "../operations/EventLog.ts"
import type * as WorkQueue from "../operations/WorkQueue.ts"
import { type Address, CaseId } from "../process/Case.ts"

/** So many minutes after the beginning. */
export const moment = (minute: number) =>
  DateTime.addDuration(DateTime.makeUnsafe("2026-11-23T08:00:00Z"), Duration.minutes(minute))
/** How long an action is handed out. */
export const lease = Duration.minutes(5)
/** A case. */
export const one = { process: "Sample", case: CaseId.make("one") }
/** Another case of the same process. */
export const other = { process: "Sample", case: CaseId.make("other") }
/** A case of another process. */
export const foreign = { process: "Errand", case: CaseId.make("one") }
/** The processes that are asked for: that of {@link one}. */
export const known = [one.process]

/** A step of {@link one} that has nothing but its event, unless more is said. */
export const commit = (expected: number, event: Schema.Json, more: Partial<EventLog.Commit> = {}): EventLog.Commit => ({
  ...one,
  key: `key ${expected}`,
  expected,
  event,
  state: "Begun",
  tags: [],
  actions: [],
  timers: [],
  ...more
})

/** An action that asks for a post. */
export const action = (key: string, address: Address = one): WorkQueue.Waiting => ({
  ...address,
  key,
  version: 1,
  step: "Begin",
  name: "publish",
  request: { text: "你好" }
})

/** A deadline that runs out so many minutes after the beginning. */
export const timer = (name: string, minute: number, version = 1, address: Address = one): WorkQueue.Timer => ({
  ...address,
  name,
  rung: 1,
  version,
  fires: "Escalate",
  at: moment(minute)
})
