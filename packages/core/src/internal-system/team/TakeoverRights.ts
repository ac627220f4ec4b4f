/**
 * What a takeover allows: for its time, all that the absent one's roles allow, done openly in their place. Taking over is not among it, so
 * nobody climbs from place to place.
 *
 * @module
 */
import { Effect, Layer } from "effect"
import { map } from "effect/Array"
import * as Caseload from "../../operations/Caseload.ts"
import { Editions } from "../../operations/Editions.ts"
import type { EventLog } from "../../operations/EventLog.ts"
import * as Handbooks from "../../operations/Handbooks.ts"
import type { Snapshots } from "../../operations/Snapshots.ts"
import { person } from "../../process/Actor.ts"
import type { Entitled } from "../../process/Process.ts"
import type { State } from "./Takeover.ts"
import { TakeoverProcess } from "./TakeoverProcess.ts"

/** The handbook's answer, widened by the takeovers that last at the moment that is asked about. */
export const widened =
  (entitled: Entitled, takeovers: ReadonlyArray<State>): Entitled =>
  (by, permission, at) =>
    entitled(by, permission, at) ||
    (permission !== TakeoverProcess.steps.Take.by &&
      takeovers.some(
        (one) =>
          one._tag === "Taken" &&
          one.taker === by.person &&
          one.absent === by.onBehalfOf &&
          one.since.epochMilliseconds <= at.epochMilliseconds &&
          at.epochMilliseconds < one.until.epochMilliseconds &&
          entitled(person(one.absent), permission, at)
      ))

/**
 * Editions that know the takeovers of the store: each widens the handbook under which it was begun, and no other. While the store does not answer,
 * nobody has taken anything over.
 */
export const editions = <E, R>(
  plain: Layer.Layer<Editions, E, R>
): Layer.Layer<Editions, E, R | EventLog | Snapshots> =>
  Layer.effect(
    Editions,
    Effect.gen(function* () {
      const store = yield* Effect.context<EventLog | Snapshots>()
      const editions = yield* Editions
      const caseload = Caseload.make([TakeoverProcess])
      const takeovers = Effect.gen(function* () {
        const all = yield* caseload.cases
        return yield* Effect.forEach(
          all.filter(({ process }) => process === TakeoverProcess),
          ({ case: { handbook, state } }) =>
            // The states of this process are its own.
            Effect.map(editions.edition(handbook), (edition) => ({ edition, state: state as State }))
        )
      }).pipe(
        Effect.provideContext(store),
        Effect.catch((unavailable) => Effect.as(Effect.logWarning(unavailable.message), []))
      )
      return {
        edition: editions.edition,
        today: Effect.zipWith(editions.today, takeovers, (all, taken) =>
          map(all, (today) => ({
            ...today,
            entitled: widened(
              today.entitled,
              taken.flatMap(({ edition, state }) => (Handbooks.isSame(today, edition) ? [state] : []))
            )
          }))
        )
      }
    })
  ).pipe(Layer.provide(plain))
