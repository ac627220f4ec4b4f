/**
 * A day of mourning: an embargo on one of the house's two accounts, on SQLite. What was scheduled before and what is written meanwhile does not go out, the
 * other account goes on, and when it is over everything that was held is in front of a person: `node examples/embargo.ts`.
 *
 * @module
 */
import { MemoryPublisher } from "@dualops/adapter-memory"
import { NodeSqlite, SqlStore } from "@dualops/adapter-sql"
import { Actor, Carrier, Case, Caseload, ChineseHolidays, Editions, Operations, Worker } from "@dualops/core"
import { AccountId } from "@dualops/core/account"
import { PostCarriers, PostProcess } from "@dualops/core/content"
import { HandbookFile } from "@dualops/core/files"
import { Edition, EmbargoProcess, Practices } from "@dualops/core/practices"
import { Face, Notify } from "@dualops/core/process"
import { DateTime, Effect, Layer, Result } from "effect"
import * as VirtualClock from "./clock/VirtualClock.ts"
import * as Worked from "./handbooks/Worked.ts"

const handbook = Result.getOrThrow(HandbookFile.read("xinghe.yaml", Worked.withoutReports))
const [tea, cups] = [handbook.account.id, AccountId.make("2345678901")]
const at = (time: string) => DateTime.makeUnsafe(`2026-12-13T${time}:00+08:00`)
const [he, lin, zhou, qin] = (["he", "lin", "zhou", "qin"] as const).map((id) => Actor.person(id)) as [
  // Four names make four people.
  Actor.Person,
  Actor.Person,
  Actor.Person,
  Actor.Person
]

/** What was told to whom. */
const told: Array<string> = []
const tell = Carrier.make(Notify.notify, ({ message, to }) =>
  Effect.sync(() => {
    told.push(`${to}: ${message.zh}`)
    return {}
  })
)
const work = { processes: Practices.processes(), carriers: [...PostCarriers.carriers, tell] }
const clock = VirtualClock.make(at("08:00"))

/** Puts the clock forward, and has a worker do what there is to do then. */
const passUntil = Effect.fnUntraced(function* (time: string) {
  clock.skipTo(at(time))
  for (let round = 0; round < 12; round++) yield* Worker.round(work)
})

/** A post that is written, approved and scheduled. */
const scheduled = Effect.fnUntraced(function* (name: string, account: AccountId, time: string) {
  const order = { case: Case.CaseId.make(name), by: lin }
  const content = { text: `${name} #星河茶饮#`, pictures: [] }
  const slot = at(time)
  yield* Operations.send(PostProcess, { ...order, key: "1", step: "Compose", input: { account, content, slot } })
  yield* Operations.send(PostProcess, { ...order, key: "2", step: "Submit", input: {} })
  yield* Operations.send(PostProcess, { ...order, key: "3", step: "Approve", by: he, input: {} })
  yield* Operations.send(PostProcess, { ...order, key: "4", step: "Schedule", by: zhou, input: { slot } })
})

const program = Effect.gen(function* () {
  yield* scheduled("早安", tea, "10:00")
  yield* scheduled("新杯", cups, "10:00")
  yield* scheduled("晚安", tea, "22:00")
  // #region embargo
  const order = { case: Case.CaseId.make("mourning"), by: qin } as const
  const input = { account: tea, reason: "全国哀悼日", until: at("20:00"), mayPublish: [he.person] }
  yield* Operations.send(EmbargoProcess, { ...order, key: "1", step: "Impose", input })
  // What is written and scheduled meanwhile is held like what was scheduled before.
  yield* scheduled("午茶", tea, "14:00")
  yield* scheduled("声明", tea, "23:00")
  const now = { case: Case.CaseId.make("声明"), step: "PublishNow", input: {} } as const
  const refusal = yield* Effect.flip(Operations.send(PostProcess, { ...now, key: "5", by: zhou }))
  const { event } = yield* Operations.send(PostProcess, { ...now, key: "6", by: he })
  // #endregion
  yield* passUntil("08:01")
  const { posts } = yield* MemoryPublisher.Platform
  const out = Effect.map(posts, (all) => all.map(({ text }) => text.slice(0, 2)))
  for (const time of ["10:01", "14:01", "19:59"]) yield* passUntil(time)
  const during = yield* out
  yield* passUntil("20:01")
  yield* passUntil("21:00")
  const desk = yield* Caseload.make(work.processes).desk(zhou)
  const held = [...new Set(desk.flatMap(({ case: id, step }) => (step === "Schedule" ? [id] : [])))]
  yield* passUntil("22:01")
  return {
    refused: Face.refusal(PostProcess, refusal).zh,
    decidedBy: event.decidedBy,
    during,
    held: held.sort(),
    afterwards: (yield* out).slice(during.length),
    toldOfIt: told.filter((line) => line.startsWith("lin: ") && line.includes("停更")).length
  }
})

const edition = Edition.edition(handbook, ChineseHolidays.holidays)
const house = Layer.mergeAll(
  SqlStore.layer.pipe(Layer.provide(NodeSqlite.layer({ filename: ":memory:" }))),
  Editions.layer({ ...edition, accounts: [tea, cups] }),
  MemoryPublisher.layer,
  clock.layer
)
export const outcome = await Effect.runPromise(Effect.provide(program, house))
if (process.argv[1] === import.meta.filename) console.log(outcome)
