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
import { type Entry, ObservationStore, type Place, type Query } from "./ObservationStore.ts"

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

/** The keys of what was taken back in the span of a page, as the page has them: with a fan's name in it, a key stands as its digest. */
const keysOf = Effect.fnUntraced(function* (kind: AnyKind, { tag }: Pick<Query, "tag">, page: ReadonlyArray<Entry>) {
  const keys = new Set<string>()
  const [first, last] = [page[0], page.at(-1)]
  if (first === undefined || last === undefined) return keys
  const store = yield* ObservationStore
  const from = DateTime.min(first.at, last.at)
  const until = DateTime.add(DateTime.max(first.at, last.at), { milliseconds: 1 })
  // The facts are the same, and so are the tags.
  const about = { kind: kind.name, account: first.account, ...(tag !== undefined && { tag }) }
  const asked = { ...about, from, until, order: "oldest" as const, limit: atOnce }
  let after: Place | undefined
  do {
    const some: ReadonlyArray<Entry> = yield* store.page({ ...asked, ...(after !== undefined && { after }) })
    for (const { key } of some) keys.add(key).add(ObservationRow.digest(key))
    after = some.length < atOnce ? undefined : some.at(-1)
  } while (after !== undefined)
  return keys
})
const atOnce = 1_000
