/**
 * What happens by itself: what the agenda says begins, deadlines fire, actions are carried, outcomes come back as steps.
 *
 * A worker may die at any moment. A deadline then fires at its next start; an action that can be repeated is carried again; one that
 * cannot is *unknown*, which is an outcome like the others. What was done and no case takes in is a `UnclaimedOutcome`, and what people have to know
 * (a message that did not arrive, a case that cannot be run any more) is a `Notice`: both wait for a person. Before a deadline runs out
 * whoever can still do something is told, by a `Warning`.
 *
 * @module
 */
import { DateTime, Duration, Effect, Fiber, type Scope } from "effect"
import * as Actions from "./Actions.ts"
import type { AnyCarrier, NeedsOf } from "./Carrier.ts"
import * as Clocks from "./Clocks.ts"
import * as Deadlines from "./Deadlines.ts"
import { Editions } from "./Editions.ts"
import type { EventLog } from "./EventLog.ts"
import * as Hands from "./Hands.ts"
import * as InHand from "./InHand.ts"
import * as LogClock from "./LogClock.ts"
import * as Openings from "./Openings.ts"
import type { StoreUnavailable } from "./StoreUnavailable.ts"
import * as Survey from "./Survey.ts"
import { Waking } from "./Waking.ts"
import { namesOf, outage, uncarried, type Work } from "./Work.ts"
import { WorkQueue } from "./WorkQueue.ts"

export type { Work } from "./Work.ts"

/** What a round has done. */
export interface Round {
  /** Cases that began because the handbook's agenda says so. */
  readonly opened: number
  readonly fired: number
  readonly carried: number
}

/**
 * One round: begins what the agenda says, fires what has run out, and carries an action with each hand. What breaks is logged, and stops nothing else. A clock that the log
 * speaks against does nothing, and says so.
 */
export const round = Effect.fn("Worker.round")(function* <C extends AnyCarrier<unknown>>(work: Work<C>) {
  const objection = yield* LogClock.objection(namesOf(work), yield* DateTime.now)
  if (objection !== undefined) {
    yield* Effect.logError(Clocks.standsBack(objection))
    return { opened: 0, fired: 0, carried: 0 } satisfies Round
  }
  const opened = yield* Openings.open(work.processes)
  const fired = yield* Deadlines.fireDue(work)
  const carried = yield* Actions.carryWaiting(work, hands)
  return { opened, fired, carried } satisfies Round
})

/**
 * Works for ever, deadlines and actions side by side, so that a slow carrier delays no deadline and no other action. Sleeps until there is
 * something to do or it is woken, and never longer than `poll`; a store that does not answer is asked again, and one that is broken ends it. Several
 * workers may share a store: one whose clock differs from the others', or is spoken against by the log, stands back until it agrees. Beside its work it goes through all
 * cases, slowly, and has a person look at those that cannot be read.
 */
export const run = <C extends AnyCarrier<unknown>>(
  work: Work<C>,
  poll: Duration.Input = "1 second"
): Effect.Effect<never, never, NeedsOf<C> | EventLog | WorkQueue | Editions> =>
  Effect.gen(function* () {
    const left = uncarried(work, yield* Editions.use(({ today }) => today))
    if (left.length > 0) {
      yield* Effect.logWarning(
        `This worker has no carrier for ${left.join(", ")}: what asks for it waits for another worker`
      )
    }
    const watch = yield* Clocks.watch(namesOf(work))
    const survey = yield* Survey.make(work.processes)
    const openings = yield* Openings.make(work.processes)
    const jobs = [openings, Deadlines.fireDue(work), survey]
    const { hear } = yield* Waking
    const carrying = Effect.flatMap(hear, (call) => repeat(watch, Actions.carryWaiting(work, 1), poll, call))
    const shared = Hands.sharing(yield* WorkQueue)
    // However seldom there is work, the clocks are compared.
    const compare = unbroken(Effect.andThen(watch, Effect.sleep(Clocks.lookEvery)))
    yield* Effect.all(
      [
        compare,
        ...jobs.map((job) => repeat(watch, job, poll)),
        ...Array.from({ length: hands }, () => Effect.provideService(Effect.scoped(carrying), WorkQueue, shared))
      ],
      { concurrency: "unbounded", discard: true }
    )
    return yield* Effect.never
  })

/** A worker that was started. */
export interface Started {
  /** Takes nothing up any more, lets what is in hand be done and taken in, and ends; what takes longer than the patience is cut off. */
  readonly stop: Effect.Effect<void>
  /** Never comes back, but with why the worker broke. */
  readonly broken: Effect.Effect<never>
}

/**
 * Works as {@link run} does, until it is stopped: by `stop`, or with the scope. What an interruption would cut off half done, which nobody
 * could know the outcome of, is finished first.
 */
export const start = Effect.fn("Worker.start")(function* <C extends AnyCarrier<unknown>>(
  work: Work<C>,
  { patience = "30 seconds", poll }: { readonly poll?: Duration.Input; readonly patience?: Duration.Input } = {}
): Effect.fn.Return<Started, never, NeedsOf<C> | EventLog | WorkQueue | Editions | Scope.Scope> {
  const { queue, shut } = InHand.watch(yield* WorkQueue)
  const fiber = yield* Effect.forkScoped(Effect.provideService(run(work, poll), WorkQueue, queue))
  // Whoever has been given up is not waited for again.
  const stop = yield* Effect.cached(Effect.andThen(Effect.timeoutOption(shut, patience), Fiber.interrupt(fiber)))
  yield* Effect.addFinalizer(() => stop)
  return { stop, broken: Effect.flatMap(Fiber.join(fiber), () => Effect.never) }
})

/** How many actions a worker carries at the same time. */
const hands = 4

/** Does it for as long as there is something to do; then sleeps until there may be again, or somebody calls. */
const repeat = <R>(
  watch: Clocks.Watch,
  once: Effect.Effect<number, StoreUnavailable, R>,
  poll: Duration.Input,
  call: Effect.Effect<void> = Effect.never
) =>
  unbroken(
    Effect.gen(function* () {
      const longest = Duration.fromInputUnsafe(poll)
      if (!(yield* watch)) return yield* Effect.sleep(longest)
      if ((yield* once) > 0) return
      const queue = yield* WorkQueue
      const next = yield* queue.next
      const now = yield* DateTime.now
      // Something that is due and was not done waits for its turn; it is no reason to spin.
      const isAhead = next !== undefined && DateTime.isGreaterThan(next, now)
      yield* Effect.raceFirst(
        Effect.sleep(isAhead ? Duration.min(longest, DateTime.distance(now, next)) : longest),
        call
      )
    })
  )

/** Again and again, whatever breaks. */
const unbroken = <R>(turn: Effect.Effect<void, StoreUnavailable, R>) =>
  turn.pipe(
    Effect.catchDefect((defect) =>
      Effect.andThen(Effect.logError("The worker broke, and goes on", defect), Effect.sleep("5 seconds"))
    ),
    // What is broken stays so, however often it is asked.
    Effect.catch((unavailable) => (unavailable.isBroken === true ? Effect.die(unavailable) : outage(unavailable))),
    Effect.forever
  )
