/**
 * What a campaign hears of its draws and series of codes: that the public may be told, that prizes are delivered or back, that one is not there or no more. It is not
 * ready before all are there, does not begin where one is lost, and is not over before the last has ended.
 *
 * @module
 */
import { Result, Schema } from "effect"
import { added } from "../../internal-system/promotion/Money.ts"
import * as CaseOrder from "../../process/CaseOrder.ts"
import * as Campaign from "./Campaign.ts"
import { type Child, isOpen } from "./CampaignChild.ts"
import * as Ending from "./CampaignEnding.ts"
import * as Ordering from "./CampaignOrdering.ts"
import * as Reporting from "./CampaignReporting.ts"

const { stay, step } = Campaign.campaign
const from = [...Ordering.afterAsking, "Reviewing"] as const
type Hearing = Campaign.In<(typeof from)[number]>

/** What becomes of one that is open. */
const becomes = <S extends Campaign.Asked | Hearing>(state: S, which: string, what: Partial<Child>): S => ({
  ...state,
  children: state.children.map((one) => (one.case === which && isOpen(one) ? { ...one, ...what } : one))
})

/** Where a campaign stands after news of one of them. */
const next = (state: Hearing): Hearing | Campaign.In<"Stopped"> => {
  if (state._tag === "Preparing") return Ordering.prepared(state)
  return state._tag === "WindingUp" ? Campaign.woundUp(state) : state
}

/** One is lost: what is not live yet does not begin without it; what is, goes on without it. */
const lost = (state: Hearing, { case: which, name }: Child, why: string, event: Ordering.At) => {
  const left = becomes(state, which, { stands: "lost" })
  if (left._tag !== "Ready" && left._tag !== "WarmingUp") return next(left)
  return Campaign.stopped(left, { zh: `没有「${name}」：${why}`, en: `there is no ${name}: ${why}` }, event)
}

const openOf = (state: Campaign.Asked | Hearing, which: string): Child | undefined =>
  state.children.find((one) => one.case === which && isOpen(one))

/** What whoever runs it reads where one is lost that was to be there. */
const tellingLost = (state: Campaign.State, which: string) => {
  if (state._tag !== "Preparing" && state._tag !== "Live") return undefined
  const one = state.children.find((child) => child.case === which && child.stands === "lost")
  if (one === undefined) return undefined
  return {
    to: state.author.person,
    message: {
      zh: `「${state.name}」的「${one.name}」没有了。${state._tag === "Preparing" ? "可以重新登记。" : "如已公布，请公开说明。"}`,
      en: `${one.name} of “${state.name}” is no more. ${state._tag === "Preparing" ? "Order it again." : "Say so in public, where it was announced."}`
    }
  }
}

/** A draw is announced or drawn, a series is issued. None is ordered while the company is asked; what is heard then is of no draw of its own. */
export const Came = step({
  title: { zh: "得知已公布、发放或开奖", en: "hear that it is announced, issued or drawn" },
  from: ["Asking", ...from],
  to: ["Asking", ...from],
  by: "child",
  evolve: (campaign, { by }) => {
    const isLater = openOf(campaign, by.case)?.stands === "drawn"
    const stands = by.state === "Drawn" || isLater ? "drawn" : "there"
    const heard = becomes(campaign, by.case, { stands })
    return heard._tag === "Preparing" ? Ordering.prepared(heard) : heard
  }
})

const ended = {
  name: Schema.String,
  delivered: Schema.optionalKey(Schema.Finite),
  reason: Schema.optionalKey(Schema.String)
}

/** A draw or a series has ended: with its prizes delivered or back, its codes expired, or before its time and why. */
export const Ended = step({
  title: { zh: "得知已了结", en: "hear that it has ended" },
  from,
  to: [...from, "Stopped"],
  by: "child",
  input: ended,
  facts: { ...Reporting.facts, ...ended },
  decide: (campaign, input, { settings }) => Result.succeed({ ...input, ...Reporting.reportedOf(campaign, settings) }),
  evolve: (campaign, event) => {
    const { by, facts } = event
    const one = openOf(campaign, by.case)
    if (one === undefined) return campaign
    if (by.state !== "Settled" && by.state !== "Ended") return lost(campaign, one, facts.reason ?? "—", event)
    // No more than it held: what is not delivered of it is free again.
    return next(becomes(campaign, by.case, { stands: "over", worth: Math.min(one.worth, facts.delivered ?? 0) }))
  },
  performs: {
    ...Ending.ends,
    report: Reporting.report,
    notify: (state, event) =>
      Ending.telling(state, event) ?? Reporting.telling(state) ?? tellingLost(state, event.by.case)
  }
})

/** One was not even begun: whoever runs the campaign sees why, and orders it again in time. */
export const NotBegun = step({
  title: { zh: "得知没有开始", en: "hear that it was not begun" },
  from,
  to: [...from, "Stopped"],
  by: "world",
  input: CaseOrder.refused,
  evolve: (campaign, { facts }) =>
    openOf(campaign, facts.case)?.stands === "ordered"
      ? next(becomes(campaign, facts.case, { stands: "lost" }))
      : campaign,
  performs: {
    settle: Campaign.settling,
    notify: (state, event) => {
      const told = Ending.telling(state, event) ?? tellingLost(state, event.facts.case)
      const { detail } = event.facts
      return told && { ...told, message: { zh: `${told.message.zh}${detail}`, en: `${told.message.en} ${detail}` } }
    }
  }
})

/** Whatever is lost is ordered once more, while there is time, in the name of whoever does that. */
export const OrderAgain = stay({
  title: { zh: "重新登记抽奖和暗号", en: "order draws and codes again" },
  from: ["Preparing"],
  by: "planning.ask",
  unless: (campaign) => {
    const again = campaign.children.filter(({ stands }) => stands === "lost")
    const amount = added(...again.map(({ worth }) => worth))
    const left = Campaign.leftOf(campaign)
    if (again.length === 0) return new Campaign.NothingLost()
    return amount > left ? new Campaign.OverBudget({ amount, left }) : undefined
  },
  evolve: (campaign, event) => Ordering.orderedAgain(campaign, event),
  performs: Ordering.ordersAgain
})

/** The public knows of it already, or it has ended by itself: it goes its own way, and its end is heard. */
export const NotCalledOff = stay({
  title: { zh: "得知没有取消", en: "hear that it is not called off" },
  from: ["WindingUp"],
  by: "world",
  input: CaseOrder.refused,
  performs: {
    notify: (campaign, { facts }) => ({
      to: campaign.author.person,
      message: {
        zh: `「${campaign.name}」停止，但有一项没有随之取消：${facts.detail}`,
        en: `“${campaign.name}” stops, and one of its draws and series was not called off: ${facts.detail}`
      }
    })
  }
})
