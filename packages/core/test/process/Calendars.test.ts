import { Moment, WorkingTime } from "@dualops/core/calendar"
import { Bilingual } from "@dualops/core/finding"
import { Actor, Allowance, Calendars, Case, Process, Task } from "@dualops/core/process"
import { ProcessSpec } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { Duration, Result, Schema } from "effect"
import { at, office } from "../calendar/office.ts"

/** Not enough hours of the office are left. */
class TooShort extends Schema.TaggedError<TooShort>()("Launch.TooShort", { hours: Schema.Finite }) {}

const { deadline, process, start, step } = Process.define("Launch", {
  title: Bilingual.same("Launch"),
  states: {
    Announced: { title: Bilingual.same("Announced"), launch: Moment.Moment },
    Agreed: { title: Bilingual.same("Agreed"), launch: Moment.Moment }
  }
})

/** A launch is agreed on when 40 hours of the office are left for it. */
const Launch = process({
  about: () => Bilingual.same("a launch"),
  steps: {
    Announce: start({
      title: Bilingual.same("Announce"),
      to: ["Announced"],
      by: "planning.announce",
      input: { launch: Moment.Moment }
    }),
    Agree: step({
      title: Bilingual.same("Agree"),
      from: ["Announced"],
      to: ["Agreed"],
      by: "planning.announce",
      unless: ({ launch }, { at, calendars = Calendars.everyMinute }) => {
        const left = WorkingTime.between(calendars("office"), at, launch)
        const hours = Duration.toHours(Result.getOrElse(left, () => Duration.zero))
        return hours < 40 ? new TooShort({ hours }) : undefined
      }
    }),
    Lapse: step({ title: Bilingual.same("Lapse"), from: ["Announced"], to: ["Agreed"], by: "clock" })
  },
  final: ["Agreed"],
  deadlines: {
    week: deadline({
      title: Bilingual.same("week"),
      while: ["Announced"],
      within: () => Allowance.always("7 days"),
      fires: "Lapse"
    })
  }
})

const lin = Actor.person("lin")
const calendars: Calendars.Calendars = () => office
const rulebook = { handbook: Case.HandbookVersion.make("edition 1"), settings: {}, entitled: () => true, calendars }
const announce = (launch: string): ProcessSpec.Deed<typeof Launch> => ({
  step: "Announce",
  by: lin,
  at: at("2026-09-21 09:00"),
  input: { launch: at(launch) }
})
const agree = { step: "Agree", by: lin, at: at("2026-09-21 09:00") } as const

describe("A rule asks the calendar", () => {
  it("how many hours of the office are left until a launch, without the holidays", () => {
    // Mid-Autumn is on Friday, the 25th: four days of the office are left before it.
    ProcessSpec.given(Launch, rulebook, announce("2026-09-29 09:00")).when(agree).thenStands("Agreed")
    ProcessSpec.given(Launch, rulebook, announce("2026-09-25 18:00"))
      .when(agree)
      .thenRefused(new TooShort({ hours: 32 }))
  })

  it("and where no calendar is known, every minute counts", () => {
    const { calendars: _, ...unknown } = rulebook
    ProcessSpec.given(Launch, unknown, announce("2026-09-25 18:00")).when(agree).thenStands("Agreed")
  })

  it("also when it says what is on a desk", () => {
    const { handbook, settings } = rulebook
    const attempt = { ...rulebook, case: Case.CaseId.make("launch 1"), input: { launch: at("2026-09-25 18:00") } }
    const announced = Process.accept(Launch, undefined, {
      ...attempt,
      ...announce("2026-09-25 18:00"),
      step: "Announce",
      input: attempt.input
    })
    const current = Process.evolve(Launch, undefined, Result.getOrThrow(announced))
    const on = (known?: Calendars.Calendars) =>
      Task.tasks(Launch, current, lin, at("2026-09-21 09:00"), settings, () => true, known).map(({ step }) => step)
    assert.deepStrictEqual([on(calendars), on()], [[], ["Agree"]])
    assert.strictEqual(current.handbook, handbook)
  })
})
