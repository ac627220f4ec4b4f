/**
 * A campaign until it is approved: proposed by whoever has an idea, briefed by whoever will run it, read by whoever decides.
 *
 * @module
 */
import { DateTime, Result, Schema } from "effect"
import { noticed } from "../../external-system/notice/EventNotice.ts"
import { same } from "../../finding/Bilingual.ts"
import * as Label from "../../finding/Label.ts"
import * as Remark from "../../finding/Remark.ts"
import { authority, type Person, PersonId } from "../../process/Actor.ts"
import { Brief } from "./Brief.ts"
import { against } from "./BriefCheck.ts"
import * as BriefChildren from "./BriefChildren.ts"
import * as Campaign from "./Campaign.ts"
import { caseOf } from "./CampaignBudget.ts"

const { start, step } = Campaign.campaign

/** Anybody of the company has an idea. */
export const Propose = start({
  title: { zh: "提出选题", en: "propose" },
  to: ["Proposed"],
  by: "campaign.propose",
  input: {
    name: Schema.NonEmptyString.annotate(Label.of({ zh: "名称", en: "title" })),
    why: Schema.NonEmptyString.annotate(Label.of({ zh: "为什么办", en: "why" }))
  },
  facts: {
    name: Schema.NonEmptyString,
    why: Schema.NonEmptyString,
    approver: PersonId
  },
  decide: (input, { settings: { approver } }) => Result.succeed({ ...input, approver }),
  evolve: ({ by, facts: { name, why } }) => ({ _tag: "Proposed", name, why, proposedBy: by.person }),
  performs: {
    notify: ({ name, proposedBy, why }, { facts }, { called }) => ({
      to: facts.approver,
      message: {
        zh: `${called(proposedBy)} 提出活动「${name}」：${why}`,
        en: `${called(proposedBy)} proposes the campaign “${name}”: ${why}`
      }
    })
  }
})

/** Whoever will run it says what it is to be; everything that speaks against the brief is said at once. */
export const WriteBrief = step({
  title: { zh: "写方案", en: "write the brief" },
  from: ["Proposed", "Briefed", "ToRevise"],
  to: ["Briefed"],
  by: "planning.ask",
  input: { brief: Brief },
  opensWith: (campaign) => ("brief" in campaign ? { brief: campaign.brief } : {}),
  advises: (_, { brief }, { at, calendars, settings }) =>
    brief === undefined ? [] : [...against(brief, boundsOf(settings), at, calendars), ...BriefChildren.advice(brief)],
  decide: (_, { brief }, { at, calendars, settings }) => {
    const findings = against(brief, boundsOf(settings), at, calendars)
    return findings.length > 0 ? Result.fail(new Campaign.BadBrief({ findings })) : Result.succeed({ brief })
  },
  evolve: ({ name, proposedBy, why }, { by, facts: { brief } }) => ({
    _tag: "Briefed",
    name,
    why,
    proposedBy,
    brief,
    author: by
  })
})

/**
 * What the handbook says yes to; the budget is reserved before anything is asked for. A campaign for an event of the company needs notice of that event.
 */
export const Approve = step({
  title: { zh: "批准", en: "approve" },
  from: ["Briefed"],
  to: ["Reserving"],
  by: "campaign.approve",
  needs: [{ grant: noticed, of: ({ brief }) => brief.event }],
  facts: { approvedBy: PersonId, year: Schema.Int },
  unless: (_, { by, settings }) => notTheApprover(by, settings),
  decide: ({ brief }, _, { at, by, calendars, settings }) => {
    // Time has passed since it was written.
    const findings = against(brief, boundsOf(settings), at, calendars)
    if (findings.length > 0) return Result.fail(new Campaign.BadBrief({ findings }))
    const { year } = DateTime.toParts(DateTime.makeZonedUnsafe(brief.from, settings))
    return Result.succeed({ approvedBy: authority(by), year })
  },
  evolve: (campaign, { facts }) => ({ ...campaign, _tag: "Reserving", ...facts }),
  performs: {
    reserve: ({ brief: { account, budget: amount, from, until }, name: title, year }, event) => ({
      case: caseOf(account, year),
      input: { campaign: event.case, title, amount, from, until }
    })
  }
})

/** What has to be otherwise. */
export const SendBack = step({
  title: { zh: "退回修改", en: "send back" },
  from: ["Briefed"],
  to: ["ToRevise"],
  by: "campaign.approve",
  input: { note: Remark.Note },
  unless: (_, { by, settings }) => notTheApprover(by, settings)
})

/** No is an answer, with its reason. */
export const TurnDown = step({
  title: { zh: "不办", en: "turn down" },
  from: ["Proposed", "Briefed", "ToRevise"],
  to: ["Stopped"],
  by: "campaign.approve",
  input: { reason: Remark.Reason },
  unless: (_, { by, settings }) => notTheApprover(by, settings),
  evolve: (campaign, { facts: { reason } }) => dropped(campaign, reason)
})

/** Nothing was asked for yet, so nothing has to be given back. */
export const Drop = step({
  title: { zh: "放弃", en: "drop" },
  from: ["Proposed", "Briefed", "ToRevise"],
  to: ["Stopped"],
  by: "planning.ask",
  input: { reason: Remark.Reason },
  evolve: (campaign, { facts: { reason } }) => dropped(campaign, reason)
})

const dropped = ({ name, proposedBy, why }: Campaign.In<"Proposed" | "Briefed" | "ToRevise">, reason: string) => ({
  _tag: "Stopped" as const,
  name,
  why,
  proposedBy,
  reason: same(reason)
})

const notTheApprover = (by: Person, { approver }: Pick<Campaign.Settings, "approver">) =>
  authority(by) === approver ? undefined : new Campaign.NotTheApprover({ person: authority(by), approver })

const boundsOf = (settings: Campaign.Settings) => {
  const { codes, draws, most, notice, prizesMost, resources, timeZone } = settings
  return {
    ...{ most, notice, prizesMost, resources },
    ...(draws && { draws }),
    ...(codes && { codes: { ...codes, resources, timeZone } })
  }
}
