/**
 * What the team asks of a department about one fan's complaint: the promise of the department (OLA) inside the promise to the fan.
 *
 *     Asked ─Report→ Reported      whoever owns the resource answers for the department, or its desk does
 *       ├─Refuse→ Refused
 *       └─Withdraw→ Withdrawn
 *
 * The words stand here; the rules in `TicketProcess`.
 *
 * @module
 */
import { Schema } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import { ResourceId } from "../../external-system/Resource.ts"
import { Promised } from "../../external-system/ResourceRequest.ts"
import { type Bilingual, same } from "../../finding/Bilingual.ts"
import * as Action from "../../process/Action.ts"
import { PersonId } from "../../process/Actor.ts"
import { notify } from "../../process/Notify.ts"
import { define } from "../../process/Process.ts"
import type { Called, Reading } from "../../process/Reader.ts"
import { Interaction } from "../interaction/Interaction.ts"
import { Ladder } from "../interaction/Ladder.ts"

/** A ticket's id at the department's desk. */
export const TicketId = Schema.NonEmptyString.pipe(Schema.brand("TicketId"))
/** A ticket's id at the department's desk. */
export type TicketId = typeof TicketId.Type

/** What is asked: about which words of which fan, of whom, and what they need to know. */
export const asked = {
  account: AccountId,
  interaction: Interaction,
  department: ResourceId,
  note: Schema.NonEmptyString,
  /** How soon this department answers for this complaint. */
  promise: Ladder
}

/** Opens a ticket at the department's desk; asked again under the same key, it is the same ticket. */
export const openTicket = Action.kind({
  name: "OpenTicket",
  request: {
    account: AccountId,
    interaction: Interaction,
    department: ResourceId,
    note: Schema.String,
    urgent: Schema.Boolean
  },
  done: { ticket: TicketId },
  repeatable: true
})

const ticket = {
  ...asked,
  askedBy: Schema.optionalKey(PersonId),
  owner: PersonId,
  sponsor: PersonId,
  /** What the resource is called. */
  named: Schema.optionalKey(Promised.fields.title.schema),
  ticket: Schema.optionalKey(TicketId)
}

/** The builders of the process, with its words. */
export const words = define("Ticket", {
  title: { zh: "部门工单", en: "ticket" },
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
    Asked: { title: { zh: "部门处理中", en: "at the department" }, ...ticket },
    Reported: { title: { zh: "部门已答复", en: "reported" }, ...ticket, report: Schema.NonEmptyString },
    Refused: { title: { zh: "部门不受理", en: "refused" }, ...ticket, report: Schema.NonEmptyString },
    Withdrawn: { title: { zh: "已撤回", en: "withdrawn" }, ...ticket }
  },
  actions: { openTicket, notify }
})

/** What a handbook says of tickets. */
export type Settings = typeof words.Settings.Type
/** Where a ticket stands. */
export type State = typeof words.State.Type

const titleOf = ({ department, named = same(department) }: State): Bilingual => named

/** What the owner of the resource reads when it is asked. */
export const isAsked = (ticket: State, called: Called): Bilingual => {
  const { askedBy, interaction, note } = ticket
  const who =
    askedBy === undefined ? { zh: "微博团队", en: "The Weibo team" } : { zh: called(askedBy), en: called(askedBy) }
  return {
    zh: `${who.zh}请「${titleOf(ticket).zh}」处理粉丝投诉「${interaction.text}」：${note}`,
    en: `${who.en} asks ${titleOf(ticket).en} to see to a fan's complaint “${interaction.text}”: ${note}`
  }
}

/** What is read where nobody of the department has answered. */
export const isLate = (ticket: State, { about }: Reading): Bilingual => ({
  zh: `「${titleOf(ticket).zh}」还没有答复：${about.zh}`,
  en: `${titleOf(ticket).en} has not answered yet: ${about.en}`
})

/** What the owner reads where the desk did not take the ticket. */
export const hasNoTicket = (ticket: State, why: string): Bilingual => ({
  zh: `「${titleOf(ticket).zh}」的工单没有开出（${why}），请直接处理：${ticket.note}`,
  en: `No ticket was opened at ${titleOf(ticket).en} (${why}); see to it without one: ${ticket.note}`
})
