/**
 * What of a batch no store can keep. Every {@link ObservationStore} asks this first.
 *
 * @module
 */
import { DateTime, Effect } from "effect"
import * as Moment from "../calendar/Moment.ts"
import { brief } from "../finding/Nearest.ts"
import { unstorable } from "../operations/Storable.ts"
import { longestBatch, Refused, type Row } from "./ObservationStore.ts"

/** Fails where a store could not keep something of the batch, with everything that is wrong. */
export const check = (batch: ReadonlyArray<Row>): Effect.Effect<void, Refused> => {
  const wrong = [...wrongIn(batch)]
  return wrong.length === 0 ? Effect.void : Effect.fail(new Refused({ wrong }))
}

/** Everything in the batch that no store can keep. */
export function* wrongIn(batch: ReadonlyArray<Row>): Iterable<Refused["wrong"][number]> {
  if (batch.length > longestBatch) {
    yield {
      index: longestBatch,
      why: `A batch has at most ${longestBatch} observations, and this one has ${batch.length}.`
    }
  }
  for (const [index, row] of batch.entries()) {
    for (const why of whyNot(row)) yield { index, why }
  }
}

const whyNot = (row: Row): ReadonlyArray<string> => {
  const wrong: Array<string> = []
  const name = (what: string, one: string) => {
    const found = unstorable(what, one)
    if (found !== undefined) wrong.push(brief(found.message))
  }
  name("kind", row.kind)
  name("account", row.account)
  name("key", row.key)
  name("source", row.source)
  for (const tag of row.tags) name("tag", tag)
  for (const person of row.personal?.persons ?? []) name("person", person)
  const at = row.at.epochMilliseconds
  if (at < Moment.minimum.epochMilliseconds || at > Moment.maximum.epochMilliseconds) {
    wrong.push(`The moment ${DateTime.formatIso(row.at)} is none of the years 2009 to 2099.`)
  }
  if (row.personal?.persons.length === 0) wrong.push("Its personal data are nobody's, and could not be erased.")
  return wrong
}
