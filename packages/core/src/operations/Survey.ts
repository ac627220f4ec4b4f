/**
 * Goes through all cases, a few at a time, and has a person look at those that cannot be run: also at those for which nothing is due, so
 * that nobody would come across them, and at those of which a deadline has got lost, so that they would wait for ever.
 *
 * @module
 */
import { Clock, DateTime, Duration, Effect } from "effect"
import type { Moment } from "../calendar/Moment.ts"
import { clock } from "../process/Actor.ts"
import type { CaseId } from "../process/Case.ts"
import { due } from "../process/Due.ts"
import { type Any, isOver, replay } from "../process/Process.ts"
import { Damaged } from "./Damaged.ts"
import { Editions } from "./Editions.ts"
import { EventLog } from "./EventLog.ts"
import { withOwn } from "./Housekeeping.ts"
import * as Notices from "./Notices.ts"
import * as Operations from "./Operations.ts"
import * as Standings from "./Standings.ts"
import type { StoreUnavailable } from "./StoreUnavailable.ts"

/** Looks at the next few cases; when it has been through all of them, it begins anew an hour later. There is never more to do at once. */
export const make = (
  processes: ReadonlyArray<Any>
): Effect.Effect<Effect.Effect<number, StoreUnavailable, EventLog | Editions>> =>
  Effect.map(DateTime.now, (began) => {
    const byName = new Map(withOwn(processes).map((process) => [process.name, process]))
    const seen = new Set<string>()
    let position = 0
    let pausesUntil = Number.NEGATIVE_INFINITY

    return Effect.gen(function* () {
      const now = Number((yield* Clock.monotonicTimeNanos) / 1_000_000n)
      if (now < pausesUntil) return 0
      const store = yield* EventLog
      const page = yield* store.log(position, pageSize)
      for (const { case: id, position: at, process: name } of page) {
        position = at
        const process = byName.get(name)
        const key = JSON.stringify([name, id])
        if (process === undefined || seen.has(key)) continue
        seen.add(key)
        yield* Effect.catchDefect(lookAt(process, id, began), (defect) =>
          Notices.setAside({ process: name, case: id }, defect)
        )
      }
      if (page.length < pageSize) {
        position = 0
        seen.clear()
        pausesUntil = now + Duration.toMillis(pause)
      }
      return 0
    })
  })

/** Small enough that work beside it is not held up. */
const pageSize = 50
const pause = Duration.hours(1)
/** A deadline that nobody has fired for so long, though somebody was there, is not there any more. */
const lost = Duration.minutes(30)

const lookAt = Effect.fnUntraced(function* (process: Any, id: CaseId, began: Moment) {
  // Every event is read, also of a case that this program remembers: one that was damaged since would be found by nobody else.
  const current = replay(process, yield* Operations.read(process, id))
  if (current === undefined || isOver(process, current)) return
  const edition = yield* (yield* Editions).edition(current.handbook)
  const [first] = due(process, current, edition.settings(process), edition.calendars)
  if (first === undefined) return
  const waits = DateTime.distance(DateTime.max(first.at, began), yield* DateTime.now)
  if (Duration.isLessThan(waits, lost)) return
  // What stands in its way puts it off.
  if (yield* Standings.isSuspended(process, first.fires, current, clock(first.name, first.rung))) return
  const why = `the deadline ${first.name} ran out at ${DateTime.formatIso(first.at)}, and nothing has fired it`
  yield* Effect.die(new Damaged({ process: process.name, case: id, why }))
})
