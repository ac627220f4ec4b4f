/**
 * Whether a worker's clock may be trusted: it is compared with those of the others who work on the same store, and with the store's own.
 *
 * A worker with a wrong clock hands out what is not due, takes what is in another's hands, and lets slots go by; nothing else has to go
 * wrong for that. So whoever differs stands back until the clocks agree. Of two camps the larger is right; of two that are as large, the one
 * that is nearer to the store's own clock, and where that says nothing, neither.
 *
 * @module
 */
import { Clock, DateTime, Duration, Effect } from "effect"
import type { Moment } from "../calendar/Moment.ts"
import type { EventLog } from "./EventLog.ts"
import * as LogClock from "./LogClock.ts"
import type { StoreUnavailable } from "./StoreUnavailable.ts"
import { type Clocks, WorkQueue } from "./WorkQueue.ts"

/**
 * How far two clocks that agree may differ. Machines that keep their time by the network are right to a second, and a busy one is late by
 * a few; the shortest times that a house counts in (leases, patience, tolerance) are minutes.
 */
export const tolerance: Duration.Duration = Duration.seconds(10)

/** Whether a clock is right that shows `mine`, beside those others and the store's `own`. */
export const isRight = (mine: Moment, others: ReadonlyArray<Moment>, own: Moment): boolean => {
  const all = [mine, ...others]
  const camp = (clock: Moment) => all.filter((other) => isNear(clock, other)).length
  const ours = camp(mine)
  const against = others.filter((other) => !isNear(mine, other))
  const theirs = Math.max(0, ...against.map((other) => camp(other)))
  if (ours !== theirs) return ours > theirs
  return against.every((other) => Duration.isLessThan(apart(mine, own), apart(other, own)))
}

const apart = (one: Moment, other: Moment): Duration.Duration => Duration.abs(DateTime.distance(one, other))
const isNear = (one: Moment, other: Moment): boolean => Duration.isLessThanOrEqualTo(apart(one, other), tolerance)

/** Whether this worker may work now. It looks every few seconds, and says aloud that it stands back and why. */
export type Watch = Effect.Effect<boolean, StoreUnavailable, EventLog | WorkQueue>

/** A watch over the clock of one worker, which works on these processes. */
export const watch = (processes: ReadonlyArray<string>): Effect.Effect<Watch> =>
  Effect.sync(() => {
    let me: number | undefined
    let looked: Looked | undefined
    let verdict: Verdict = "unknown"
    let said = Number.NEGATIVE_INFINITY

    const look = Effect.fnUntraced(function* (now: Moment, at: number) {
      const queue = yield* WorkQueue
      const clocks = yield* queue.beat(me, now)
      const shown = see(clocks, now, at, looked)
      const others = [...shown.values()].flatMap(({ ahead }) =>
        ahead === undefined ? [] : [DateTime.add(now, { milliseconds: ahead })]
      )
      const isAgreed = isRight(now, others, clocks.own)
      const objection = isAgreed && verdict !== "right" ? yield* LogClock.objection(processes, now) : undefined
      // Whoever has just come does not know yet which of the others are still there.
      const isNew = looked === undefined && shown.size > 0
      const next = isAgreed && objection === undefined ? (isNew ? "unknown" : "right") : "wrong"
      me = clocks.me
      looked = { at, shows: now.epochMilliseconds, shown }
      if (next === "wrong" && at - said >= sayEvery) {
        said = at
        yield* Effect.logError(
          objection === undefined
            ? `This worker's clock shows ${DateTime.formatIso(now)}, the others' ${others.map(DateTime.formatIso).join(", ")}, the store's ${DateTime.formatIso(clocks.own)}: it stands back until they agree`
            : standsBack(objection)
        )
      }
      if (next === "right" && verdict === "wrong") {
        said = Number.NEGATIVE_INFINITY
        yield* Effect.logInfo("Nothing speaks against this worker's clock any more, and it works on")
      }
      verdict = next
    })

    return Effect.gen(function* () {
      const now = yield* DateTime.now
      const at = Number((yield* Clock.monotonicTimeNanos) / 1_000_000n)
      const jump = looked === undefined ? 0 : now.epochMilliseconds - looked.shows - (at - looked.at)
      const hasJumped = Math.abs(jump) > Duration.toMillis(tolerance)
      if (hasJumped) {
        // Nobody works by it before the log has been asked.
        verdict = "unknown"
        yield* Effect.logWarning(
          `This worker's clock has jumped by ${Math.round(jump / 1000)} seconds, or its machine was asleep`
        )
      }
      if (looked === undefined || hasJumped || at - looked.at >= betweenLooks) yield* look(now, at)
      return verdict === "right"
    })
  })

/** Says that a worker stands back for what the log has against its clock. */
export const standsBack = (objection: string): string =>
  `This worker stands back until its clock is set right: ${objection}. If the clock is right, run it as LogClock.trusting(…)`

type Verdict = "right" | "wrong" | "unknown"

/** What there was at the last look: what this clock showed, when by a clock that only measures, and what the others' did. */
interface Looked {
  readonly at: number
  readonly shows: number
  readonly shown: ReadonlyMap<number, Seen>
}

/** How often the clocks are compared. */
export const lookEvery: Duration.Duration = Duration.seconds(2)
/** In milliseconds, of a clock that only measures. */
const betweenLooks = Duration.toMillis(lookEvery)
const sayEvery = 60_000
/** Who has shown nothing for so long is not there any more. */
const goneAfter = 3 * betweenLooks + 1_000

/** What was last seen of another's clock, and when. */
interface Seen {
  readonly beats: number
  readonly at: number
  /** How far it was ahead of this one, in milliseconds; absent while nobody knows whether it still runs. */
  readonly ahead: number | undefined
}

const see = ({ others }: Clocks, now: Moment, at: number, before: Looked | undefined): ReadonlyMap<number, Seen> =>
  new Map(
    others.map(({ beats, shows, worker }): [number, Seen] => {
      const known = before?.shown.get(worker)
      if (before === undefined || (known !== undefined && known.beats === beats)) {
        const isGone = known === undefined || at - known.at > goneAfter
        return [worker, { beats, at: known?.at ?? at, ahead: isGone ? undefined : known.ahead }]
      }
      // It was shown at some time since the last look, and has run on since.
      const least = shows.epochMilliseconds - now.epochMilliseconds
      const most = least + (at - before.at)
      return [worker, { beats, at, ahead: Math.max(least, Math.min(0, most)) }]
    })
  )
