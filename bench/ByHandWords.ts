/**
 * What the post written by hand is told, says and keeps.
 *
 * @module
 */
import type { Post, PostProcess } from "@dualops/core/content"
import type { Actor, Case, Process } from "@dualops/core/process"
import type { DateTime } from "effect"
import type { Deed } from "./XstateWords.ts"

/** Somebody wants to take a step, under the rules that then hold. */
export type Attempt = Deed & {
  readonly case: Case.CaseId
  readonly handbook: Case.HandbookVersion
  readonly settings: Post.Settings
  readonly entitled: Process.Entitled
  readonly accounts: ReadonlyArray<string>
}

/** A step that was taken. */
export type Event = Process.EventOf<typeof PostProcess>

/** Why a step is not taken: the tag of the kernel's reason. */
export interface Refused {
  readonly refused: string
}

/** The deadline of a post whose clock runs. */
export type Deadline = "slot" | "review" | "publication" | "patience" | "nextLook" | "atHand" | "attention"

/** A clock, as moments: when it began, how often it has run out, and when it last did. */
export interface Clock {
  readonly since: DateTime.Utc
  readonly fired: number
  readonly last: DateTime.Utc
}

/** Where a post stands. */
export interface PostCase {
  readonly id: Case.CaseId
  readonly version: number
  readonly handbook: Case.HandbookVersion
  readonly state: Post.State
  /** The version with which it came into the state. */
  readonly entered: number
  readonly at: DateTime.Utc
  readonly wrote: ReadonlyArray<Actor.PersonId>
  readonly edited: ReadonlyArray<Actor.PersonId>
  readonly approved: ReadonlyArray<Actor.PersonId>
  readonly clocks: { readonly [D in Deadline]?: Clock }
}
