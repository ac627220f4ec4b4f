/**
 * A case that begins cases: a launch asks the company for all that it needs, each need a request of its own with its owner, promise and sponsor. It is
 * ready when all are granted; the first that is not ends it, and the others are withdrawn. A launch that is ready goes live with the word of whoever
 * releases the product, and not without it.
 *
 * @module
 */
import { readFileSync } from "node:fs"
import { MemoryEditionStore, MemoryStore } from "@dualops/adapter-memory"
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
import { Face, Notify, Standing } from "@dualops/core/process"
import { Resource, ResourceRequestProcess } from "@dualops/core/resources"
import { Effect, Layer, Result, Schema } from "effect"

// #region grant
/** The word of whoever releases the product: those who give it and those who need it name the same value. */
const word = Standing.grant("release", { zh: "发售许可", en: "release" })
const Product = Schema.NonEmptyString
const at = { product: Product }
const releasing = Process.define("Release", {
  title: { zh: "发售许可", en: "release" },
  settings: { attention: Allowance.Allowance },
  states: {
    Given: { title: { zh: "已许可", en: "given" }, ...at },
    TakenBack: { title: { zh: "已收回", en: "taken back" }, ...at }
  }
})

export const Release = releasing.process({
  about: ({ product }) => ({ zh: product, en: product }),
  steps: {
    Give: releasing.start({ title: { zh: "许可", en: "give" }, to: ["Given"], by: "resource.answer", input: at }),
    TakeBack: releasing.step({
      title: { zh: "收回", en: "take back" },
      from: ["Given"],
      to: ["TakenBack"],
      by: "resource.answer"
    }),
    Remind: releasing.stay({ title: { zh: "提醒", en: "remind" }, from: ["Given"], by: "clock" })
  },
  final: ["TakenBack"],
  deadlines: {
    attention: releasing.deadline({
      title: { zh: "处理期限", en: "attention" },
      while: ["Given"],
      within: ({ attention }) => attention,
      fires: "Remind"
    })
  },
  // From the step by which it is given to the step by which it is taken back.
  standing: { Given: [{ grants: word, of: ({ product }) => product }] }
})
// #endregion

// #region children
const needed = { resource: Resource.ResourceId, need: Schema.NonEmptyString }
const brief = { product: Schema.NonEmptyString }

const { deadline, start, process, stay, step } = Process.define("Launch", {
  title: { zh: "上新", en: "launch" },
  settings: { attention: Allowance.Allowance },
  states: {
    Asking: { title: { zh: "筹备中", en: "asking" }, ...brief, open: Schema.Int },
    Ready: { title: { zh: "已就绪", en: "ready" }, ...brief },
    NotReady: { title: { zh: "未就绪", en: "not ready" }, ...brief, why: Schema.String },
    Live: { title: { zh: "已上线", en: "live" }, ...brief }
  },
  // A step of another process is an action that the worker carries by itself.
  actions: { ask: Process.order(ResourceRequestProcess, "Ask") }
})

export const Launch = process({
  about: ({ product }) => ({ zh: `${product} 上新`, en: `the launch of ${product}` }),
  steps: {
    Plan: start({
      title: { zh: "筹备", en: "plan" },
      to: ["Asking"],
      by: "planning.ask",
      input: { ...brief, needs: Schema.NonEmptyArray(Schema.Struct(needed)) },
      evolve: ({ facts: { needs, product } }) => ({ _tag: "Asking", product, open: needs.length }),
      // However many there are, the case keeps no more of them than how many are open.
      performs: { ask: (_, { by, facts }) => facts.needs.map((input) => ({ input, by })) }
    }),
    Granted: step({
      title: { zh: "得知已同意", en: "hear that it is granted" },
      from: ["Asking"],
      to: ["Asking", "Ready"],
      by: "child",
      evolve: ({ open, product }) =>
        open === 1 ? { _tag: "Ready", product } : { _tag: "Asking" as const, product, open: open - 1 }
    }),
    Refused: step({
      title: { zh: "得知被拒绝", en: "hear that it is refused" },
      from: ["Asking"],
      to: ["NotReady"],
      by: "child",
      // A child's end tells the fields of its last state: the reason is one of them.
      input: { reason: Schema.String },
      evolve: ({ product }, { facts }) => ({ _tag: "NotReady", product, why: facts.reason })
    }),
    Withdrawn: step({
      title: { zh: "得知已撤回", en: "hear that it is withdrawn" },
      from: ["Asking"],
      to: ["NotReady"],
      by: "child",
      evolve: ({ product }, { by }) => ({ _tag: "NotReady", product, why: `${by.case} was withdrawn` })
    }),
    NotAsked: step({
      title: { zh: "未能提出", en: "hear that it cannot be asked for" },
      from: ["Asking"],
      to: ["NotReady"],
      by: "world",
      input: Action.refused,
      evolve: ({ product }, { facts }) => ({ _tag: "NotReady", product, why: facts.detail })
    }),
    // Refused where no case grants it now, whoever asks.
    GoLive: step({
      title: { zh: "上线", en: "go live" },
      from: ["Ready"],
      to: ["Live"],
      by: "planning.ask",
      needs: [{ grant: word, of: ({ product }) => product }]
    }),
    Remind: stay({ title: { zh: "提醒", en: "remind" }, from: ["Asking", "Ready"], by: "clock" })
  },
  final: ["Live", "NotReady"],
  deadlines: {
    attention: deadline({
      title: { zh: "处理期限", en: "attention" },
      while: ["Asking", "Ready"],
      within: ({ attention }) => attention,
      fires: "Remind"
    })
  },
  // Whether it could be begun at all is the outcome of the order; how each has ended is heard of the child.
  outcomes: { ask: { refused: "NotAsked" } },
  children: {
    ask: {
      ends: { Granted: "Granted", Refused: "Refused", Withdrawn: "Withdrawn" },
      whenOver: { stop: "Withdraw" }
    }
  }
})
// #endregion

export const findings = Soundness.together([Launch, ResourceRequestProcess, Release]) // nothing
/** Without the process that grants it, nobody could ever go live. */
export const without = Soundness.together([Launch, ResourceRequestProcess]).map(({ code }) => code)

const file = new URL("brand-day/handbook.yaml", import.meta.url)
const handbook = Result.getOrThrow(HandbookFile.read("handbook.yaml", readFileSync(file, "utf8")))
const tell = Carrier.make(Notify.notify, () => Effect.succeed({}))

// #region family
const launch = Case.CaseId.make("osmanthus")
const work = { processes: [Launch, ResourceRequestProcess, Release], carriers: [tell] }

const program = Effect.gen(function* () {
  const resource = Resource.ResourceId.make("launches")
  const needs = [
    { resource, need: "上新日期" },
    { resource, need: "一百份奖品" },
    { resource, need: "新品照片" }
  ] as const
  const lin = Actor.person("lin")
  yield* Operations.send(Launch, {
    key: "1",
    case: launch,
    step: "Plan",
    by: lin,
    input: { product: "桂花乌龙", needs }
  })
  yield* Worker.round(work)
  const [pictures] = yield* Caseload.children([ResourceRequestProcess], { process: "Launch", case: launch })
  const refusal = {
    key: "2",
    case: pictures?.case.id ?? launch,
    by: Actor.person("shen"),
    input: { reason: "来不及拍" }
  }
  yield* Operations.send(ResourceRequestProcess, { ...refusal, step: "Refuse" })
  yield* Effect.forEach([1, 2, 3], () => Worker.round(work))
  const children = yield* Caseload.children([ResourceRequestProcess], { process: "Launch", case: launch })
  const state = (yield* Operations.load(Launch, launch))?.state
  return { state, children: children.map(({ case: { id, state } }) => `${id} ${state._tag}`) }
})
// #endregion

// #region granted
const released = Effect.gen(function* () {
  const [lin, shen] = [Actor.person("lin"), Actor.person("shen")]
  const needs = [{ resource: Resource.ResourceId.make("launches"), need: "上新日期" }] as const
  const order = { case: launch, by: lin } as const
  yield* Operations.send(Launch, { ...order, key: "1", step: "Plan", input: { product: "桂花乌龙", needs } })
  yield* Worker.round(work)
  const [request] = yield* Caseload.children([ResourceRequestProcess], { process: "Launch", case: launch })
  const grant = { key: "2", case: request?.case.id ?? launch, by: shen, input: { terms: "周五" } }
  yield* Operations.send(ResourceRequestProcess, { ...grant, step: "Grant" })
  yield* Worker.round(work)
  const goLive = (key: string) => Operations.send(Launch, { ...order, key, step: "GoLive", input: {} })
  const refusal = yield* Effect.flip(goLive("3"))
  const release = { key: "4", case: Case.CaseId.make("release"), by: shen, input: { product: "桂花乌龙" } }
  yield* Operations.send(Release, { ...release, step: "Give" })
  const { event } = yield* goLive("5")
  return { refused: Face.refusal(Launch, refusal), decidedBy: event.decidedBy }
})
// #endregion

const store = Layer.merge(MemoryStore.layer, MemoryEditionStore.layer)
const attention = Allowance.always("1 day")
const practices = [...Practices.house, Practice.own(Launch, { attention }), Practice.own(Release, { attention })]
const house = KeptEditions.layer(handbook, ChineseHolidays.holidays, practices).pipe(Layer.provideMerge(store))
export const outcome = await Effect.runPromise(Effect.provide(program, house))
export const live = await Effect.runPromise(Effect.provide(released, house))
console.log(outcome, live)
