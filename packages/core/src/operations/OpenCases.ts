/**
 * Which cases are open, each with its state, the edition it runs under, and until when something should be done in it: a projection of the log.
 *
 * @module
 */
import { Schema } from "effect"
import { keyOf } from "../process/Case.ts"
import type * as Process from "../process/Process.ts"
import { versionOf } from "./History.ts"
import * as Projection from "./Projection.ts"

const State = Schema.Struct({
  process: Schema.String,
  version: Schema.Int,
  state: Schema.String,
  handbook: Schema.String,
  /** In milliseconds since 1970. */
  due: Schema.optionalKey(Schema.Int)
})

/** An open case as the log tells of it: of which process, how many events it has, where it stands, under which edition, and when its first deadline runs out. */
export type OpenCase = typeof State.Type

/** A case of which no event is, or that is over. */
export const none: OpenCase = { process: "", version: 0, state: "", handbook: "" }

/** The open cases of these processes. A case is over in the state that it came to when that was taken down. */
export const of = (processes: ReadonlyArray<Process.Any>): Projection.Projection<OpenCase> => {
  const final = new Map(processes.map((process) => [process.name, process.final]))
  const all = Array.from(final, ([name, states]) => `${name} until ${states.join(" or ")}`)
  return Projection.make({
    name: Projection.nameOver("open cases", all),
    version: 4,
    state: State,
    initial: none,
    subject: (entry) => (final.has(entry.process) ? keyOf(entry) : undefined),
    apply: (_, { due, event, process, state, version }) =>
      final.get(process)?.includes(state) === true
        ? none
        : {
            process,
            version,
            state,
            handbook: versionOf(event) ?? "",
            ...(due !== undefined && { due: due.epochMilliseconds })
          }
  })
}
