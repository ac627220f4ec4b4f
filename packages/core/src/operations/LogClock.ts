/**
 * What the log says against a clock: events bear the time at which they were taken, and due deadlines the time since which nobody has been there.
 *
 * A clock that is *behind* most of the newest events is wrong, for nothing is taken in the future; single events of a clock that was once ahead
 * do not count for that. A clock by which nobody has taken a step for longer than any house stands still, while deadlines ran out, is taken
 * to be far *ahead*: it would let every slot go by. A clock that is ahead by less cannot be told from a worker that was switched off for so long.
 *
 * Whoever is objected to stands back, and says so. A person who has looked at the clock, and found it right, says {@link trusting}.
 *
 * @module
 */
import { Context, DateTime, Duration, Effect, Schema } from "effect"
import { Moment, parse } from "../calendar/Moment.ts"
import type { Bilingual } from "../finding/Bilingual.ts"
import { type Entry, EventLog } from "./EventLog.ts"
import type { StoreUnavailable } from "./StoreUnavailable.ts"
import { WorkQueue } from "./WorkQueue.ts"

/** The machine's clock is behind the case's last step, and behind the log: one of them is wrong, and a person has to say which. */
export class WrongClock extends Schema.TaggedError<WrongClock>()("Operations.WrongClock", {
  shows: Moment,
  last: Moment
}) {
  override get message() {
    return `${shown(this.shows)} is what this machine's clock shows, and the last step was taken at ${shown(this.last)}: set the clock right, or, if it is right, say so with LogClock.trusting.`
  }
  get said(): Bilingual {
    return { zh: "这台机器的时钟不对，请先校准。", en: this.message }
  }
}

/** How far the clocks of two machines may differ before a step of one is in the future of the other. */
export const skew: Duration.Duration = Duration.minutes(5)

/** No house stands still for longer with deadlines that nobody fires. */
export const longestPause: Duration.Duration = Duration.days(31)

/** Whether a person has said that this machine's clock is right, whatever the log says. */
export const Trusted: Context.Reference<boolean> = Context.Reference("@dualops/core/LogClock/Trusted", {
  defaultValue: () => false
})

/** Runs it with a clock that a person has looked at, and found right: `LogClock.trusting(Worker.run(work))`. */
export const trusting = <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
  Effect.provideService(effect, Trusted, true)

/** Whether most of the newest events were taken later than now. */
export const isBehind = (now: Moment): Effect.Effect<boolean, StoreUnavailable, EventLog> =>
  Effect.map(witnesses, (times) => areMostlyAfter(now, times))

/** What the log has against a worker's clock that shows `now`; nothing where it has nothing. */
export const objection = Effect.fnUntraced(function* (
  processes: ReadonlyArray<string>,
  now: Moment
): Effect.fn.Return<string | undefined, StoreUnavailable, EventLog | WorkQueue> {
  const [first, ...others] = yield* witnesses
  if (first === undefined) return undefined
  const last = others.reduce((latest, at) => DateTime.max(latest, at), first)
  const shows = `${shown(now)} is what its clock shows, and the last step was taken at ${shown(last)}`
  if (areMostlyAfter(now, [first, ...others])) return shows
  const longAgo = DateTime.subtractDuration(now, longestPause)
  if (DateTime.isGreaterThan(last, longAgo)) return undefined
  const queue = yield* WorkQueue
  const [waiting] = yield* queue.overdue(processes, longAgo, 1)
  return waiting && `${shows}, and ${waiting.process} ${waiting.case} waits since ${shown(waiting.at)}`
})

const areMostlyAfter = (now: Moment, times: ReadonlyArray<Moment>): boolean => {
  const latest = DateTime.addDuration(now, skew)
  return times.filter((at) => DateTime.isGreaterThan(at, latest)).length * 2 > times.length
}

/** When the newest events were taken; none where a person has said that the clock is right. */
const witnesses = Effect.gen(function* () {
  if (yield* Trusted) return []
  const store = yield* EventLog
  return (yield* store.newest(asked)).flatMap(takenAt)
})

/** Enough that a few wrong ones do not count. */
const asked = 25

const takenAt = ({ event }: Entry): ReadonlyArray<Moment> => {
  const at = typeof event === "object" && event !== null && "at" in event ? event.at : undefined
  const millis = typeof at === "string" ? parse(at) : undefined
  return millis === undefined ? [] : [DateTime.makeUnsafe(millis)]
}

const shown = DateTime.formatIso
