/**
 * What happens by itself: deadlines fire, actions are carried, outcomes come back as steps.
 *
 * A worker may die at any moment. A deadline then fires at its next start; an action that can be repeated is carried again; one that
 * cannot is *unknown*, which is an outcome like the others. What was done and no case takes in is a `Stray`, which waits for a person.
 *
 * @module
 */
import { DateTime, Duration, Effect } from "effect"
import type { Moment } from "../calendar/Moment.ts"
import { clock } from "../process/Actor.ts"
import type * as Process from "../process/Process.ts"
import type { AnyCarrier, NeedsOf } from "./Carrier.ts"
import {
  type Claimed,
  EventStore,
  isUnavailable,
  longestLease,
  type StoreUnavailable,
  type Timer
} from "./EventStore.ts"
import * as Operations from "./Operations.ts"
import * as Outcome from "./Outcome.ts"
import * as Report from "./Report.ts"
import type { Shelf } from "./Shelf.ts"
import { StrayProcess } from "./StrayProcess.ts"

/** What a worker works on; strays need not be named, but telling people needs a carrier. */
export interface Work<C extends AnyCarrier<unknown>> {
  readonly processes: ReadonlyArray<Process.Any>
  readonly carriers: ReadonlyArray<C>
  /** How long an action stays with the worker that took it, and its carrier may take; two minutes unless told, and a day at most. */
  readonly lease?: Duration.Input
  /** How often an action that is told to come back later does so before it counts as refused. */
  readonly patience?: number
}

/** What a round has done. */
export interface Round {
  readonly fired: number
  readonly carried: number
}

/** One round: fires what has run out, and carries an action with each hand. What breaks is logged, and stops nothing else. */
export const round = Effect.fn("Worker.round")(function* <C extends AnyCarrier<unknown>>(work: Work<C>) {
  const fired = yield* fireAll(work)
  const carried = yield* carryUpTo(hands, work)
  return { fired, carried } satisfies Round
})

/**
 * Works for ever, deadlines and actions side by side, so that a slow carrier delays no deadline and no other action. Sleeps until there is
 * something to do, and never longer than `poll`; a store that does not answer is asked again. Several workers may share a store.
 */
export const run = <C extends AnyCarrier<unknown>>(
  work: Work<C>,
  poll: Duration.Input = "1 second"
): Effect.Effect<never, never, NeedsOf<C> | EventStore | Shelf> => {
  const carrying = Array.from({ length: hands }, () => repeat(carryUpTo(1, work), poll))
  return Effect.andThen(
    Effect.all([repeat(fireAll(work), poll), ...carrying], { concurrency: "unbounded", discard: true }),
    Effect.never
  )
}

/** How many actions a worker carries at the same time. */
const hands = 4

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
    Effect.catch(outage),
    Effect.catchDefect((defect) =>
      Effect.andThen(Effect.logError("The worker broke, and goes on", defect), Effect.sleep("5 seconds"))
    ),
    Effect.forever
  )

const fireAll = Effect.fnUntraced(function* <C extends AnyCarrier<unknown>>(
  work: Work<C>
): Effect.fn.Return<number, StoreUnavailable, EventStore | Shelf> {
  const store = yield* EventStore
  const timers = yield* store.overdue(namesOf(work), yield* DateTime.now, atOnce)
  const fired = yield* Effect.forEach(timers, (timer) =>
    fire(work, timer).pipe(
      Effect.as(1),
      Effect.catchDefect((defect) => Effect.as(putOff(timer, defect), 0))
    )
  )
  // Those that could not be fired have been put off, and others come to their turn.
  return sum(fired) === 0 && timers.length === atOnce ? yield* fireAll(work) : sum(fired)
})

/** How many deadlines are fired before what is waiting is looked at anew. */
const atOnce = 100

const sum = (numbers: ReadonlyArray<number>): number => numbers.reduce((all, one) => all + one, 0)

/** Takes no more than there are hands for: what is taken counts as begun, should the worker die. */
const carryUpTo = Effect.fnUntraced(function* <C extends AnyCarrier<unknown>>(most: number, work: Work<C>) {
  const store = yield* EventStore
  const now = yield* DateTime.now
  const claimed = yield* store.claim(namesOf(work), now, leaseOf(work), most)
  yield* Effect.forEach(
    claimed,
    (action) =>
      Effect.catchDefect(carry(work, action, DateTime.addDuration(now, leaseOf(work))), (defect) =>
        Effect.logError(`${action.key} cannot be carried; it is tried again when its lease is over`, defect)
      ),
    { concurrency: "unbounded", discard: true }
  )
  return claimed.length
})

/** Strays are the worker's own: it opens them, and reminds people of them. */
const processesOf = <C extends AnyCarrier<unknown>>({ processes }: Work<C>): ReadonlyArray<Process.Any> => [
  ...new Set([...processes, StrayProcess])
]

const namesOf = <C extends AnyCarrier<unknown>>(work: Work<C>): ReadonlyArray<string> =>
  processesOf(work).map(({ name }) => name)

const leaseOf = <C extends AnyCarrier<unknown>>({ lease = "2 minutes" }: Work<C>): Duration.Duration =>
  Duration.min(Duration.fromInputUnsafe(lease), longestLease)

const fire = Effect.fnUntraced(function* <C extends AnyCarrier<unknown>>(work: Work<C>, timer: Timer) {
  const process = processesOf(work).find(({ name }) => name === timer.process)
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
    Effect.catch((refusal) =>
      isUnavailable(refusal)
        ? Effect.fail(refusal)
        : Effect.logDebug(`${timer.process} ${timer.case}: ${timer.fires} was not wanted any more`, refusal)
    ),
    // Whatever came of it, this deadline has had its turn; if the step set new ones, this one is gone already.
    Effect.andThen(Effect.flatMap(EventStore, (store) => store.cancel(timer)))
  )
})

const putOff = Effect.fnUntraced(function* (timer: Timer, defect: unknown) {
  yield* Effect.logError(`The deadline ${timer.name} of ${timer.process} ${timer.case} cannot be fired`, defect)
  const store = yield* EventStore
  yield* store.putOff(timer, DateTime.addDuration(yield* DateTime.now, aWhile))
})

/** What nobody here can do is tried again after this, when somebody may have mended it. */
const aWhile = Duration.minutes(1)

const carry = Effect.fnUntraced(function* <C extends AnyCarrier<unknown>>(
  work: Work<C>,
  action: Claimed,
  until: Moment
) {
  const errand = yield* Effect.catchDefect(insist(prepare(work, action)), (defect) =>
    Effect.as(giveBack(action, defect), undefined)
  )
  if (errand === undefined) return
  const { carrier, isCutOff, isStillAsked, process } = errand
  if (!isStillAsked) {
    yield* Effect.logInfo(`${action.key} is not wanted any more, and was not started`)
    return yield* insist(settle(action))
  }
  const within = DateTime.distance(yield* DateTime.now, until)
  // Whoever has been asleep for so long does not begin any more: it may be somebody else's by now.
  if (!isCutOff && !Duration.isPositive(within)) return yield* insist(postpone(action, Duration.zero))
  const outcome = isCutOff
    ? Outcome.unknown("the work was cut off while it was under way")
    : yield* Outcome.attempt(carrier, action, { within, patience: work.patience ?? 20 })
  if (outcome._tag === "later") return yield* insist(postpone(action, outcome.after))
  yield* insist(Effect.andThen(Report.report(process, action, outcome), settle(action)))
})

/** Who carries it, and whether it is to be carried. */
const prepare = Effect.fnUntraced(function* <C extends AnyCarrier<unknown>>(work: Work<C>, action: Claimed) {
  const process = processesOf(work).find(({ name }) => name === action.process)
  const kind = process?.actions[action.name]
  const carrier = work.carriers.find((one) => one.kind.name === kind?.name)
  if (process === undefined || kind === undefined || carrier === undefined) {
    return yield* Effect.die(`There is no carrier of ${action.name} for ${action.process} here`)
  }
  const isCutOff = action.interrupted && !kind.repeatable
  const isStillAsked = kind.repeatable || isCutOff || (yield* Report.isStillAsked(process, action))
  return { process, carrier, isCutOff, isStillAsked }
})

/** It was not begun, so whoever can may begin it; but one that was cut off before stays so. */
const giveBack = (action: Claimed, defect: unknown) =>
  Effect.andThen(
    Effect.logError(`${action.key} cannot be carried here, and was not started`, defect),
    action.interrupted ? Effect.void : insist(postpone(action, aWhile))
  )

/** While the store does not answer, nobody but this worker knows what it has done. */
const insist = <A, R>(effect: Effect.Effect<A, StoreUnavailable, R>): Effect.Effect<A, never, R> =>
  Effect.catch(effect, (unavailable) => Effect.andThen(outage(unavailable), insist(effect)))

const outage = (unavailable: StoreUnavailable) =>
  Effect.andThen(Effect.logWarning(unavailable.message), Effect.sleep("5 seconds"))

const settle = (action: Claimed) => Effect.flatMap(EventStore, (store) => store.settle(action))

const postpone = Effect.fnUntraced(function* (action: Claimed, after: Duration.Duration) {
  const store = yield* EventStore
  yield* store.postpone(action, DateTime.addDuration(yield* DateTime.now, after))
})
