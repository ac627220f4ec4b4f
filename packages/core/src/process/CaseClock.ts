/**
 * The clock of a deadline, as its case keeps it: nothing but moments, so that it is rebuilt from events alone. How much time that makes is for
 * calendars to say, outside of the case.
 *
 * @module
 */
import type { Moment } from "../calendar/Moment.ts"

/** Where the clock of a deadline stands. */
export interface CaseClock {
  /** When it began to run. */
  readonly since: Moment
  /** How many times it has run out: how many of its rungs have fired. */
  readonly fired: number
  /** When it last ran out; when it began, where it has not. */
  readonly last: Moment
  /** When it stood still since it began, in order. */
  readonly pauses: ReadonlyArray<Pause>
}

/** A time in which a clock stood still, and the state of the case that was the reason; without an end, it stands still. */
export interface Pause {
  readonly state: string
  readonly from: Moment
  readonly to: Moment | undefined
}

/** What a deadline does in a state. */
export type Phase = "runs" | "stands" | "is off"

/** Whether the clock stands still. */
export const stands = ({ pauses }: CaseClock): boolean =>
  pauses.length > 0 && pauses[pauses.length - 1]?.to === undefined

/** What happens to the clocks of a case by one event. */
export interface Change {
  /** What each deadline does in the state that the case came to. */
  readonly phases: ReadonlyArray<Phase>
  readonly state: string
  /** The place of the deadline that has fired, if one has. */
  readonly fired: number | undefined
  readonly at: Moment
  /** Whether the event lies before the one that it follows: some machine's clock was wrong. */
  readonly isBack: boolean
}

/** The clocks after an event, in the order of the process's deadlines. One begins where its deadline runs, and not where it would stand still. */
export const after = (
  before: ReadonlyArray<CaseClock | undefined>,
  change: Change
): ReadonlyArray<CaseClock | undefined> => {
  const { phases } = change
  const clocks = new Array<CaseClock | undefined>(phases.length)
  // Most are off in most states, and a loop passes over them for nearly nothing.
  for (let index = 0; index < phases.length; index++) {
    const phase = phases[index]
    clocks[index] = phase === undefined || phase === "is off" ? undefined : next(before[index], phase, index, change)
  }
  return clocks
}

const next = (
  known: CaseClock | undefined,
  phase: Phase,
  index: number,
  { at, fired, isBack, state }: Change
): CaseClock | undefined => {
  if (known === undefined) return phase === "runs" ? { since: at, fired: 0, last: at, pauses: never } : undefined
  const moved = move(isBack ? rewound(known, at) : known, phase, state, at)
  return fired === index ? { ...moved, fired: moved.fired + 1, last: at } : moved
}

const never: ReadonlyArray<Pause> = []

const move = (clock: CaseClock, phase: Phase, state: string, at: Moment): CaseClock => {
  const { pauses } = clock
  const pause = stands(clock) ? pauses[pauses.length - 1] : undefined
  if (phase === "runs" ? pause === undefined : pause?.state === state) return clock
  const over = pause === undefined ? pauses : [...pauses.slice(0, -1), { ...pause, to: at }]
  return { ...clock, pauses: phase === "runs" ? over : [...over, { state, from: at, to: undefined }] }
}

/** What was said to be ahead is now: a clock that began in a wrong future would keep its deadline out of sight. */
const rewound = ({ fired, last, pauses, since }: CaseClock, now: Moment): CaseClock => ({
  fired,
  since: earlier(since, now),
  last: earlier(last, now),
  pauses: pauses.map(({ from, state, to }) => ({ state, from: earlier(from, now), to: to && earlier(to, now) }))
})

const earlier = (one: Moment, other: Moment): Moment => (one.epochMilliseconds > other.epochMilliseconds ? other : one)
