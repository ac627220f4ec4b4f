/**
 * What a suspension does to the steps of any process; a part of its laws.
 *
 * @module
 */
import { assertEquals } from "@effect/vitest/utils"
import { Result } from "effect"
import { answerable, type PersonId } from "../process/Actor.ts"
import * as Process from "../process/Process.ts"
import { Suspended } from "../process/Refusal.ts"
import { suspending } from "../process/Standing.ts"
import type * as Traces from "./Traces.ts"

/** Each step that was taken is refused once it is suspended; taken all the same by whom the suspension excepts, and by the world and children. */
export const refuses = <P extends Process.Any>(process: P, tried: Traces.Trace<P>["tried"]): void => {
  for (const { answer, attempt, before } of tried) {
    if (Result.isFailure(answer)) continue
    const { by, case: id, step } = attempt
    const address = { process: "Another", case: id }
    const title = { zh: "另一事项", en: "another" }
    const whenSuspended = (except: ReadonlyArray<PersonId>) =>
      Process.accept(process, before, {
        ...attempt,
        standing: [{ ...address, name: suspending(process.name), terms: { steps: [step], title, except } }]
      })
    const isFree = by._tag === "World" || by._tag === "Child"
    const refused = Result.fail(new Suspended({ step, ...address, title }))
    assertEquals<unknown>(whenSuspended([]), isFree ? answer : refused)
    // What needs a grant is not taken for an exception alone.
    if (by._tag !== "Person" || process.steps[step]?.needs.length !== 0) continue
    for (const person of answerable(by)) {
      const decided = { ...answer.success, decidedBy: [address] }
      assertEquals<unknown>(whenSuspended([person]), Result.succeed(decided))
    }
  }
}
