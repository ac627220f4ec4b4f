/**
 * What a campaign hears of its budget and of what it has asked for: it is ready when nothing is open any more, shrinks by what it may do without, and stops
 * where it is not given what it must have.
 *
 * @module
 */
import { Result, Schema } from "effect"
import { ResourceId } from "../../external-system/Resource.ts"
import { type Bilingual, same } from "../../finding/Bilingual.ts"
import * as Action from "../../process/Action.ts"
import * as CaseOrder from "../../process/CaseOrder.ts"
import type { Need } from "./Brief.ts"
import * as Campaign from "./Campaign.ts"
import { isThere } from "./CampaignChild.ts"
import * as Ending from "./CampaignEnding.ts"
import * as Ordering from "./CampaignOrdering.ts"

const { childOf, step } = Campaign.campaign

/** Its sum is its own: now the company is asked. */
export const Reserved = step({
  title: { zh: "得知预算已留", en: "hear that its budget is reserved" },
  from: ["Reserving"],
  to: ["Asking", "Preparing", "Ready"],
  by: "world",
  evolve: (campaign, event) => {
    const open = campaign.brief.needs.map((need, place) => ({ ...need, case: childOf(event, "ask", place) }))
    const begun = { open, given: [], without: [], spent: [], children: [] }
    return ready({ ...campaign, _tag: "Asking", ...begun }, event)
  },
  performs: {
    ...Ordering.orders,
    ask: ({ author, open }) => open.map(({ need, resource }) => ({ input: { resource, need }, by: author }))
  }
})

/** The year's budget, or the time, is taken. */
export const NotReserved = step({
  title: { zh: "得知没有预算", en: "hear that there is no budget" },
  from: ["Reserving"],
  to: ["ToRevise"],
  by: "world",
  input: Action.refused,
  evolve: ({ approvedBy: _, year: __, ...campaign }, { facts }) => ({
    ...campaign,
    _tag: "ToRevise",
    note: facts.detail
  }),
  performs: {
    notify: ({ author, name, note }) => ({
      to: author.person,
      message: { zh: `「${name}」没有留到预算：${note}`, en: `“${name}” has no budget: ${note}` }
    })
  }
})

const what = { resource: ResourceId, need: Schema.NonEmptyString }
const after = [...Ordering.afterAsking, "Asking"] as const
/** Where a campaign hears for the second time that it is told no. */
const ended = [...after, "Stopped"] as const

/** What is given late is given all the same. */
export const Granted = step({
  title: { zh: "得知已同意", en: "hear that it is granted" },
  from: after,
  to: after,
  by: "child",
  input: { ...what, terms: Schema.String },
  evolve: (campaign, event) => {
    const { facts } = event
    const { must } = needOf(campaign, facts)
    const without = campaign.without.filter((one) => !isSame(one, facts))
    return ready({ ...closed(campaign, facts), without, given: [...campaign.given, { ...facts, must }] }, event)
  },
  performs: Ordering.orders
})

/** Without what it must have there is no campaign. */
export const Refused = step({
  title: { zh: "得知被拒绝", en: "hear that it is refused" },
  from: after,
  to: ended,
  by: "child",
  input: { ...what, reason: Schema.String },
  evolve: (campaign, event) => goWithout(campaign, event, said(event.facts.reason)),
  performs: { ...Ordering.orders, ...Ending.ends }
})

/** Whoever asked for it has thought better of it. */
export const Withdrawn = step({
  title: { zh: "得知已撤回", en: "hear that it is withdrawn" },
  from: after,
  to: ended,
  by: "child",
  input: what,
  evolve: (campaign, event) => goWithout(campaign, event, { zh: "已撤回", en: "withdrawn" }),
  performs: { ...Ordering.orders, ...Ending.ends }
})

/** Something could not even be asked for: the campaign goes on without it as if it were refused, and whoever runs it reads why. */
export const NotAsked = step({
  title: { zh: "得知未能提出", en: "hear that it cannot be asked for" },
  from: after,
  to: ended,
  by: "world",
  input: CaseOrder.refused,
  facts: { ...CaseOrder.refused, asked: Schema.optionalKey(Campaign.Open) },
  decide: ({ open }, input) => {
    const asked = open.find((one) => one.case === input.case)
    return Result.succeed({ ...input, ...(asked !== undefined && { asked }) })
  },
  evolve: (campaign, event) => {
    const { asked, detail } = event.facts
    return asked === undefined ? campaign : goWithout(campaign, { ...event, facts: asked }, said(detail))
  },
  performs: {
    ...Ordering.orders,
    ...Ending.ends,
    notify: (state, event) =>
      Ending.telling(state, event) ?? notAsked(state, event.facts.asked?.need, event.facts.detail)
  }
})

const notAsked = (state: Campaign.State, need: string | undefined, detail: string) =>
  need === undefined || !("author" in state)
    ? undefined
    : {
        to: state.author.person,
        message: {
          zh: `「${state.name}」需要的「${need}」没有提出：${detail}`,
          en: `What “${state.name}” needs was not asked for: ${need}: ${detail}`
        }
      }

/** The time to decide is here: what the campaign may do without and has not been given is left out, and where more is lacking it stops. */
export const Decide = step({
  title: { zh: "不再等待", en: "wait no longer" },
  from: ["Asking", "Preparing"],
  to: ["Preparing", "Ready", "WindingUp", "Stopped"],
  by: "clock",
  evolve: (campaign, event) => {
    const needed = campaign.open.filter(({ must }) => must).map(({ need }) => need)
    const lacking = [...needed, ...campaign.children.filter((one) => !isThere(one)).map(({ name }) => name)]
    const late = { zh: "没有按时答复", en: "no answer in time" }
    if (lacking.length > 0)
      return Campaign.stopped(
        campaign,
        { zh: `没有按时得到：${lacking.join("、")}`, en: `not given in time: ${lacking.join(", ")}` },
        event
      )
    const without = campaign.open.map(({ need, resource }) => ({ resource, need, why: late }))
    return Ordering.ordered({ ...campaign, open: [], without: [...campaign.without, ...without] }, event)
  },
  performs: { ...Ordering.orders, ...Ending.ends }
})

/** A reason as somebody has written it; who has refused without a word has given none. */
const said = (text: string): Bilingual => (text === "" ? { zh: "没有说明", en: "no reason was given" } : same(text))

type Named = Pick<Need, "resource" | "need">
const isSame = (one: Named, other: Named) => one.resource === other.resource && one.need === other.need
const needOf = ({ brief }: Campaign.Asked, named: Named) =>
  brief.needs.find((one) => isSame(one, named)) ?? { ...named, must: false }

/** Nobody is asked for it any more. */
const closed = <C extends Campaign.Asked>(campaign: C, named: Named): C => ({
  ...campaign,
  open: campaign.open.filter((one) => !isSame(one, named))
})

const goWithout = (
  campaign: Campaign.Asked,
  event: Ordering.At & { readonly facts: Named },
  why: Bilingual
): Campaign.Asked | Campaign.In<"Stopped"> => {
  const { need, resource } = event.facts
  if (campaign._tag === "Asking" && needOf(campaign, { need, resource }).must)
    return Campaign.stopped(campaign, why, event)
  const without = campaign.without.filter((one) => !isSame(one, { need, resource }))
  return ready({ ...closed(campaign, { need, resource }), without: [...without, { resource, need, why }] }, event)
}

/** Nothing is open any more: what the public is to be told is prepared now. */
const ready = <C extends Campaign.Asked>(campaign: C, event: Ordering.At): C | Campaign.In<"Preparing" | "Ready"> =>
  campaign._tag === "Asking" && campaign.open.length === 0 ? Ordering.ordered(campaign, event) : campaign
