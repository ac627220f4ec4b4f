/**
 * A crisis, from what fans write to what is learnt of it, on SQLite: two hundred and sixty complain within minutes at night, an alarm is raised, a person
 * judges it true and declares a crisis. From that event on nothing goes out but statements: `node examples/crisis.ts`.
 *
 * @module
 */
import { MemoryPublisher } from "@dualops/adapter-memory"
import { NodeSqlite, SqlObservationStore, SqlStore } from "@dualops/adapter-sql"
import { Actor, Carrier, Case, Caseload, ChineseHolidays, Editions, Operations, Worker } from "@dualops/core"
import { FanId, PostId } from "@dualops/core/account"
import { PostCarriers, PostProcess } from "@dualops/core/content"
import { HandbookFile } from "@dualops/core/files"
import { Interaction } from "@dualops/core/interaction"
import { Observations } from "@dualops/core/observations"
import { EventLog } from "@dualops/core/operations"
import {
  AlarmProcess,
  AlarmWatch,
  CrisisProcess,
  Edition,
  MonitoringSection,
  Practices,
  ProblemProcess
} from "@dualops/core/practices"
import { Face, Notify } from "@dualops/core/process"
import { Heard, Judgement } from "@dualops/core/triage"
import { DateTime, Effect, Layer, Result } from "effect"
import * as VirtualClock from "./clock/VirtualClock.ts"
import * as Worked from "./handbooks/Worked.ts"

const handbook = Result.getOrThrow(HandbookFile.read("xinghe.yaml", Worked.withoutReports))
const account = handbook.account.id
const at = (time: string) => DateTime.makeUnsafe(`2026-11-24T${time}:00+08:00`)
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
const clock = VirtualClock.make(at("19:00"))
const passUntil = Effect.fnUntraced(function* (time: string) {
  clock.skipTo(at(time))
  for (let round = 0; round < 12; round++) yield* Worker.round(work)
})

/** A post that is written, approved and scheduled. */
const scheduled = Effect.fnUntraced(function* (name: string, time: string) {
  const order = { case: Case.CaseId.make(name), by: lin }
  const content = { text: `${name} #星河茶饮#`, pictures: [] }
  const slot = at(time)
  yield* Operations.send(PostProcess, { ...order, key: "1", step: "Compose", input: { account, content, slot } })
  yield* Operations.send(PostProcess, { ...order, key: "2", step: "Submit", input: {} })
  yield* Operations.send(PostProcess, { ...order, key: "3", step: "Approve", by: he, input: {} })
  yield* Operations.send(PostProcess, { ...order, key: "4", step: "Schedule", by: zhou, input: { slot } })
})

/** So many fans complain under one post. */
const complain = (count: number, time: string) =>
  Observations.record(
    Heard.kind,
    Array.from({ length: count }, (_, index) =>
      Heard.of(
        account,
        {
          kind: "comment",
          id: Interaction.InteractionId.make(`comment ${index}`),
          post: PostId.make("5034567890123456"),
          from: { id: FanId.make(`${1_000_000 + index}`) },
          text: "奶茶里喝出异物！",
          at: DateTime.add(at(time), { seconds: index })
        },
        { ...Judgement.unsure, label: "complaint" },
        "counted"
      )
    )
  )

/** The cases of a process, in the order in which they began. */
const casesOf = Effect.fnUntraced(function* (process: string) {
  const log = yield* EventLog.EventLog
  const entries = yield* log.log(0, 100_000)
  return [...new Set(entries.filter((one) => one.process === process).map((one) => one.case))]
})

const program = Effect.gen(function* () {
  yield* scheduled("晚安", "22:00")
  yield* scheduled("早安", "23:55")
  // #region watch
  const monitoring = MonitoringSection.of(handbook)
  const zone = handbook.timeZone
  const watch = AlarmWatch.make({ account, monitoring, zone, holidays: ChineseHolidays.holidays })
  // #endregion
  yield* complain(260, "21:00")
  clock.skipTo(at("21:05"))
  const round = yield* watch.round()
  const [alarm = Case.CaseId.make("none")] = yield* casesOf("Alarm")
  // #region declare
  const judging = { case: alarm, by: qin } as const
  yield* Operations.send(AlarmProcess, { ...judging, key: "1", step: "Confirm", input: { reason: "三家门店同批次" } })
  const input = { level: "重大", reason: "同一批次，已停售" }
  yield* Operations.send(AlarmProcess, { ...judging, key: "2", step: "Declare", by: he, input })
  // #endregion
  yield* passUntil("21:06")
  const [crisis = Case.CaseId.make("none")] = yield* casesOf("Crisis")
  // What is written and hurried meanwhile is held like what was scheduled before.
  yield* scheduled("午茶", "21:30")
  const now = { case: Case.CaseId.make("午茶"), key: "5", step: "PublishNow", by: he, input: {} } as const
  const refusal = yield* Effect.flip(Operations.send(PostProcess, now))
  // #region speak
  const speaking = { case: crisis, by: lin } as const
  const content = { text: "我们已停售该批次，正在检查，明早十点前答复。", pictures: [] }
  yield* Operations.send(CrisisProcess, { ...speaking, key: "1", step: "Draft", input: { content } })
  const own = yield* Effect.flip(Operations.send(CrisisProcess, { ...speaking, key: "2", step: "Approve", input: {} }))
  yield* Operations.send(CrisisProcess, { ...speaking, key: "3", step: "Approve", by: zhou, input: {} })
  // #endregion
  yield* passUntil("21:10")
  const { posts } = yield* MemoryPublisher.Platform
  const out = Effect.map(posts, (all) => all.map(({ text }) => text.slice(0, 5)))
  yield* passUntil("22:01")
  yield* passUntil("22:15")
  const during = yield* out
  // #region end
  const ending = { case: crisis, by: zhou } as const
  const figures = { mentions: 260, complaints: 240, note: "已见顶" }
  yield* Operations.send(CrisisProcess, { ...ending, key: "4", step: "Report", input: figures })
  const reason = "召回完成，热度回落"
  yield* Operations.send(CrisisProcess, { ...ending, key: "5", step: "StandDown", by: he, input: { reason } })
  const lesson = { what: "夜里联系不上门店", evidence: "21:05 到 21:40 无人接", function: "monitoring" } as const
  yield* Operations.send(CrisisProcess, { ...ending, key: "6", step: "Learn", input: lesson })
  const conclusion = "门店值班电话写入手册"
  yield* Operations.send(CrisisProcess, { ...ending, key: "7", step: "Conclude", input: { conclusion } })
  // #endregion
  yield* passUntil("23:00")
  const desk = yield* Caseload.make(work.processes).desk(zhou)
  const held = [...new Set(desk.flatMap(({ case: id, step }) => (step === "Schedule" ? [id] : [])))]
  const [problem = Case.CaseId.make("none")] = yield* casesOf("Problem")
  const raised = yield* Operations.load(ProblemProcess, problem)
  yield* passUntil("23:56")
  return {
    raised: round.raised,
    level: (yield* Operations.load(AlarmProcess, alarm))?.state.level.name,
    refused: Face.refusal(PostProcess, refusal).zh,
    own: own._tag,
    during,
    late: told.filter((line) => line.includes("数据没有按时上报")).length,
    held: held.sort(),
    problem: raised?.state.what,
    afterwards: (yield* out).slice(during.length),
    over: (yield* Operations.load(CrisisProcess, crisis))?.state._tag
  }
})

const edition = Edition.edition(handbook, ChineseHolidays.holidays)
const house = Layer.mergeAll(
  Layer.merge(SqlStore.layer, SqlObservationStore.layer).pipe(
    Layer.provide(NodeSqlite.layer({ filename: ":memory:" }))
  ),
  Editions.layer(edition),
  MemoryPublisher.layer,
  clock.layer
)
export const outcome = await Effect.runPromise(Effect.provide(program, house))
if (process.argv[1] === import.meta.filename) console.log(outcome)
