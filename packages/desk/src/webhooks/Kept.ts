/**
 * How far a subscription has read the log, and what it holds back: kept in the store with every message, so that a program which starts again goes on
 * from there.
 *
 * @module
 */
import { EventLog, Snapshots, type StoreUnavailable } from "@dualops/core/operations"
import { Effect, Schema } from "effect"
import { Held } from "./Held.ts"

/** What is known of a subscription. */
export interface Kept {
  readonly position: number
  /** By the key of the case. */
  readonly held: ReadonlyMap<string, Held>
}

const nameOf = (subscription: string) => `webhook ${subscription}`

/** What is kept; a new subscription begins where the log ends, and that is kept at once. */
export const find = Effect.fnUntraced(function* (
  subscription: string
): Effect.fn.Return<Kept, StoreUnavailable, EventLog.EventLog | Snapshots.Snapshots> {
  const snapshots = yield* Snapshots.Snapshots
  const found = yield* snapshots.find(nameOf(subscription))
  if (found !== undefined) {
    const held = Array.from(found.states, ([key, json]) => [key, decode(json)] as const)
    return { position: found.position, held: new Map(held) }
  }
  const [last] = yield* (yield* EventLog.EventLog).newest(1)
  const position = last?.position ?? 0
  yield* kept(snapshots.keep(nameOf(subscription), { after: undefined, position, states: new Map() }))
  return { position, held: new Map() }
})

const decode = Schema.decodeUnknownSync(Held)

/** Keeps what has come of one case; answers whether nobody else has kept anything meanwhile. */
export const keep = (
  subscription: string,
  before: number,
  position: number,
  changed: ReadonlyMap<string, Held | undefined>
): Effect.Effect<boolean, StoreUnavailable, Snapshots.Snapshots> =>
  Effect.flatMap(Snapshots.Snapshots, (snapshots) => {
    const states = new Map(Array.from(changed, ([key, held]) => [key, held && Schema.encodeSync(Held)(held)] as const))
    return kept(snapshots.keep(nameOf(subscription), { after: before, position, states }))
  })

/** The names have been looked at before. */
const kept = <E, R>(keeping: Effect.Effect<boolean, E, R>) =>
  Effect.catchTag(keeping as Effect.Effect<boolean, E | Unstorable, R>, "EventLog.Unstorable", Effect.die)
type Unstorable = EventLog.Unstorable
