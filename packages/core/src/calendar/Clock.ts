/**
 * A clock of working time: the words. It stores nothing; what it shows is computed from what happened.
 *
 * @module
 */
import { type Duration, type Result, Schema } from "effect"
import type { Bilingual } from "../finding/Bilingual.ts"
import type { Moment } from "./Moment.ts"
import type { Timetable } from "./Timetable.ts"
import type { NeverOpens, UnknownYear } from "./WorkingCalendar.ts"

/** How much working time there is, on which timetable, and at what fraction of it people are warned. */
export interface Policy {
  readonly target: Duration.Duration
  /** Between 0 and 1, such as 0.8. */
  readonly warnAt: number
  readonly timetable: Timetable
}

/** The clock begins to run. */
export interface Started {
  readonly _tag: "Started"
  readonly at: Moment
  readonly policy: Policy
}

/** What happens to a clock that runs. An event that changes nothing, such as a second pause, is no fault. */
export type Change =
  /** Time stops counting until the clock is resumed. */
  | { readonly _tag: "Paused"; readonly at: Moment; readonly reason: Bilingual }
  | { readonly _tag: "Resumed"; readonly at: Moment }
  /** The clock stops for good; nothing after it changes anything. */
  | { readonly _tag: "Stopped"; readonly at: Moment }
  /** What was consumed stays consumed; the rest is counted under the new policy. */
  | { readonly _tag: "PolicyChanged"; readonly at: Moment; readonly policy: Policy }

/** What happened to a clock, in order. A change dated before the one it follows counts as happening with it. */
export type History = readonly [Started, ...ReadonlyArray<Change>]

/** `breached` is settled for ever; `stopped` is a clock that was stopped in time. */
export type State = "running" | "paused" | "stopped" | "breached"

/** The clock does not run, so nothing is due. */
export class Resting extends Schema.TaggedError<Resting>()("Clock.Resting", {
  state: Schema.Literals(["paused", "stopped"])
}) {
  override get message() {
    return `Nothing is due: the clock is ${this.state}.`
  }
}

/** Why there is no due moment. */
export type NotDue = Resting | UnknownYear | NeverOpens

/** What a clock shows at a moment. */
export interface Reading {
  readonly state: State
  /** Working time used, beyond the target too if the clock went on. */
  readonly consumed: Duration.Duration
  /** When the target is used up if nothing changes; of a breached clock, when it was. Stopping at this very moment is too late. */
  readonly due: Result.Result<Moment, NotDue>
  /** When the fraction of the warning is used up, or was. */
  readonly warn: Result.Result<Moment, NotDue>
  readonly breachedAt: Moment | undefined
  readonly stoppedAt: Moment | undefined
}
