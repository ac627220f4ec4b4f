/**
 * A process of one's own that asks for something outside: a prize that is sent, on SQLite, with a worker and a desk.
 *
 * @module
 */
import { readFileSync } from "node:fs"
import { NodeSqlite, SqlEditionStore, SqlStore } from "@dualops/adapter-sql"
import {
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
import { Writing } from "@dualops/core/operations"
import { KeptEditions, Practice, Practices } from "@dualops/core/practices"
import { AtMostOnce, Notify } from "@dualops/core/process"
import { Duration, Effect, Layer, Result, Schema } from "effect"

const file = new URL("brand-day/handbook.yaml", import.meta.url)
const handbook = Result.getOrThrow(HandbookFile.read("handbook.yaml", readFileSync(file, "utf8")))

// #region action
const shipping = AtMostOnce.delivery({
  // To send it, and to look whether it was sent; both are asked the same, and answer the same when it is done.
  kinds: { send: "Ship", look: "Track" },
  request: { to: Schema.String },
  done: { parcel: Schema.String },
  // What a case knows throughout, and what it asks for with it.
  keeps: { to: Schema.String },
  asks: ({ to }) => ({ to }),
  // Who decides when nothing else can tell.
  by: "resource.answer",
  titles: {
    sent: { zh: "寄送中", en: "on its way" },
    done: { zh: "已寄出", en: "sent" },
    failed: { zh: "未寄出", en: "not sent" }
  },
  names: { send: "ship", look: "track", done: "Sent" }
})

const { deadline, start, process, stay, step } = Process.define("Prize", {
  title: { zh: "奖品", en: "prize" },
  settings: { ...AtMostOnce.policy, attention: Allowance.Allowance },
  states: { ...shipping.states, WrittenOff: { title: { zh: "已核销", en: "written off" }, to: Schema.String } },
  actions: shipping.actions
})

export const Prize = process({
  about: ({ to }) => ({ zh: `寄给 ${to} 的奖品`, en: `the prize for ${to}` }),
  steps: {
    Send: start({
      title: { zh: "寄送", en: "send" },
      to: ["Sending"],
      by: "resource.answer",
      input: { to: Schema.String },
      evolve: ({ at, facts }) => ({ _tag: "Sending", ...facts, since: at }),
      performs: shipping.sends
    }),
    ...shipping.steps,
    // Where an earlier attempt was given up, the case knows since when: it goes along, and the carrier looks first.
    SendAgain: step({
      title: { zh: "再次寄送", en: "send again" },
      from: ["Failed"],
      to: ["Sending"],
      by: "resource.answer",
      evolve: ({ code: _code, detail: _detail, ...prize }, { at }) => ({ ...prize, _tag: "Sending", since: at }),
      performs: shipping.sends
    }),
    WriteOff: step({
      title: { zh: "核销", en: "write off" },
      from: ["Failed"],
      to: ["WrittenOff"],
      by: "resource.answer"
    }),
    Remind: stay({ title: { zh: "提醒", en: "remind" }, from: ["Unconfirmed", "Failed"], by: "clock" })
  },
  final: ["Sent", "WrittenOff"],
  deadlines: {
    ...shipping.deadlines,
    attention: deadline({
      title: { zh: "处理期限", en: "attention" },
      while: ["Unconfirmed", "Failed"],
      within: ({ attention }) => attention,
      fires: "Remind"
    })
  },
  outcomes: shipping.outcomes
})
// #endregion

// #region work
/** What the courier has, by whom it is for. */
const parcels = new Map<string, string>()
const { ship, track } = shipping.actions
const carryShip = Carrier.make(ship, ({ earlier, to }) =>
  Effect.suspend(() => {
    const found = earlier && parcels.get(to)
    if (found !== undefined) return Effect.succeed({ parcel: found })
    if (to === "nowhere") return new Writing.Refused({ code: "address", detail: "there is no such place" })
    parcels.set(to, `parcel for ${to}`)
    return Effect.succeed({ parcel: `parcel for ${to}` })
  })
)
const carryTrack = Carrier.make(track, ({ to }) =>
  Effect.suspend(() => {
    const parcel = parcels.get(to)
    return parcel === undefined
      ? new Writing.Refused({ code: "not-seen", detail: "the courier has nothing for them" })
      : Effect.succeed({ parcel })
  })
)
const carryTell = Carrier.make(Notify.notify, ({ message, to }) => Effect.as(Effect.log(to, message.zh), {}))

const program = Effect.gen(function* () {
  yield* Effect.forkScoped(
    Worker.run({ processes: [Prize], carriers: [carryShip, carryTrack, carryTell] }, "50 millis")
  )
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
  Practice.own(Prize, {
    patience: Duration.minutes(5),
    looks: { every: Duration.minutes(2), times: 3 },
    attention: Allowance.always("1 day")
  })
])
const store = Layer.merge(SqlStore.layer, SqlEditionStore.layer).pipe(
  Layer.provide(NodeSqlite.layer({ filename: ":memory:" })) // or "brand.db"
)
const house = editions.pipe(Layer.provideMerge(store))
export const outcome = await Effect.runPromise(program.pipe(Effect.scoped, Effect.provide(house)))
console.log(outcome) // => { state: { to: 'nowhere', detail: 'there is no such place', … }, desk: [ 'prize 1: SendAgain', … ] }
// #endregion

export const findings = Soundness.check(Prize)
