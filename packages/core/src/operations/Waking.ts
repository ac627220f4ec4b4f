/**
 * Port: wakes workers when an action has been asked for, and those who follow the log when something has happened, so that it does not wait until they look by
 * themselves.
 *
 * A call comes after what it is about has been stored. It may be lost, and many may become one: they look by themselves all the same, now and then.
 *
 * @module
 */
import { Context, Effect, PubSub, type Scope } from "effect"

/** Calls, and hears calls. */
export interface Calls {
  /** Says that there is something to do; waits for nobody. */
  readonly call: Effect.Effect<void>
  /** Hears every call from now on, for as long as the scope; each time the answer is run, it waits for the next call since the last time. */
  readonly hear: Effect.Effect<Effect.Effect<void>, never, Scope.Scope>
}

/** How workers are woken; where a store says nothing of it, they are not, and look by themselves. */
export const Waking: Context.Reference<Calls> = Context.Reference<Calls>("@dualops/core/Waking", {
  defaultValue: () => ({ call: Effect.void, hear: Effect.succeed(Effect.never) })
})

/** How those who follow the log are woken, by every event; where a store says nothing of it, they look by themselves. */
export const Moved: Context.Reference<Calls> = Context.Reference<Calls>("@dualops/core/Moved", {
  defaultValue: () => ({ call: Effect.void, hear: Effect.succeed(Effect.never) })
})

/** Calls within one program. */
export const local: Effect.Effect<Calls> = Effect.map(PubSub.sliding<void>(1), (calls) => ({
  call: Effect.asVoid(PubSub.publish(calls, undefined)),
  hear: Effect.map(PubSub.subscribe(calls), PubSub.take)
}))
