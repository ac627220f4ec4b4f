/**
 * Observations of a kind by their moment, without those that were taken back. What takes one back has its account, its moment and its key, so that of a page
 * only what happened in its span is looked at.
 *
 * @module
 */
import { DateTime, Effect } from "effect"
import type { StoreUnavailable } from "../operations/StoreUnavailable.ts"
import type { AnyKind } from "./Observation.ts"
import * as ObservationRow from "./ObservationRow.ts"
import { type Entry, ObservationStore, type Query } from "./ObservationStore.ts"

/** The observations that stand, at most so many: fewer, when no more are there. Whoever goes on behind the last one misses none. */
export const read = Effect.fn("ObservationPage.read")(function* (
  { name, takenBackBy }: Pick<AnyKind, "name" | "takenBackBy">,
  query: Omit<Query, "kind">
): Effect.fn.Return<ReadonlyArray<Entry>, StoreUnavailable, ObservationStore> {
  const store = yield* ObservationStore
  const asked: Query = { ...query, kind: name }
  if (takenBackBy === undefined) return yield* store.page(asked)
  const found: Array<Entry> = []
  for (let after = query.after; ; ) {
    const page: ReadonlyArray<Entry> = yield* store.page({ ...asked, ...(after !== undefined && { after }) })
    const gone = yield* keysOf(takenBackBy, query, page)
    found.push(...page.filter(({ key }) => !gone.has(key)))
    if (page.length < query.limit || found.length >= query.limit) return found.slice(0, query.limit)
    after = page.at(-1)
  }
})

/** Hands over all that stand, a page of `limit` at a time, until there is no more or it is enough; others have their turn in between. */
export const each = Effect.fnUntraced(function* (
  kind: Pick<AnyKind, "name" | "takenBackBy">,
  query: Omit<Query, "kind">,
  take: (page: ReadonlyArray<Entry>) => void,
  isEnough: () => boolean = () => false
): Effect.fn.Return<void, StoreUnavailable, ObservationStore> {
  for (let after = query.after; ; ) {
    const page: ReadonlyArray<Entry> = yield* read(kind, { ...query, ...(after !== undefined && { after }) })
    take(page)
    if (page.length < query.limit || isEnough()) return
    after = page.at(-1)
    yield* Effect.yieldNow
  }
})

/** The keys of what was taken back in the span of a page, as the page has them: with a fan's name in it, a key stands as its digest. */
const keysOf = Effect.fnUntraced(function* (
  { name }: AnyKind,
  { tag }: Pick<Query, "tag">,
  page: ReadonlyArray<Entry>
): Effect.fn.Return<ReadonlySet<string>, StoreUnavailable, ObservationStore> {
  const keys = new Set<string>()
  const [first, last] = [page[0], page.at(-1)]
  if (first === undefined || last === undefined) return keys
  const from = DateTime.min(first.at, last.at)
  const until = DateTime.add(DateTime.max(first.at, last.at), { milliseconds: 1 })
  // The facts are the same, and so are the tags.
  const about = { account: first.account, ...(tag !== undefined && { tag }) }
  yield* each({ name, takenBackBy: undefined }, { ...about, from, until, order: "oldest", limit: atOnce }, (some) => {
    for (const { key } of some) keys.add(key).add(ObservationRow.digest(key))
  })
  return keys
})
const atOnce = 1_000
