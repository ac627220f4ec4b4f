/**
 * What the team asks of a department about one fan's complaint: the promise of the department (OLA) inside the promise to the fan.
 *
 *     Asked ─Report→ Reported      whoever owns the resource answers for the department, or its desk does
 *       ├─Refuse→ Refused
 *       └─Withdraw→ Withdrawn
 *
 * The words stand here; the rules in `ReferralProcess`.
 *
 * @module
 */
import { Schema } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import * as Tag from "../../account/Tag.ts"
import * as DeskText from "../../external-system/customer-desk/DeskText.ts"
import { openTicket } from "../../external-system/customer-desk/OpenTicket.ts"
import { type Opening, TicketId } from "../../external-system/customer-desk/Ticket.ts"
import { ResourceId } from "../../external-system/Resource.ts"
import { Promised } from "../../external-system/ResourceRequest.ts"
import { type Bilingual, same } from "../../finding/Bilingual.ts"
import * as Label from "../../finding/Label.ts"
import * as Remark from "../../finding/Remark.ts"
import { PersonId } from "../../process/Actor.ts"
import { notify } from "../../process/Notify.ts"
import { define } from "../../process/Process.ts"
import type { Called, Reading } from "../../process/Reader.ts"
import { Incoming, isPrivate } from "../interaction/Incoming.ts"
import { Ladder } from "../interaction/Ladder.ts"

/** What a tag of a ticket is of: its referral is found by it. */
export const ticketKind = "ticket"

/** What is asked: about which words of which fan, of whom, and what they need to know. */
export const asked = {
  account: AccountId,
  interaction: Incoming,
  department: ResourceId,
  note: Remark.Note,
  /** How soon this department answers for this complaint. */
  promise: Ladder.annotateKey(Label.of({ zh: "时限", en: "promise" }))
}

const referral = {
  ...asked,
  askedBy: Schema.optionalKey(PersonId),
  owner: PersonId,
  sponsor: PersonId,
  /** What the resource is called. */
  named: Schema.optionalKey(Promised.fields.title.schema),
  ticket: Schema.optionalKey(TicketId.annotate(Tag.as(ticketKind))),
  /** Whether the ticket that was opened was merged into that one. */
  merged: Schema.optionalKey(Schema.Boolean)
}

/** The builders of the process, with its words. */
export const words = define("Referral", {
  title: { zh: "转办", en: "referral" },
  settings: {
    resources: Schema.Record(ResourceId, Promised),
    /** The resources whose department has a desk of its own, at which tickets are opened. */
    desks: Schema.Array(ResourceId),
    /** Whether what comes from Weibo goes before everything else there. */
    weiboFirst: Schema.Boolean,
    lead: PersonId,
    others: Schema.optionalKey(Schema.Array(PersonId))
  },
  states: {
    Asked: { title: { zh: "部门处理中", en: "at the department" }, ...referral },
    Reported: { title: { zh: "部门已答复", en: "reported" }, ...referral, report: Schema.NonEmptyString },
    Refused: { title: { zh: "部门不受理", en: "refused" }, ...referral, report: Schema.NonEmptyString },
    Withdrawn: { title: { zh: "已撤回", en: "withdrawn" }, ...referral }
  },
  actions: { openTicket, notify }
})

/** What a handbook says of referrals. */
export type Settings = typeof words.Settings.Type
/** Where a referral stands. */
export type State = typeof words.State.Type

const titleOf = ({ department, named = same(department) }: State): Bilingual => named

/** The ticket that the department's desk is asked to open: the note of the team first, and the fan's own words below it. */
export const ticketOf = ({ account, interaction, note }: State, isFirst: boolean): Omit<Opening, "key"> => ({
  customer: { fan: interaction.from.id, name: interaction.from.name ?? interaction.from.id },
  subject: `微博 ${account}: ${note}`,
  text: `${note}\n\n${interaction.text}`,
  priority: isFirst ? "weibo first" : "normal",
  ...(!isPrivate(interaction) && { post: interaction.post }),
  interaction: interaction.id
})

/** So much of a fan's words stands in a message; the rest is read in the case. */
const longestTold = 300

/** What the owner of the resource reads when it is asked. */
export const isAsked = (referral: State, called: Called): Bilingual => {
  const { askedBy, interaction, note } = referral
  const words = DeskText.line(interaction.text, longestTold)
  const who =
    askedBy === undefined ? { zh: "微博团队", en: "The Weibo team" } : { zh: called(askedBy), en: called(askedBy) }
  return {
    zh: `${who.zh}请「${titleOf(referral).zh}」处理粉丝投诉「${words}」：${note}`,
    en: `${who.en} asks ${titleOf(referral).en} to see to a fan's complaint “${words}”: ${note}`
  }
}

/** What is read where nobody of the department has answered. */
export const isLate = (referral: State, { about }: Reading): Bilingual => ({
  zh: `「${titleOf(referral).zh}」还没有答复：${about.zh}`,
  en: `${titleOf(referral).en} has not answered yet: ${about.en}`
})

/** What whoever asked reads where the desk has a word of its own for where the ticket stands. */
export const stands = (referral: State, says: string): Bilingual => ({
  zh: `「${titleOf(referral).zh}」的工单状态：${says}（${referral.note}）`,
  en: `The ticket at ${titleOf(referral).en} is ${says} (${referral.note})`
})

/** What the owner reads where the desk did not take the ticket. */
export const hasNoTicket = (referral: State, why: string): Bilingual => ({
  zh: `「${titleOf(referral).zh}」的工单没有开出（${why}），请直接处理：${referral.note}`,
  en: `No ticket was opened at ${titleOf(referral).en} (${why}); see to it without one: ${referral.note}`
})
