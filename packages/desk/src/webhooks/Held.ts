/**
 * What is held back of a case whose last message was not taken, and when it is tried again.
 *
 * @module
 */
import { Duration, Effect, Random, Schema } from "effect"

/** A case whose messages wait, in the order in which they came. */
export const Held = Schema.Struct({
  /** The positions in the log of what has not been told. */
  waiting: Schema.NonEmptyArray(Schema.Int),
  /** How often the first of them has been tried. */
  tries: Schema.Int,
  /** Since when it has not been taken, and when it is tried again, in milliseconds. */
  since: Schema.Finite,
  next: Schema.Finite
})
/** A case whose messages wait. */
export type Held = typeof Held.Type

/** The pauses after the first attempts; the last one stays. */
const pauses = ["5 seconds", "1 minute", "5 minutes", "30 minutes", "2 hours", "5 hours", "12 hours"] as const

/** How long is waited after so many attempts: never sooner than the receiver asks for, a day at most, and not all at once. */
export const pauseAfter = (tries: number, asked = 0): Effect.Effect<number> =>
  Effect.map(Random.nextBetween(0.8, 1.2), (factor) => {
    const usual = Duration.toMillis(pauses[Math.min(tries, pauses.length) - 1] ?? "12 hours") * factor
    return Math.min(Math.max(usual, asked * 1000), Duration.toMillis("1 day"))
  })

/** After that it is said as an error, with every attempt. */
export const patience = Duration.days(3)

/** So many cases, and so many messages of them, are held back; then nothing more of the log is read until some are taken. */
export const most = { cases: 20, messages: 1_000 }
