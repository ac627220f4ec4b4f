/**
 * Who loses a race for a case runs again, in turn: those of one program one after the other, and between programs with pauses that differ.
 *
 * Without turns a hundred who want the same case read it a hundred times for every step that is stored, and the unlucky ones never have it.
 *
 * @module
 */
import { Duration, Effect, Schedule, Semaphore } from "effect"
import { type Address, keyOf } from "../process/Case.ts"
import { EventLog } from "./EventLog.ts"

/** Runs it; where it lost a race, it waits for its turn and runs again, until it has not lost or half a minute is over. */
export const inTurn = <A, E, R>(
  address: Address,
  attempt: Effect.Effect<A, E, R>,
  isLost: (error: E) => boolean
): Effect.Effect<A, E, R | EventLog> => {
  const atOnce = Effect.retry(attempt, { while: isLost, times: 8 })
  const again = Effect.retry(atOnce, { while: isLost, schedule: pauses })
  return Effect.catchIf(attempt, isLost, () =>
    Effect.gen(function* () {
      const queues = queuesOf(yield* EventLog)
      const name = keyOf(address)
      const queue = queues.get(name) ?? { turn: Semaphore.makeUnsafe(1), length: 0 }
      queues.set(name, queue)
      queue.length++
      return yield* Effect.ensuring(
        queue.turn.withPermit(again),
        Effect.sync(() => --queue.length === 0 && queues.delete(name))
      )
    })
  )
}

/** Short ones first; another program's turn takes a few milliseconds. */
const pauses = Schedule.exponential("2 millis", 1.5).pipe(
  Schedule.modifyDelay(({ duration }) => Effect.succeed(Duration.min(duration, Duration.millis(25)))),
  Schedule.jittered,
  Schedule.upTo({ duration: "30 seconds" })
)

/** Those of this program who wait for the same case. */
interface Queue {
  readonly turn: Semaphore.Semaphore
  length: number
}

const all = new WeakMap<EventLog["Service"], Map<string, Queue>>()

const queuesOf = (store: EventLog["Service"]): Map<string, Queue> => {
  const queues = all.get(store) ?? new Map<string, Queue>()
  all.set(store, queues)
  return queues
}
