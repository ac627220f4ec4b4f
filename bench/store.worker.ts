/**
 * A program with one worker, as many of which as one likes share a store: `fork("store.worker.ts", [ADDRESS])` says when it is ready, and works for
 * ever once it is told to begin.
 *
 * @module
 */
import { once } from "node:events"
import { NodeSqlite, SqlStore } from "@dualops/adapter-sql"
import { Bilingual } from "@dualops/core/finding"
import { Carrier, Editions, EventLog, Worker } from "@dualops/core/operations"
import { Action, Actor, Allowance, Calendars, Case, Process } from "@dualops/core/process"
import { PgClient } from "@effect/sql-pg"
import { Effect, Layer, ManagedRuntime, Schema } from "effect"

const run = Action.kind({
  name: "Run",
  request: { text: Schema.String },
  done: { text: Schema.String },
  repeatable: true
})

const {
  process: make,
  start,
  step
} = Process.define("Errand", {
  title: Bilingual.same("Errand"),
  states: {
    Asked: { title: Bilingual.same("Asked"), text: Schema.String },
    Over: { title: Bilingual.same("Over"), detail: Schema.String }
  },
  actions: { run }
})

/** Something that somebody asks for, and that is done once: one action, whose outcome is a step. */
export const Errand = make({
  about: () => Bilingual.same("Errand"),
  steps: {
    Ask: start({
      title: Bilingual.same("Ask"),
      to: ["Asked"],
      by: "errand.ask",
      input: { text: Schema.String },
      performs: { run: ({ text }) => ({ text }) }
    }),
    Finish: step({
      title: Bilingual.same("Finish"),
      from: ["Asked"],
      to: ["Over"],
      by: "world",
      input: { text: Schema.String },
      evolve: (_, { facts }) => ({ _tag: "Over", detail: facts.text })
    }),
    Fail: step({ title: Bilingual.same("Fail"), from: ["Asked"], to: ["Over"], by: "world", input: Action.unknown }),
    Refuse: step({ title: Bilingual.same("Refuse"), from: ["Asked"], to: ["Over"], by: "world", input: Action.refused })
  },
  final: ["Over"],
  outcomes: { run: { done: "Finish", refused: "Refuse", unknown: "Fail" } }
})

/** Who asks. */
export const asker = Actor.person("asker")

const editions = Editions.layer({
  version: Case.HandbookVersion.make("2026.1"),
  // The errand is told nothing, and the house's own processes whom to tell.
  settings: () => ({ lead: asker.person, attention: Allowance.always("3 hours") }) as never,
  entitled: () => true,
  accounts: [],
  calendars: Calendars.everyMinute
})

/** Where a store is: a file of SQLite, or a database of PostgreSQL. */
export type Address =
  | { readonly filename: string }
  | { readonly host: string; readonly username: string; readonly database: string }

/** What a program works with on that store. */
export const on = (address: Address) => {
  const client = "filename" in address ? NodeSqlite.layer(address) : PgClient.layer({ ...address, maxConnections: 16 })
  return Layer.merge(editions, SqlStore.layer.pipe(Layer.provideMerge(client)))
}

if (import.meta.main) {
  const runtime = ManagedRuntime.make(on(JSON.parse(process.argv[2] ?? "")))
  await runtime.runPromise(EventLog.EventLog)
  // Nobody works on when the program is gone that has begun this one.
  process.once("disconnect", () => process.exit())
  process.send?.("ready")
  await once(process, "message")
  const carrier = Carrier.make(run, ({ text }) => Effect.succeed({ text }))
  await runtime.runPromise(Worker.run({ processes: [Errand], carriers: [carrier] }))
}
