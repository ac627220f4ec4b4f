/**
 * Takes what became of an action back to the case that asked for it.
 *
 * That something did not happen matters only to whoever still waits for it. That it *was done* is never passed over: where the case does
 * not take it in, it becomes a person's task, a `UnclaimedOutcome`. Nor is a message that has not arrived: the next of the chain has it, by a `Notice`.
 *
 * @module
 */
import { Effect, Schedule, Schema } from "effect"
import { UnclaimedOutcomeProcess } from "../attention/UnclaimedOutcomeProcess.ts"
import { world } from "../process/Actor.ts"
import type { Case, Tagged } from "../process/Case.ts"
import { isOrder } from "../process/CaseOrder.ts"
import * as Face from "../process/Face.ts"
import * as Notify from "../process/Notify.ts"
import * as Process from "../process/Process.ts"
import { fewer } from "./Damaged.ts"
import type { Editions } from "./Editions.ts"
import { type EventLog, isConflict, NotItsOwn } from "./EventLog.ts"
import * as Notices from "./Notices.ts"
import * as Operations from "./Operations.ts"
import * as Outcome from "./Outcome.ts"
import { isUnavailable, type StoreUnavailable } from "./StoreUnavailable.ts"
import * as Unclaimed from "./Unclaimed.ts"
import type { Claimed } from "./WorkQueue.ts"

type Reporting<A = void> = Effect.Effect<A, StoreUnavailable, EventLog | Editions>

/** Tells the case, or a person. Only when this has succeeded, the action is over and done with. */
export const report = (process: Process.Any, action: Claimed, outcome: Outcome.Final): Reporting => {
  if (outcome._tag !== "done" && isUnheard(process, action, outcome)) {
    return Notices.undelivered(action, outcome.input.detail)
  }
  switch (outcome._tag) {
    case "done":
      return reportDone(process, action, outcome)
    case "refused":
      return isOrderOf(process, action)
        ? reportRefusal(process, action, outcome)
        : Effect.asVoid(whileAsked(process, action, outcome))
    case "unknown":
      return reportUnknown(process, action, outcome)
  }
}

/** Whether it is a message to a person, and its process has no step for what has become of it. */
const isUnheard = (process: Process.Any, action: Claimed, outcome: Outcome.Final): boolean =>
  isMessage(process, action) && process.outcomes[action.name]?.[outcome._tag] === undefined

const isMessage = (process: Process.Any, { name }: Claimed): boolean =>
  process.actions[name]?.name === Notify.notify.name

const isOrderOf = (process: Process.Any, { name }: Claimed): boolean => {
  const kind = process.actions[name]
  return kind !== undefined && isOrder(kind)
}

/** Whether the case is still in the state in which it asked for the action. */
export const isStillAsked = (current: Case<Tagged> | undefined, action: Claimed): Effect.Effect<boolean> => {
  const { version = 0 } = current ?? {}
  return version < action.version
    ? Effect.die(fewer(action, version, action.version))
    : Effect.succeed(current !== undefined && current.entered <= action.version)
}

const reportDone = Effect.fnUntraced(function* (process: Process.Any, action: Claimed, outcome: Outcome.Done) {
  // Also a case that cannot be run does not take it in.
  const why = yield* Effect.catchDefect(tell(process, action, outcome), (defect) => Effect.succeed(defect))
  // A message that has arrived leaves nothing behind that somebody would have to see to.
  if (why === undefined || isMessage(process, action)) return
  if (Schema.is(NotItsOwn)(why)) return yield* reportUnknown(process, action, Outcome.unknown(why.message))
  if (yield* Effect.catchDefect(isKnown(process, action, outcome), () => Effect.succeed(false))) return
  yield* strand(process, action, outcome, why)
})

/** A case that was to be begun is counted on, wherever the one that has ordered it has come to since. */
const reportRefusal = Effect.fnUntraced(function* (process: Process.Any, action: Claimed, outcome: Outcome.Refused) {
  const why = yield* Effect.catchDefect(tell(process, action, outcome), (defect) => Effect.succeed(defect))
  if (why === undefined) return
  const current = yield* Operations.load(process, action.case)
  if (current === undefined || !Process.isOver(process, current)) yield* strand(process, action, outcome, why)
})

const reportUnknown = (process: Process.Any, action: Claimed, outcome: Outcome.Unknown): Reporting => {
  if (process.actions[action.name]?.repeatable === true) return Effect.asVoid(whileAsked(process, action, outcome))
  return Effect.catchDefect(unheard(process, action, outcome), (defect) => Effect.succeed(defect)).pipe(
    Effect.flatMap((why) => (why === undefined ? Effect.void : strand(process, action, outcome, why)))
  )
}

/** Tells the case; answers why it does not take in that nobody knows, and nothing if it does, or that is no news. */
const unheard = Effect.fnUntraced(function* (process: Process.Any, action: Claimed, outcome: Outcome.Unknown) {
  if (yield* whileAsked(process, action, outcome)) return undefined
  const current = yield* Operations.load(process, action.case)
  if (current === undefined || hears(process, action, current.state._tag)) return undefined
  // Whoever found out that it was done died before they could settle it.
  const found = yield* Operations.load(UnclaimedOutcomeProcess, Unclaimed.idOf(action.key, "done"))
  return found === undefined ? `the case is ${Face.state(process, current.state._tag).en}` : undefined
})

/** Tells the case if it still waits; answers whether it did, and took it in. */
const whileAsked = Effect.fnUntraced(function* (process: Process.Any, action: Claimed, outcome: Outcome.Final) {
  const isAsked = yield* isStillAsked(yield* Operations.load(process, action.case), action)
  const why = isAsked ? yield* tell(process, action, outcome) : undefined
  if (why !== undefined) yield* Effect.logDebug(`${action.key}: ${outcome._tag} was not wanted any more`, why)
  return isAsked && why === undefined
})

/** Takes the step that the process has for this outcome; answers why it was refused, and nothing if it was not. */
const tell = (process: Process.Any, action: Claimed, outcome: Outcome.Final): Reporting<unknown> => {
  const step = process.outcomes[action.name]?.[outcome._tag]
  if (step === undefined) return Effect.succeed(undefined)
  return Operations.send(process, {
    key: `outcome/${action.key}/${outcome._tag}`,
    case: action.case,
    step,
    input: outcome.input,
    by: world,
    settles: action.key
  }).pipe(
    // However many others take steps of the case meanwhile, it is told; one that is never let in goes to a person.
    Effect.retry({ while: isConflict, schedule: Schedule.recurs(10) }),
    Effect.as<unknown>(undefined),
    Effect.catch((refusal) => (isUnavailable(refusal) ? Effect.fail(refusal) : Effect.succeed(refusal)))
  )
}

/** Whether a case in this state would take in that it was done, or has done so: then what is unknown to it is no news. */
const hears = (process: Process.Any, { name }: Claimed, state: string): boolean => {
  const step = process.steps[process.outcomes[name]?.done ?? ""]
  return step !== undefined && [...step.from, ...step.to].includes(state)
}

/** Whether the case has heard of the very same thing before, from a person for one. */
const isKnown = (process: Process.Any, action: Claimed, { input }: Outcome.Done) => {
  const step = process.outcomes[action.name]?.done ?? ""
  // Where a rule makes other facts of what it is told, those are not known.
  const thing =
    process.steps[step]?.decide === undefined ? Process.belonging(process, { step, facts: input }) : undefined
  return thing === undefined
    ? Effect.succeed(false)
    : Effect.map(Operations.read(process, action.case), (history) =>
        history.some((event) => Process.belonging(process, event) === thing)
      )
}

const strand = Effect.fnUntraced(function* (
  process: Process.Any,
  action: Claimed,
  outcome: Outcome.Final,
  why: unknown
) {
  yield* Unclaimed.turnUp({
    process,
    case: action.case,
    action: action.name,
    key: action.key,
    outcome: outcome._tag,
    told: yield* textOf(process, action, outcome),
    hears: process.outcomes[action.name]?.[outcome._tag === "refused" ? "refused" : "done"] ?? action.name,
    why
  })
})

const textOf = (process: Process.Any, { name }: Claimed, outcome: Outcome.Final) => {
  const kind = process.actions[name]
  if (outcome._tag !== "done") return Effect.succeed(outcome.input.detail)
  return kind === undefined
    ? Effect.succeed(String(outcome.input))
    : Schema.encodeUnknownEffect(kind.done)(outcome.input).pipe(
        Effect.map((json) => JSON.stringify(json)),
        Effect.catch(() => Effect.succeed(String(outcome.input)))
      )
}
