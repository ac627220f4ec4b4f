/**
 * Keeps in the record what lets nobody in. However much somebody tries, the store hears of each kind once a minute.
 *
 * @module
 */
import { Editions, EventLog } from "@dualops/core/operations"
import { Actor, Case } from "@dualops/core/process"
import { Clock, DateTime, Effect, Option } from "effect"
import { type Attempt, attempts } from "./Attempt.ts"
import type { Door } from "./Door.ts"

/** Where attempts stand in the record: no process of a house has the name of its door. */
export const place = { process: "Door", step: "Enter" } as const

/** Keeps an attempt, where there is a record; a store that does not answer keeps nobody out of anything. */
export type Note = (attempt: Attempt) => Effect.Effect<void>

/** Keeps attempts, each kind once a minute. */
export const make = (): Note => {
  const lately = new Map<Attempt, number>()
  return Effect.fnUntraced(function* (attempt) {
    const [log, editions] = [
      yield* Effect.serviceOption(EventLog.EventLog),
      yield* Effect.serviceOption(Editions.Editions)
    ]
    if (Option.isNone(log) || Option.isNone(editions)) return
    const now = yield* Clock.currentTimeMillis
    if (now - (lately.get(attempt) ?? Number.NEGATIVE_INFINITY) < 60_000) return
    lately.set(attempt, now)
    const kept = Effect.flatMap(editions.value.today, ([{ version }]) =>
      log.value.refuse({
        ...place,
        case: Case.CaseId.make(attempt),
        by: Actor.world,
        why: `Door.${attempt}`,
        says: attempts[attempt],
        at: DateTime.makeUnsafe(now),
        under: version
      })
    )
    yield* Effect.catch(kept, ({ message }) => Effect.logWarning(message))
  })
}

/** The same door, of which the record knows what let nobody in. */
export const recorded = (door: Door["Service"], note: Note): Door["Service"] => ({
  of: (knock) => Effect.tapError(door.of(knock), ({ attempt }) => (attempt === undefined ? Effect.void : note(attempt)))
})
