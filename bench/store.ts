/**
 * Steps stored a second: the store on a file beside the same statements written by hand, and what `Operations.send` makes of it.
 *
 * @module
 */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { MemoryStore } from "@dualops/adapter-memory"
import { NodeSqlite, SqlStore } from "@dualops/adapter-sql"
import { Bilingual } from "@dualops/core/finding"
import { Editions, EventLog, Operations, type Store } from "@dualops/core/operations"
import { Actor, Allowance, Calendars, Case, Process } from "@dualops/core/process"
import { Resource, ResourceRequestProcess } from "@dualops/core/resources"
import { DateTime, Duration, Effect, Layer, ManagedRuntime, Schema } from "effect"
import * as Bench from "./Bench.ts"
import * as StoreByHand from "./StoreByHand.ts"
import * as StoreEmmett from "./StoreEmmett.ts"
import * as StorePg from "./StorePg.ts"
import * as StoreWorkers from "./StoreWorkers.ts"

const folder = mkdtempSync(join(tmpdir(), "dualops-"))
const onFile = (synchronous: "full" | "normal", name: string) =>
  SqlStore.layer.pipe(Layer.provide(NodeSqlite.layer({ filename: join(folder, name), synchronous })))

const editor = Actor.PersonId.make("editor")
const resource = Resource.ResourceId.make("prizes")
const editions = Editions.layer({
  version: Case.HandbookVersion.make("2026.1"),
  // There is one process, and these are its settings.
  settings: () => ({ resources: { [resource]: prizes } }) as never,
  entitled: () => true,
  accounts: [],
  calendars: Calendars.everyMinute
})
const prizes: Resource.Commitment = {
  owner: Actor.PersonId.make("owner"),
  sponsor: Actor.PersonId.make("sponsor"),
  answers: { time: Duration.hours(4), calendar: "always" }
}

let number = 0
const newCase = () => ({ process: "ResourceRequest", case: Case.CaseId.make(`case ${number++}`) })
const event = { step: "Ask", facts: { need: "一百份奖品" } }
const at = DateTime.makeUnsafe("2026-11-23T08:00:00Z")

/** A step with one action and one deadline, which is what most steps have. */
const commit = (): EventLog.Commit => {
  const address = newCase()
  return {
    ...address,
    key: "ask",
    expected: 0,
    event,
    state: "Asked",
    tags: ["resource:prizes"],
    actions: [{ ...address, key: `${address.case}/notify`, version: 1, step: "Ask", name: "tell", request: event }],
    timers: [{ ...address, name: "answer", rung: 1, version: 1, fires: "Escalate", at }]
  }
}
const append = Effect.flatMap(EventLog.EventLog, (log) => log.append(commit()))

const send = Effect.suspend(() =>
  Operations.send(ResourceRequestProcess, {
    key: "ask",
    case: newCase().case,
    step: "Ask",
    input: { resource, need: "一百份奖品" },
    by: Actor.person(editor)
  })
)

const opened: Array<Effect.Effect<void>> = []
const contender = async <E>(
  name: string,
  work: Effect.Effect<unknown, unknown, Store | Editions.Editions>,
  store: Layer.Layer<Store, E>,
  before: Effect.Effect<unknown, unknown, Store | Editions.Editions> = Effect.void
): Promise<Bench.Contender> => {
  const runtime = ManagedRuntime.make(Layer.merge(store, editions))
  // Making the tables takes turns with the rest of the program; what is measured does not.
  await runtime.runPromise(before)
  opened.push(runtime.disposeEffect)
  const hundred = Effect.repeat(work, { times: 99 })
  const once = () => {
    runtime.runSync(hundred)
    return number
  }
  return { name, units: 100, once }
}

/** A note that is added to for as long as there is something to say. */
const { deadline, process, start, stay, step } = Process.define("Note", {
  title: Bilingual.same("Note"),
  states: { Open: { title: Bilingual.same("Open"), words: Schema.Int }, Closed: { title: Bilingual.same("Closed") } }
})
const Note = process({
  about: () => Bilingual.same("Note"),
  steps: {
    Begin: start({
      title: Bilingual.same("Begin"),
      to: ["Open"],
      by: "note.write",
      input: {},
      evolve: () => ({ _tag: "Open", words: 0 })
    }),
    Add: stay({
      title: Bilingual.same("Add"),
      from: ["Open"],
      by: "note.write",
      input: { words: Schema.Int },
      evolve: (open, { facts }) => ({ ...open, words: open.words + facts.words })
    }),
    Check: stay({ title: Bilingual.same("Check"), from: ["Open"], by: "note.check" }),
    Close: step({
      title: Bilingual.same("Close"),
      from: ["Open"],
      to: ["Closed"],
      by: "clock",
      evolve: () => ({ _tag: "Closed" })
    })
  },
  final: ["Closed"],
  separate: [["Add", "Check"]],
  deadlines: {
    closing: deadline({
      title: Bilingual.same("closing"),
      while: ["Open"],
      within: () => Allowance.always("1 day"),
      fires: "Close"
    })
  }
})

const add = (id: Case.CaseId) =>
  Effect.suspend(() =>
    Operations.send(Note, {
      key: `add ${number++}`,
      case: id,
      step: "Add",
      input: { words: 3 },
      by: Actor.person(editor)
    })
  )

/** Steps of cases that have so many earlier events, of which one step each is taken in turn. */
const growing = async <E>(name: string, cases: number, earlier: number, store: Layer.Layer<Store, E>) => {
  const ids = Array.from({ length: cases }, () => newCase().case)
  const by = Actor.person(editor)
  const begun = Effect.forEach(
    ids,
    (id) =>
      Effect.andThen(
        Operations.send(Note, { key: "begin", case: id, step: "Begin", input: {}, by }),
        Effect.repeat(add(id), { times: earlier - 2 })
      ),
    { discard: true }
  )
  let turn = 0
  const next = Effect.suspend(() => add(ids[turn++ % cases] ?? Case.CaseId.make("none")))
  return contender(name, next, store, begun)
}

const full = "append, SQLite file (full)"
const [few, many] = ["10 earlier events", "10,000 earlier events"].map((events) => `Operations.send, ${events}`)
const same = StoreByHand.same(join(folder, "same.db"), commit)
const least = StoreByHand.least(join(folder, "least.db"), commit)
opened.push(Effect.sync(same.close), Effect.sync(least.close))
const outcomes = Bench.race([
  same,
  least,
  await contender(full, append, onFile("full", "append-full.db")),
  await contender("append, SQLite file (normal)", append, onFile("normal", "append-normal.db")),
  await contender("append, memory", append, MemoryStore.layer),
  await contender("Operations.send, SQLite file (full)", send, onFile("full", "send-full.db")),
  await contender("Operations.send, SQLite file (normal)", send, onFile("normal", "send-normal.db")),
  await contender("Operations.send, memory", send, MemoryStore.layer),
  await growing(`${few}, SQLite file (normal)`, 100, 10, onFile("normal", "few.db")),
  await growing(`${many}, SQLite file (normal)`, 1, 10_000, onFile("normal", "many.db")),
  await growing(`${few}, memory`, 100, 10, MemoryStore.layer),
  await growing(`${many}, memory`, 1, 10_000, MemoryStore.layer)
])
const ratioTo = ({ name }: Bench.Contender) =>
  Number((Bench.speedOf(outcomes, full) / Bench.speedOf(outcomes, name)).toFixed(2))
/** How many times longer a step takes with many earlier events of its case than with few. */
const growth = (store: string) =>
  Number((Bench.speedOf(outcomes, `${few}, ${store}`) / Bench.speedOf(outcomes, `${many}, ${store}`)).toFixed(2))
await Effect.runPromise(Effect.all(opened))
rmSync(folder, { recursive: true })
const pg = await StorePg.race(commit)
const fifty = Case.CaseId.make("fifty")
const by = Actor.person(editor)
const emmett = await StoreEmmett.race({
  commit,
  begin: Effect.andThen(
    Operations.send(Note, { key: "begin", case: fifty, step: "Begin", input: {}, by }),
    Effect.repeat(add(fifty), { times: 48 })
  ),
  load: Operations.load(Note, fifty),
  editions
})
const workers = await StoreWorkers.race()

Bench.report({
  name: "store",
  unit: "steps",
  about:
    "A new case's first step, with one action and one deadline, each in a transaction of its own; one writer, unless it is said that several are at it at once. With earlier events: a step that " +
    "is taken again and again, of cases that have so many when it begins and more at the end. Beside emmett: its event, with the action and the timer as rows that its hook writes " +
    "before the commit. Worker processes: actions a second, from the queue to the step that is their outcome.",
  outcomes: [...outcomes, ...pg.outcomes, ...emmett.outcomes, ...workers.outcomes],
  packages: ["effect", "@effect/sql-pg"],
  figures: {
    storeAppendsPerSecond: Math.round(Bench.speedOf(outcomes, full)),
    storeSendsPerSecond: Math.round(Bench.speedOf(outcomes, "Operations.send, SQLite file (full)")),
    ratioToRaw: ratioTo(same),
    ratioToLeast: ratioTo(least),
    growth: growth("SQLite file (normal)"),
    growthInMemory: growth("memory"),
    ...pg.figures,
    ...emmett.figures,
    ...workers.figures
  }
})
