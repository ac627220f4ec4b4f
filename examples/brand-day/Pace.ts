/**
 * How the day goes by: from one appointment to the next at once, or at a pace at which somebody real can click along.
 *
 * @module
 */
import { type DateTime, Effect } from "effect"
import type { VirtualClock } from "../clock/VirtualClock.ts"

/** How the day goes by. */
export interface Pace {
  /** What is done where nobody has anything to do before that moment. */
  readonly until: (next: DateTime.Utc) => Effect.Effect<void>
  /** How long those who post wait before they do something about a task, in minutes: somebody real may be first. */
  readonly hesitation: number
  /** Whether somebody real may write on Weibo at any moment, so that the program has to listen all the time. */
  readonly isWatched: boolean
  /** Whom the program does not play: somebody real is this person. */
  readonly you: string | undefined
}

/** At once. What is due within the millisecond is waited for. */
export const atOnce = (clock: VirtualClock): Pace => ({
  until: (next) =>
    Effect.andThen(
      Effect.sync(() => clock.skipTo(next)),
      Effect.sleep("1 millis")
    ),
  hesitation: 0,
  isWatched: false,
  you: undefined
})

/** As fast as the clock runs. */
export const live = (you: string | undefined): Pace => ({
  until: () => Effect.sleep("200 millis"),
  hesitation: 5,
  isWatched: true,
  you
})
