/**
 * The account's own people at the campaign: they acknowledge, write, approve, schedule, announce, spend and report whatever the state of the cases asks for,
 * in both stories alike; what they are not told of, nobody does.
 *
 * @module
 */

import { type Actor, type Case, Caseload, Operations, type Process } from "@dualops/core"
import type { AccountId } from "@dualops/core/account"
import { CodeTerms } from "@dualops/core/codes"
import { PostProcess } from "@dualops/core/content"
import { type Brief, CampaignProcess } from "@dualops/core/practices"
import { EventNoticeProcess, Resource } from "@dualops/core/resources"
import { type DateTime, Effect } from "effect"
import { assumptions } from "./Assumptions.ts"
import { cases, needs } from "./Circumstances.ts"
import { dates } from "./Dates.ts"
import { at, type Deed, people } from "./House.ts"
import * as Posts from "./Posts.ts"
import { drawOf, type Prizes, worth } from "./Prizes.ts"

/** The name by which the company calls it. */
export const event = "寻找神秘暗号"

const resource = (id: string) => Resource.ResourceId.make(id)

/** The codes of the advertisements. */
export const codes: Brief.Codes = {
  name: event,
  discount: "第二杯半价",
  firstDay: dates.launch.slice(0, 10),
  lastDay: "2026-11-15",
  length: 12,
  placements: [
    {
      id: CodeTerms.PlacementId.make("metro-line-2"),
      kind: "advertisement",
      resource: resource("adverts"),
      codes: 1_000
    },
    { id: CodeTerms.PlacementId.make("sleeves"), kind: "packaging", resource: resource("shops"), codes: 1_000 }
  ]
}

/** What is asked for, with the dates as they are wanted. */
export const briefOf = (account: AccountId, from: DateTime.Utc, more: Partial<Brief.Brief> = {}): Brief.Brief => ({
  ...more,
  account,
  objective: "让看到广告的人知道这个账号，并在这里问",
  theme: event,
  audience: "看到地铁广告和杯套的人",
  from,
  until: at(dates.over),
  budget: 30_000,
  prizes: { from: resource("prizes"), worth: worth * assumptions.cups.value, dearest: worth, drawn: true },
  draws: [drawOf(from, at("2026-11-15T22:00"))],
  event,
  needs: [
    { resource: resource("prizes"), need: needs.prizes, must: true },
    { resource: resource("adverts"), need: needs.adverts, must: true },
    { resource: resource("shops"), need: needs.shops, must: false },
    { resource: resource("customer-service"), need: needs.service, must: false }
  ]
})

/** Has an idea of a campaign, and writes what it is to be; whether the house takes it is the house's matter. */
export const propose = Effect.fnUntraced(function* (brief: Brief.Brief) {
  const order = { case: cases.campaign, by: people.zhou }
  const input = { name: event, why: "暗号在广告里，问题会到微博来" }
  yield* Operations.send(CampaignProcess, { ...order, key: "idea", step: "Propose", input })
  yield* Operations.send(CampaignProcess, { ...order, key: "brief", step: "WriteBrief", input: { brief } })
})

/** What is paid of the budget beside the cups, which the draw holds, and when. */
const spending = [
  { what: "海报插画", amount: 2_400, from: dates.warmUp },
  { what: "广告稿加印账号名", amount: 9_000, from: dates.launch },
  { what: "晒图寄送", amount: 800, from: dates.over }
]

/** The account's people, in an hour of the office. */
export const make = (account: AccountId, prizes: Prizes, isThere: (by: Actor.Person) => boolean) => {
  const posts = Caseload.make([PostProcess])
  let isWritten = false

  const ofNotice = Effect.gen(function* () {
    const notice = yield* Operations.load(EventNoticeProcess, cases.notice)
    if (notice === undefined || !isThere(people.zhou)) return
    const order = { case: cases.notice, by: people.zhou }
    if (notice.state._tag === "Told") {
      yield* Operations.send(EventNoticeProcess, { ...order, key: "known", step: "Acknowledge", input: {} })
      yield* propose(briefOf(account, at(dates.launch), { warmUp: at(dates.warmUp), codes: [codes] }))
    }
  })

  const ofCampaign = Effect.fnUntraced(function* (now: number) {
    const campaign = yield* Operations.load(CampaignProcess, cases.campaign)
    if (campaign === undefined) return
    const { state } = campaign
    const zhou = { case: cases.campaign, by: people.zhou }
    const he = { case: cases.campaign, by: people.he }
    if (state._tag === "Briefed" && isThere(people.he)) {
      yield* Operations.send(CampaignProcess, { ...he, key: "yes", step: "Approve", input: {} })
    }
    if (state._tag === "Reporting" && state.spent.length === spending.length) {
      yield* Operations.send(CampaignProcess, {
        ...zhou,
        key: "report",
        step: "Report",
        input: { report: "见本页各项数字" }
      })
    }
    if (state._tag === "Reviewing" && isThere(people.he)) {
      yield* Operations.send(CampaignProcess, {
        ...he,
        key: "review",
        step: "Review",
        input: { lessons: "提前三周通知" }
      })
    }
    if (!("given" in state) || state._tag === "Asking" || state._tag === "Over") return
    const draw = state.children.find(({ kind, stands }) => kind === "draw" && stands === "there")
    if (draw !== undefined) yield* prizes.announced(draw.case)
    if (state._tag === "Reviewing") return
    if (!isWritten)
      yield* Posts.write(Posts.ofCampaign, (key, content, slot) =>
        Operations.send(CampaignProcess, {
          ...zhou,
          key,
          by: Posts.author(isThere),
          step: "WritePost",
          input: { content, slot }
        })
      )
    isWritten = true
    for (const { amount, from, what } of spending) {
      if (at(from).epochMilliseconds > now || state.spent.some((one) => one.what === what)) continue
      yield* Operations.send(CampaignProcess, { ...zhou, key: what, step: "Spend", input: { amount, what } })
    }
  })

  return {
    work: (now: number): Deed =>
      Effect.gen(function* () {
        yield* ofNotice
        yield* ofCampaign(now)
        for (const { case: one } of yield* posts.cases) {
          yield* Posts.goOn(one as Case.Case<Process.StateOf<typeof PostProcess>>, isThere)
        }
      }).pipe(Effect.orDie)
  }
}
