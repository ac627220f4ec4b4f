/**
 * A process of one's own that asks for something outside: a prize that is sent, on SQLite, with a worker and a desk.
 *
 * @module
 */
import { readFileSync } from "node:fs"
import { NodeSqlite, SqlEditionStore, SqlEventStore } from "@dualops/adapter-sql"
import {
  Action,
  Actor,
  Allowance,
  Carrier,
  Case,
  Caseload,
  ChineseHolidays,
  Operations,
  Process,
  Soundness,
  Worker
} from "@dualops/core"
import { HandbookFile } from "@dualops/core/files"
import { KeptEditions, Practice, Practices } from "@dualops/core/practices"
import { Notify } from "@dualops/core/process"
import { Effect, Layer, Result, Schema } from "effect"

const file = new URL("brand-day/handbook.yaml", import.meta.url)
const handbook = Result.getOrThrow(HandbookFile.read("handbook.yaml", readFileSync(file, "utf8")))

// #region action
const done = { parcel: Schema.String }
const ship = Action.kind({ name: "Ship", request: { to: Schema.String }, done, repeatable: false })

const to = { to: Schema.String }
const open = { ...to, why: Schema.String }
const { deadline, start, process, stay, step } = Process.define("Prize", {
  title: { zh: "奖品", en: "prize" },
  settings: { remindAfter: Allowance.Allowance },
  states: {
    Sending: { title: { zh: "寄送中", en: "on its way" }, ...to },
    Sent: { title: { zh: "已寄出", en: "sent" }, ...to, ...done },
    Stuck: { title: { zh: "受阻", en: "stuck" }, ...open },
    Unsure: { title: { zh: "是否寄出不明", en: "perhaps on its way" }, ...open },
    WrittenOff: { title: { zh: "已核销", en: "written off" }, ...open }
  },
  actions: { ship }
})
const asked = { ship: (state: { readonly to: string }) => ({ to: state.to }) }
const arrived = { to: ["Sent"], input: done } as const

export const Prize = process({
  about: ({ to }) => ({ zh: `寄给 ${to} 的奖品`, en: `the prize for ${to}` }),
  steps: {
    Send: start({
      title: { zh: "寄送", en: "send" },
      to: ["Sending"],
      by: "resource.answer",
      input: to,
      performs: asked
    }),
    // It was refused, so it is not on its way.
    SendAgain: step({
      title: { zh: "再次寄送", en: "send again" },
      from: ["Stuck"],
      to: ["Sending"],
      by: "resource.answer",
      performs: asked
    }),
    Arrive: step({
      title: { zh: "获知已寄出", en: "hear that it was sent" },
      ...arrived,
      from: ["Sending", "Unsure"],
      by: "world"
    }),
    Refuse: step({
      title: { zh: "获知被拒", en: "hear that it was refused" },
      from: ["Sending"],
      to: ["Stuck"],
      by: "world",
      input: Action.refused,
      evolve: (state, { facts }) => ({ _tag: "Stuck", to: state.to, why: facts.detail })
    }),
    // It may be on its way: from here on nothing leads back to sending.
    LoseSight: step({
      title: { zh: "获知结果不明", en: "lose sight of it" },
      from: ["Sending"],
      to: ["Unsure"],
      by: "world",
      input: Action.unknown,
      evolve: (state, { facts }) => ({ _tag: "Unsure", to: state.to, why: facts.detail })
    }),
    Find: step({
      title: { zh: "确认已寄出", en: "confirm that it was sent" },
      ...arrived,
      from: ["Unsure"],
      by: "resource.answer"
    }),
    WriteOff: step({
      title: { zh: "核销", en: "write off" },
      from: ["Stuck", "Unsure"],
      to: ["WrittenOff"],
      by: "resource.answer"
    }),
    Remind: stay({ title: { zh: "提醒", en: "remind" }, from: ["Sending", "Stuck", "Unsure"], by: "clock" })
  },
  final: ["Sent", "WrittenOff"],
  deadlines: {
    remind: deadline({
      title: { zh: "处理期限", en: "attention" },
      while: ["Sending", "Stuck", "Unsure"],
      within: ({ remindAfter }) => remindAfter,
      fires: "Remind"
    })
  },
  outcomes: { ship: { done: "Arrive", refused: "Refuse", unknown: "LoseSight" } }
})
// #endregion

// #region work
const carryShip = Carrier.make(ship, (request) =>
  request.to === "nowhere"
    ? Effect.fail(new Action.Refused({ code: "address", detail: "there is no such place" }))
    : Effect.succeed({ parcel: `parcel for ${request.to}` })
)
const carryTell = Carrier.make(Notify.notify, ({ message, to }) => Effect.as(Effect.log(to, message.zh), {}))

const program = Effect.gen(function* () {
  yield* Effect.forkScoped(Worker.run({ processes: [Prize], carriers: [carryShip, carryTell] }, "50 millis"))
  const shen = Actor.person("shen")
  const prize = Case.CaseId.make("prize 1")
  yield* Operations.send(Prize, { key: "click 1", case: prize, step: "Send", by: shen, input: { to: "nowhere" } })
  yield* Effect.sleep("1 second")
  const state = (yield* Operations.load(Prize, prize))?.state
  const desk = yield* Caseload.make([Prize]).desk(shen)
  return { state, desk: desk.map(({ case: id, step }) => `${id}: ${step}`) }
})

const editions = KeptEditions.layer(handbook, ChineseHolidays.holidays, [
  ...Practices.house,
  Practice.own(Prize, { remindAfter: Allowance.always("1 day") })
])
const store = Layer.merge(SqlEventStore.layer, SqlEditionStore.layer).pipe(
  Layer.provide(NodeSqlite.layer({ filename: ":memory:" })) // or "brand.db"
)
const house = editions.pipe(Layer.provideMerge(store))
export const outcome = await Effect.runPromise(program.pipe(Effect.scoped, Effect.provide(house)))
console.log(outcome) // => { state: { to: 'nowhere', why: 'there is no such place', … }, desk: [ 'prize 1: SendAgain', … ] }
// #endregion

export const findings = Soundness.check(Prize)
