/**
 * Goes through all cases, a few at a time, and has a person look at those that cannot be read: also at those for which nothing is due, so
 * that nobody would come across them.
 *
 * @module
 */
import { Clock, Effect } from "effect"
import type { CaseId } from "../process/Case.ts"
import type { Any } from "../process/Process.ts"
import { EventStore, type StoreUnavailable } from "./EventStore.ts"
import { withOwn } from "./Housekeeping.ts"
import * as Notices from "./Notices.ts"
import * as Operations from "./Operations.ts"
import type { Shelf } from "./Shelf.ts"

/** Looks at the next few cases; when it has been through all of them, it begins anew an hour later. There is never more to do at once. */
export const make = (
  processes: ReadonlyArray<Any>
): Effect.Effect<Effect.Effect<number, StoreUnavailable, EventStore | Shelf>> =>
  Effect.sync(() => {
    const byName = new Map(withOwn(processes).map((process) => [process.name, process]))
    const seen = new Set<string>()
    let position = 0
    let pausesUntil = Number.NEGATIVE_INFINITY

    const lookAt = (process: Any, id: CaseId) =>
      Effect.catchDefect(Operations.load(process, id), (defect) =>
        Notices.setAside({ process: process.name, case: id }, defect)
      )

    return Effect.gen(function* () {
      const now = Number((yield* Clock.monotonicTimeNanos) / 1_000_000n)
      if (now < pausesUntil) return 0
      const store = yield* EventStore
      const page = yield* store.log(position, pageSize)
      for (const { case: id, position: at, process: name } of page) {
        position = at
        const process = byName.get(name)
        const key = JSON.stringify([name, id])
        if (process === undefined || seen.has(key)) continue
        seen.add(key)
        yield* lookAt(process, id)
      }
      if (page.length < pageSize) {
        position = 0
        seen.clear()
        pausesUntil = now + pause
      }
      return 0
    })
  })

/** Small enough that work beside it is not held up. */
const pageSize = 50
/** In milliseconds. */
const pause = 3_600_000
