/**
 * Taking a step for real: load, accept, store; and once, however often it is sent.
 *
 * @module
 */
import { DateTime, Effect, Result } from "effect"
import { type Moment, minimum } from "../calendar/Moment.ts"
import type { Actor } from "../process/Actor.ts"
import * as Process from "../process/Process.ts"
import { NotPermitted } from "../process/Refusal.ts"
import * as Commits from "./Commits.ts"
import { fewer } from "./Damaged.ts"
import { type Edition, Editions } from "./Editions.ts"
import {
  EventLog,
  isConflict,
  isOtherStanding,
  type NotItsOwn,
  type OtherStanding,
  type Unstorable,
  VersionConflict
} from "./EventLog.ts"
import * as Handbooks from "./Handbooks.ts"
import { load } from "./History.ts"
import * as LogClock from "./LogClock.ts"
import type { Order, Taken } from "./Order.ts"
import * as Refusals from "./Refusals.ts"
import { answerAgain, type KeyReused, keyOf } from "./Repetition.ts"
import * as Standings from "./Standings.ts"
import type { StoreUnavailable } from "./StoreUnavailable.ts"
import * as Submission from "./Submission.ts"
import { inTurn } from "./Turns.ts"
import { Moved, Waking } from "./Waking.ts"

export { WhichAccount } from "./Handbooks.ts"
export { decode, load, read } from "./History.ts"
export { WrongClock } from "./LogClock.ts"
export type { Order, Taken } from "./Order.ts"
export { KeyReused } from "./Repetition.ts"
export { BadInput, mistakesIn, UnknownProcess, UnknownStep } from "./Submission.ts"

/** What can go wrong besides the step's own refusals. */
export type Trouble =
  | KeyReused
  | Submission.BadInput
  | Handbooks.WhichAccount
  | LogClock.WrongClock
  | VersionConflict
  | OtherStanding
  | NotItsOwn
  | Unstorable
  | StoreUnavailable

/** Takes a step. The same order twice is taken once and answered alike; a lost race is run again, in turn with others for half a minute. */
export const send = <P extends Process.Any, const S extends Process.StepOf<P>>(
  process: P,
  order: Order<P, S>
): Effect.Effect<Taken<P, S>, Process.RefusalOf<P, S> | Trouble, EventLog | Editions> =>
  Effect.suspend(() => {
    let isLooked = false
    const attempt = Effect.tapError(
      Effect.suspend(() => sendOnce(process, order, isLooked)),
      (error) => Effect.sync(() => (isLooked ||= isOtherStanding(error)))
    )
    return inTurn({ process: process.name, case: order.case }, attempt, (error) => {
      return isOtherStanding(error) || (isConflict(error) && order.expected === undefined)
    })
  }).pipe(
    Effect.catchDefect((defect) => misused(process, order, defect)),
    Effect.withSpan("Operations.send", { attributes: { process: process.name, case: order.case, step: order.step } })
  )

/**
 * Takes a step that comes from outside as JSON, whatever it is: `{ process, step, case, key, input, expected, account }`, of which the last three may
 * be left out. Only those of the list are known that today's handbook runs, or that have the case; who sends it says whoever let them in, never the JSON. See `Submission`.
 */
export const submit = <P extends Process.Any>(
  processes: ReadonlyArray<P>,
  by: Actor,
  json: unknown
): Effect.Effect<
  TakenOf<P>,
  Submission.UnknownProcess | Submission.UnknownStep | RefusalOf<P> | Trouble,
  EventLog | Editions
> =>
  Effect.fromResult(Submission.read(processes, json)).pipe(
    Effect.map(({ order, process }) => ({ process, order: { ...order, by } })),
    Effect.tap(({ order, process }) => unlessRun(processes, process, order)),
    Effect.flatMap(({ order, process }) => send(process, order)),
    Effect.withSpan("Operations.submit")
    // The process is one of the list, and so are what it takes and what it refuses.
  ) as ReturnType<typeof submit<P>>

/** A process that today's handbook does not run is not there; a case that an earlier one has begun goes on. */
const unlessRun = Effect.fnUntraced(function* (
  processes: ReadonlyArray<Process.Any>,
  process: Process.Any,
  order: Order<Process.Any>
): Effect.fn.Return<void, Submission.UnknownProcess | Handbooks.WhichAccount | StoreUnavailable, EventLog | Editions> {
  const all = yield* (yield* Editions).today
  if (all.every(({ runs }) => runs?.(process) !== false)) return
  if ((yield* load(process, order.case)) !== undefined) return
  const { runs = () => true } = yield* Handbooks.beginning(process, order)
  if (runs(process)) return
  const known = processes.filter(runs).map(({ name }) => name)
  return yield* new Submission.UnknownProcess({ process: process.name, known })
})

type TakenOf<P> = P extends Process.Any ? Taken<P> : never
type RefusalOf<P> = P extends Process.Any ? Process.RefusalOf<P> : never

const sendOnce = Effect.fnUntraced(function* <P extends Process.Any, S extends Process.StepOf<P>>(
  process: P,
  order: Order<P, S>,
  isLooked: boolean
): Effect.fn.Return<Taken<P, S>, Process.RefusalOf<P, S> | Trouble, EventLog | Editions> {
  const [wrong, ...more] = Submission.wrongIn(order)
  if (wrong !== undefined) return yield* new Submission.BadInput({ findings: [wrong, ...more] })
  const store = yield* EventLog
  const address = { process: process.name, case: order.case }
  const key = keyOf(order)
  const again = Effect.flatMap(store.recall(address, key), (json) =>
    json === undefined ? Effect.succeed(undefined) : answerAgain(process, order, json)
  )
  const answered = yield* Effect.catchTag(again, "Operations.KeyReused", (reused) =>
    Effect.flatMap(hiddenFrom(process, order), (isHidden) => (isHidden ? Effect.void : Effect.fail(reused)))
  )
  if (answered !== undefined) return answered

  const there = yield* load(process, order.case)
  const belonging = there && (yield* Handbooks.ofVersion(there.handbook))
  const isHidden = belonging !== undefined && Handbooks.hides(belonging, order.by, yield* DateTime.now)
  // Whoever sees nothing of the case is answered as if nobody had begun it.
  const current = isHidden ? undefined : there
  const version = current?.version ?? 0
  if (order.expected !== undefined && version !== order.expected) {
    // What a person's program says that it has seen, it may have made up; whoever has it from the log has not.
    const isFewer = version < order.expected && order.by._tag !== "Person"
    if (isFewer) return yield* Effect.die(fewer(address, version, order.expected))
    return yield* new VersionConflict({ ...address, expected: order.expected })
  }
  const { edition, today } =
    isHidden || belonging === undefined ? same(yield* Handbooks.beginning(process, order)) : belonging
  const settings = edition.settings(process)
  const at = yield* moment(order.by, current?.at)
  const { presence } = today
  const attempt: Process.Attempt<P, S> = {
    ...order,
    at,
    handbook: edition.version,
    settings,
    entitled: today.entitled,
    entitledUnder: today.version,
    accounts: edition.accounts,
    calendars: edition.calendars,
    ...(presence && { presence: (person) => presence(person, at) })
  }
  const first = Process.accept(process, current, attempt)
  // What a case is about that begins now, is seen when it has begun.
  const begun = current ?? (Result.isSuccess(first) ? Process.evolve(process, undefined, first.success) : undefined)
  const weighed = begun && (yield* Standings.over(process, order.step, begun, isLooked))
  const accepted =
    Result.isFailure(first) || weighed === undefined || !Standings.isWeighty(process, order.step, weighed)
      ? first
      : Process.accept(process, current, { ...attempt, standing: weighed.found })
  if (isHidden) return yield* refuseHidden(process, order, at, belonging.today, accepted)
  if (Result.isFailure(accepted)) {
    // The very same order may have been taken a moment ago: then it is answered, not refused.
    const answer = yield* again
    if (answer !== undefined) return answer
    const { by, case: id, step } = order
    if (by._tag === "Person")
      yield* Refusals.keep(process, { case: id, step, by, at, under: today.version }, accepted.failure, today)
    return yield* Effect.fail(accepted.failure)
  }
  const taken = { event: accepted.success, case: Process.evolve(process, current, accepted.success) }
  const { settles } = order
  const commit = yield* Commits.make(process, { key, before: current, taken, edition, today, settles, weighed })
  yield* store.append(commit)
  yield* (yield* Moved).call
  if (commit.actions.length > 0) yield* (yield* Waking).call
  return taken
})

const hiddenFrom = Effect.fnUntraced(function* (process: Process.Any, { by, case: id }: Order<Process.Any>) {
  const there = yield* load(process, id)
  return there !== undefined && Handbooks.hides(yield* Handbooks.ofVersion(there.handbook), by, yield* DateTime.now)
})

/** What begins runs under today's edition. */
const same = (today: Edition) => ({ edition: today, today })

/** The reason is kept; the person hears no more than of a case that there is not. */
const refuseHidden = Effect.fnUntraced(function* <P extends Process.Any, S extends Process.StepOf<P>>(
  process: P,
  { by, case: id, step }: Order<P, S>,
  at: Moment,
  today: Edition,
  answer: Result.Result<unknown, Process.RefusalOf<P, S>>
): Effect.fn.Return<never, Process.RefusalOf<P, S>, EventLog> {
  const why = new NotPermitted({ step, by, needs: Process.ruleOf(process, step).by })
  if (by._tag === "Person") yield* Refusals.keep(process, { case: id, step, by, at, under: today.version }, why, today)
  return yield* Effect.fail(Result.isFailure(answer) ? answer.failure : why)
})

/** Where a step breaks, its input may be none of its own: then that is told, with its place. */
const misused = (
  process: Process.Any,
  { input, step }: Order<Process.Any>,
  defect: unknown
): Effect.Effect<never, Submission.BadInput> => {
  if (!Object.hasOwn(process.steps, step)) {
    return Effect.die(new Submission.UnknownStep({ process: process.name, step, known: Object.keys(process.steps) }))
  }
  const [first, ...others] = Submission.mistakesIn(process, step, input)
  return first === undefined
    ? Effect.die(defect)
    : Effect.fail(new Submission.BadInput({ findings: [first, ...others] }))
}

/**
 * Now; but two machines' clocks may differ a little, and a history does not run backwards for that. Where they differ by more, one of them is
 * wrong. If the log speaks against this one, a person's step is refused: it would stand in the past (what a worker does, `Clocks` has vouched for).
 * If not, the case's last step was taken far ahead: to follow it would make every slot past and put every deadline out of sight, and the
 * history comes back to the present.
 */
const moment = Effect.fnUntraced(function* (by: Actor, last: Moment | undefined) {
  const now = yield* DateTime.now
  if (DateTime.isLessThan(now, minimum)) {
    return yield* Effect.die(
      new Error(
        `The clock shows ${DateTime.formatIso(now)}, and no step was taken before 2009; a TestClock begins in 1970, so set it first, with TestClock.setTime.`
      )
    )
  }
  if (last === undefined || DateTime.isLessThanOrEqualTo(last, now)) return now
  if (DateTime.isLessThanOrEqualTo(last, DateTime.addDuration(now, LogClock.skew))) return last
  if (by._tag === "Person" && (yield* LogClock.isBehind(now)))
    return yield* new LogClock.WrongClock({ shows: now, last })
  yield* Effect.logWarning(
    `The last step was taken at ${DateTime.formatIso(last)}, which is still to come: a clock was wrong`
  )
  return now
})
