/**
 * A campaign while it runs: posts are written for it, it warms up and goes live by the clock, money is spent, and when it is over somebody says what came of it.
 *
 * @module
 */
import { DateTime, Result, Schema } from "effect"
import { same } from "../../finding/Bilingual.ts"
import * as Label from "../../finding/Label.ts"
import * as Remark from "../../finding/Remark.ts"
import { BoundContent } from "../../internal-system/content/Content.ts"
import { Slot } from "../../internal-system/content/Post.ts"
import * as Action from "../../process/Action.ts"
import { authority, PersonId } from "../../process/Actor.ts"
import { leadNow } from "../../process/Presence.ts"
import * as Campaign from "./Campaign.ts"
import { Sum } from "./CampaignBudget.ts"
import { isOpen } from "./CampaignChild.ts"
import * as Ending from "./CampaignEnding.ts"
import * as Reporting from "./CampaignReporting.ts"

const { stay, step } = Campaign.campaign

/** A post of the campaign goes the way of every post, and is withdrawn with it unless it is out. */
export const WritePost = stay({
  title: { zh: "写一条微博", en: "write a post" },
  from: ["Preparing", "Ready", "WarmingUp", "Live"],
  by: "content.compose",
  input: { content: BoundContent, slot: Slot },
  decide: ({ brief: { from, until, warmUp = from } }, input) =>
    DateTime.isLessThan(input.slot, warmUp) || !DateTime.isLessThan(input.slot, until)
      ? Result.fail(new Campaign.OutsideItsTime({ slot: input.slot, from: warmUp, until }))
      : Result.succeed(input),
  performs: {
    post: ({ brief: { account } }, { by, facts: { content, slot } }) => ({ input: { account, content, slot }, by })
  }
})

/** Whoever wrote it hears why there is no post. */
export const NotWritten = stay({
  title: { zh: "得知微博没有写成", en: "hear that a post was not begun" },
  from: ["Preparing", "Ready", "WarmingUp", "Live", "WindingUp", "Reporting"],
  by: "world",
  input: Action.refused,
  performs: {
    notify: ({ author, name }, { facts: { detail } }) => ({
      to: author.person,
      message: { zh: `「${name}」的一条微博没有写成：${detail}`, en: `A post of “${name}” was not begun: ${detail}` }
    })
  }
})

/** Whoever writes what came of it hears that they have to do without figures. */
export const NotReported = stay({
  title: { zh: "得知活动报告没有开始", en: "hear that its report was not begun" },
  from: ["Reporting", "Reviewing"],
  by: "world",
  input: Action.refused,
  performs: {
    notify: ({ author, name }, { facts: { detail } }) => ({
      to: author.person,
      message: {
        zh: `「${name}」的活动报告没有开始：${detail}`,
        en: `The report of figures of “${name}” was not begun: ${detail}`
      }
    })
  }
})

export const WarmUp = step({
  title: { zh: "开始预热", en: "warm up" },
  from: ["Ready"],
  to: ["WarmingUp"],
  by: "clock"
})

/** All that it must have was given: the state that it comes from says so. */
export const GoLive = step({
  title: { zh: "上线", en: "go live" },
  from: ["Ready", "WarmingUp"],
  to: ["Live"],
  by: "clock"
})

/** What it may cost, and not more; the prizes of its draws are paid for already. */
export const Spend = stay({
  title: { zh: "记一笔支出", en: "spend" },
  from: ["Preparing", "Ready", "WarmingUp", "Live", "WindingUp", "Reporting"],
  by: "planning.ask",
  input: {
    amount: Sum.annotate(Label.of({ zh: "金额", en: "amount" })),
    what: Schema.NonEmptyString.annotate(Label.of({ zh: "用途", en: "what for" }))
  },
  decide: (campaign, input) => {
    const left = Campaign.leftOf(campaign)
    return input.amount > left
      ? Result.fail(new Campaign.OverBudget({ amount: input.amount, left }))
      : Result.succeed(input)
  },
  evolve: (campaign, { at, facts }) => ({ ...campaign, spent: [...campaign.spent, { ...facts, at }] })
})

export const Close = step({
  title: { zh: "结束", en: "close" },
  from: ["Live"],
  to: ["WindingUp", "Reporting"],
  by: "clock",
  facts: Reporting.facts,
  decide: (campaign, _, { settings }) => Result.succeed(Reporting.reportedOf(campaign, settings)),
  evolve: (campaign) => ({ ...campaign, _tag: campaign.children.some(isOpen) ? "WindingUp" : "Reporting" }),
  performs: { report: Reporting.report, notify: Reporting.telling }
})

export const Report = step({
  title: { zh: "写报告", en: "report" },
  from: ["Reporting"],
  to: ["Reviewing"],
  by: "planning.ask",
  input: { report: Schema.NonEmptyString.annotate(Label.of({ zh: "报告", en: "report" })) }
})

/** What is to be done otherwise next time. */
export const Review = step({
  title: { zh: "复盘", en: "review" },
  from: ["Reviewing"],
  to: ["Over"],
  by: "campaign.approve",
  input: { lessons: Schema.String.annotate(Label.of({ zh: "经验教训", en: "lessons" })) },
  unless: (_, { by, settings: { approver } }) =>
    authority(by) === approver ? undefined : new Campaign.NotTheApprover({ person: authority(by), approver }),
  performs: { settle: Campaign.settling }
})

/** It is called off: what is not out yet is withdrawn, and what was asked for as well; what the public was told is kept to. */
export const Stop = step({
  title: { zh: "停止", en: "stop" },
  from: ["Asking", "Preparing", "Ready", "WarmingUp", "Live"],
  to: ["WindingUp", "Stopped"],
  by: "planning.ask",
  input: { reason: Remark.Reason },
  evolve: (campaign, event) => Campaign.stopped(campaign, same(event.facts.reason), event),
  performs: Ending.ends
})

export const Remind = stay({
  title: { zh: "提醒", en: "remind" },
  from: ["Proposed", "Briefed", "ToRevise", "Reserving", "WindingUp", "Reporting", "Reviewing"],
  by: "clock",
  facts: { to: PersonId },
  decide: (campaign, _, under) => {
    const { approver } = under.settings
    const isTheirs = campaign._tag !== "Proposed" && campaign._tag !== "Briefed" && campaign._tag !== "Reviewing"
    const first = isTheirs && campaign._tag !== "Reserving" ? campaign.author.person : approver
    return Result.succeed({
      to: leadNow({
        ...under,
        settings: { ...under.settings, lead: first, others: [under.settings.lead, ...(under.settings.others ?? [])] }
      })
    })
  },
  performs: {
    notify: (_, { facts: { to } }, { about, state }) => ({
      to,
      message: { zh: `「${about.zh}」${state.zh}，等待处理。`, en: `${about.en} waits: ${state.en}.` }
    })
  }
})
