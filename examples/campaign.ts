/**
 * A campaign for a launch: the department tells the account of it, the brief is approved within the budget of the year, the company is asked for what the
 * campaign needs, a post is written for it, and it warms up by itself.
 *
 * @module
 */
import { MemoryEditionStore, MemoryStore } from "@dualops/adapter-memory"
import { Actor, Carrier, Case, Caseload, ChineseHolidays, Operations, Worker } from "@dualops/core"
import { HandbookFile } from "@dualops/core/files"
import { type Brief, CampaignProcess, KeptEditions, Practices } from "@dualops/core/practices"
import { Notify } from "@dualops/core/process"
import { EventNoticeProcess, Resource, ResourceRequestProcess } from "@dualops/core/resources"
import { DateTime, Effect, Layer, Result } from "effect"
import * as VirtualClock from "./clock/VirtualClock.ts"
import * as Worked from "./handbooks/Worked.ts"

const handbook = Result.getOrThrow(HandbookFile.read("xinghe.yaml", Worked.withoutReports))
const [lin, he, tang, xu] = [Actor.person("lin"), Actor.person("he"), Actor.person("tang"), Actor.person("xu")]
const at = (time: string) => DateTime.makeUnsafe(`2026-${time}:00+08:00`)
const clock = VirtualClock.make(at("11-23T10:00"))
const tell = Carrier.make(Notify.notify, () => Effect.succeed({}))
const work = { processes: Practices.processes(), carriers: [tell] }
/** Everything that there is to do now. */
const worked = Effect.gen(function* () {
  while (true) {
    const { carried, fired, opened } = yield* Worker.round(work)
    if (carried + fired + opened === 0) return
  }
})
const campaign = Case.CaseId.make("plum blossom")
const where = Effect.map(Operations.load(CampaignProcess, campaign), (one) => one?.state._tag)

// #region brief
const prizes = Resource.ResourceId.make("prizes")
const website = Resource.ResourceId.make("website")
const brief: Brief.Brief = {
  account: handbook.account.id,
  event: "plum-blossom",
  objective: "让老会员知道新茶",
  theme: "寻梅",
  audience: "星河会员",
  warmUp: at("12-17T09:00"),
  from: at("12-21T10:00"),
  until: at("12-28T00:00"),
  budget: 20_000,
  prizes: { from: prizes, worth: 6_000, dearest: 200, drawn: true },
  needs: [
    { resource: prizes, need: "三十个茶杯", must: true },
    { resource: website, need: "首页横幅", must: false }
  ]
}
// #endregion

const program = Effect.gen(function* () {
  yield* worked
  const order = { case: campaign, by: lin } as const

  // #region approve
  const idea = { name: "寻梅", why: "会员不知道账号" }
  yield* Operations.send(CampaignProcess, { ...order, key: "idea", step: "Propose", input: idea })
  yield* Operations.send(CampaignProcess, { ...order, key: "brief", step: "WriteBrief", input: { brief } })
  const approve = (key: string) =>
    Operations.send(CampaignProcess, { ...order, key, step: "Approve", by: he, input: {} })
  const untold = yield* Effect.flip(approve("too early"))
  // #endregion

  // #region notice
  const notice = { case: Case.CaseId.make("notice of plum blossom") }
  const telling = {
    event: "plum-blossom",
    starts: at("12-21T10:00"),
    materials: "https://xinghe.example/kit",
    part: "预热三天，上市当天抽奖"
  }
  const told = yield* Operations.send(EventNoticeProcess, {
    ...notice,
    key: "1",
    step: "Tell",
    by: tang,
    input: telling
  })
  yield* Operations.send(EventNoticeProcess, { ...notice, key: "2", step: "Acknowledge", by: lin, input: {} })
  // #endregion
  yield* approve("now")
  yield* worked

  // #region needs
  const parent = { process: CampaignProcess.name, case: campaign }
  for (const {
    case: { id }
  } of yield* Caseload.children([ResourceRequestProcess], parent)) {
    const request = yield* Operations.load(ResourceRequestProcess, id)
    const answer = { case: id, key: "answer", by: xu } as const
    yield* request?.state.resource === prizes
      ? Operations.send(ResourceRequestProcess, { ...answer, step: "Grant", input: { terms: "周五前寄到" } })
      : Operations.send(ResourceRequestProcess, { ...answer, step: "Refuse", input: { reason: "横幅已排满" } })
  }
  yield* worked
  const ready = yield* Operations.load(CampaignProcess, campaign)
  // #endregion

  // #region post
  const post = {
    content: { text: "梅花开了，第一泡给谁？#星河茶饮# 喝口茶再走。", pictures: [] },
    slot: at("12-17T12:00")
  }
  yield* Operations.send(CampaignProcess, { ...order, key: "post", step: "WritePost", input: post })
  // #endregion
  yield* worked
  clock.skipTo(at("12-17T09:01"))
  yield* worked
  return {
    untold: untold.message,
    hoursLate: "hoursLate" in told.case.state ? told.case.state.hoursLate : undefined,
    ready: ready?.state._tag,
    without:
      ready !== undefined && "without" in ready.state ? ready.state.without.map(({ need, why }) => [need, why.zh]) : [],
    atWarmUp: yield* where
  }
})

const store = Layer.merge(MemoryStore.layer, MemoryEditionStore.layer)
const house = KeptEditions.layer(handbook, ChineseHolidays.holidays).pipe(Layer.provideMerge(store))
export const outcome = await Effect.runPromise(program.pipe(Effect.provide(house), Effect.provide(clock.layer)))
console.log(outcome)
