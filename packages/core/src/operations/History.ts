/**
 * The history of a case in the store, read and written: what is damaged or out of its place is a defect.
 *
 * @module
 */
import { Effect, Schema } from "effect"
import type { Case, CaseId } from "../process/Case.ts"
import * as Process from "../process/Process.ts"
import { Damaged, outOfPlace, reasonOf } from "./Damaged.ts"
import { EventLog } from "./EventLog.ts"
import type { StoreUnavailable } from "./StoreUnavailable.ts"

/** The case as it stands; nothing if nobody began it. */
export const load = <P extends Process.Any>(
  process: P,
  id: CaseId
): Effect.Effect<Case<Process.StateOf<P>> | undefined, StoreUnavailable, EventLog> =>
  Effect.map(read(process, id), (history) => Process.replay(process, history))

/** Everything that happened to the case, oldest first. A case of which an event cannot be read, or is not there, is `Damaged`: a defect. */
export const read = Effect.fnUntraced(function* <P extends Process.Any>(process: P, id: CaseId) {
  const store = yield* EventLog
  const address = { process: process.name, case: id }
  const stored = yield* store.read(address)
  const history = yield* Effect.catchDefect(
    Effect.forEach(stored, (json) => decode(process, json)),
    (defect) => Effect.die(new Damaged({ ...address, why: reasonOf(defect) }))
  )
  const gap = history.findIndex((event, index) => event.version !== index + 1 || event.case !== id)
  return gap === -1 ? history : yield* Effect.die(outOfPlace(address, gap + 1))
})

/** An event out of a store. One that cannot be read is a defect: history does not change. */
export const decode = <P extends Process.Any>(process: P, json: Schema.Json): Effect.Effect<Process.EventOf<P>> =>
  // The process's own schema has read it.
  Effect.orDie(Schema.decodeEffect(process.event)(json)) as Effect.Effect<Process.EventOf<P>>

/** An event as a store keeps it. */
export const encode = (process: Process.Any, event: Process.EventOf<Process.Any>): Effect.Effect<Schema.Json> =>
  Effect.orDie(Schema.encodeEffect(process.event)(event))
