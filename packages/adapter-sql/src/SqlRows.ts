/**
 * What stands in the tables, and what the store's users see of it.
 *
 * @module
 */
import { Case, type EventStore } from "@dualops/core"
import { DateTime, type Schema } from "effect"

/** A whole number: drivers hand out those of 64 bits in one way or the other. */
export type Integer = number | bigint

/** Which case a row belongs to. */
export interface CaseRow {
  readonly process: string
  readonly case_id: string
}

/** An event in the log. */
export interface EventRow extends CaseRow {
  readonly position: Integer
  readonly event: string
}

/** An action as it is handed out. */
export interface ActionRow extends CaseRow {
  readonly number: Integer
  readonly key: string
  readonly version: Integer
  readonly name: string
  readonly request: string
  readonly tries: Integer
  readonly interrupted: Integer
}

/** A deadline. */
export interface DeadlineRow extends CaseRow {
  readonly name: string
  readonly version: Integer
  readonly fires: string
  readonly due_at: Integer
}

/**
 * The value that was stored as text. What is no JSON was put there by somebody else; it is handed out as the text that it is, which no process
 * reads: so its own case is unreadable, and no other.
 */
export const json = (text: string): Schema.Json => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** The moment that was stored in milliseconds. */
export const moment = (milliseconds: Integer): DateTime.Utc => DateTime.makeUnsafe(Number(milliseconds))

/** An event out of the log. */
export const entry = (row: EventRow): EventStore.Entry => ({
  ...address(row),
  position: Number(row.position),
  event: json(row.event)
})

/** An action, handed out. */
export const claimed = (row: ActionRow): EventStore.Claimed => ({
  ...address(row),
  key: row.key,
  version: Number(row.version),
  name: row.name,
  request: json(row.request),
  tries: Number(row.tries),
  interrupted: Number(row.interrupted) === 1
})

/** A deadline out of its row. */
export const timer = (row: DeadlineRow): EventStore.Timer => ({
  ...address(row),
  name: row.name,
  version: Number(row.version),
  fires: row.fires,
  at: moment(row.due_at)
})

/** The row of a new action. */
export const actionRow = ({ case: case_id, key, name, process, request, version }: EventStore.Waiting) => ({
  process,
  case_id,
  key,
  version,
  name,
  request: JSON.stringify(request)
})

/** The row of a deadline. */
export const deadlineRow = ({ at, case: case_id, fires, name, process, version }: EventStore.Timer) => ({
  process,
  case_id,
  name,
  version,
  fires,
  due_at: at.epochMilliseconds
})

const address = (row: CaseRow): EventStore.Address => ({
  process: row.process,
  // It was checked when it was stored.
  case: Case.CaseId.make(row.case_id, { disableChecks: true })
})
