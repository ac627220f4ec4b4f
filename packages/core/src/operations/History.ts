/**
 * The history of a case in the store, read and written: what is damaged or out of its place is a defect.
 *
 * @module
 */
import { Effect, Equal, Schema } from "effect"
import { type Address, type Case, type CaseId, HandbookVersion } from "../process/Case.ts"
import * as Process from "../process/Process.ts"
import { Damaged, outOfPlace, reasonOf } from "./Damaged.ts"
import { EventLog } from "./EventLog.ts"
import { memoryOf } from "./Replayed.ts"
import type { StoreUnavailable } from "./StoreUnavailable.ts"

/**
 * The case as it stands; nothing if nobody began it. Of one that this program has replayed before, it reads what has happened since, from the
 * last event that it knows: where the log has another one in that place, or none, the whole history is read anew.
 */
export const load = Effect.fnUntraced(function* <P extends Process.Any>(
  process: P,
  id: CaseId
): Effect.fn.Return<Case<Process.StateOf<P>> | undefined, StoreUnavailable, EventLog> {
  const store = yield* EventLog
  const memory = memoryOf(store, process)
  const known = memory.recall(id)
  const address = { process: process.name, case: id }
  const stored = yield* store.read(address, known === undefined ? 0 : known.case.version - 1)
  if (known !== undefined && !Equal.equals(stored[0], known.last)) {
    memory.forget(id)
    return yield* load(process, id)
  }
  const since = known === undefined ? stored : stored.slice(1)
  let current = known?.case
  for (const event of yield* decodeAll(process, address, since, current?.version)) {
    current = Process.evolve(process, current, event)
  }
  const last = stored.at(-1)
  if (current !== undefined && last !== undefined) memory.remember(id, { case: current, last })
  return current
})

/**
 * Everything that happened to the case, oldest first. A case of which an event cannot be read, or is not there, is `Damaged`: a defect, and
 * whatever was remembered of it is forgotten.
 */
export const read = Effect.fnUntraced(function* <P extends Process.Any>(process: P, id: CaseId) {
  const store = yield* EventLog
  const address = { process: process.name, case: id }
  return yield* Effect.flatMap(store.read(address), (stored) => decodeAll(process, address, stored)).pipe(
    Effect.tapDefect(() => Effect.sync(() => memoryOf(store, process).forget(id)))
  )
})

/** The events that follow the first so many of the case. */
const decodeAll = Effect.fnUntraced(function* <P extends Process.Any>(
  process: P,
  address: Address,
  stored: ReadonlyArray<Schema.Json>,
  after = 0
) {
  const events = yield* Effect.catchDefect(
    Effect.forEach(stored, (json) => decode(process, json)),
    (defect) => Effect.die(new Damaged({ ...address, why: reasonOf(defect) }))
  )
  const gap = events.findIndex((event, index) => event.version !== after + index + 1 || event.case !== address.case)
  return gap === -1 ? events : yield* Effect.die(outOfPlace(address, after + gap + 1))
})

/** An event out of a store. One that cannot be read is a defect: history does not change. */
export const decode = <P extends Process.Any>(process: P, json: Schema.Json): Effect.Effect<Process.EventOf<P>> =>
  // The process's own schema has read it.
  Effect.orDie(Schema.decodeEffect(process.event)(json)) as Effect.Effect<Process.EventOf<P>>

/** The edition under which a stored event happened. What has none is damaged, and no edition would help it. */
export const versionOf = (event: Schema.Json): HandbookVersion | undefined => {
  const version =
    typeof event === "object" && event !== null && "handbook" in event ? Reflect.get(event, "handbook") : undefined
  // The version was an edition's when the event was stored.
  return typeof version === "string" ? HandbookVersion.make(version, { disableChecks: true }) : undefined
}

/** An event as a store keeps it. */
export const encode = (process: Process.Any, event: Process.EventOf<Process.Any>): Effect.Effect<Schema.Json> =>
  Effect.orDie(Schema.encodeEffect(process.event)(event))
