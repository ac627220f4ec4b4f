/**
 * Whether a step would be taken, and everything that is wrong with it: all happens as it would, on a log that keeps nothing.
 *
 * @module
 */
import { EventLog, Handbooks, Operations, Waking } from "@dualops/core/operations"
import type { Actor, Process } from "@dualops/core/process"
import { Effect, Result } from "effect"
import * as Problems from "../api/Problems.ts"

/** What stands against the order; nothing where it would be taken. */
export const of = Effect.fnUntraced(function* (
  processes: ReadonlyArray<Process.Any>,
  process: Process.Any,
  order: { readonly key: string },
  person: Actor.Person
) {
  const log = yield* EventLog.EventLog
  const calls = yield* Waking.Waking
  const [reader] = yield* Handbooks.seenBy(person)
  const answer = yield* Operations.submit(processes, person, { ...order, key: `rehearsed ${order.key}` }).pipe(
    Effect.provideService(EventLog.EventLog, { ...log, append: () => Effect.void, refuse: () => Effect.void }),
    Effect.provideService(Waking.Waking, { ...calls, call: Effect.void }),
    Effect.result
  )
  return Result.isSuccess(answer) ? undefined : Problems.ofRefusal(process, answer.failure, reader)
})
