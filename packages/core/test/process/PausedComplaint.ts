/** A complaint whose promise stands still while the fan has to answer and while it is held, and random runs of it. */
import { Bilingual } from "@dualops/core/finding"
import { Actor, Allowance, type Calendars, Case, Process } from "@dualops/core/process"
import { DateTime, Result, Schema } from "effect"
import * as fc from "fast-check"
import * as some from "../calendar/someCalendars.ts"

const title = Bilingual.same
const { deadline, process, start, stay, step } = Process.define("Complaint", {
  title: title("Complaint"),
  settings: { rungs: Schema.NonEmptyArray(Allowance.Allowance) },
  states: {
    Open: { title: title("Open") },
    Waiting: { title: title("Waiting for the fan") },
    Held: { title: title("Held") },
    Solved: { title: title("Solved") }
  }
})
const by = "complaints.handle"

export const Complaint = process({
  about: () => title("a complaint"),
  steps: {
    Begin: start({ title: title("Begin"), to: ["Open"], by: "world", input: {} }),
    Ask: step({ title: title("Ask"), from: ["Open"], to: ["Waiting"], by }),
    Hold: step({ title: title("Hold"), from: ["Open", "Waiting"], to: ["Held"], by }),
    GoOn: step({ title: title("Go on"), from: ["Waiting", "Held"], to: ["Open"], by }),
    Solve: step({ title: title("Solve"), from: ["Open"], to: ["Solved"], by }),
    Escalate: stay({ title: title("Escalate"), from: ["Open"], by: "clock" }),
    Nag: stay({ title: title("Nag"), from: ["Waiting", "Held"], by: "clock" })
  },
  final: ["Solved"],
  deadlines: {
    solution: deadline({
      title: title("solution"),
      while: ["Open"],
      pausedIn: ["Waiting", "Held"],
      within: ({ rungs }) => rungs,
      fires: "Escalate"
    }),
    silence: deadline({
      title: title("silence"),
      while: ["Waiting", "Held"],
      within: () => Allowance.always("300 days"),
      fires: "Nag"
    })
  }
})
export type Complaint = typeof Complaint

/** The case after somebody has taken a step at a moment. */
export const take = (
  current: Case.Case<Process.StateOf<Complaint>> | undefined,
  step: Process.StepOf<Complaint>,
  at: DateTime.Utc,
  by: Actor.Actor = step === "Begin" ? Actor.world : Actor.person("Mei")
) => {
  const rulebook = { handbook: Case.HandbookVersion.make("edition 1"), settings: { rungs }, entitled: () => true }
  const attempt = { ...rulebook, case: Case.CaseId.make("complaint 1"), step, input: {}, by, at }
  return Process.evolve(Complaint, current, Result.getOrThrow(Process.accept(Complaint, current, attempt)))
}

/** The rungs of the examples: after half an hour, after four hours, and after six. */
export const rungs: readonly [Allowance.Allowance, ...Array<Allowance.Allowance>] = [
  Allowance.of("30 minutes", "office"),
  Allowance.of("4 hours", "office"),
  Allowance.of("6 hours", "office")
]

/** A complaint that was paused now and then, and when it was not. */
export interface Run {
  readonly calendars: Calendars.Calendars
  readonly current: Case.Case<Process.StateOf<Complaint>>
  /** When it was open; the last stretch is not over. */
  readonly open: ReadonlyArray<{ readonly from: DateTime.Utc; readonly to: DateTime.Utc }>
  /** When it was not. */
  readonly paused: ReadonlyArray<{ readonly from: DateTime.Utc; readonly to: DateTime.Utc }>
  readonly since: DateTime.Utc
  /** Some time later than all of that. */
  readonly now: DateTime.Utc
}

const minutes = (most: number) => fc.integer({ min: 0, max: most })

/** Complaints that were paused up to so many times, on some calendar. */
export const run = (most: number): fc.Arbitrary<Run> =>
  fc
    .record({
      timetable: some.timetable,
      since: some.earlier,
      pauses: fc.array(
        fc.record({ open: minutes(600), waiting: minutes(3000), held: minutes(1), more: minutes(900) }),
        {
          maxLength: most
        }
      ),
      rest: minutes(4000)
    })
    .map(({ pauses, rest, since, timetable }) => {
      const after = (at: DateTime.Utc, minutes: number) => DateTime.add(at, { minutes })
      let current = take(undefined, "Begin", since)
      let now = since
      const open: Array<Run["open"][number]> = []
      const paused: Array<Run["open"][number]> = []
      for (const pause of pauses) {
        const asked = after(now, pause.open)
        const held = after(asked, pause.waiting)
        const goesOn = pause.held === 0 ? held : after(held, pause.more)
        open.push({ from: now, to: asked })
        paused.push({ from: asked, to: goesOn })
        current = take(current, "Ask", asked)
        if (pause.held > 0) current = take(current, "Hold", held)
        current = take(current, "GoOn", goesOn)
        now = goesOn
      }
      open.push({ from: now, to: after(now, rest) })
      return { calendars: () => timetable, current, open, paused, since, now: after(now, rest) }
    })
