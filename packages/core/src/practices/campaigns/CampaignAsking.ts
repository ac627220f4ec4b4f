/**
 * What a campaign hears of its budget and of what it has asked for: it is ready when nothing is open any more, shrinks by what it may do without, and stops
 * where it is not given what it must have.
 *
 * @module
 */
import { Schema } from "effect"
import { ResourceId } from "../../external-system/Resource.ts"
import { type Bilingual, same } from "../../finding/Bilingual.ts"
import * as Action from "../../process/Action.ts"
import type { Need } from "./Brief.ts"
import * as Campaign from "./Campaign.ts"

const { step } = Campaign.campaign

/** Its sum is its own: now the company is asked. */
export const Reserved = step({
  title: { zh: "得知预算已留", en: "hear that its budget is reserved" },
  from: ["Reserving"],
  to: ["Asking", "Ready"],
  by: "world",
  evolve: (campaign) =>
    ready({ ...campaign, _tag: "Asking", open: campaign.brief.needs, given: [], without: [], spent: [] }),
  performs: {
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
const after = ["Asking", "Ready", "WarmingUp", "Live", "Reporting"] as const

/** What is given late is given all the same. */
export const Granted = step({
  title: { zh: "得知已同意", en: "hear that it is granted" },
  from: after,
  to: after,
  by: "child",
  input: { ...what, terms: Schema.String },
  evolve: (campaign, { facts }) => {
    const { must } = needOf(campaign, facts)
    const without = campaign.without.filter((one) => !isSame(one, facts))
    return ready({ ...closed(campaign, facts), without, given: [...campaign.given, { ...facts, must }] })
  }
})

/** Without what it must have there is no campaign. */
export const Refused = step({
  title: { zh: "得知被拒绝", en: "hear that it is refused" },
  from: after,
  to: [...after, "Stopped"],
  by: "child",
  input: { ...what, reason: Schema.String },
  evolve: (campaign, { facts }) => goWithout(campaign, facts, said(facts.reason)),
  performs: { settle: Campaign.settling, notify: Campaign.tellingStopped }
})

/** Whoever asked for it has thought better of it. */
export const Withdrawn = step({
  title: { zh: "得知已撤回", en: "hear that it is withdrawn" },
  from: after,
  to: [...after, "Stopped"],
  by: "child",
  input: what,
  evolve: (campaign, { facts }) => goWithout(campaign, facts, { zh: "已撤回", en: "withdrawn" }),
  performs: { settle: Campaign.settling, notify: Campaign.tellingStopped }
})

/** Something could not even be asked for: nobody knows which, so a person has to look. */
export const NotAsked = step({
  title: { zh: "得知未能提出", en: "hear that it cannot be asked for" },
  from: after,
  to: ["Ready", "WarmingUp", "Live", "Reporting", "Stopped"],
  by: "world",
  input: Action.refused,
  evolve: (campaign, { facts }) =>
    campaign._tag === "Asking" ? Campaign.stopped(campaign, said(facts.detail)) : campaign,
  performs: { settle: Campaign.settling, notify: Campaign.tellingStopped }
})

/** It is time: what it may do without and has not been given is left out, and where more is lacking it stops. */
export const Decide = step({
  title: { zh: "不再等待", en: "wait no longer" },
  from: ["Asking"],
  to: ["Ready", "Stopped"],
  by: "clock",
  evolve: (campaign) => {
    const lacking = campaign.open.filter(({ must }) => must)
    const late = { zh: "没有按时答复", en: "no answer in time" }
    return lacking.length > 0
      ? Campaign.stopped(campaign, {
          zh: `没有按时得到：${lacking.map(({ need }) => need).join("、")}`,
          en: `not given in time: ${lacking.map(({ need }) => need).join(", ")}`
        })
      : {
          ...campaign,
          _tag: "Ready",
          without: [...campaign.without, ...campaign.open.map(({ need, resource }) => ({ resource, need, why: late }))]
        }
  },
  performs: { settle: Campaign.settling, notify: Campaign.tellingStopped }
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
  { need, resource }: Named,
  why: Bilingual
): Campaign.Asked | Campaign.In<"Stopped"> => {
  if (campaign._tag === "Asking" && needOf(campaign, { need, resource }).must) return Campaign.stopped(campaign, why)
  const without = campaign.without.filter((one) => !isSame(one, { need, resource }))
  return ready({ ...closed(campaign, { need, resource }), without: [...without, { resource, need, why }] })
}

/** Nothing is open any more. */
const ready = <C extends Campaign.Asked>(campaign: C): C | Campaign.In<"Ready"> =>
  campaign._tag === "Asking" && campaign.open.length === 0 ? { ...campaign, _tag: "Ready" } : campaign
