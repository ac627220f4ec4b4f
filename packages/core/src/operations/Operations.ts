/**
 * Taking a step for real: load, accept, store; and once, however often it is sent.
 *
 * @module
 */
import { DateTime, Effect, Schema } from "effect"
import type { Moment } from "../calendar/Moment.ts"
import type * as Action from "../process/Action.ts"
import type { Actor } from "../process/Actor.ts"
import type { Case, CaseId } from "../process/Case.ts"
import { due } from "../process/Due.ts"
import * as Process from "../process/Process.ts"
import { EventStore, type StoreUnavailable, VersionConflict, type Waiting } from "./EventStore.ts"
import { Shelf } from "./Shelf.ts"

/** A step that somebody wants to take. */
export interface Order<P extends Process.Any, S extends Process.StepOf<P> = Process.StepOf<P>> {
  /** Made by the caller: the same key is the same order, however often it arrives. */
  readonly key: string
  readonly case: CaseId
  readonly step: S
  readonly input: Process.InputOf<P, S>
  readonly by: Actor
  /** The action of which this step is the outcome. */
  readonly settles?: string
  /** How many events the case must have; where it has others, that is a conflict, and the step is not tried again. */
  readonly expected?: number
}

/** A step that was taken, and where it has led. */
export interface Taken<P extends Process.Any, S extends Process.StepOf<P> = Process.StepOf<P>> {
  readonly event: Process.EventOf<P, S>
  readonly case: Case<Process.StateOf<P>>
}

/** The key was used for another step of this case. */
export class KeyReused extends Schema.TaggedError<KeyReused>()("Operations.KeyReused", {
  key: Schema.String,
  step: Schema.String,
  was: Schema.String
}) {
  override get message() {
    return `The key ${this.key} of ${this.step} was used before, for ${this.was}.`
  }
}

/** What can go wrong besides the step's own refusals. */
export type Trouble = KeyReused | VersionConflict | StoreUnavailable

/** Takes a step. The same order twice is taken once and answered alike; a lost race is run again. */
export const send = <P extends Process.Any, const S extends Process.StepOf<P>>(
  process: P,
  order: Order<P, S>
): Effect.Effect<Taken<P, S>, Process.RefusalOf<P, S> | Trouble, EventStore | Shelf> =>
  sendOnce(process, order).pipe(
    Effect.retry({ times: 8, while: (error) => order.expected === undefined && isConflict(error) }),
    Effect.withSpan("Operations.send", { attributes: { process: process.name, case: order.case, step: order.step } })
  )

const isConflict = (error: unknown): error is VersionConflict =>
  typeof error === "object" && error !== null && "_tag" in error && error._tag === "EventStore.VersionConflict"

const sendOnce = Effect.fnUntraced(function* <P extends Process.Any, S extends Process.StepOf<P>>(
  process: P,
  order: Order<P, S>
): Effect.fn.Return<Taken<P, S>, Process.RefusalOf<P, S> | Trouble, EventStore | Shelf> {
  const store = yield* EventStore
  const shelf = yield* Shelf
  const address = { process: process.name, case: order.case }
  const recorded = yield* store.recall(address, order.key)
  const history = yield* read(process, order.case)
  if (recorded !== undefined) return yield* answerAgain(process, order, history, yield* decode(process, recorded))

  if (order.expected !== undefined && order.expected !== history.length) {
    return yield* new VersionConflict({ ...address, expected: order.expected })
  }

  const current = Process.replay(process, history)
  const today = yield* shelf.current
  const edition = current === undefined ? today : yield* shelf.edition(current.handbook)
  const settings = edition.settings(process)
  const event = yield* Effect.fromResult(
    Process.accept(process, current, {
      ...order,
      at: yield* notBefore(current?.at),
      handbook: edition.version,
      settings,
      entitled: today.entitled
    })
  )
  const after = Process.evolve(process, current, event)
  yield* store.append({
    ...address,
    key: order.key,
    expected: history.length,
    event: yield* encode(process, event),
    actions: yield* Effect.forEach(Process.actions(process, after, event), (action) => waiting(process, action)),
    timers: due(process, after, settings, edition.reckon).map(({ at, fires, name }) => ({
      ...address,
      name,
      version: after.version,
      fires,
      at
    })),
    ...(order.settles !== undefined && { settles: order.settles })
  })
  return { event, case: after }
})

/** The case as it stands; nothing if nobody began it. */
export const load = <P extends Process.Any>(
  process: P,
  id: CaseId
): Effect.Effect<Case<Process.StateOf<P>> | undefined, StoreUnavailable, EventStore> =>
  Effect.map(read(process, id), (history) => Process.replay(process, history))

/** Everything that happened to the case, oldest first. */
export const read = Effect.fnUntraced(function* <P extends Process.Any>(process: P, id: CaseId) {
  const store = yield* EventStore
  const history = yield* store.read({ process: process.name, case: id })
  return yield* Effect.forEach(history, (json) => decode(process, json))
})

/** An event out of a store. One that cannot be read is a defect: history does not change. */
export const decode = <P extends Process.Any>(process: P, json: Schema.Json): Effect.Effect<Process.EventOf<P>> =>
  // The process's own schema has read it.
  Effect.orDie(Schema.decodeEffect(process.event)(json)) as Effect.Effect<Process.EventOf<P>>

const encode = (process: Process.Any, event: Process.EventOf<Process.Any>): Effect.Effect<Schema.Json> =>
  Effect.orDie(Schema.encodeEffect(process.event)(event))

const waiting = (process: Process.Any, { request, ...action }: Action.Action): Effect.Effect<Waiting> => {
  const kind = process.actions[action.name]
  return kind === undefined
    ? Effect.die(`${process.name} asks for ${action.name}, which it does not know`)
    : Effect.map(Effect.orDie(Schema.encodeEffect(kind.request)(request)), (json) => ({ ...action, request: json }))
}

/** Now; but two machines' clocks may differ, and a history never runs backwards. */
const notBefore = (last: Moment | undefined): Effect.Effect<Moment> =>
  Effect.map(DateTime.now, (now) => (last === undefined ? now : DateTime.max(now, last)))

const answerAgain = <P extends Process.Any, S extends Process.StepOf<P>>(
  process: P,
  order: Order<P, S>,
  history: ReadonlyArray<Process.EventOf<P>>,
  recorded: Process.EventOf<P>
): Effect.Effect<Taken<P, S>, KeyReused> => {
  const after = Process.replay(process, history.slice(0, recorded.version))
  if (recorded.step !== order.step || after === undefined) {
    return Effect.fail(new KeyReused({ key: order.key, step: order.step, was: recorded.step }))
  }
  // The step's name has just been compared.
  return Effect.succeed({ event: recorded as Process.EventOf<P, S>, case: after })
}
