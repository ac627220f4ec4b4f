/**
 * How often a robot may be asked. Who asks too often is punished for longer than it takes to wait, so nothing is asked that would be refused.
 *
 * @module
 */
import { Writing } from "@dualops/core/operations"
import { DateTime, Duration, Effect, Ref } from "effect"

/** So many messages within a time. */
export interface Limit {
  readonly most: number
  readonly within: Duration.Duration
}

/** What is remembered: when messages were sent, and until when the platform wants none, in milliseconds since 1970. */
export interface Spent {
  readonly sent: ReadonlyArray<number>
  readonly closedUntil: number
}

/** Nothing was sent yet. */
export const unspent: Spent = { sent: [], closedUntil: 0 }

/** From when on the next message may be sent; `now` or earlier, where it may be at once. */
export const opensAt = (limits: ReadonlyArray<Limit>, { closedUntil, sent }: Spent): number =>
  Math.max(
    closedUntil,
    ...limits.map(({ most, within }) => {
      const oldest = sent.at(-most)
      return oldest === undefined ? 0 : oldest + Duration.toMillis(within)
    })
  )

/** Sends where the limits leave room for it, and tells how long to wait where they do not. One for each robot. */
export const make = (limits: ReadonlyArray<Limit>) =>
  Effect.map(Ref.make(unspent), (spent) => {
    const mostKept = Math.max(...limits.map(({ most }) => most))
    const take = (now: number) =>
      Ref.modify(spent, (before) => {
        const opens = opensAt(limits, before)
        const sent = [...before.sent, now].slice(-mostKept)
        return opens > now ? [opens - now, before] : [undefined, { ...before, sent }]
      })
    const close = (after: Duration.Duration) =>
      Effect.flatMap(DateTime.now, (now) =>
        Ref.update(spent, (before) => ({
          ...before,
          closedUntil: now.epochMilliseconds + Duration.toMillis(after)
        }))
      )
    return <A, R>(send: Effect.Effect<A, Writing.Failure, R>): Effect.Effect<A, Writing.Failure, R> =>
      Effect.gen(function* () {
        const wait = yield* take((yield* DateTime.now).epochMilliseconds)
        if (wait !== undefined) {
          const detail = "the robot has had as many messages as it takes in this time"
          return yield* new Writing.TryLater({ code: "rate", detail, after: Duration.millis(wait) })
        }
        return yield* Effect.tapError(send, (failure) =>
          failure._tag === "Writing.TryLater" && failure.after !== undefined ? close(failure.after) : Effect.void
        )
      })
  })
