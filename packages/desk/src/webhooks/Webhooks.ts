/**
 * Tells other programs of what has happened in the house.
 *
 * Each message comes at least once, with an id that stays the same; those of one case come in their order. A message that is not taken holds back the
 * later ones of its case, and no other case, while the receiver takes others; the store keeps what waits. Nothing is given up: what has waited for three
 * days is said aloud with every attempt, and a receiver that answers 410 is asked again when the program starts anew.
 *
 * One program of a house tells: two of them tell everything twice, by the same ids.
 *
 * @module
 */
import { EventLog, Handbooks, type StoreUnavailable, Waking } from "@dualops/core/operations"
import { Case } from "@dualops/core/process"
import { Clock, DateTime, Duration, Effect } from "effect"
import type { Needs } from "../house/House.ts"
import { type Held, most, patience, pauseAfter } from "./Held.ts"
import * as Kept from "./Kept.ts"
import * as Message from "./Message.ts"
import * as Posting from "./Posting.ts"
import { isOf, type Subscription, wrong } from "./Subscription.ts"

/** Tells all of them, each for itself, until it is interrupted. A subscription that is wrong is refused before anything starts. */
export const run = (subscriptions: ReadonlyArray<Subscription>): Effect.Effect<void, never, Needs> => {
  for (const one of subscriptions) {
    const what = wrong(one)
    if (what !== undefined) throw new RangeError(`${one.name}: ${what}.`)
  }
  if (new Set(subscriptions.map(({ name }) => name)).size < subscriptions.length)
    throw new RangeError("Two webhooks have one name.")
  return Effect.forEach(subscriptions, runOne, { concurrency: "unbounded", discard: true })
}

/** Woken by what happens; and looking by itself, for what another program does, and for what was not taken. */
const runOne = (subscription: Subscription): Effect.Effect<void, never, Needs> =>
  Effect.gen(function* () {
    const { hear } = yield* Waking.Moved
    const moved = yield* hear
    yield* pass(subscription).pipe(
      Effect.catchTag("StoreUnavailable", ({ message }) => Effect.as(Effect.logWarning(message), true)),
      Effect.andThen((goesOn) =>
        goesOn ? Effect.as(Effect.race(moved, Effect.sleep(often)), true) : Effect.succeed(false)
      ),
      Effect.repeat({ while: (goesOn) => goesOn })
    )
  }).pipe(Effect.scoped)

const often = Duration.millis(500)
/** So much of the log is read at once. */
const page = 100

/** Tells what there is to be told now; answers whether the receiver wants to hear more. */
export const pass = Effect.fnUntraced(function* (
  subscription: Subscription
): Effect.fn.Return<boolean, StoreUnavailable, Needs> {
  const log = yield* EventLog.EventLog
  const { held, position } = yield* Kept.find(subscription.name)
  const known: Known = { position, kept: position, held: new Map(held) }
  const now = yield* Clock.currentTimeMillis
  for (const [key, { next }] of held) {
    if (next > now) continue
    const outcome = yield* retry(subscription, known, key)
    if (outcome !== "taken") {
      if (outcome === "gone") return false
      // Whoever does not take one is not asked for the next at once.
      break
    }
  }
  while (!isFull(known)) {
    const entries = yield* log.log(known.position, page)
    for (const entry of entries) {
      if (isFull(known)) return true
      if ((yield* take(subscription, known, entry)) === "gone") return false
    }
    if (known.position > known.kept) yield* keep(subscription, known, known.position, new Map())
    if (entries.length < page) return true
  }
  return true
})

/** What is known while a pass goes on. */
interface Known {
  position: number
  /** Up to where the store knows that it has come. */
  kept: number
  readonly held: Map<string, Held>
}

type Outcome = "taken" | "held" | "gone"

const isFull = ({ held }: Known): boolean =>
  held.size >= most.cases || [...held.values()].reduce((sum, { waiting }) => sum + waiting.length, 0) >= most.messages

/** Tells an event that is new; one of a case that is held back waits behind. */
const take = Effect.fnUntraced(function* (subscription: Subscription, known: Known, entry: EventLog.Entry) {
  const key = Case.keyOf(entry)
  const before = known.held.get(key)
  if (!isOf(subscription, entry.process, Message.stepOf(entry.event))) {
    known.position = entry.position
    return "taken" as const
  }
  const failed = before === undefined ? yield* tell(subscription, entry) : undefined
  if (failed?.isGone === true) return "gone" as const
  const after =
    before !== undefined
      ? { ...before, waiting: [...before.waiting, entry.position] as const }
      : failed && (yield* heldAfter(failed, { waiting: [entry.position], tries: 0, since: 0, next: 0 }))
  yield* keep(subscription, known, entry.position, new Map(after && [[key, after]]))
  return "taken" as const
})

/** Tells what waits of a case, until there is nothing more, or one is not taken. */
const retry = Effect.fnUntraced(function* (
  subscription: Subscription,
  known: Known,
  key: string
): Effect.fn.Return<Outcome, StoreUnavailable, Needs> {
  const log = yield* EventLog.EventLog
  let left = known.held.get(key)
  while (left !== undefined) {
    const [first, ...rest] = left.waiting
    const [entry] = yield* log.log(first - 1, 1)
    const failed = entry === undefined ? undefined : yield* tell(subscription, entry)
    if (failed?.isGone === true) return "gone"
    if (failed !== undefined) {
      const after = yield* heldAfter(failed, left)
      if ((yield* Clock.currentTimeMillis) - after.since >= Duration.toMillis(patience))
        yield* Effect.logError(`${subscription.name} has not taken what happened in ${key} for days: ${failed.message}`)
      yield* keep(subscription, known, known.position, new Map([[key, after]]))
      return "held"
    }
    const [next, ...others] = rest
    left = next === undefined ? undefined : { ...left, waiting: [next, ...others], tries: 0 }
    yield* keep(subscription, known, known.position, new Map([[key, left]]))
  }
  return "taken"
})

const heldAfter = Effect.fnUntraced(function* ({ after }: Posting.NotTaken, { since, tries, waiting }: Held) {
  const now = yield* Clock.currentTimeMillis
  return {
    waiting,
    tries: tries + 1,
    since: since === 0 ? now : since,
    next: now + (yield* pauseAfter(tries + 1, after))
  }
})

/** Keeps how far it has come. Where somebody else has told meanwhile, theirs is gone on from. */
const keep = Effect.fnUntraced(function* (
  { name }: Subscription,
  known: Known,
  position: number,
  changed: ReadonlyMap<string, Held | undefined>
) {
  const isOurs = yield* Kept.keep(name, known.kept, position, changed)
  const theirs = isOurs ? { position, held: changed } : yield* Kept.find(name)
  if (!isOurs) known.held.clear()
  for (const [key, held] of theirs.held) {
    if (held === undefined) known.held.delete(key)
    else known.held.set(key, held)
  }
  known.position = theirs.position
  known.kept = theirs.position
})

/** Tells one event, if the person sees its case at this moment; why it was not taken. */
const tell = Effect.fnUntraced(function* (
  subscription: Subscription,
  entry: EventLog.Entry
): Effect.fn.Return<Posting.NotTaken | undefined, StoreUnavailable, Needs> {
  const version = String(Reflect.get(Object(entry.event), "handbook") ?? "")
  const at = yield* DateTime.now
  const found = (yield* Handbooks.ofVersions([version])).get(version)
  if (found === undefined || !Handbooks.sees(found.today, subscription.person, at)) return undefined
  const message = Message.of(entry)
  const headers = Message.headersOf(message, subscription.secrets, at)
  return yield* Posting.post(subscription, headers, message.body).pipe(
    Effect.as(undefined),
    Effect.tapError(({ message: why }) => Effect.logWarning(`${subscription.name}: ${why}`)),
    Effect.catch((failed: Posting.NotTaken) => Effect.succeed(failed))
  )
})
