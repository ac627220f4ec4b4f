import { Actor, Allowance, Case, Refusal } from "@dualops/core/process"
import { Round, RoundProcess } from "@dualops/core/team"
import { ProcessLaws, ProcessSpec } from "@dualops/core/testing"
import { describe, it } from "@effect/vitest"
import { DateTime } from "effect"

const id = (name: string) => Actor.PersonId.make(name)
const [qin, zhou, he, lin] = [id("qin"), id("zhou"), id("he"), id("lin")] as const
const at = (time: string) => DateTime.makeUnsafe(`2026-09-04T${time}+08:00`)
const settings: Round.Settings = { lead: he, reminds: Allowance.always("2 hours") }
const rulebook: ProcessSpec.Rulebook<typeof RoundProcess> = {
  handbook: Case.HandbookVersion.make("edition 1"),
  settings,
  entitled: (_, permission) => permission === "team.round"
}
type Deed<S extends keyof (typeof RoundProcess)["steps"]> = ProcessSpec.Deed<typeof RoundProcess, S>
const given = (...deeds: ReadonlyArray<ProcessSpec.Deed<typeof RoundProcess>>) =>
  ProcessSpec.given(RoundProcess, rulebook, ...deeds)

const report: Deed<"Begin">["input"] = {
  what: { zh: "周报", en: "Weekly report" },
  procedure: [],
  times: 1,
  people: [qin, zhou],
  until: at("18:00")
}
const begin: Deed<"Begin"> = { step: "Begin", by: Actor.world, at: at("09:00"), input: report }
const finish = (who: Actor.PersonId): Deed<"Finish"> => ({
  step: "Finish",
  by: Actor.person(who),
  at: at("15:00"),
  input: { note: "在共享盘" }
})
const leaveOut = (reason: string): Deed<"LeaveOut"> => ({
  step: "LeaveOut",
  by: Actor.person(qin),
  at: at("15:00"),
  input: { reason }
})
const late = {
  zh: "「周报」应于 2026-09-04 18:00 前完成，至今没有人说已做或为何未做。",
  en: "“Weekly report” was to be done by 2026-09-04 18:00, and nobody has said that it is, or why it is not."
}

describe("A round", () => {
  it("is done when one of those who do it says so, and by nobody else", () => {
    given(begin).when(finish(qin)).thenStands("Done", { by: qin, note: "在共享盘" })
    given(begin).when(finish(zhou)).thenStands("Done", { by: zhou })
    given(begin)
      .when(finish(lin))
      .thenRefused(new Round.NotTheirs({ person: lin, people: [qin, zhou] }))
  })

  it("may be done by whoever has the place of one of them", () => {
    given(begin)
      .when({ ...finish(lin), by: Actor.inPlaceOf(lin, qin) })
      .thenStands("Done", { by: lin })
  })

  it("is left out with a reason", () => {
    given(begin).when(leaveOut("当天系统停机")).thenStands("LeftOut", { reason: "当天系统停机", by: qin })
    given(begin, finish(qin))
      .when(leaveOut("当天系统停机"))
      .thenRefused(new Refusal.OutOfOrder({ step: "LeaveOut", state: "Done" }))
  })

  it("is late at its end, and whoever does it is told, and after them the lead", () => {
    const fall: Deed<"FallLate"> = { step: "FallLate", by: Actor.clock("end"), at: at("18:00"), input: {} }
    const remind: Deed<"Remind"> = { step: "Remind", by: Actor.clock("late"), at: at("20:00"), input: {} }
    given(begin)
      .when(fall)
      .thenStands("Late", { told: qin })
      .thenAsks({ notify: { to: qin, message: late } })
    given(begin, fall)
      .when(remind)
      .thenAsks({ notify: { to: he, message: late } })
    given(begin, fall, remind).when(finish(qin)).thenStands("Done")
  })
})

const everybody = [qin, zhou, he, lin] as const
ProcessLaws.suite("Round", RoundProcess, {
  people: everybody,
  settings: [settings, { ...settings, others: [zhou] }],
  inputs: {
    Begin: (pick, at) => ({
      ...report,
      times: 1 + pick(3),
      people: [everybody[pick(4)] ?? qin, everybody[pick(4)] ?? zhou] as const,
      until: DateTime.add(at, { minutes: pick(300) })
    })
  }
})
