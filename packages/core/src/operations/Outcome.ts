/**
 * What becomes of an action in the hands of its carrier.
 *
 * @module
 */
import { Duration, Effect, Schema } from "effect"
import type * as Action from "../process/Action.ts"
import type { CaseId } from "../process/CaseId.ts"
import type { AnyCarrier, Failure, NeedsOf } from "./Carrier.ts"
import type { Claimed } from "./WorkQueue.ts"

/** What became of it, with what the step that takes it in is told; or it did not happen yet. */
export type Outcome = Final | { readonly _tag: "later"; readonly after: Duration.Duration }

/** An outcome that is told to the case. */
export type Final = Done | Refused | Unknown
/** The action was done. */
export type Done = { readonly _tag: "done"; readonly input: unknown }
/** The action did not happen, and would not if it were asked again. */
export type Refused = {
  readonly _tag: "refused"
  readonly input: {
    readonly code: string
    readonly detail: string
    /** Of an order: the case that was to take the step. */
    readonly case?: CaseId
  }
}
/** The action may have happened. */
export type Unknown = { readonly _tag: "unknown"; readonly input: { readonly detail: string } }

/** How long a carrier may take, and how often one may be told to come back later before that counts as refused. */
export interface Limits {
  readonly within: Duration.Duration
  readonly mostTries: number
}

/** What is not known, and why. */
export const unknown = (detail: string): Unknown => ({ _tag: "unknown", input: { detail } })

/** Lets the carrier carry the action. Whatever the carrier does, there is an outcome. */
export const attempt = <C extends AnyCarrier<unknown>>(
  carrier: C,
  action: Claimed,
  { mostTries, within }: Limits
): Effect.Effect<Outcome, never, NeedsOf<C>> =>
  Schema.decodeEffect(carrier.kind.request)(action.request).pipe(
    Effect.orDie,
    Effect.flatMap(
      (request) =>
        // The carrier's own kind has read the request; what the carrier needs is in its own type, which is `C`.
        carrier.carry(request as never, action.key, action) as Effect.Effect<unknown, Failure, NeedsOf<C>>
    ),
    Effect.map((input): Outcome => ({ _tag: "done", input })),
    Effect.catch((failure) => Effect.succeed(outcomeOf(failure, action, mostTries))),
    Effect.timeoutOrElse({
      duration: within,
      orElse: () => Effect.succeed(broken(carrier.kind, action, mostTries, "did not answer in time"))
    }),
    Effect.catchDefect((defect) =>
      Effect.as(
        Effect.logError(`${action.key} broke its carrier`, defect),
        broken(carrier.kind, action, mostTries, "broke")
      )
    )
  )

/** A carrier's mistake must not stop the others: what may be repeated is tried again, less and less often, until mostTries is over. */
const broken = ({ name, repeatable }: Action.AnyKind, { tries }: Claimed, mostTries: number, how: string): Outcome => {
  const detail = `the carrier of ${name} ${how} while it was under way`
  if (!repeatable) return unknown(detail)
  return tries < mostTries
    ? { _tag: "later", after: pauseAfter(tries) }
    : { _tag: "refused", input: { code: "broken", detail: `${detail}, ${tries} times` } }
}

/** A minute after the first try, twice as long after each of the next, and an hour at most. */
export const pauseAfter = (tries: number): Duration.Duration =>
  Duration.min(Duration.times(Duration.minutes(1), 2 ** (tries - 1)), Duration.hours(1))

const outcomeOf = (failure: Failure, { tries }: Claimed, mostTries: number): Outcome => {
  const { code, detail } = failure
  switch (failure._tag) {
    case "Writing.Refused":
    case "Reading.NotShown":
      return { _tag: "refused", input: { code, detail } }
    // Whoever reads it has to know what to do about it.
    case "Writing.Unauthorised":
    case "Reading.Unauthorised":
      return { _tag: "refused", input: { code, detail: failure.message } }
    case "Writing.Unknown":
      return unknown(failure.message)
    case "Writing.TryLater":
    case "Reading.TryLater":
      return tries < mostTries
        ? { _tag: "later", after: failure.after ?? Duration.minutes(1) }
        : { _tag: "refused", input: { code, detail: `${detail}; it was tried ${tries} times` } }
  }
}
