import { Bilingual } from "@dualops/core/finding"
import { Actor, Allowance, Calendars, Case, Due, Process, Refusal } from "@dualops/core/process"
import { describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { DateTime, Result } from "effect"

const { deadline, process, start, stay, step } = Process.define("Complaint", {
  title: Bilingual.same("Complaint"),
  states: { Open: { title: Bilingual.same("Open") }, Solved: { title: Bilingual.same("Solved") } }
})

/** Two promises about one complaint, each of which tells somebody when it is late. */
const Complaint = process({
  about: () => Bilingual.same("a complaint"),
  steps: {
    Begin: start({ title: Bilingual.same("Begin"), to: ["Open"], by: "world", input: {} }),
    Solve: step({ title: Bilingual.same("Solve"), from: ["Open"], to: ["Solved"], by: "complaints.solve" }),
    Escalate: stay({ title: Bilingual.same("Escalate"), from: ["Open"], by: "clock" })
  },
  final: ["Solved"],
  deadlines: {
    firstAnswer: deadline({
      title: Bilingual.same("first answer"),
      while: ["Open"],
      within: () => Allowance.always("30 minutes"),
      fires: "Escalate"
    }),
    solution: deadline({
      title: Bilingual.same("solution"),
      while: ["Open"],
      within: () => Allowance.always("8 hours"),
      fires: "Escalate"
    })
  }
})

const at = (hours: number) => DateTime.add(DateTime.makeUnsafe("2026-11-23T08:00:00Z"), { minutes: hours * 60 })
type Deed = { readonly step: Process.StepOf<typeof Complaint>; readonly by: Actor.Actor; readonly at: DateTime.Utc }
const begin: Deed = { step: "Begin", by: Actor.world, at: at(0) }
const escalate = (deadline: string, rung: number, hours: number): Deed => ({
  step: "Escalate",
  by: Actor.clock(deadline, rung),
  at: at(hours)
})

const occasion = {
  case: Case.CaseId.make("complaint 1"),
  handbook: Case.HandbookVersion.make("edition 1"),
  settings: {},
  entitled: () => true,
  input: {}
}
const after = (...deeds: ReadonlyArray<Deed>) =>
  deeds.reduce<Case.Case<Process.StateOf<typeof Complaint>> | undefined>(
    (current, deed) =>
      Process.evolve(
        Complaint,
        current,
        Result.getOrThrow(Process.accept(Complaint, current, { ...occasion, ...deed }))
      ),
    undefined
  )
const dueAfter = (...deeds: ReadonlyArray<Deed>) => {
  const current = after(...deeds)
  const all = current && Due.due(Complaint, current, {}, Calendars.everyMinute)
  return Object.fromEntries((all ?? []).map(({ at, name, rung }) => [name, { rung, at }]))
}

describe("Two deadlines that fire the same step", () => {
  it("each of them begins anew by its own firing alone, so that the longer one fires as well", () => {
    assertEquals(dueAfter(begin, escalate("firstAnswer", 1, 0.5), escalate("firstAnswer", 2, 1.5)), {
      firstAnswer: { rung: 3, at: at(3.5) },
      solution: { rung: 1, at: at(8) }
    })
    assertEquals(dueAfter(begin, escalate("firstAnswer", 1, 0.5), escalate("solution", 1, 8)), {
      firstAnswer: { rung: 2, at: at(1.5) },
      solution: { rung: 2, at: at(24) }
    })
  })

  it("a deadline fires its own step, while it runs, and each rung once", () => {
    const refused = (by: Actor.Clock, ...deeds: ReadonlyArray<Deed>) =>
      assertEquals<unknown>(
        Process.accept(Complaint, after(...deeds), { ...occasion, step: "Escalate", by, at: at(9) }),
        Result.fail(new Refusal.NotDue({ step: "Escalate", by }))
      )
    refused(Actor.clock("lunch"), begin)
    refused(Actor.clock("solution", 2), begin)
    refused(Actor.clock("solution", 1), begin, escalate("solution", 1, 8))
  })
})
