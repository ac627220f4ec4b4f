/**
 * What a suspension does to the steps of any process; a part of its laws.
 *
 * @module
 */
import { assertEquals } from "@effect/vitest/utils"
import { DateTime, Result } from "effect"
import { answerable, type PersonId } from "../process/Actor.ts"
import * as Process from "../process/Process.ts"
import { Suspended } from "../process/Refusal.ts"
import { ofCase, type Stands, suspending, type Terms } from "../process/Standing.ts"
import type * as Traces from "./Traces.ts"

const start = DateTime.makeUnsafe(0)

/** Each step that was taken is refused once it is suspended; taken all the same by whom the suspension excepts, of a case that it leaves alone, and by the world and children. */
export const refuses = <P extends Process.Any>(process: P, tried: Traces.Trace<P>["tried"]): void => {
  for (const { answer, attempt, before } of tried) {
    if (Result.isFailure(answer)) continue
    const { by, case: id, step } = attempt
    const address = { process: "Another", case: id }
    const title = { zh: "另一事项", en: "another" }
    const stands = (except: ReadonlyArray<PersonId>, terms: Partial<Terms> = {}) => ({
      ...address,
      name: suspending(process.name),
      terms: { steps: [step], title, except, ...terms }
    })
    const when = (...standing: ReadonlyArray<Stands>) => Process.accept(process, before, { ...attempt, standing })
    const whenSuspended = (except: ReadonlyArray<PersonId>) => when(stands(except))
    const isFree = by._tag === "World" || by._tag === "Child"
    const refused = Result.fail(new Suspended({ step, ...address, title }))
    assertEquals<unknown>(whenSuspended([]), isFree ? answer : refused)
    // What needs a grant is not taken for an exception alone.
    if (process.steps[step]?.needs.length !== 0) continue
    assertEquals<unknown>(when(stands([], { notOf: [ofCase(id)] })), answer)
    if (by._tag !== "Person") continue
    for (const person of answerable(by)) {
      const decided = { ...answer.success, decidedBy: [address] }
      assertEquals<unknown>(whenSuspended([person]), Result.succeed(decided))
      // Of several the strictest holds, but where the latest takes the others over.
      assertEquals<unknown>(when(stands([person]), stands([])), refused)
      const [earlier, later] = [{ since: start }, { since: DateTime.add(start, { seconds: 1 }) }]
      assertEquals<unknown>(when(stands([], earlier), stands([person], later)), Result.succeed(decided))
      assertEquals<unknown>(when(stands([], later), stands([person], earlier)), refused)
    }
  }
}
