/**
 * What people judged of alarms, as labels for the next calibration: a pure reading of the log's events.
 *
 * @module
 */
import { Result, Schema } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import { Moment } from "../../calendar/Moment.ts"
import * as Burst from "../../internal-system/monitoring/Burst.ts"
import type { Entry } from "../../operations/EventLog.ts"
import { AlarmProcess } from "./AlarmProcess.ts"

/** An episode that a person has judged. */
export interface Labelled {
  readonly case: string
  readonly account: AccountId
  readonly term: string
  /** The bucket in which it was seen, and that in which it began by the evidence. */
  readonly at: Moment
  readonly since: Moment
  readonly why: Burst.Why
  readonly label: "true" | "false"
  readonly judgedAt: Moment
}

const Raised = Schema.Struct({
  facts: Schema.Struct({ account: AccountId, term: Schema.String, at: Moment, since: Moment, why: Burst.Why })
})
const Judged = Schema.Struct({ at: Moment, facts: Schema.Struct({ other: Schema.optionalKey(Schema.String) }) })

/**
 * The labelled episodes in the order in which they were judged. An alarm that is the same as another has the other's label, where that has one; one that
 * nobody has judged has none, and neither has what cannot be read.
 */
export const of = (entries: Iterable<Entry>): ReadonlyArray<Labelled> => {
  const raised = new Map<string, (typeof Raised.Type)["facts"]>()
  const labels = new Map<string, { readonly label: "true" | "false"; readonly at: Moment }>()
  const joined = new Map<string, { readonly other: string; readonly at: Moment }>()
  const readRaised = Schema.decodeUnknownResult(Raised)
  const readJudged = Schema.decodeUnknownResult(Judged)
  for (const { case: id, event, process, state, version } of entries) {
    if (process !== AlarmProcess.name) continue
    if (version === 1) {
      const read = readRaised(event)
      if (Result.isSuccess(read)) raised.set(id, read.success.facts)
      continue
    }
    if (state === "Open") continue
    const read = readJudged(event)
    if (Result.isFailure(read)) continue
    const { at, facts } = read.success
    if (state === "Joined" && facts.other !== undefined) joined.set(id, { other: facts.other, at })
    else if (state === "False") labels.set(id, { label: "false", at })
    else if (!labels.has(id)) labels.set(id, { label: "true", at })
  }
  for (const [id, { at, other }] of joined) {
    const same = labels.get(last(joined, other))
    if (same !== undefined) labels.set(id, { label: same.label, at })
  }
  return [...labels]
    .flatMap(([id, { at: judgedAt, label }]) => {
      const facts = raised.get(id)
      return facts === undefined ? [] : [{ case: id, ...facts, label, judgedAt }]
    })
    .toSorted((one, other) => one.judgedAt.epochMilliseconds - other.judgedAt.epochMilliseconds)
}

/** Where a chain of the same alarms ends; a circle of them ends somewhere, and has no label. */
const last = (joined: ReadonlyMap<string, { readonly other: string }>, from: string): string => {
  let at = from
  for (const _ of joined) {
    const next = joined.get(at)?.other
    if (next === undefined) return at
    at = next
  }
  return at
}
