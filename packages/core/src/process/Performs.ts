/**
 * What a step may ask for, as its declaration says it: requests of the kinds of action that its process knows.
 *
 * @module
 */
import type * as Action from "./Action.ts"
import type { Event } from "./Case.ts"
import type { Actions, ActorOf, By } from "./Declaration.ts"
import type { notify } from "./Notify.ts"
import type { Reading } from "./Reader.ts"

/** What a step may ask to be done outside, typed by the kinds of action that the process knows; of other processes and of messages, several of a kind. */
export type Performs<A extends Actions, Next, Facts, B extends By> = {
  readonly [N in keyof A]?: (
    next: Next,
    event: Event<string, Facts, ActorOf<B>>,
    reading: Reading
  ) => RequestOf<A[N]> | (A[N] extends Several ? ReadonlyArray<RequestOf<A[N]>> : never) | undefined
}

/** The kinds of which a step may ask for a list. */
type Several = { readonly order: unknown } | Pick<typeof notify, "name">

type RequestOf<K> = K extends Action.Kind<string, infer Request, unknown> ? Request : never
