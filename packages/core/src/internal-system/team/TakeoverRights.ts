/**
 * What a takeover allows: for its time, all that the absent one's roles allow, done openly in their place. Taking over is not among it, so
 * nobody climbs from place to place.
 *
 * @module
 */
import { Effect, Layer } from "effect"
import * as Caseload from "../../operations/Caseload.ts"
import { Editions } from "../../operations/Editions.ts"
import type { EventLog } from "../../operations/EventLog.ts"
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

/** Editions that know the takeovers of the store. While the store does not answer, nobody has taken anything over. */
export const editions = <E, R>(
  plain: Layer.Layer<Editions, E, R>
): Layer.Layer<Editions, E, R | EventLog | Snapshots> =>
  Layer.effect(
    Editions,
    Effect.gen(function* () {
      const store = yield* Effect.context<EventLog | Snapshots>()
      const { current, edition } = yield* Editions
      const caseload = Caseload.make([TakeoverProcess])
      const takeovers = caseload.cases.pipe(
        Effect.provideContext(store),
        Effect.map((all) =>
          // The states of this process are its own.
          all.flatMap(({ case: { state }, process }) => (process === TakeoverProcess ? [state as State] : []))
        ),
        Effect.catch((unavailable) => Effect.as(Effect.logWarning(unavailable.message), []))
      )
      return {
        edition,
        current: Effect.zipWith(current, takeovers, (today, taken) => ({
          ...today,
          entitled: widened(today.entitled, taken)
        }))
      }
    })
  ).pipe(Layer.provide(plain))
