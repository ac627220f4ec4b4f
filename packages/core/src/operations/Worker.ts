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

/** One round: fires what has run out, and carries what is waiting. What breaks is logged, and stops nothing else. */
export const round = Effect.fn("Worker.round")(function* <R>(work: Work<R>) {
  const fired = yield* fireAll(work)
  const carried = yield* carryAll(work)
  return { fired, carried } satisfies Round
})

/**
 * Works for ever, deadlines and actions side by side, so that a slow carrier delays no deadline. Sleeps until there is something to do,
 * and never longer than `poll`; a store that does not answer is asked again.
 */
export const run = <R>(
  work: Work<R>,
  poll: Duration.Input = "1 second"
): Effect.Effect<never, never, R | EventStore | Shelf> =>
  Effect.andThen(
    Effect.all([repeat(fireAll(work), poll), repeat(carryAll(work), poll)], {
      concurrency: "unbounded",
      discard: true
    }),
    Effect.never
  )

const repeat = <R>(once: Effect.Effect<number, StoreUnavailable, R>, poll: Duration.Input) =>
  Effect.gen(function* () {
    const longest = Duration.fromInputUnsafe(poll)
    if ((yield* once) > 0) return
    const store = yield* EventStore
    const next = yield* store.next
    const now = yield* DateTime.now
    // Something that is due and was not done waits for its turn; it is no reason to spin.
    const isAhead = next !== undefined && DateTime.isGreaterThan(next, now)
    yield* Effect.sleep(isAhead ? Duration.min(longest, DateTime.distance(now, next)) : longest)
  }).pipe(
    Effect.catch((unavailable) => Effect.andThen(Effect.logWarning(unavailable.message), Effect.sleep("5 seconds"))),
    Effect.forever
  )

const fireAll = Effect.fnUntraced(function* <R>(work: Work<R>) {
  const store = yield* EventStore
  const timers = yield* store.overdue(yield* DateTime.now, 100)
  const done = yield* Effect.forEach(timers, (timer) =>
    fire(work, timer).pipe(
      Effect.as(1),
      Effect.catchDefect((defect) =>
        Effect.as(
          Effect.logError(`The deadline ${timer.name} of ${timer.process} ${timer.case} cannot be fired`, defect),
          0
        )
      )
    )
  )
  return done.reduce((sum: number, one) => sum + one, 0)
})

const carryAll = Effect.fnUntraced(function* <R>(work: Work<R>) {
  const store = yield* EventStore
  const claimed = yield* store.claim(yield* DateTime.now, leaseOf(work), 20)
  yield* Effect.forEach(
    claimed,
    (action) =>
      Effect.catchDefect(carry(work, action), (defect) =>
        Effect.logError(`${action.key} cannot be carried; it is tried again when its lease is over`, defect)
      ),
    { concurrency: 4, discard: true }
  )
  return claimed.length
})

const leaseOf = <R>({ lease = "2 minutes" }: Work<R>): Duration.Duration => Duration.fromInputUnsafe(lease)

const fire = Effect.fnUntraced(function* <R>(work: Work<R>, timer: Timer) {
  const process = work.processes.find(({ name }) => name === timer.process)
  if (process === undefined) return yield* Effect.die(`There is no process ${timer.process} here`)
  yield* Operations.send(process, {
    key: `deadline/${timer.name}/${timer.version}`,
    case: timer.case,
    step: timer.fires,
    input: {},
    by: clock,
    // A case that has moved on since has deadlines of its own.
    expected: timer.version
  }).pipe(
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
    return yield* Effect.die(`There is no carrier of ${action.name} for ${action.process} here`)
  }
  if (!kind.repeatable && !(yield* isStillAsked(process, action))) {
    yield* Effect.logInfo(`${action.key} is not wanted any more, and was not started`)
    return yield* settle(action)
  }
  const outcome = yield* action.interrupted && !kind.repeatable
    ? Effect.succeed<Outcome>({ _tag: "unknown", input: { detail: "the work was cut off while it was under way" } })
    : attempt(carrier, action, work)
  if (outcome._tag === "later") return yield* postpone(action, outcome.after)
  // That something did not happen matters only to whoever still waits for it; that it did is always told.
  if (outcome._tag === "done" || (yield* isStillAsked(process, action))) yield* report(process, action, outcome)
  yield* settle(action)
})

/** Whether the case is still in the state in which it asked for the action. */
const isStillAsked = (process: Process.Any, action: Claimed) =>
  Effect.map(
    Operations.load(process, action.case),
    (current) => current !== undefined && current.entered <= action.version
  )

const settle = (action: Claimed) => Effect.flatMap(EventStore, (store) => store.settle(action.key))

type Outcome =
  | { readonly _tag: "done" | "refused" | "unknown"; readonly input: unknown }
  | { readonly _tag: "later"; readonly after: Duration.Duration }

const attempt = <R>(carrier: AnyCarrier<R>, action: Claimed, work: Work<R>): Effect.Effect<Outcome, never, R> =>
  Schema.decodeEffect(carrier.kind.request)(action.request).pipe(
    Effect.orDie,
    // The carrier's own kind has read the request.
    Effect.flatMap((request) => carrier.carry(request as never, action.key)),
    Effect.map((input): Outcome => ({ _tag: "done", input })),
    Effect.catch((failure) => Effect.succeed(outcomeOf(failure, action, work.patience ?? 20))),
    Effect.timeoutOrElse({
      duration: leaseOf(work),
      orElse: () => Effect.succeed(broken(carrier.kind, "did not answer in time"))
    }),
    Effect.catchDefect((defect) =>
      Effect.as(Effect.logError(`${action.key} broke its carrier`, defect), broken(carrier.kind, "broke"))
    )
  )

/** A carrier's mistake must not stop the others: what may be repeated is tried again when somebody has mended it. */
const broken = ({ name, repeatable }: Action.AnyKind, how: string): Outcome =>
  repeatable
    ? { _tag: "later", after: Duration.minutes(1) }
    : { _tag: "unknown", input: { detail: `the carrier of ${name} ${how} while it was under way` } }

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
    yield* Operations.send(process, {
      key: `outcome/${action.key}/${outcome._tag}`,
      case: action.case,
      step,
      input: outcome.input,
      by: world,
      settles: action.key
    }).pipe(Effect.catch((refusal) => giveWay(refusal, `${action.key}: ${outcome._tag}`, outcome._tag === "done")))
  }
})

/** The case has moved on, so the step is no longer wanted; but that something *was done* and nobody takes it in is never passed over. */
const giveWay = (refusal: unknown, about: string, isFact = false): Effect.Effect<void, StoreUnavailable> => {
  if (isUnavailable(refusal)) return Effect.fail(refusal)
  return isFact
    ? Effect.logError(`${about}, and its case does not take it in: somebody has to look`, refusal)
    : Effect.logDebug(`${about} was not wanted any more`, refusal)
}

const isUnavailable = (error: unknown): error is StoreUnavailable =>
  typeof error === "object" && error !== null && "_tag" in error && error._tag === "EventStore.StoreUnavailable"
