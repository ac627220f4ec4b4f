/**
 * The cases that the house opens itself: each once, under a name made from what it is about.
 *
 * @module
 */
import { Effect } from "effect"
import type { CaseId } from "../process/Case.ts"
import type { Any } from "../process/Process.ts"
import type { Editions } from "./Editions.ts"
import type { EventLog } from "./EventLog.ts"
import * as Operations from "./Operations.ts"
import { isUnavailable, type StoreUnavailable } from "./StoreUnavailable.ts"

/** Opens the case, unless it is there: another worker may come to it at the same time. */
export const once = <E, R>(
  process: Any,
  id: CaseId,
  opening: Effect.Effect<unknown, E, R>
): Effect.Effect<void, StoreUnavailable, R | EventLog | Editions> => {
  const known = Operations.load(process, id)
  const unlessKnown = Effect.flatMap(known, (there) => (there === undefined ? opening : Effect.void))
  return Effect.asVoid(unlessKnown).pipe(
    Effect.catch((refusal) =>
      isUnavailable(refusal)
        ? Effect.fail(refusal)
        : Effect.flatMap(known, (there) => (there === undefined ? Effect.die(refusal) : Effect.void))
    )
  )
}
