/**
 * How often each prepared answer was said: counted from what went out, and by nobody's hand. A projection of the log.
 *
 * @module
 */
import { Effect, Option, Schema } from "effect"
import type { EventLog } from "../../operations/EventLog.ts"
import * as Projection from "../../operations/Projection.ts"
import type { Snapshots } from "../../operations/Snapshots.ts"
import type { StoreUnavailable } from "../../operations/StoreUnavailable.ts"
import { keyOf } from "../../process/Case.ts"
import { PreparedAnswerId } from "./PreparedAnswer.ts"

const Uses = Schema.Struct({
  cites: Schema.Array(PreparedAnswerId),
  out: Schema.Boolean
})
const none: typeof Uses.Type = { cites: [], out: false }
const Citing = Schema.Struct({
  facts: Schema.Struct({ text: Schema.String, cites: Schema.optionalKey(Schema.Array(PreparedAnswerId)) })
})
const citing = Schema.decodeUnknownOption(Citing)

/** What the processes are called by which words go out, and the state in which they are. */
export interface Saying {
  readonly processes: ReadonlyArray<{ readonly name: string }>
  readonly out: string
}

/** How often each prepared answer was said. Words that were cited and did not go out count for nothing; the last that were tried are those that did. */
export interface Counts {
  readonly counts: Effect.Effect<ReadonlyMap<PreparedAnswerId, number>, StoreUnavailable, EventLog | Snapshots>
}

/** Follows the log: `LibraryUse.follow({ processes: [AnswerProcess, PrivateAnswerProcess], out: "Answered" })`. Keep it: it remembers what it has read. */
export const follow = ({ out, processes }: Saying): Counts => {
  const names = new Set(processes.map(({ name }) => name))
  const uses = Projection.make({
    name: Projection.nameOver("prepared answers cited", [out, ...names]),
    version: 1,
    state: Uses,
    initial: none,
    subject: (entry) => (names.has(entry.process) ? keyOf(entry) : undefined),
    apply: (state, { event, state: name }) => {
      const said = Option.getOrUndefined(citing(event))
      const cites = said === undefined ? state.cites : (said.facts.cites ?? [])
      return cites.length === 0 ? none : { cites, out: name === out }
    }
  })
  const view = Projection.follow(uses)
  return {
    counts: Effect.map(view.states, (states) => {
      const counts = new Map<PreparedAnswerId, number>()
      for (const { cites, out } of states.values()) {
        // Whoever cites one twice in the same words has said it once.
        for (const id of out ? new Set(cites) : []) counts.set(id, (counts.get(id) ?? 0) + 1)
      }
      return counts
    })
  }
}
