/**
 * How a case hears of those that it has begun: that one has come to a station of its way, once, and that it is over. Each is a step that is sent under
 * a key of its own, so that it is taken once; whoever tells of an end tells first of the stations before it, so that a parent hears them in their order.
 *
 * @module
 */
import { Effect, Schema } from "effect"
import { keyOf } from "../process/Action.ts"
import { child } from "../process/Actor.ts"
import type { Case, Orderer, Tagged } from "../process/Case.ts"
import type { Children } from "../process/Children.ts"
import * as Process from "../process/Process.ts"
import { type Carried, isOver, loaded, take, unclaimed } from "./CaseToCase.ts"
import type { Editions } from "./Editions.ts"
import type { EventLog } from "./EventLog.ts"
import { isStation, passed } from "./Family.ts"
import * as Operations from "./Operations.ts"
import type { StoreUnavailable } from "./StoreUnavailable.ts"
import type { Claimed } from "./WorkQueue.ts"

/** The parent takes the steps by which it hears how far the case has come, unless nobody needs to hear; or another worker has to tell it. */
export const tellParent = Effect.fnUntraced(function* (
  processes: (name: string) => Process.Any | undefined,
  process: Process.Any,
  action: Claimed
): Effect.fn.Return<"settled" | "elsewhere", StoreUnavailable, EventLog | Editions> {
  const current = yield* loaded(process, action.case)
  const { parent } = current
  if (parent === undefined) return "settled"
  const parents = processes(parent.process)
  if (parents === undefined) return "elsewhere"
  const family = parents.children[parent.order]
  if (family === undefined) return "settled"
  const hearer = { parents, parent }
  for (const { state, version } of yield* stations(process, action, parent)) {
    const step = family.passes?.[state._tag]
    if (step === undefined || (yield* isOver(parents, parent.case))) continue
    const key = keyOf({ process: process.name, case: action.case, version }, passed)
    const why = yield* tell(hearer, action, key, step, state)
    // Whoever is over by now waits for nothing on the way.
    if (why === undefined || (yield* isOver(parents, parent.case))) continue
    yield* unclaimed(parents, parent, key, step, state, why)
  }
  if (action.name === passed) return "settled"
  const step = family.ends[current.state._tag]
  if (step === undefined || step === null) return "settled"
  if ((yield* isOver(parents, parent.case)) && isExpected(process, family, current.state._tag)) return "settled"
  const why = yield* tell(hearer, action, action.key, step, current.state)
  if (why !== undefined) yield* unclaimed(parents, parent, action.key, step, current.state, why)
  return "settled"
})

/** The states of which the parent wants to hear, each when the case first came to it, as far as the event that the action is of. */
const stations = Effect.fnUntraced(function* (
  process: Process.Any,
  { case: id, version }: Claimed,
  { passes }: Orderer
): Effect.fn.Return<ReadonlyArray<Case<Tagged>>, StoreUnavailable, EventLog> {
  if (passes === undefined) return []
  const found = new Map<string, Case<Tagged>>()
  let current: Case<Tagged> | undefined
  for (const event of (yield* Operations.read(process, id)).slice(0, version)) {
    current = Process.evolve(process, current, event)
    if (isStation(current) && !found.has(current.state._tag)) found.set(current.state._tag, current)
  }
  return [...found.values()]
})

/** The parent takes the step, with those fields of the state for which the step asks; or there is a reason why not. */
const tell = (
  { parent, parents }: { readonly parents: Process.Any; readonly parent: Orderer },
  { case: id }: Claimed,
  key: string,
  step: string,
  state: Tagged
): Carried<unknown> => {
  // Inputs are structs that need no service; what the step does not ask for is left out.
  const read = Schema.decodeUnknownEffect(
    Schema.toType((parents.steps[step]?.input ?? Schema.Struct({})) as Schema.Codec<unknown>)
  )
  return Effect.matchEffect(read(state), {
    onFailure: (unread) => Effect.succeed<unknown>(unread),
    onSuccess: (input): Carried<unknown> =>
      take(parents, {
        key,
        case: parent.case,
        step,
        // The step's own schema has just read it.
        input: input as never,
        by: child(parent.order, id, state._tag)
      })
  })
}

/** Where the parent is over, an end is no news if they were to go on by themselves, or if that is how they are stopped. */
const isExpected = (process: Process.Any, { whenOver }: Children, state: string): boolean =>
  whenOver === "goOn" || process.steps[whenOver.stop]?.to.includes(state) === true
