/**
 * Quiet hours: whoever is not at work is left in peace until they are, unless it is urgent.
 *
 * Who is there is said by the handbook: absences, rosters, and the hours of duties.
 *
 * @module
 */
import { DateTime } from "effect"
import type { Moment } from "../calendar/Moment.ts"
import type { Presence } from "../process/Presence.ts"

/** How it is with a person at a moment. */
export type PresenceAt = (at: Moment) => Presence

/** Somebody who is not there within this many days is not waited for. */
const furthest = 8

/** Hours of work begin at a quarter of an hour, or somebody is told a few minutes after they came. */
const quarter = 15 * 60_000

/**
 * From when on a person may be told: now when they are there, and else the first quarter of an hour at which they are. Nothing for somebody who is away
 * for longer than a week, a holiday of the state included: somebody else has to be told.
 */
export const opens = (presence: PresenceAt, now: Moment): Moment | undefined => {
  if (presence(now) === "there") return now
  const first = Math.floor(now.epochMilliseconds / quarter) + 1
  for (let step = 0; step < furthest * 24 * 4; step++) {
    const at = DateTime.makeUnsafe((first + step) * quarter)
    if (presence(at) === "there") return at
  }
  return undefined
}
