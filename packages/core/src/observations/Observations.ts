/**
 * Recording and reading what is heard and counted, typed by its kind.
 *
 * @module
 */
import { Effect, Result } from "effect"
import type { AccountId } from "../account/AccountId.ts"
import type { FanId } from "../account/FanId.ts"
import type { Moment } from "../calendar/Moment.ts"
import type { StoreUnavailable } from "../operations/StoreUnavailable.ts"
import * as Feed from "./Feed.ts"
import * as KeptState from "./KeptState.ts"
import type { AnyKind, ObservationOf, RecordedOf } from "./Observation.ts"
import * as ObservationBatch from "./ObservationBatch.ts"
import * as ObservationPage from "./ObservationPage.ts"
import * as ObservationRow from "./ObservationRow.ts"
import { type Entry, ObservationStore, type Place, type Query, type Receipt, Refused } from "./ObservationStore.ts"

/**
 * Takes a batch in, all of it or none; at most `ObservationStore.longestBatch`. The same key again is the same observation, and what came first stands.
 * Where something is wrong, `Refused` says everything that is.
 */
export const record = Effect.fn("Observations.record")(function* <K extends AnyKind>(
  kind: K,
  batch: ReadonlyArray<ObservationOf<K>>
): Effect.fn.Return<Receipt, Refused | StoreUnavailable, ObservationStore> {
  const store = yield* ObservationStore
  const write = ObservationRow.writer(kind)
  const written = batch.map(write)
  const rows = written.flatMap((one) => (Result.isSuccess(one) ? [one.success] : []))
  if (rows.length === batch.length) return yield* store.record(rows)
  const wrong = written.flatMap((one, index) =>
    Result.isFailure(one)
      ? [{ index, why: one.failure }]
      : [...ObservationBatch.wrongIn([one.success])].map(({ why }) => ({ index, why }))
  )
  return yield* new Refused({ wrong })
})

/** Some observations that were read. */
export interface Piece<K extends AnyKind, Cursor> {
  readonly observations: ReadonlyArray<RecordedOf<K>>
  /** What is not as its kind says: damaged, or of a kind that has become another. */
  readonly unreadable: ReadonlyArray<{ readonly position: number; readonly why: string }>
  /** Where to go on. */
  readonly next: Cursor
}

/**
 * What was taken in of these kinds after a position, in that order, out of at most so many of all kinds, also what was taken back later. `next` rises until there is no more: whoever
 * keeps it goes on from there, misses nothing and sees nothing twice.
 */
export const read = Effect.fn("Observations.read")(function* <K extends AnyKind>(
  kinds: ReadonlyArray<K>,
  after: number,
  limit: number
): Effect.fn.Return<Piece<K, number>, StoreUnavailable, ObservationStore> {
  const store = yield* ObservationStore
  const entries = yield* store.read(after, limit)
  return { ...sorted(kinds, entries), next: entries.at(-1)?.position ?? after }
})

/**
 * Hands over everything that was taken in of these kinds after a position, in that order, also what was taken back later; answers where to go on. What cannot be read
 * is left out.
 */
export const follow = Effect.fn("Observations.follow")(function* <K extends AnyKind>(
  kinds: ReadonlyArray<K>,
  after: number,
  take: (one: RecordedOf<K>) => void
): Effect.fn.Return<number, StoreUnavailable, ObservationStore> {
  const read = ObservationRow.reader(kinds)
  return yield* Feed.from(after, (entry) => {
    const one = read(entry)
    if (one !== undefined && Result.isSuccess(one)) take(one.success)
  })
})

/** Which observations of a kind are asked for. */
export interface Asked extends Omit<Query, "kind" | "person"> {
  readonly person?: FanId
}

/** The observations of a kind that stand, by their moment; `next` is `after` of the query that goes on, and nothing when there is no more. */
export const page = Effect.fn("Observations.page")(function* <K extends AnyKind>(
  kind: K,
  asked: Asked
): Effect.fn.Return<Piece<K, Place | undefined>, StoreUnavailable, ObservationStore> {
  const entries = yield* ObservationPage.read(kind, asked)
  return { ...sorted([kind], entries), next: entries.length < asked.limit ? undefined : entries.at(-1) }
})

/** Hands over all of a kind that are asked for, a page of `limit` at a time, by their moment, until there is no more or it is enough. */
export const each = Effect.fn("Observations.each")(function* <K extends AnyKind>(
  kind: K,
  asked: Asked,
  take: (piece: Pick<Piece<K, Place | undefined>, "observations" | "unreadable">) => void,
  isEnough: () => boolean = () => false
): Effect.fn.Return<void, StoreUnavailable, ObservationStore> {
  yield* ObservationPage.each(kind, asked, (entries) => take(sorted([kind], entries)), isEnough)
})

/** How many of a kind stand from each edge until before the next: see `Buckets`. */
export const count = Effect.fn("Observations.count")(function* (
  kind: AnyKind,
  of: { readonly account: AccountId; readonly tag?: string },
  edges: ReadonlyArray<Moment>
): Effect.fn.Return<ReadonlyArray<number>, StoreUnavailable, ObservationStore> {
  const store = yield* ObservationStore
  // What was taken back is counted first: of what comes in between, none is taken off that was not added.
  const less = kind.takenBackBy && (yield* store.count({ ...of, kind: kind.takenBackBy.name }, edges))
  const all = yield* store.count({ ...of, kind: kind.name }, edges)
  return less === undefined ? all : all.map((count, index) => Math.max(0, count - (less[index] ?? 0)))
})

/** Removes those of a kind from before a moment, and what takes them back, so many at a time that nobody waits for long; answers how many of the kind. */
export const forget = Effect.fn("Observations.forget")(function* (
  kind: AnyKind,
  account: AccountId,
  before: Moment
): Effect.fn.Return<number, StoreUnavailable, ObservationStore> {
  const gone = yield* forgetAll(kind.name, account, before)
  if (kind.takenBackBy !== undefined) yield* forgetAll(kind.takenBackBy.name, account, before)
  return gone
})

const forgetAll = Effect.fnUntraced(function* (kind: string, account: AccountId, before: Moment) {
  const store = yield* ObservationStore
  let gone = 0
  while (true) {
    const some = yield* store.forget({ kind, account }, before, atOnce)
    gone += some
    if (some < atOnce) return gone
    yield* Effect.yieldNow
  }
})
const atOnce = 1_000

/** Erases what is said of a fan; the observations stay, and are counted as before. Answers how many said something. What this program keeps of the fan goes with it. */
export const erase = Effect.fn("Observations.erase")(function* (
  person: FanId
): Effect.fn.Return<number, StoreUnavailable, ObservationStore> {
  const store = yield* ObservationStore
  const erased = yield* store.erase(person)
  if (erased > 0) KeptState.forget(store)
  return erased
})

const sorted = <K extends AnyKind>(kinds: ReadonlyArray<K>, entries: ReadonlyArray<Entry>) => {
  const read = ObservationRow.reader(kinds)
  const observations: Array<RecordedOf<K>> = []
  const unreadable: Array<{ readonly position: number; readonly why: string }> = []
  for (const entry of entries) {
    const one = read(entry)
    if (one === undefined) continue
    if (Result.isSuccess(one)) observations.push(one.success)
    else unreadable.push({ position: entry.position, why: one.failure })
  }
  return { observations, unreadable }
}
