/**
 * Refused attempts: what people wanted to do and were not let, so that anybody can judge later who tried what, and why it was refused.
 *
 * Refused attempts change no case, and are no events. The same attempt that is refused for the same reason again is counted, so that a page which asks every
 * second fills no store; a year after the last one they are forgotten.
 *
 * @module
 */
import { Duration, Effect, Schema } from "effect"
import type { Moment } from "../calendar/Moment.ts"
import { Actor, type Person } from "../process/Actor.ts"
import type { Address, HandbookVersion } from "../process/Case.ts"
import * as Face from "../process/Face.ts"
import type { Any } from "../process/Process.ts"
import type { Reader } from "../process/Reader.ts"
import { EventLog, type Refused } from "./EventLog.ts"
import type { StoreUnavailable } from "./StoreUnavailable.ts"

/** A refused attempt. */
export interface RefusedAttempt extends Omit<Refused, "by"> {
  readonly by: Actor
}

/** Who wanted to do what, when, and under which edition it was looked up whether they may. */
export interface Attempt extends Pick<Address, "case"> {
  readonly step: string
  readonly by: Person
  readonly at: Moment
  readonly under: HandbookVersion
}

/** How long a refusal is kept after it was given last. */
export const keptFor: Duration.Duration = Duration.days(365)

/** Keeps that it was refused. Whoever was refused hears that, and nothing else, also where it cannot be kept. */
export const keep = Effect.fnUntraced(function* (
  process: Any,
  { by, ...attempt }: Attempt,
  refusal: unknown,
  { called, timeZone }: Reader
): Effect.fn.Return<void, never, EventLog> {
  const log = yield* EventLog
  const why = String(Reflect.get(Object(refusal), "_tag") ?? "refused")
  const says = Face.refusal(process, refusal, called, timeZone)
  const refused = {
    ...attempt,
    process: process.name,
    by: yield* Effect.orDie(Schema.encodeEffect(json)(by)),
    why,
    says
  }
  yield* Effect.catch(log.refuse(refused), (failure) =>
    Effect.logWarning(`${attempt.step} of ${process.name} was refused, which is not kept: ${failure.message}`)
  )
})

/** The refused attempts at a case, the last one first; at all cases, where none is named. */
export const of = Effect.fnUntraced(function* (
  address?: Address,
  most = 100
): Effect.fn.Return<ReadonlyArray<RefusedAttempt>, StoreUnavailable, EventLog> {
  const log = yield* EventLog
  const all = yield* log.refusals(address, most)
  return yield* Effect.forEach(all, (one) =>
    Effect.map(Effect.orDie(Schema.decodeEffect(json)(one.by)), (by): RefusedAttempt => ({ ...one, by }))
  )
})

const json = Schema.toCodecJson(Actor)
