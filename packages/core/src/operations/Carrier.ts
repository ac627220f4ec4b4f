/**
 * Carries one kind of action to the outside, and says what became of it.
 *
 * @module
 */
import { type Context, Effect } from "effect"
import type * as Action from "../process/Action.ts"
import type { Address } from "../process/Case.ts"
import type * as Reading from "./Reading.ts"
import type * as Writing from "./Writing.ts"

/** How a carrier can come back without having done it: as the port failed that it wrote to, or looked at. */
export type Failure = Writing.Failure | Reading.Failure

/** Does what an action of this kind asks. Gets the action's key, which is the same at every try, and the case that asks. */
export interface Carrier<Request, Done, R> {
  readonly kind: Action.Kind<string, Request, Done>
  /** Does it, or says how it did not come about. */
  readonly carry: (request: Request, key: string, asked: Address) => Effect.Effect<Done, Failure, R>
}

/** A carrier whose types only its own kind knows. */
export interface AnyCarrier<R> {
  readonly kind: Action.AnyKind
  /** Does it, or says how it did not come about. */
  readonly carry: (request: never, key: string, asked: Address) => Effect.Effect<unknown, Failure, R>
}

/** What carriers need: all that any of them does. */
export type NeedsOf<C> = C extends AnyCarrier<infer R> ? R : never

/** A carrier for a kind of action. */
export const make = <Request, Done, R>(
  kind: Action.Kind<string, Request, Done>,
  carry: (request: Request, key: string, asked: Address) => Effect.Effect<Done, Failure, R>
): Carrier<Request, Done, R> => ({ kind, carry })

/** A carrier that has what it works on with it. */
export const provide = <R, S>(
  { carry, kind }: AnyCarrier<R>,
  context: Context.Context<S>
): AnyCarrier<Exclude<R, S>> => ({
  kind,
  carry: (...asked) => Effect.provide(carry(...asked), context)
})
