/**
 * What stands in the tables, and what the store's users see of it.
 *
 * @module
 */
import { AccountId } from "@dualops/core/account"
import { Bilingual } from "@dualops/core/finding"
import type { ObservationStore } from "@dualops/core/observations"
import type { EventLog, WorkQueue } from "@dualops/core/operations"
import { Case, Standing } from "@dualops/core/process"
import { DateTime, Option, Schema } from "effect"
import { latest } from "./SqlTables.ts"

/** A whole number: drivers hand out those of 64 bits in one way or the other. */
export type Integer = number | bigint

/** Which case a row belongs to. */
export interface CaseRow {
  readonly process: unknown
  readonly case_id: unknown
}

/** An event in the log. */
export interface EventRow extends CaseRow {
  readonly position: unknown
  readonly version: unknown
  readonly state: unknown
  readonly due_at: unknown
  readonly event: unknown
}

/** An event of a case. */
export interface VersionRow {
  readonly version: unknown
  readonly event: unknown
}

/** What a case holds over others. */
export interface StandingRow extends CaseRow {
  readonly name: unknown
  readonly since: unknown
  readonly terms: unknown
}

/** An action as it is handed out. */
export interface ActionRow extends CaseRow {
  readonly number: unknown
  readonly key: unknown
  readonly version: unknown
  readonly step: unknown
  readonly name: unknown
  readonly request: unknown
  readonly tries: unknown
  readonly interrupted: unknown
}

/** A deadline. */
export interface DeadlineRow extends CaseRow {
  readonly number: unknown
  readonly name: unknown
  readonly version: unknown
  readonly rung: unknown
  readonly fires: unknown
  readonly due_at: unknown
}

/** An observation, with what is said of people where that is kept. */
export interface ObservationRow {
  readonly position: unknown
  readonly kind: unknown
  readonly account: unknown
  readonly key: unknown
  readonly at: unknown
  readonly source: unknown
  readonly tags: unknown
  readonly facts: unknown
  readonly personal: unknown
}

/**
 * The value that was stored as text. What is no JSON was put there by somebody else; it is handed out as the text that it is, which no process
 * reads: so its own case is unreadable, and no other.
 */
export const json = (value: unknown): Schema.Json => {
  const written = text(value)
  try {
    return JSON.parse(written)
  } catch {
    return written
  }
}

/** The text of a column; what is none was put there by somebody else, and is made one. */
export const text = (value: unknown): string =>
  typeof value === "string" ? value : value instanceof Uint8Array ? new TextDecoder().decode(value) : String(value)

/** A sentence in both languages; what is none stands in both as it is. */
export const bilingual = (value: unknown): Bilingual.Bilingual =>
  Option.getOrElse(readBilingual(value), () => Bilingual.same(text(value)))

const readBilingual = Schema.decodeUnknownOption(Schema.fromJsonString(Bilingual.Bilingual))

/** The number of a column; what is none is greater than all that are. */
export const whole = (value: unknown): number => {
  const number = typeof value === "bigint" ? Number(value) : value
  return typeof number === "number" && Number.isSafeInteger(number) ? number : Number.MAX_SAFE_INTEGER
}

/** How many there are, of what there is at least one; what is no such number is greater than all that are. */
export const count = (value: unknown): number => {
  const number = whole(value)
  return number >= 1 ? number : Number.MAX_SAFE_INTEGER
}

/** The moment that was stored in milliseconds; what is none lies as far ahead as there are moments. */
export const moment = (milliseconds: unknown): DateTime.Utc =>
  DateTime.makeUnsafe(Math.max(-latest, Math.min(latest, whole(milliseconds))))

/** An event out of the log. */
export const entry = (row: EventRow): EventLog.Entry => ({
  ...address(row),
  position: whole(row.position),
  version: whole(row.version),
  state: text(row.state),
  ...(row.due_at !== null && { due: moment(row.due_at) }),
  event: json(row.event)
})

/** An action, handed out until then. */
export const claimed = (row: ActionRow, until: DateTime.Utc): WorkQueue.Claimed => ({
  ...address(row),
  key: text(row.key),
  version: count(row.version),
  step: text(row.step),
  name: text(row.name),
  request: json(row.request),
  tries: count(row.tries),
  interrupted: Number(row.interrupted) === 1,
  until
})

/** What a case holds over others; terms that cannot be read let nobody through. */
export const standing = (row: StandingRow): EventLog.Standing => ({
  ...address(row),
  name: text(row.name),
  since: count(row.since),
  terms: Option.getOrElse(readTerms(json(row.terms)), () => ({ steps: [Standing.everyStep] }))
})

const readTerms = Schema.decodeUnknownOption(Standing.Terms)

/** A deadline out of its row. */
export const timer = (row: DeadlineRow): WorkQueue.Timer => ({
  ...address(row),
  name: text(row.name),
  // What is no rung fires nothing: a deadline that gets lost is found, and one that comes early is not taken back.
  rung: whole(row.rung) >= 0 && whole(row.rung) < Number.MAX_SAFE_INTEGER ? whole(row.rung) : 0,
  version: count(row.version),
  fires: text(row.fires),
  at: moment(row.due_at)
})

/** An observation out of its row. */
export const observation = (row: ObservationRow): ObservationStore.Entry => ({
  position: whole(row.position),
  kind: text(row.kind),
  // The name was checked when it was stored.
  account: AccountId.make(text(row.account), { disableChecks: true }),
  key: text(row.key),
  at: moment(row.at),
  source: text(row.source),
  tags: tags(row.tags),
  facts: json(row.facts),
  ...(row.personal !== null && { personal: json(row.personal) })
})

/** The tags of a column; what is none was put there by somebody else, and is left out. */
export const tags = (value: unknown): ReadonlyArray<string> => {
  const all = json(value)
  return Array.isArray(all) ? all.filter((tag) => typeof tag === "string") : []
}

/** The row of a new action. */
export const actionRow = ({ case: case_id, key, name, process, request, step, version }: WorkQueue.Waiting) => ({
  process,
  case_id,
  key,
  version,
  step,
  name,
  request: JSON.stringify(request)
})

/** The row of what a case holds over others from this version on. */
export const standingRow = ({ name, terms }: Standing.Held, address: Case.Address, since: number) => ({
  name,
  process: address.process,
  case_id: address.case,
  since,
  terms: JSON.stringify(terms)
})

/** The row of a deadline. */
export const deadlineRow = ({ at, case: case_id, fires, name, process, rung, version }: WorkQueue.Timer) => ({
  process,
  case_id,
  name,
  rung,
  version,
  fires,
  due_at: at.epochMilliseconds
})

/** Which case a row belongs to. */
export const address = (row: CaseRow): Case.Address => ({
  process: text(row.process),
  // The JSON was checked when it was stored.
  case: Case.CaseId.make(text(row.case_id), { disableChecks: true })
})
