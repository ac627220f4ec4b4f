/**
 * `ObservationStore` in memory.
 *
 * @module
 */
import { ObservationBatch, ObservationStore } from "@dualops/core/observations"
import { DateTime, Effect, Layer } from "effect"

type Entry = ObservationStore.Entry

/** An entry, and whose its personal data are. */
interface Kept {
  entry: Entry
  readonly persons: ReadonlyArray<string>
}

/** What is kept of a series. */
interface Known {
  readonly byKey: Map<string, Kept>
  /** What happened before then is forgotten, in milliseconds. */
  keptFrom: number
}

/** A store of which nothing has been recorded. */
export const layer: Layer.Layer<ObservationStore.ObservationStore> = Layer.sync(
  ObservationStore.ObservationStore,
  () => {
    const all = new Map<number, Kept>()
    const series = new Map<string, Known>()
    let last = 0
    let removals = 0
    const removed = (count: number): number => {
      if (count > 0) removals++
      return count
    }

    const knownOf = ({ account, kind }: ObservationStore.Series): Known => {
      const name = JSON.stringify([kind, account])
      const known = series.get(name) ?? { byKey: new Map(), keptFrom: Number.NEGATIVE_INFINITY }
      series.set(name, known)
      return known
    }

    const take = (row: ObservationStore.Row): keyof ObservationStore.Receipt => {
      const { byKey, keptFrom } = knownOf(row)
      if (row.at.epochMilliseconds < keptFrom) return "tooOld"
      if (byKey.has(row.key)) return "repeated"
      const { personal, ...rest } = row
      const entry = { ...rest, position: ++last, ...(personal && { personal: personal.data }) }
      const kept = { entry, persons: personal?.persons ?? [] }
      byKey.set(row.key, kept)
      all.set(last, kept)
      return "recorded"
    }

    const some = ({ from, person, tag, until, ...of }: Omit<ObservationStore.Query, "order" | "limit">) =>
      [...knownOf(of).byKey.values()]
        .filter(
          ({ entry, persons }) =>
            (tag === undefined || entry.tags.includes(tag)) &&
            (person === undefined || persons.includes(person)) &&
            (from === undefined || DateTime.isGreaterThanOrEqualTo(entry.at, from)) &&
            (until === undefined || DateTime.isLessThan(entry.at, until))
        )
        .map(({ entry }) => entry)

    return {
      record: (batch) =>
        Effect.map(ObservationBatch.check(batch), () => {
          const receipt = { recorded: 0, repeated: 0, tooOld: 0 }
          for (const row of batch) receipt[take(row)]++
          return receipt
        }),
      read: (after, limit) =>
        Effect.sync(() => {
          const entries: Array<Entry> = []
          for (let position = after + 1; position <= last && entries.length < limit; position++) {
            const kept = all.get(position)
            if (kept !== undefined) entries.push(kept.entry)
          }
          return entries
        }),
      page: ({ after, limit, order, ...query }) =>
        Effect.sync(() => {
          const before = order === "oldest" ? byPlace : (one: Entry, other: Entry) => byPlace(other, one)
          const sorted = some(query).sort(before)
          const begun =
            after === undefined ? sorted : sorted.filter((entry) => before({ ...entry, ...after }, entry) < 0)
          return begun.slice(0, limit)
        }),
      count: (of, edges) =>
        Effect.sync(() =>
          edges.slice(1).map((until, index) => some({ ...of, from: edges[index] ?? until, until }).length)
        ),
      forget: (of, before, limit) =>
        Effect.sync(() => {
          const known = knownOf(of)
          known.keptFrom = Math.max(known.keptFrom, before.epochMilliseconds)
          const old = some({ ...of, until: before })
            .sort(byPlace)
            .slice(0, limit)
          for (const { key, position } of old) {
            known.byKey.delete(key)
            all.delete(position)
          }
          return removed(old.length)
        }),
      erase: (person) =>
        Effect.sync(() => {
          const theirs = [...all.values()].filter(
            ({ entry, persons }) => entry.personal !== undefined && persons.includes(person)
          )
          for (const kept of theirs) {
            const { personal: _, ...entry } = kept.entry
            const bare = { entry, persons: [] }
            all.set(entry.position, bare)
            knownOf(entry).byKey.set(entry.key, bare)
          }
          return removed(theirs.length)
        }),
      removals: Effect.sync(() => removals)
    }
  }
)

const byPlace = (one: ObservationStore.Place, other: ObservationStore.Place): number =>
  DateTime.Order(one.at, other.at) || one.position - other.position
