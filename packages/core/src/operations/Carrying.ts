/**
 * Takes actions out of the store, has them carried, and takes back what became of them.
 *
 * @module
 */
import { DateTime, Duration, Effect } from "effect"
import { NoticeProcess } from "../attention/NoticeProcess.ts"
import { WarningProcess } from "../attention/WarningProcess.ts"
import type { Moment } from "../calendar/Moment.ts"
import type { AnyCarrier } from "./Carrier.ts"
import { type Claimed, EventStore, type StoreUnavailable } from "./EventStore.ts"
import * as Notices from "./Notices.ts"
import * as Outcome from "./Outcome.ts"
import * as Report from "./Report.ts"
import * as Warnings from "./Warnings.ts"
import { insist, leaseOf, namesOf, processOf, type Work } from "./Work.ts"

/**
 * Carries as many actions as are waiting, up to so many; answers how many there were. It takes no more than there are hands for: what is
 * taken counts as begun, should the worker die.
 */
export const carryUpTo = Effect.fnUntraced(function* <C extends AnyCarrier<unknown>>(most: number, work: Work<C>) {
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

const carry = Effect.fnUntraced(function* <C extends AnyCarrier<unknown>>(
  work: Work<C>,
  action: Claimed,
  until: Moment
) {
  const process = processOf(work, action.process)
  const kind = process?.actions[action.name]
  const carrier = work.carriers.find((one) => one.kind.name === kind?.name)
  // A message of the house's own that comes too late is forgotten, also where nobody can carry it.
  const ofUse = isOfUseTo.get(process?.name ?? "")
  const isOfUse = ofUse === undefined || (yield* answer(action, ofUse(work, action)))
  if (isOfUse === undefined) return
  if (!isOfUse) return yield* drop(action)
  if (process === undefined || kind === undefined || carrier === undefined) return yield* leave(action)
  const isCutOff = action.interrupted && !kind.repeatable
  const isStillAsked = kind.repeatable || isCutOff || (yield* answer(action, Report.isStillAsked(process, action)))
  if (isStillAsked === undefined) return
  if (!isStillAsked) return yield* drop(action)
  const within = DateTime.distance(yield* DateTime.now, until)
  // Whoever has been asleep for so long does not begin any more: it may be somebody else's by now.
  if (!isCutOff && !Duration.isPositive(within)) return yield* insist(postpone(action, Duration.zero))
  const outcome = isCutOff
    ? Outcome.unknown("the work was cut off while it was under way")
    : yield* Outcome.attempt(carrier, action, { within, mostTries: work.mostTries ?? 20 })
  if (outcome._tag === "later") return yield* insist(postpone(action, outcome.after))
  yield* insist(Effect.andThen(Report.report(process, action, outcome), settle(action)))
})

/** Whether the messages of the house's own processes are still of use. */
const isOfUseTo: ReadonlyMap<
  string,
  (work: Pick<Work<never>, "processes">, action: Claimed) => Notices.Noticing<boolean>
> = new Map([
  [WarningProcess.name, (work, action) => Warnings.isStillDue((name) => processOf(work, name), action)],
  [NoticeProcess.name, (_, action) => Notices.isOpen(action)]
])

/** Whether the case still asks for it; nothing where the case cannot say: then it is set aside, and the action waits. */
const answer = <R>(action: Claimed, isAsked: Effect.Effect<boolean, StoreUnavailable, R>) =>
  Effect.catchDefect(insist(isAsked), (defect) =>
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

/** It was not begun, so whoever can may begin it; but one that was cut off before stays so. */
const giveBack = (action: Claimed, pause: Duration.Duration) =>
  action.interrupted ? Effect.void : insist(postpone(action, pause))

const settle = (action: Claimed) => Effect.flatMap(EventStore, (store) => store.settle(action))

const postpone = Effect.fnUntraced(function* (action: Claimed, after: Duration.Duration) {
  const store = yield* EventStore
  yield* store.postpone(action, DateTime.addDuration(yield* DateTime.now, after))
})
