/**
 * Actions: taken out of the queue, carried, and taken back what became of them.
 *
 * A {@link Worker} does so by itself; a runtime of your own, a job of a cloud's queue or a cron, calls the same.
 *
 * @module
 */
import { DateTime, Duration, Effect } from "effect"
import { NoticeProcess } from "../attention/NoticeProcess.ts"
import { WarningProcess } from "../attention/WarningProcess.ts"
import type { AnyKind } from "../process/Action.ts"
import * as Notify from "../process/Notify.ts"
import type { Any } from "../process/Process.ts"
import type { AnyCarrier, NeedsOf } from "./Carrier.ts"
import type { Editions } from "./Editions.ts"
import type { EventLog } from "./EventLog.ts"
import * as Notices from "./Notices.ts"
import * as Operations from "./Operations.ts"
import * as Orders from "./Orders.ts"
import * as Outcome from "./Outcome.ts"
import * as Report from "./Report.ts"
import * as Standings from "./Standings.ts"
import type { StoreUnavailable } from "./StoreUnavailable.ts"
import * as Warnings from "./Warnings.ts"
import { insist, leaseOf, namesOf, processOf, type Work } from "./Work.ts"
import { type Claimed, WorkQueue } from "./WorkQueue.ts"

/**
 * Carries one action that the queue has handed out, and has its case take in what became of it. Whatever happens, the action is not lost: it
 * is settled, given back, or handed out again when its lease is over.
 */
export const carry = Effect.fn("Actions.carry")(function* <C extends AnyCarrier<unknown>>(
  work: Work<C>,
  action: Claimed
): Effect.fn.Return<void, StoreUnavailable, NeedsOf<C> | EventLog | WorkQueue | Editions> {
  const process = processOf(work, action.process)
  const kind = process?.actions[action.name]
  const isCutOff = action.interrupted && kind?.repeatable === false
  // Nobody is kept from being told something.
  if (process !== undefined && kind !== undefined && !isCutOff && kind.name !== Notify.notify.name) {
    const wanted = yield* answer(action, isWanted(process, kind, action))
    if (wanted === undefined) return
    if (wanted !== "now") return yield* wanted === "later" ? hold(action) : drop(action)
  }
  const own = process && Orders.carrying((name) => processOf(work, name), process, action)
  if (process !== undefined && own !== undefined) return yield* carryOwn(process, action, own)
  const carrier = work.carriers.find((one) => one.kind.name === kind?.name)
  // A message of the house's own that comes too late is forgotten, also where nobody can carry it.
  const ofUse = isOfUseTo.get(process?.name ?? "")
  const isOfUse = ofUse === undefined || (yield* answer(action, ofUse(work, action)))
  if (isOfUse === undefined) return
  if (!isOfUse) return yield* drop(action)
  if (process === undefined || kind === undefined || carrier === undefined) return yield* leave(action)
  const within = DateTime.distance(yield* DateTime.now, action.until)
  // Whoever has been asleep for so long does not begin any more: it may be somebody else's by now.
  if (!isCutOff && !Duration.isPositive(within)) return yield* insist(postpone(action, Duration.zero))
  const outcome = isCutOff
    ? Outcome.unknown("the work was cut off while it was under way")
    : yield* Outcome.attempt(carrier, action, { within, mostTries: work.mostTries ?? 20 })
  if (outcome._tag === "later") return yield* insist(postpone(action, outcome.after))
  yield* insist(Effect.andThen(Report.report(process, action, outcome), settle(action)))
})

/** Whether the case wants it as it is now: one that is repeatable is wanted in any state, and waits all the same while the step that asked is suspended. */
const isWanted = Effect.fnUntraced(function* (process: Any, kind: AnyKind, action: Claimed) {
  const current = yield* Operations.load(process, action.case)
  if (!kind.repeatable && !(yield* Report.isStillAsked(current, action))) return "no more"
  return (yield* Standings.isHeld(process, action, current)) ? "later" : "now"
})

/** What one case does to another is carried until it is done: whoever has done it half may do it again. */
const carryOwn = Effect.fnUntraced(function* (
  process: Any,
  action: Claimed,
  own: Effect.Effect<Orders.Became, StoreUnavailable, EventLog | Editions>
) {
  const became = yield* answer(action, own)
  if (became === undefined) return
  if (became === "elsewhere") return yield* leave(action)
  if (became === "later") return yield* hold(action)
  const reported = became === "settled" ? Effect.void : Report.report(process, action, became)
  yield* insist(Effect.andThen(reported, settle(action)))
})

/**
 * Carries as many actions as are waiting, up to so many; answers how many there were. It takes no more than there are hands for: what is
 * taken counts as begun, should the worker die.
 */
export const carryWaiting = Effect.fnUntraced(function* <C extends AnyCarrier<unknown>>(work: Work<C>, most: number) {
  const queue = yield* WorkQueue
  const claimed = yield* queue.claim(namesOf(work), yield* DateTime.now, leaseOf(work), most)
  yield* Effect.forEach(
    claimed,
    (action) =>
      Effect.catchDefect(carry(work, action), (defect) =>
        Effect.logError(`${action.key} cannot be carried; it is tried again when its lease is over`, defect)
      ),
    { concurrency: "unbounded", discard: true }
  )
  return claimed.length
})

/** Whether the messages of the house's own processes are still of use. */
const isOfUseTo: ReadonlyMap<
  string,
  (work: Pick<Work<never>, "processes">, action: Claimed) => Notices.Noticing<boolean>
> = new Map([
  [WarningProcess.name, (work, action) => Warnings.isStillDue((name) => processOf(work, name), action)],
  [NoticeProcess.name, (_, action) => Notices.isOpen(action)]
])

/** What a case says; nothing where it cannot: then it is set aside, and the action waits. */
const answer = <A, R>(action: Claimed, said: Effect.Effect<A, StoreUnavailable, R>) =>
  Effect.catchDefect(insist(said), (defect) =>
    insist(Notices.setAside(action, defect)).pipe(
      Effect.flatMap((pause) => giveBack(action, pause)),
      Effect.as(undefined)
    )
  )

/** It has come too late, and is forgotten. */
const drop = (action: Claimed) =>
  Effect.andThen(Effect.logInfo(`${action.key} is not wanted any more, and was not started`), insist(settle(action)))

/** Nobody here can carry it; another worker may. */
const leave = (action: Claimed) =>
  Effect.andThen(
    Effect.logError(
      `${action.key} cannot be carried here, and was not started: there is no carrier of ${action.name} for ${action.process}`
    ),
    giveBack(action, Outcome.pauseAfter(action.tries))
  )

/** The step that has asked for it is suspended; where it was wanted by then, it goes out afterwards. */
const hold = (action: Claimed) =>
  Effect.andThen(
    Effect.logInfo(`${action.key} waits: ${action.step} is suspended`),
    insist(postpone(action, Standings.pause))
  )

/** It was not begun, so whoever can may begin it; but one that was cut off before stays so. */
const giveBack = (action: Claimed, pause: Duration.Duration) =>
  action.interrupted ? Effect.void : insist(postpone(action, pause))

const settle = (action: Claimed) => Effect.flatMap(WorkQueue, (queue) => queue.settle(action))

const postpone = Effect.fnUntraced(function* (action: Claimed, after: Duration.Duration) {
  const queue = yield* WorkQueue
  yield* queue.postpone(action, DateTime.addDuration(yield* DateTime.now, after))
})
