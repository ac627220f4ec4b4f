/**
 * An errand, as small as a process can be: somebody asks for it, it is run once, a minute later.
 *
 * @module
 */
import { Bilingual } from "@dualops/core/finding"
import { Carrier, Editions, Operations } from "@dualops/core/operations"
import { Action, Actor, Allowance, Calendars, Case, Process } from "@dualops/core/process"
import { Effect, Schema } from "effect"

/** Run it. */
export const run = Action.kind({
  name: "Run",
  request: { text: Schema.String },
  done: { text: Schema.String },
  repeatable: false
})

const { deadline, start, process, stay, step } = Process.define("Errand", {
  title: Bilingual.same("Errand"),
  states: {
    Waiting: { title: Bilingual.same("Waiting"), text: Schema.String },
    Asked: { title: Bilingual.same("Asked"), text: Schema.String },
    Over: { title: Bilingual.same("Over"), detail: Schema.String }
  },
  actions: { run }
})

/** The process. */
export const Errand = process({
  about: () => Bilingual.same("Errand"),
  steps: {
    Note: start({
      title: Bilingual.same("Note"),
      to: ["Waiting"],
      by: "errand.ask",
      input: { text: Schema.String },
      evolve: ({ facts }) => ({ _tag: "Waiting", text: facts.text })
    }),
    Ask: step({
      title: Bilingual.same("Ask"),
      from: ["Waiting"],
      to: ["Asked"],
      by: "clock",
      evolve: (errand) => ({ ...errand, _tag: "Asked" }),
      performs: { run: ({ text }) => ({ text }) }
    }),
    Add: stay({ title: Bilingual.same("Add"), from: ["Waiting"], by: "errand.ask", input: { text: Schema.String } }),
    Finish: step({
      title: Bilingual.same("Finish"),
      from: ["Asked"],
      to: ["Over"],
      by: "world",
      input: { text: Schema.String },
      evolve: (_, { facts }) => ({ _tag: "Over", detail: facts.text })
    }),
    Refuse: step({
      title: Bilingual.same("Refuse"),
      from: ["Asked"],
      to: ["Over"],
      by: "world",
      input: Action.refused,
      evolve: (_, { facts }) => ({ _tag: "Over", detail: facts.detail })
    }),
    Lose: step({
      title: Bilingual.same("Lose"),
      from: ["Asked"],
      to: ["Over"],
      by: "world",
      input: Action.unknown,
      evolve: (_, { facts }) => ({ _tag: "Over", detail: facts.detail })
    })
  },
  final: ["Over"],
  deadlines: {
    asking: deadline({
      title: Bilingual.same("asking"),
      while: ["Waiting"],
      within: () => Allowance.always("1 minute"),
      fires: "Ask"
    })
  },
  outcomes: { run: { done: "Finish", refused: "Refuse", unknown: "Lose" } }
})

/** Who asks. */
export const lin = Actor.person("lin")

/** An edition of the handbook in which everybody may do everything. */
export const editions = Editions.layer({
  version: Case.HandbookVersion.make("1"),
  // The errand asks for nothing, and unclaimed outcomes for this.
  settings: () => ({ lead: lin.person, attention: Allowance.always("3 hours") }) as never,
  entitled: () => true,
  accounts: [],
  calendars: Calendars.everyMinute
})

/** What a worker works on. */
export const work = {
  processes: [Errand],
  carriers: [Carrier.make(run, ({ text }) => Effect.succeed({ text: `${text}, done` }))]
}

/** Somebody notes an errand. */
export const note = (name: string, key: string = name, text: string = name) =>
  Operations.send(Errand, { key, case: Case.CaseId.make(name), step: "Note", by: lin, input: { text } })

/** Where the errand of that name stands. */
export const stateOf = (name: string) =>
  Effect.map(Operations.load(Errand, Case.CaseId.make(name)), (errand) => errand?.state)
