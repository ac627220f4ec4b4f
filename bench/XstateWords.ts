/**
 * What the machine of a post is told and keeps.
 *
 * @module
 */
import type { AccountId, PostId } from "@dualops/core/account"
import type { Content, PostProcess } from "@dualops/core/content"
import type { Actor, Process } from "@dualops/core/process"
import type { DateTime } from "effect"

/** Somebody takes a step of the post. */
export type Deed = {
  readonly [S in Process.StepOf<typeof PostProcess>]: {
    readonly step: S
    readonly by: Actor.Actor
    readonly at: DateTime.Utc
    readonly input: Process.InputOf<typeof PostProcess, S>
  }
}[Process.StepOf<typeof PostProcess>]

/** A step, as xstate has events. */
export type Happening = {
  readonly [S in Deed["step"]]: Omit<Extract<Deed, { step: S }>, "step"> & { readonly type: S }
}[Deed["step"]]

/** What the machine keeps. */
export interface Context {
  readonly version: number
  readonly at: DateTime.Utc | undefined
  readonly did: { readonly wrote: ReadonlyArray<Actor.PersonId>; readonly approved: ReadonlyArray<Actor.PersonId> }
  readonly account: AccountId | undefined
  readonly authors: ReadonlyArray<Actor.PersonId>
  readonly content: Content.Content | undefined
  readonly slot: DateTime.Utc | undefined
  readonly approvers: ReadonlyArray<Actor.PersonId>
  readonly needed: number
  readonly given: ReadonlyArray<Actor.Person>
  readonly reason: string | undefined
  readonly looked: number
  readonly nextLook: DateTime.Utc | undefined
  readonly post: PostId | undefined
  readonly publishedAt: DateTime.Utc | undefined
}
/** What guards and actions are told. */
export interface Told<H extends Happening = Happening> {
  readonly context: Context
  readonly event: H
}

/** A post that nobody has begun. */
export const empty: Context = {
  version: 0,
  at: undefined,
  did: { wrote: [], approved: [] },
  account: undefined,
  authors: [],
  content: undefined,
  slot: undefined,
  approvers: [],
  needed: 0,
  given: [],
  reason: undefined,
  looked: 0,
  nextLook: undefined,
  post: undefined,
  publishedAt: undefined
}

/** The step as an event of the machine. */
export const happening = ({ step, ...told }: Deed): Happening =>
  // The step's name goes with what it is told, as it did before.
  ({ type: step, ...told }) as Happening

/** Why, where the step says so. */
export const reasonOf = (event: Happening): string | undefined => {
  const { input } = event
  return "reason" in input ? input.reason : "note" in input ? input.note : "detail" in input ? input.detail : undefined
}
