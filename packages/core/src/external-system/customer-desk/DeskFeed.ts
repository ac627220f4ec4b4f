/**
 * Hears what becomes of tickets: the changes of a desk are read, each is told to the caller's step, and only then the cursor moves.
 *
 * Whoever dies on the way tells the same changes once more, so what is told has to be repeatable: a step that is sent with the change's id as its
 * key is. What a desk pushes is a hint to look sooner (`hints`), and never more: this feed is the truth.
 *
 * @module
 */
import { Duration, Effect, Schema } from "effect"
import { Snapshots } from "../../operations/Snapshots.ts"
import { isUnavailable } from "../../operations/StoreUnavailable.ts"
import { CustomerDesk } from "./CustomerDesk.ts"
import { type Change, Cursor } from "./Ticket.ts"

/** What was heard: how many changes, and whether there is more to read already. */
export interface Heard {
  readonly told: number
  readonly more: boolean
}

/** Tells a change; it may be told again. */
export type Tell<E, R> = (change: Change) => Effect.Effect<void, E, R>

/** Reads what has changed at a desk of that name since it was read last, and tells each change, the oldest first. */
export const poll = Effect.fn("DeskFeed.poll")(function* <E, R>(name: string, tell: Tell<E, R>) {
  const snapshots = yield* Snapshots
  const desk = yield* CustomerDesk
  const before = yield* snapshots.find(projectionOf(name))
  // A cursor that cannot be read is a defect: to begin anew would tell everything again.
  const since = before && (yield* Effect.orDie(decode(before.states.get("cursor"))))
  const { changes, cursor, more } = yield* desk.changesSince(since)
  yield* Effect.forEach(changes, tell, { discard: true })
  const position = (before?.position ?? 0) + 1
  if (cursor !== since) {
    // Whoever has read on meanwhile has told the same: theirs is kept, whichever was first.
    yield* snapshots.keep(projectionOf(name), {
      after: before?.position,
      position,
      states: new Map([["cursor", cursor]])
    })
  }
  return { told: changes.length, more } satisfies Heard
})

const decode = Schema.decodeUnknownEffect(Cursor)
const projectionOf = (name: string) => `customer desk ${name}`

/** How a desk is listened to. */
export interface Options<E, R, S = never> {
  /** The desk's name in the store: two desks have two. */
  readonly name: string
  readonly tell: Tell<E, R>
  /** How long to rest between two looks; a minute unless told. */
  readonly every?: Duration.Duration
  /** Ends when the desk has pushed something: then it is read at once. */
  readonly hints?: Effect.Effect<void, never, S>
}

/**
 * Listens for ever. What goes wrong, in reading or in telling, is logged and asked again at the next turn, or when the desk says; no change is passed
 * over, so one that cannot be told holds up those after it.
 */
export const run = <E, R, S = never>({
  every = Duration.minutes(1),
  hints = Effect.never,
  name,
  tell
}: Options<E, R, S>) =>
  poll(name, tell).pipe(
    Effect.repeat({ while: ({ more }) => more }),
    Effect.as(every),
    Effect.catch((failure) => Effect.as(Effect.logWarning(`desk ${name}: ${said(failure)}`), restOf(failure, every))),
    Effect.catchDefect((defect) => Effect.as(Effect.logError(`desk ${name} cannot be heard`, defect), every)),
    Effect.flatMap((rest) => Effect.raceFirst(Effect.sleep(rest), hints)),
    Effect.forever
  )

const said = (failure: unknown): string => (failure instanceof Error ? failure.message : String(failure))

const restOf = (failure: unknown, every: Duration.Duration): Duration.Duration => {
  if (isUnavailable(failure)) return Duration.min(every, Duration.seconds(5))
  const after = isTryLater(failure) ? failure.after : undefined
  return after === undefined ? every : Duration.max(after, every)
}

const isTryLater = Schema.is(
  Schema.Struct({ _tag: Schema.Literal("Reading.TryLater"), after: Schema.optionalKey(Schema.Duration) })
)
