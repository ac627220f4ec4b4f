import { Actor, Case, Process, Task } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { Result } from "effect"
import { ann, ben, cleo, Errand, entitled, monday, rulebook } from "./Errand.ts"

const written = (by: Actor.Person) => {
  const attempt = { ...rulebook, case: Case.CaseId.make("errand 1"), by, at: monday("08:00"), input: { text: "bread" } }
  return Process.evolve(
    Errand,
    undefined,
    Result.getOrThrow(Process.accept(Errand, undefined, { ...attempt, step: "Write" }))
  )
}
const desk = (person: Actor.Person, current = written(Actor.person(ann)), at = monday("09:00")) =>
  Task.tasks(Errand, current, person, at, rulebook.settings, entitled)
const task = { process: "Errand", case: "errand 1", state: "Written" }
const check = { ...task, step: "Check", needs: "errand.check" }
const correct = { ...task, step: "Correct", needs: "errand.write" }

describe("A person's desk", () => {
  it("has what they may do now: not what begins a case, and not the clock's or the world's", () => {
    assert.deepStrictEqual<unknown>(desk(Actor.person(ann)), [correct])
    assert.deepStrictEqual<unknown>(desk(Actor.person(ben)), [check, correct])
  })

  it("is empty for who has no rights, and has the absent one's work for who stands in", () => {
    assert.deepStrictEqual<unknown>(desk(Actor.person(cleo)), [])
    assert.deepStrictEqual<unknown>(desk(Actor.inPlaceOf(cleo, ben)), [check])
  })

  it("has nothing that they did the other half of", () => {
    assert.deepStrictEqual<unknown>(desk(Actor.person(ben), written(Actor.person(ben))), [correct])
  })

  it("has nothing that is closed to them at this time", () => {
    assert.deepStrictEqual<unknown>(desk(Actor.person(ben), written(Actor.person(ann)), monday("12:00")), [correct])
  })
})
