/**
 * A log, with the queue beside it, in which the texts of people outside are sealed, each case's under its own key (`PersonalKeys`). Whoever reads by it reads them as they were, until
 * the key is destroyed; after that, that they were erased. The log itself is not changed for it, and neither are its copies.
 *
 * @module
 */
import { Cache, Context, Effect, Layer, type Schema } from "effect"
import { type Commit, type Entry, EventLog } from "../operations/EventLog.ts"
import type { StoreUnavailable } from "../operations/StoreUnavailable.ts"
import { type Claimed, WorkQueue } from "../operations/WorkQueue.ts"
import type { Address } from "../process/Case.ts"
import { type Key, PersonalKeys } from "./PersonalKeys.ts"
import { addKeysIn, hasAny, open, seal } from "./Seal.ts"

type Sealed = EventLog | WorkQueue | PersonalKeys

/**
 * Log and queue below, sealed, and the keys below: what is destroyed by them, this program forgets at once. Every program of a house has to read and write
 * by it.
 */
export const layer: Layer.Layer<Sealed, never, Sealed> = Layer.effectContext(
  Effect.gen(function* () {
    const [log, queue, keys] = [yield* EventLog, yield* WorkQueue, yield* PersonalKeys]
    const { forget, opened } = yield* opener(keys)
    const sealing: EventLog["Service"] = {
      ...log,
      read: (address, after) =>
        Effect.flatMap(log.read(address, after), (events) => opened(events, () => nameOf(address))),
      recall: (address, key) =>
        Effect.flatMap(log.recall(address, key), (event) =>
          event === undefined
            ? Effect.succeed(event)
            : Effect.map(
                opened([event], () => nameOf(address)),
                ([one]) => one
              )
        ),
      append: (commit) => Effect.flatMap(sealed(keys, commit), log.append),
      log: (after, limit) => Effect.flatMap(log.log(after, limit), (entries) => openedEntries(opened, entries)),
      newest: (limit) => Effect.flatMap(log.newest(limit), (entries) => openedEntries(opened, entries))
    }
    const handing: WorkQueue["Service"] = {
      ...queue,
      claim: (...asked) =>
        Effect.flatMap(queue.claim(...asked), (actions) =>
          Effect.map(
            opened(
              actions.map(({ request }) => request),
              // Action and request have one index.
              (index) => nameOf(actions[index] as Claimed)
            ),
            (requests) => actions.map((action, index) => ({ ...action, request: requests[index] ?? null }))
          )
        )
    }
    const forgetting: PersonalKeys["Service"] = {
      ...keys,
      destroy: (address) => Effect.tap(keys.destroy(address), () => forget)
    }
    return Context.make(EventLog, sealing).pipe(Context.add(WorkQueue, handing), Context.add(PersonalKeys, forgetting))
  })
)

const nameOf = ({ case: id, process }: Address): string => JSON.stringify([process, id])

const sealed = Effect.fnUntraced(function* (keys: PersonalKeys["Service"], commit: Commit) {
  const { actions, event, expected, personal = () => [] } = commit
  const texts = new Set(personal())
  if (![event, ...actions.map(({ request }) => request)].some((json) => hasAny(json, texts))) return commit
  const key = yield* keys.of(commit)
  const place = { case: nameOf(commit), event: expected }
  return {
    ...commit,
    event: seal(event, texts, key, place),
    actions: actions.map((action) => ({ ...action, request: seal(action.request, texts, key, place) }))
  }
})

type Opened = (
  events: ReadonlyArray<Schema.Json>,
  caseOf: (index: number) => string
) => Effect.Effect<ReadonlyArray<Schema.Json>, StoreUnavailable>

const openedEntries = (opened: Opened, entries: ReadonlyArray<Entry>) =>
  Effect.map(
    opened(
      entries.map(({ event }) => event),
      // Entry and event have one index.
      (index) => nameOf(entries[index] as Entry)
    ),
    (events) =>
      entries.map((entry, index) => {
        const event = events[index] ?? null
        return event === entry.event ? entry : { ...entry, event }
      })
  )

/** Opens what is sealed, with all the keys that it takes asked for at once. A key is remembered for a minute, and no longer, for others may destroy it. */
const opener = Effect.fnUntraced(function* (keys: PersonalKeys["Service"]) {
  const known = yield* Cache.make({
    capacity: 10_000,
    timeToLive: "1 minute",
    lookup: (id: string) => Effect.map(keys.find([id]), ([key]) => key)
  })
  const opened: Opened = Effect.fnUntraced(function* (events, caseOf) {
    const names = new Set<string>()
    const isSealed = events.map((event) => addKeysIn(event, names))
    if (names.size === 0) return events
    const missing: Array<string> = []
    for (const name of names) if (!(yield* Cache.has(known, name))) missing.push(name)
    if (missing.length > 1) {
      const found = new Map((yield* keys.find(missing)).map((key) => [key.id, key]))
      for (const name of missing) yield* Cache.set(known, name, found.get(name))
    }
    const all = new Map<string, Key>()
    for (const name of names) {
      const key = yield* Cache.get(known, name)
      if (key !== undefined) all.set(name, key)
    }
    return events.map((event, index) => (isSealed[index] === true ? open(event, all, caseOf(index)) : event))
  })
  return { opened, forget: Cache.invalidateAll(known) }
})
