/**
 * What of a batch no store can keep. Every {@link ObservationStore} asks this first.
 *
 * @module
 */
import { DateTime, Effect } from "effect"
import * as Moment from "../calendar/Moment.ts"
import { brief } from "../finding/Nearest.ts"
import { type Named, unstorable } from "../operations/Storable.ts"
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
    for (const [what, name] of namesOf(row)) {
      const found = unstorable(what, name)
      if (found !== undefined) yield { index, why: brief(found.message) }
    }
    if (DateTime.isLessThan(row.at, Moment.minimum) || DateTime.isGreaterThan(row.at, Moment.maximum)) {
      yield { index, why: `The moment ${DateTime.formatIso(row.at)} is none of the years 2009 to 2099.` }
    }
    if (row.personal?.persons.length === 0)
      yield { index, why: "Its personal data are nobody's, and could not be erased." }
  }
}

function* namesOf(row: Row): Iterable<Named> {
  yield ["kind", row.kind]
  yield ["account", row.account]
  yield ["key", row.key]
  yield ["source", row.source]
  for (const tag of row.tags) yield ["tag", tag]
  if (row.personal !== undefined) for (const person of row.personal.persons) yield ["person", person]
}
