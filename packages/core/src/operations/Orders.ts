/**
 * What one case does to another, carried by the worker itself: it orders a step, hears that a case which it has begun is over, and stops those that
 * are open when it is over itself. Each is a step that is sent under the key of its action, so that it is taken once, whoever dies meanwhile.
 *
 * @module
 */
import { Effect, Schedule, Schema } from "effect"
import { type Actor, child, world } from "../process/Actor.ts"
import type { Case, CaseId, Orderer, Tagged } from "../process/Case.ts"
import { caseFor } from "../process/CaseName.ts"
import { type AnyOrder, beginning, begins, isOrder } from "../process/CaseOrder.ts"
import type { Children, Stop } from "../process/Declaration.ts"
import * as Process from "../process/Process.ts"
import { isForNow } from "../process/Refusal.ts"
import type { Editions } from "./Editions.ts"
import { EventLog, everyOne, isConflict } from "./EventLog.ts"
import { ended, stopping, tagOf } from "./Family.ts"
import * as Operations from "./Operations.ts"
import type * as Outcome from "./Outcome.ts"
import { isUnavailable, type StoreUnavailable } from "./StoreUnavailable.ts"
import * as Unclaimed from "./Unclaimed.ts"
import type { Claimed } from "./WorkQueue.ts"

type Carried<A> = Effect.Effect<A, StoreUnavailable, EventLog | Editions>

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
  if (action.name === ended) return tellParent(processes, process, action)
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
    orderedBy: { process: process.name, case: action.case, order: action.name }
  })
  if (isForNow(refusal)) return "later"
  if (refusal !== undefined) {
    return { _tag: "refused", input: { code: tagOfRefusal(refusal), detail: textOfRefusal(refusal), case: id } }
  }
  // Whoever stops the children may have looked a moment before this one was there.
  if ((yield* isOff) && (yield* callOff) === "later") return "later"
  return { _tag: "done", input: {} }
})

/** The parent takes the step by which it hears of the end, unless nobody needs to hear. */
const tellParent = Effect.fnUntraced(function* (
  processes: (name: string) => Process.Any | undefined,
  process: Process.Any,
  action: Claimed
): Effect.fn.Return<Became, StoreUnavailable, EventLog | Editions> {
  const over = yield* loaded(process, action.case)
  const { parent } = over
  if (parent === undefined) return "settled"
  const parents = processes(parent.process)
  if (parents === undefined) return "elsewhere"
  const family = parents.children[parent.order]
  const step = family?.ends[over.state._tag]
  if (family === undefined || step === undefined || step === null) return "settled"
  if ((yield* isOver(parents, parent.case)) && isExpected(process, family, over.state._tag)) return "settled"
  const declared = parents.steps[step]
  // Inputs are structs that need no service; what the step does not ask for is left out.
  const read = Schema.decodeUnknownEffect(
    Schema.toType((declared?.input ?? Schema.Struct({})) as Schema.Codec<unknown>)
  )
  const why = yield* Effect.matchEffect(read(over.state), {
    onFailure: (unread) => Effect.succeed<unknown>(unread),
    onSuccess: (input) =>
      take(parents, {
        key: action.key,
        case: parent.case,
        step,
        // The step's own schema has just read it.
        input: input as never,
        by: child(parent.order, action.case, over.state._tag)
      })
  })
  if (why !== undefined) yield* unclaimed(parents, parent, action.key, step, over.state, why)
  return "settled"
})

/** Where the parent is over, an end is no news if they were to go on by themselves, or if that is how they are stopped. */
const isExpected = (process: Process.Any, { whenOver }: Children, state: string): boolean =>
  whenOver === "goOn" || process.steps[whenOver.stop]?.to.includes(state) === true

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

const unclaimed = (
  process: Process.Any,
  { case: id, order }: Orderer,
  key: string,
  hears: string,
  state: Tagged,
  why: unknown
) =>
  Unclaimed.turnUp({ process, case: id, action: order, key, outcome: "done", told: JSON.stringify(state), hears, why })

/** Sends the step; answers why it was refused, and nothing if it was not. Losing a race is no refusal. */
const take = (
  process: Process.Any,
  order: Parameters<typeof Operations.send<Process.Any, string>>[1]
): Carried<unknown> =>
  Operations.send(process, order).pipe(
    Effect.retry({ while: isConflict, schedule: Schedule.recurs(10) }),
    Effect.as<unknown>(undefined),
    Effect.catch((refusal) =>
      isUnavailable(refusal) ? Effect.fail(refusal) : isPassing(refusal) ? Effect.die(refusal) : Effect.succeed(refusal)
    )
  )

/** It says nothing of the step: the action is set aside for a while. */
const isPassing = (refusal: unknown) => isConflict(refusal) || Schema.is(Operations.WrongClock)(refusal)

const isOver = (process: Process.Any, id: CaseId): Carried<boolean> =>
  Effect.map(loaded(process, id), (current) => Process.isOver(process, current))

const loaded = (process: Process.Any, id: CaseId): Carried<Case<Tagged>> =>
  Effect.flatMap(Operations.load(process, id), (current) =>
    current === undefined ? Effect.die(new Error(`${process.name} ${id} is not there`)) : Effect.succeed(current)
  )

const tagOfRefusal = (refusal: unknown): string => String(Reflect.get(Object(refusal), "_tag") ?? "refused")
const textOfRefusal = (refusal: unknown): string => (refusal instanceof Error ? refusal.message : String(refusal))
