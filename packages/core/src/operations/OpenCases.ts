/**
 * Which cases are open, each with its state and until when something should be done in it: a projection of the log.
 *
 * @module
 */
import { Schema } from "effect"
import { type Address, CaseId } from "../process/Case.ts"
import type * as Process from "../process/Process.ts"
import * as Projection from "./Projection.ts"

const State = Schema.Struct({
  version: Schema.Int,
  state: Schema.String,
  /** In milliseconds since 1970. */
  due: Schema.optionalKey(Schema.Int)
})

/** An open case as the log tells of it: how many events it has, where it stands, and when the first of its deadlines runs out. */
export type OpenCase = typeof State.Type

/** A case of which no event is, or that is over. */
export const none: OpenCase = { version: 0, state: "" }

/** The open cases of these processes. A case is over in the state that it came to when that was taken down. */
export const of = (processes: ReadonlyArray<Process.Any>): Projection.Projection<OpenCase> => {
  const final = new Map(processes.map((process) => [process.name, process.final]))
  return Projection.make({
    name: `open cases of ${Array.from(final, ([name, states]) => `${name} until ${states.join(" or ")}`).join(", ")}`,
    version: 2,
    state: State,
    initial: none,
    subject: (entry) => (final.has(entry.process) ? keyOf(entry) : undefined),
    apply: (_, { due, process, state, version }) =>
      final.get(process)?.includes(state) === true
        ? none
        : { version, state, ...(due !== undefined && { due: due.epochMilliseconds }) }
  })
}

/** The address as one text. */
export const keyOf = ({ case: id, process }: Address): string => JSON.stringify([process, id])

/** The address that was made a key. */
export const addressOf = (key: string): Address => {
  const [process, id] = JSON.parse(key)
  return { process, case: CaseId.make(id, { disableChecks: true }) }
}
