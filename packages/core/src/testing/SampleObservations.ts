/**
 * Observations for the suite of their store.
 *
 * @module
 */
import { DateTime, Duration, Effect } from "effect"
import { AccountId } from "../account/AccountId.ts"
import type { Entry, ObservationStore, Place, Query, Row, Series } from "../observations/ObservationStore.ts"

/** The store of a test. */
export type Store = ObservationStore["Service"]

/** Runs a sentence on a store that is empty. */
export type Test = (sentence: string, body: (store: Store) => Effect.Effect<void, unknown>) => void

/** The account of most tests. */
export const account = AccountId.make("1902538057")

/** What most tests ask for. */
export const mentions: Series = { kind: "Mention", account }

/** That many minutes after the first moment of a test. */
export const minute = (number: number): DateTime.Utc =>
  DateTime.addDuration(DateTime.makeUnsafe("2026-06-01T00:00:00Z"), Duration.minutes(number))

/** A mention that happened in the minute of its number. */
export const mention = (number: number, more: Partial<Row> = {}): Row => ({
  ...mentions,
  key: `mention ${number}`,
  at: minute(number),
  source: "mentions",
  tags: ["post:1"],
  facts: { number },
  ...more
})

/** The same with something that is said of a fan. */
export const said = (number: number, ...persons: ReadonlyArray<string>): Row =>
  mention(number, { personal: { persons, data: { fan: persons[0] ?? "", text: `第 ${number} 条` } } })

/** Everything that a store has taken in, page by page. */
export const everything = (store: Store, limit = 7): Effect.Effect<ReadonlyArray<Entry>, unknown> =>
  Effect.gen(function* () {
    const all: Array<Entry> = []
    while (true) {
      const page = yield* store.read(all.at(-1)?.position ?? 0, limit)
      all.push(...page)
      if (page.length < limit) return all
    }
  })

/** Everything that a query asks for, page by page. */
export const paged = (
  store: Store,
  query: Partial<Query> = {},
  limit = 3
): Effect.Effect<ReadonlyArray<Entry>, unknown> =>
  Effect.gen(function* () {
    const all: Array<Entry> = []
    while (true) {
      const after: Place | undefined = all.at(-1)
      const page = yield* store.page({ ...mentions, order: "oldest", ...query, limit, ...(after && { after }) })
      all.push(...page)
      if (page.length < limit) return all
    }
  })

/** The keys of entries. */
export const keys = (entries: ReadonlyArray<{ readonly key: string }>): ReadonlyArray<string> =>
  entries.map(({ key }) => key)
