/**
 * A program with a desk on a store in a file: `node desk.program.ts FILE` starts, says what lies on one desk, and ends.
 *
 * @module
 */
import { NodeSqlite, SqlStore } from "@dualops/adapter-sql"
import { Bilingual } from "@dualops/core/finding"
import { Caseload, Editions } from "@dualops/core/operations"
import { Actor, Allowance, Calendars, Case, Process } from "@dualops/core/process"
import { Effect, Layer } from "effect"

const {
  deadline,
  process: make,
  start,
  stay,
  step
} = Process.define("Job", {
  title: Bilingual.same("Job"),
  states: { Open: { title: Bilingual.same("Open") }, Done: { title: Bilingual.same("Done") } }
})

/** A job that one person begins and another one ends, within a month. */
export const Job = make({
  about: () => Bilingual.same("Job"),
  steps: {
    Begin: start({
      title: Bilingual.same("Begin"),
      to: ["Open"],
      by: "job.begin",
      input: {},
      evolve: () => ({ _tag: "Open" })
    }),
    Note: stay({ title: Bilingual.same("Note"), from: ["Open"], by: "job.do" }),
    Remind: stay({ title: Bilingual.same("Remind"), from: ["Open"], by: "clock" }),
    End: step({
      title: Bilingual.same("End"),
      from: ["Open"],
      to: ["Done"],
      by: "job.do",
      evolve: () => ({ _tag: "Done" })
    })
  },
  final: ["Done"],
  separate: [["Begin", "End"]],
  deadlines: {
    ending: deadline({
      title: Bilingual.same("ending"),
      while: ["Open"],
      within: () => Allowance.always("30 days"),
      fires: "Remind"
    })
  }
})

/** Fifty people, each of whom may end what another has begun. */
export const people = Array.from({ length: 50 }, (_, index) => Actor.person(`person ${index}`))

/** Everything that the program runs on, with the store in that file. */
export const on = (filename: string) =>
  Layer.merge(
    SqlStore.layer.pipe(Layer.provide(NodeSqlite.layer({ filename }))),
    Editions.layer({
      version: Case.HandbookVersion.make("2026.1"),
      // There is one process, and it is told nothing.
      settings: () => ({}) as never,
      entitled: () => true,
      accounts: [],
      calendars: Calendars.everyMinute
    })
  )

if (import.meta.main) {
  const desk = Caseload.make([Job]).desk(people[7] ?? Actor.person("nobody"))
  console.log((await Effect.runPromise(Effect.provide(desk, on(process.argv[2] ?? "")))).length)
}
