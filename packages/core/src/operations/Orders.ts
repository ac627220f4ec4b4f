/**
 * What one case does to another, carried by the worker itself: it orders a step, hears of a case which it has begun (`ChildNews`), and stops those that
 * are open when it is over itself. Each is a step that is sent under the key of its action, so that it is taken once, whoever dies meanwhile.
 *
 * @module
 */
import { Effect, Schema } from "effect"
import { type Actor, world } from "../process/Actor.ts"
import type { Case, CaseId, Tagged } from "../process/Case.ts"
import { caseFor } from "../process/CaseName.ts"
import { type AnyOrder, beginning, begins, isOrder } from "../process/CaseOrder.ts"
import type { Children, Stop } from "../process/Children.ts"
import * as Process from "../process/Process.ts"
import { isForNow } from "../process/Refusal.ts"
import { type Carried, isOver, loaded, take, unclaimed } from "./CaseToCase.ts"
import { tellParent } from "./ChildNews.ts"
import type { Editions } from "./Editions.ts"
import { EventLog, everyOne } from "./EventLog.ts"
import { ended, passed, stopping, tagOf } from "./Family.ts"
import * as Operations from "./Operations.ts"
import type * as Outcome from "./Outcome.ts"
import type { StoreUnavailable } from "./StoreUnavailable.ts"
import type { Claimed } from "./WorkQueue.ts"

/**
 * What became of it: an outcome for the case that asked for it; `settled`, where nobody has to hear of one; `elsewhere`, where another worker has to do
 * it; `later`, where something stands in its way.
 */
export type Became = Outcome.Final | "settled" | "elsewhere" | "later"

/** How the action is carried where it is none for a carrier. */
export const carrying = (
  processes: (name: string) => Process.Any | undefined,
  process: Process.Any,
  action: Claimed
): Carried<Became> | undefined => {
  if (action.name === ended || action.name === passed) return tellParent(processes, process, action)
  if (action.name === stopping) return stopChildren(process, action)
  const kind = process.actions[action.name]
  return kind !== undefined && isOrder(kind) ? order(process, kind, action) : undefined
}

const order = Effect.fnUntraced(function* (
  process: Process.Any,
  kind: AnyOrder,
  action: Claimed
): Effect.fn.Return<Became, StoreUnavailable, EventLog | Editions> {
  const { order } = kind
  // Its own kind has written it.
  const request = yield* Effect.orDie(Schema.decodeEffect(kind.request)(action.request))
  const { by = world, case: addressed, input } = request as { by?: Actor; case?: CaseId; input: never }
  const isBeginning = begins(kind)
  const { passes } = process.children[action.name] ?? {}
  const stations = isBeginning && passes !== undefined ? Object.keys(passes) : undefined
  const id = isBeginning || addressed === undefined ? caseFor(action.key) : addressed
  const isOff =
    isBeginning && stopOf(process.children[action.name]) !== undefined
      ? isOver(process, action.case)
      : Effect.succeed(false)
  const callOff = Effect.flatMap(endedBy(process, action.case), (ender) =>
    stop(process, action, { of: order.process, id }, ender)
  )
  // Nobody wants it any more; somebody may have begun it, and died.
  if (yield* isOff) return (yield* callOff) ?? "settled"
  const refusal = yield* take(order.process, {
    key: action.key,
    case: id,
    step: order.step,
    input,
    by,
    orderedBy: { process: process.name, case: action.case, order: action.name, ...(stations && { passes: stations }) }
  })
  if (isForNow(refusal)) return "later"
  if (refusal !== undefined) {
    return { _tag: "refused", input: { code: tagOfRefusal(refusal), detail: textOfRefusal(refusal), case: id } }
  }
  // Whoever stops the children may have looked a moment before this one was there.
  if ((yield* isOff) && (yield* callOff) === "later") return "later"
  return { _tag: "done", input: {} }
})

/** Every child that is open is told to take the step that ends it. */
const stopChildren = Effect.fnUntraced(function* (
  process: Process.Any,
  action: Claimed
): Effect.fn.Return<Became, StoreUnavailable, EventLog | Editions> {
  const log = yield* EventLog
  const ender = yield* endedBy(process, action.case)
  const kinds = new Map(beginning(process).map(([, kind]) => [kind.order.process.name, kind]))
  let became: "settled" | "later" = "settled"
  for (const { case: id, process: name } of yield* log.tagged(tagOf(action), everyOne)) {
    const kind = kinds.get(name)
    if (kind !== undefined) became = (yield* stop(process, action, { of: kind.order.process, id }, ender)) ?? became
  }
  return became
})

/**
 * A child that is open takes the step that ends it, in the name of whoever has ended its parent, or else of whoever it was begun in the name of;
 * one that cannot is for a person to look at, and one that cannot now is told later.
 */
const stop = Effect.fnUntraced(function* (
  process: Process.Any,
  action: Claimed,
  { id, of }: { readonly of: Process.Any; readonly id: CaseId },
  ender: Actor | undefined
): Effect.fn.Return<"later" | undefined, StoreUnavailable, EventLog | Editions> {
  const current = yield* Operations.load(of, id)
  const { parent } = current ?? {}
  // Somebody may have begun a case of that name by hand: it is no child, and none of the parent's business.
  if (current === undefined || parent === undefined) return undefined
  const { order } = parent
  const { orElse, stop: step, told = {} } = stopOf(process.children[order]) ?? {}
  if (step === undefined || Process.isOver(of, current)) return undefined
  const goesOn = (child: Case<Tagged>) => orElse === "goOn" && of.steps[step]?.from.includes(child.state._tag) === false
  if (goesOn(current)) return undefined
  const key = `${process.name}/${action.case}/${stopping}`
  const orderedBy = { process: process.name, case: action.case, order }
  const by = ender ?? (yield* begunBy(of, id)) ?? world
  // What it is told is what it asks for, as the check of the declaration says.
  const why = yield* take(of, { key, case: id, step, input: told as never, by, orderedBy })
  if (why === undefined) return undefined
  const now = yield* loaded(of, id)
  if (Process.isOver(of, now) || goesOn(now)) return undefined
  if (isForNow(why)) return "later"
  yield* unclaimed(process, orderedBy, `${key}/${of.name}/${id}`, order, current.state, why)
  return undefined
})

/** The person who has ended the case, if one has. */
const endedBy = Effect.fnUntraced(function* (process: Process.Any, id: CaseId) {
  const log = yield* EventLog
  const { version } = yield* loaded(process, id)
  const [json = null] = yield* log.read({ process: process.name, case: id }, version - 1)
  return personal((yield* Operations.decode(process, json)).by)
})

/** The person in whose name it was begun, if it was in anybody's. */
const begunBy = (of: Process.Any, id: CaseId): Carried<Actor | undefined> =>
  Effect.map(Operations.read(of, id), ([first]) => personal(first?.by))

const personal = (by: Actor | undefined) => (by?._tag === "Person" ? by : undefined)

const stopOf = (family: Children | undefined): Stop<string, object> | undefined =>
  family === undefined || family.whenOver === "goOn" ? undefined : family.whenOver

const tagOfRefusal = (refusal: unknown): string => String(Reflect.get(Object(refusal), "_tag") ?? "refused")
const textOfRefusal = (refusal: unknown): string => (refusal instanceof Error ? refusal.message : String(refusal))
