/**
 * What a step that was sent comes to: taken, or refused for a reason. A refusal is a value, with the tag and the facts that the kernel gives it.
 *
 * @module
 */
import type { Operations, Process } from "@dualops/core"
import { Effect, Result } from "effect"

/** The step was taken: what has happened, and where the case stands now. */
export type Taken<P extends Process.Any, S extends Process.StepOf<P> = Process.StepOf<P>> = Operations.Taken<P, S> & {
  readonly ok: true
}

/** The step was not taken, for a reason with a `_tag`, its facts, and a sentence in `message`. */
export interface NotTaken<Why> {
  readonly ok: false
  readonly refusal: Why
}

/** What became of a step of a process: `if (answer.ok) answer.case.state; else answer.refusal._tag`. */
export type Answer<P extends Process.Any, S extends Process.StepOf<P> = Process.StepOf<P>> =
  | Taken<P, S>
  | NotTaken<Process.RefusalOf<P, S> | Operations.Trouble>

/** Failures as values; defects stay what they are. */
export const of = <A extends object, E, R>(
  effect: Effect.Effect<A, E, R>
): Effect.Effect<(A & { readonly ok: true }) | NotTaken<E>, never, R> =>
  Effect.map(
    Effect.result(effect),
    Result.match({
      onFailure: (refusal) => ({ ok: false as const, refusal }),
      onSuccess: (taken) => ({ ok: true as const, ...taken })
    })
  )
