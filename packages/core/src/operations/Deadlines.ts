/**
 * Deadlines: fired when they have run out.
 *
 * A {@link Worker} does so by itself; a runtime of your own, a timer of a cloud or a cron, calls the same.
 *
 * @module
 */
import { DateTime, Effect } from "effect"
import { clock } from "../process/Actor.ts"
import type { Any } from "../process/Process.ts"
import { isForNow, type NotGranted, Suspended } from "../process/Refusal.ts"
import type { Editions } from "./Editions.ts"
import type { EventLog } from "./EventLog.ts"
import * as Notices from "./Notices.ts"
import * as Operations from "./Operations.ts"
import * as Standings from "./Standings.ts"
import { isUnavailable, type StoreUnavailable } from "./StoreUnavailable.ts"
import * as Warnings from "./Warnings.ts"
import { leaseOf, namesOf, processOf, type Work } from "./Work.ts"
import { type Timer, WorkQueue } from "./WorkQueue.ts"

/**
 * Fires one deadline that has run out: its case takes the step, or people are warned. A case that has moved on since has deadlines of its own,
 * and this one is forgotten.
 */
export const fire = Effect.fn("Deadlines.fire")(function* (
  work: Pick<Work<never>, "processes">,
  timer: Timer
): Effect.fn.Return<void, StoreUnavailable, EventLog | WorkQueue | Editions> {
  const process = processOf(work, timer.process)
  if (process === undefined) return yield* Effect.die(`There is no process ${timer.process} here`)
  if (timer.rung === 0) {
    yield* Warnings.warn(process, timer)
    return yield* Effect.flatMap(WorkQueue, (queue) => queue.cancel(timer))
  }
  const { whenSuspended } = process.deadlines[timer.name] ?? {}
  const fired = take(process, timer, timer.fires)
  const taken =
    whenSuspended === undefined ? fired : Effect.catchIf(fired, isSuspended, () => take(process, timer, whenSuspended))
  yield* taken.pipe(
    // Whatever came of it, this deadline has had its turn; if the step set new ones, this one is gone already.
    Effect.andThen(Effect.flatMap(WorkQueue, (queue) => queue.cancel(timer))),
    Effect.catch((refusal) =>
      isUnavailable(refusal) ? Effect.fail(refusal) : isForNow(refusal) ? wait(timer, refusal) : drop(timer, refusal)
    )
  )
})

/** The case takes the step, if it has not moved on since. */
const take = (process: Any, timer: Timer, step: string) =>
  Operations.send(process, {
    key: `deadline/${timer.name}/${timer.version}`,
    case: timer.case,
    step,
    input: {},
    by: clock(timer.name, timer.rung),
    // A case that has moved on since has deadlines of its own.
    expected: timer.version
  })

/** What stands in the way puts it off; nothing of it is lost. */
const wait = Effect.fnUntraced(function* (timer: Timer, { message }: Suspended | NotGranted) {
  yield* Effect.logDebug(`${timer.process} ${timer.case}: ${message}`)
  const queue = yield* WorkQueue
  yield* queue.putOff(timer, DateTime.addDuration(yield* DateTime.now, Standings.pause))
})

const isSuspended = (refusal: unknown): refusal is Suspended => refusal instanceof Suspended

const drop = (timer: Timer, refusal: unknown) =>
  Effect.andThen(
    Effect.logDebug(`${timer.process} ${timer.case}: ${timer.fires} was not wanted any more`, refusal),
    Effect.flatMap(WorkQueue, (queue) => queue.cancel(timer))
  )

/** Fires all deadlines that have run out, the longest overdue first; answers how many there were. What breaks is set aside, and stops no other. */
export const fireDue = (
  work: Pick<Work<never>, "processes" | "lease">
): Effect.Effect<number, StoreUnavailable, EventLog | WorkQueue | Editions> => firePage(work, mostPages)

const firePage = Effect.fnUntraced(function* (
  work: Pick<Work<never>, "processes" | "lease">,
  left: number
): Effect.fn.Return<number, StoreUnavailable, EventLog | WorkQueue | Editions> {
  const queue = yield* WorkQueue
  const timers = yield* queue.claimOverdue(namesOf(work), yield* DateTime.now, leaseOf(work), atOnce)
  const fired = yield* Effect.forEach(timers, (timer) =>
    fire(work, timer).pipe(
      Effect.as(1),
      Effect.catchDefect((defect) => Effect.as(putOff(timer, defect), 0))
    )
  )
  // Those that could not be fired have been put off, and others come to their turn.
  return sum(fired) === 0 && timers.length === atOnce && left > 1 ? yield* firePage(work, left - 1) : sum(fired)
})

/** How many deadlines a worker has in hand, and fires before what is waiting is looked at anew; the others are left to other workers. */
const atOnce = 20
/** How often others come to their turn at once, where none could be fired. */
const mostPages = 500

const sum = (numbers: ReadonlyArray<number>): number => numbers.reduce((all, one) => all + one, 0)

const putOff = Effect.fnUntraced(function* (timer: Timer, defect: unknown) {
  const pause = yield* Notices.setAside(timer, defect)
  const queue = yield* WorkQueue
  yield* queue.putOff(timer, DateTime.addDuration(yield* DateTime.now, pause))
})
