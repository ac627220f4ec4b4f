/**
 * What has happened in the cases that somebody sees, from a position of the log on. The position is the cursor: an assistant keeps it for as long as it
 * likes, over restarts of either side, and misses nothing and hears nothing twice.
 *
 * @module
 */
import { EventLog, Handbooks } from "@dualops/core/operations"
import type { Actor, Process } from "@dualops/core/process"
import { DateTime, Effect } from "effect"
import * as Bounds from "./Bounds.ts"

/** What has come after the position, at most so many; and the position that has been read to. */
export const after = Effect.fnUntraced(function* (
  processes: ReadonlyArray<Process.Any>,
  person: Actor.Person,
  position: number,
  most: number
) {
  const log = yield* EventLog.EventLog
  const mine = new Set(processes.map(({ name }) => name))
  const items: Array<Happened> = []
  let [read, size, looked] = [position, 0, 0]
  while (looked < mostLooked) {
    const batch = yield* log.log(read, batchSize)
    const seen = yield* seenVersions(batch, person)
    for (const entry of batch) {
      if (mine.has(entry.process) && seen.has(versionOf(entry.event))) {
        const item = Bounds.fitting(happened(entry), Bounds.most / 2)
        size += Bounds.sizeOf(item)
        if (items.length === most || (items.length > 0 && size > (Bounds.most * 3) / 4))
          return { items, position: read, isAll: false }
        items.push(item)
      }
      read = entry.position
    }
    if (batch.length < batchSize) return { items, position: read, isAll: true }
    looked += batch.length
  }
  return { items, position: read, isAll: false }
})

/** Where the log ends now. */
export const end = Effect.flatMap(EventLog.EventLog, (log) =>
  Effect.map(log.newest(1), ([last]) => last?.position ?? 0)
)

/** What has happened in a case. */
export interface Happened {
  readonly process: string
  readonly case: string
  readonly version: number
  readonly state: string
  readonly event: unknown
}

const happened = ({ case: id, event, process, state, version }: EventLog.Entry): Happened => ({
  process,
  case: id,
  version,
  state,
  event
})

const seenVersions = Effect.fnUntraced(function* (batch: ReadonlyArray<EventLog.Entry>, person: Actor.Person) {
  const found = yield* Handbooks.ofVersions(new Set(batch.map(({ event }) => versionOf(event))))
  const now = yield* DateTime.now
  return new Set([...found].flatMap(([version, { today }]) => (Handbooks.sees(today, person, now) ? [version] : [])))
})

const versionOf = (event: unknown): string => String(Reflect.get(Object(event), "handbook") ?? "")

const batchSize = 200
/** A call looks at no more: the next one goes on. */
const mostLooked = 5_000
