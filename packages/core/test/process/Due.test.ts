import { CalendarDate, ChineseHolidays, Timetable, WorkingCalendar } from "@dualops/core/calendar"
import { Actor, Calendars, Case, Due, Process } from "@dualops/core/process"
import type { ProcessSpec } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { DateTime, Result, Schema } from "effect"
import { ann, ben, Errand, monday, rulebook, tuesday } from "./Errand.ts"

/** The office is open from ten to twelve and from two to four. */
const office = Timetable.make(
  Schema.decodeUnknownSync(WorkingCalendar.WorkingCalendar)({
    timeZone: "UTC",
    week: Object.fromEntries(
      CalendarDate.weekdays.map((day) => [
        day,
        [
          { from: "10:00", to: "12:00" },
          { from: "14:00", to: "16:00" }
        ]
      ])
    )
  }),
  ChineseHolidays.holidays
)
const calendars: Calendars.Calendars = (name) => (name === "office" ? office : Calendars.always())

const dueAfter = (...deeds: ReadonlyArray<ProcessSpec.Deed<typeof Errand>>) => {
  const occasion = { ...rulebook, entitled: () => true, case: Case.CaseId.make("errand 1"), input: {} }
  let current: Case.Case<Process.StateOf<typeof Errand>> | undefined
  for (const deed of deeds) {
    const event = Result.getOrThrow(Process.accept(Errand, current, { ...occasion, ...deed }))
    current = Process.evolve(Errand, current, event)
  }
  return current === undefined ? [] : Due.due(Errand, current, rulebook.settings, calendars)
}
const by = Actor.person(ann)
const write: ProcessSpec.Deed<typeof Errand> = { step: "Write", by, at: monday("08:00"), input: { text: "bread" } }
const correct: ProcessSpec.Deed<typeof Errand> = { step: "Correct", by, at: monday("11:00"), input: { text: "milk" } }
const check: ProcessSpec.Deed<typeof Errand> = { step: "Check", by: Actor.person(ben), at: monday("09:00") }
const remind: ProcessSpec.Deed<typeof Errand> = { step: "Remind", by: Actor.clock("check"), at: monday("16:00") }
const send: ProcessSpec.Deed<typeof Errand> = { step: "Send", by: Actor.clock("sending"), at: tuesday("08:00") }

const days = (moment: DateTime.Utc, count: number) => DateTime.add(moment, { days: count })

describe("When the deadlines of a case run out", () => {
  it("an allowance is counted on its calendar from when the case came there, and people are warned after a part of it", () => {
    assertEquals(dueAfter(write), [
      { name: "check", fires: "Remind", rung: 1, since: monday("08:00"), warn: monday("15:12"), at: monday("16:00") },
      {
        name: "going",
        fires: "Drop",
        rung: 1,
        since: monday("08:00"),
        warn: DateTime.add(monday("08:00"), { hours: 57, minutes: 36 }),
        at: days(monday("08:00"), 3)
      }
    ])
  })

  it("the warning comes where the deadline says", () => {
    assertEquals(dueAfter(write, check, send), [
      {
        name: "arrival",
        fires: "Remind",
        rung: 1,
        since: tuesday("08:00"),
        warn: days(tuesday("08:00"), 1),
        at: days(tuesday("08:00"), 2)
      }
    ])
  })

  it("a moment that the case names is the deadline, without a warning before it; the earliest comes first", () => {
    const named = { ...write, input: { text: "bread", until: monday("11:00") } }
    assertEquals(dueAfter(named)[0], {
      name: "until",
      fires: "Drop",
      rung: 1,
      since: monday("08:00"),
      warn: monday("11:00"),
      at: monday("11:00")
    })
    assert.deepStrictEqual(
      dueAfter({ ...write, input: { text: "bread", until: tuesday("11:00") } }).map(({ name }) => name),
      ["check", "until", "going"]
    )
  })

  it("where the case names no moment, that deadline does not run", () => {
    assert.deepStrictEqual(
      dueAfter(write).map(({ name }) => name),
      ["check", "going"]
    )
  })

  it("a step within the same states does not set a deadline back", () => {
    assertEquals(
      dueAfter(write, correct).map(({ at }) => at),
      dueAfter(write).map(({ at }) => at)
    )
    assertEquals(dueAfter(write, check)[1], dueAfter(write)[1])
  })

  it("coming back into its states begins it anew", () => {
    assertEquals(dueAfter(write, check, correct)[0]?.at, tuesday("11:00"))
  })

  it("when it has fired it begins anew with twice the time, without another warning, and the others run on", () => {
    const [check, going] = dueAfter(write, remind)
    assertEquals(check, {
      name: "check",
      fires: "Remind",
      rung: 2,
      since: monday("08:00"),
      warn: DateTime.add(tuesday("16:00"), { days: 1 }),
      at: DateTime.add(tuesday("16:00"), { days: 1 })
    })
    assertEquals(going, dueAfter(write)[1])
  })

  it("a case that is over waits for nothing", () => {
    const arrive: ProcessSpec.Deed<typeof Errand> = {
      step: "Arrive",
      by: Actor.world,
      at: tuesday("09:00"),
      input: { receipt: "7" }
    }
    assert.deepStrictEqual(dueAfter(write, check, send, arrive), [])
  })
})
