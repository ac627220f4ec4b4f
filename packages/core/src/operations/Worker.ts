/**
 * What happens by itself: deadlines fire, actions are carried, outcomes come back as steps.
 *
 * A worker may die at any moment. A deadline then fires at its next start; an action that can be repeated is carried again; one that
 * cannot is *unknown*, which is an outcome like the others.
 *
 * @module
 */
import { DateTime, Duration, Effect, Schema } from "effect"
import type * as Action from "../process/Action.ts"
import { clock, world } from "../process/Actor.ts"
import type * as Process from "../process/Process.ts"
import type { AnyCarrier } from "./Carrier.ts"
import { type Claimed, EventStore, type StoreUnavailable, type Timer } from "./EventStore.ts"
import * as Operations from "./Operations.ts"
import type { Shelf } from "./Shelf.ts"

/** What a worker works on. */
export interface Work<R> {
  readonly processes: ReadonlyArray<Process.Any>
  readonly carriers: ReadonlyArray<AnyCarrier<R>>
  /** How long an action stays with the worker that took it. */
  readonly lease?: Duration.Input
  /** How often an action that is told to come back later does so before it counts as refused. */
  readonly patience?: number
}

/** What a round has done. */
export interface Round {
  readonly fired: number
  readonly carried: number
}

/** One round: fires what has run out, and carries what is waiting. */
export const round = Effect.fn("Worker.round")(function* <R>(work: Work<R>) {
  const store = yield* EventStore
  const now = yield* DateTime.now
  const timers = yield* store.overdue(now, 100)
  yield* Effect.forEach(timers, (timer) => fire(work, timer), { discard: true })
  const claimed = yield* store.claim(now, Duration.fromInputUnsafe(work.lease ?? "2 minutes"), 20)
  yield* Effect.forEach(claimed, (action) => carry(work, action), { concurrency: 4, discard: true })
  return { fired: timers.length, carried: claimed.length } satisfies Round
})

/** Rounds for ever; sleeps until the next deadline or action, and never longer than `poll`. */
export const run = <R>(
  work: Work<R>,
  poll: Duration.Input = "1 second"
): Effect.Effect<never, StoreUnavailable, R | EventStore | Shelf> =>
  Effect.gen(function* () {
    const { carried, fired } = yield* round(work)
    if (carried + fired > 0) return
    const store = yield* EventStore
    const next = yield* store.next
    const now = yield* DateTime.now
    const longest = Duration.fromInputUnsafe(poll)
    yield* Effect.sleep(next === undefined ? longest : Duration.min(longest, DateTime.distance(now, next)))
  }).pipe(Effect.forever)

const fire = Effect.fnUntraced(function* <R>(work: Work<R>, timer: Timer) {
  const process = work.processes.find(({ name }) => name === timer.process)
  if (process === undefined) return
  const key = `deadline/${timer.name}/${timer.version}`
  // Every step sets the deadlines of its case anew: one that was set before the last step is not a deadline any more.
  const order = { key, case: timer.case, step: timer.fires, input: {}, by: clock, expected: timer.version }
  yield* Operations.send(process, order).pipe(
    Effect.catch((refusal) => giveWay(refusal, `${timer.process} ${timer.case}: ${timer.fires}`)),
    // Whatever came of it, this deadline has had its turn; if the step set new ones, this one is gone already.
    Effect.andThen(Effect.flatMap(EventStore, (store) => store.cancel(timer)))
  )
})

const carry = Effect.fnUntraced(function* <R>(work: Work<R>, action: Claimed) {
  const process = work.processes.find(({ name }) => name === action.process)
  const kind = process?.actions[action.name]
  const carrier = work.carriers.find((one) => one.kind.name === kind?.name)
  if (process === undefined || kind === undefined || carrier === undefined) {
    return yield* Effect.die(`No carrier for ${action.process} ${action.name}`)
  }
  if (!kind.repeatable && !(yield* isStillAsked(process, action))) return yield* settle(action)
  const outcome = yield* action.interrupted && !kind.repeatable
    ? Effect.succeed<Outcome>({ _tag: "unknown", input: { detail: "the work was cut off while it was under way" } })
    : attempt(carrier, action, work.patience ?? 20)
  return yield* outcome._tag === "later" ? postpone(action, outcome.after) : report(process, action, outcome)
})

/** What must not be done twice is done only while the case still stands where it asked for it. */
const isStillAsked = (process: Process.Any, action: Claimed) =>
  Effect.map(Operations.load(process, action.case), (current) => current?.version === action.version)

const settle = (action: Claimed) => Effect.flatMap(EventStore, (store) => store.settle(action.key))

type Outcome =
  | { readonly _tag: "done" | "refused" | "unknown"; readonly input: unknown }
  | { readonly _tag: "later"; readonly after: Duration.Duration }

const attempt = <R>(carrier: AnyCarrier<R>, action: Claimed, patience: number): Effect.Effect<Outcome, never, R> =>
  Schema.decodeEffect(carrier.kind.request)(action.request).pipe(
    Effect.orDie,
    // The carrier's own kind has read the request.
    Effect.flatMap((request) => carrier.carry(request as never, action.key)),
    Effect.map((input): Outcome => ({ _tag: "done", input })),
    Effect.catch((failure) => Effect.succeed(outcomeOf(failure, action, patience))),
    Effect.catchDefect((defect) =>
      Effect.as(Effect.logError(`${action.key} broke its carrier`, defect), broken(carrier.kind))
    )
  )

/** A carrier's mistake must not stop the others: what may be repeated is tried again when somebody has mended it. */
const broken = ({ name, repeatable }: Action.AnyKind): Outcome =>
  repeatable
    ? { _tag: "later", after: Duration.minutes(1) }
    : { _tag: "unknown", input: { detail: `the carrier of ${name} broke while it was under way` } }

const outcomeOf = (
  failure: Action.Refused | Action.Unknown | Action.TryLater,
  { tries }: Claimed,
  patience: number
): Outcome => {
  switch (failure._tag) {
    case "Action.Refused":
      return { _tag: "refused", input: { code: failure.code, detail: failure.detail } }
    case "Action.Unknown":
      return { _tag: "unknown", input: { detail: failure.detail } }
    case "Action.TryLater":
      return tries < patience
        ? { _tag: "later", after: failure.after }
        : { _tag: "refused", input: { code: failure.code, detail: `${failure.detail}; it was tried ${tries} times` } }
  }
}

const postpone = Effect.fnUntraced(function* (action: Claimed, after: Duration.Duration) {
  const store = yield* EventStore
  yield* store.postpone(action.key, DateTime.addDuration(yield* DateTime.now, after))
})

const report = Effect.fnUntraced(function* (
  process: Process.Any,
  action: Claimed,
  outcome: Exclude<Outcome, { readonly _tag: "later" }>
) {
  const step = process.outcomes[action.name]?.[outcome._tag]
  if (step !== undefined) {
    const key = `outcome/${action.key}`
    yield* Operations.send(process, {
      key,
      case: action.case,
      step,
      input: outcome.input,
      by: world,
      settles: action.key
    }).pipe(Effect.catch((refusal) => giveWay(refusal, `${action.key}: ${outcome._tag}`)))
  }
  yield* settle(action)
})

/** The case has moved on, so the step is no longer wanted; a store that does not answer is another matter. */
const giveWay = (refusal: unknown, about: string): Effect.Effect<void, StoreUnavailable> =>
  isUnavailable(refusal) ? Effect.fail(refusal) : Effect.logDebug(`${about} was not wanted any more`, refusal)

const isUnavailable = (error: unknown): error is StoreUnavailable =>
  typeof error === "object" && error !== null && "_tag" in error && error._tag === "EventStore.StoreUnavailable"
