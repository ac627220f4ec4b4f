/**
 * A step that somebody of the day tried and that was refused: told, and never tried in vain again.
 *
 * @module
 */
import { type Bilingual, Operations, type Process } from "@dualops/core"
import { isUnavailable } from "@dualops/core/operations"
import { Face } from "@dualops/core/process"
import { Effect, Predicate } from "effect"

/** A step that somebody tried, and why it was refused: under its name, and in words. */
export interface Refused {
  readonly case: string
  readonly step: string
  readonly person: string
  readonly why: string
  readonly said: Bilingual.Bilingual
}

/** Takes the step, or hears why not. A lost race is nobody's mistake: somebody else has done it. */
export const attempt = <P extends Process.Any, const S extends Process.StepOf<P>>(
  process: P,
  order: Operations.Order<P, S>
) =>
  Operations.send(process, order).pipe(
    Effect.as<ReadonlyArray<Refused>>([]),
    Effect.catch((refusal: unknown) => {
      if (isUnavailable(refusal)) return Effect.fail(refusal)
      const { by, case: id, step } = order
      const person = by._tag === "Person" ? by.person : by._tag
      const why = Predicate.hasProperty(refusal, "_tag") ? String(refusal._tag) : "unknown"
      return Effect.succeed<ReadonlyArray<Refused>>([
        { case: id, step, person, why, said: Face.refusal(process, refusal) }
      ])
    })
  )
