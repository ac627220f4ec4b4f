/**
 * The rules of a referral, as one value: a ticket is opened once where there is a desk, the clock is the department's own, and the complaint hears of its end.
 *
 * @module
 */
import { Record, Result, Schema } from "effect"
import * as Desk from "../../external-system/customer-desk/Ticket.ts"
import { NotTheirs, Promised, UnknownResource } from "../../external-system/ResourceRequest.ts"
import { same } from "../../finding/Bilingual.ts"
import * as Label from "../../finding/Label.ts"
import * as Action from "../../process/Action.ts"
import { authority, type Person, PersonId } from "../../process/Actor.ts"
import * as Ladder from "../interaction/Ladder.ts"
import * as Referral from "./Referral.ts"

const { deadline, process, start, stay, step } = Referral.words
const report = { report: Schema.NonEmptyString.annotate(Label.of({ zh: "部门的答复", en: "report" })) }

const Ask = start({
  title: { zh: "转部门", en: "ask" },
  to: ["Asked"],
  by: "interaction.route",
  input: Referral.asked,
  facts: { ...Referral.asked, resource: Promised, atDesk: Schema.Boolean, isFirst: Schema.Boolean },
  decide: (input, { settings: { desks, resources, weiboFirst } }) =>
    Result.map(
      Result.fromOption(
        Record.get(resources, input.department),
        () => new UnknownResource({ resource: input.department })
      ),
      (resource) => ({ ...input, resource, atDesk: desks.includes(input.department), isFirst: weiboFirst })
    ),
  evolve: ({ by, facts: { atDesk: _, isFirst: __, resource, ...asked } }) => {
    const { owner, sponsor, title } = resource
    return { _tag: "Asked", ...asked, askedBy: by.person, owner, sponsor, ...(title && { named: title }) }
  },
  performs: {
    openTicket: (referral, { facts: { atDesk, isFirst } }) =>
      atDesk ? Referral.ticketOf(referral, isFirst) : undefined,
    // A desk tells its own people.
    notify: (referral, { facts: { atDesk } }, { called }) =>
      atDesk ? undefined : { to: referral.owner, message: Referral.isAsked(referral, called) }
  }
})

const Opened = stay({
  title: { zh: "获知工单已开", en: "hear that the ticket is open" },
  from: ["Asked"],
  by: "world",
  input: Desk.Opened.fields,
  evolve: (state, { facts: { ticket } }) => ({ ...state, ticket })
})

/** The desk has put it together with another one. */
const Merged = stay({
  title: { zh: "获知工单已合并", en: "hear that the ticket was merged" },
  from: ["Asked"],
  by: "world",
  input: { ticket: Desk.TicketId },
  evolve: (state, { facts: { ticket } }) => ({ ...state, ticket, merged: true })
})

/** The department has to see to it without a ticket: its owner is told. */
const NotOpened = stay({
  title: { zh: "获知工单未开", en: "hear that there is no ticket" },
  from: ["Asked"],
  by: "world",
  input: Action.unknown,
  performs: {
    notify: (referral, { facts: { detail } }) => ({
      to: referral.owner,
      message: Referral.hasNoTicket(referral, detail)
    })
  }
})

/** The owner of the resource answers for the department, or the sponsor who has vouched for it. */
const theirs = {
  from: ["Asked"],
  by: "resource.answer",
  input: report,
  unless: ({ department, owner, sponsor }: Referral.State, { by }: { readonly by: Person }) => {
    const person = authority(by)
    return [owner, sponsor].includes(person) ? undefined : new NotTheirs({ person, resource: department })
  }
} as const

const Report = step({ ...theirs, title: { zh: "答复", en: "report" }, to: ["Reported"] })

const Refuse = step({ ...theirs, title: { zh: "不受理", en: "refuse" }, to: ["Refused"] })

/** The desk has solved it. */
const DeskReports = step({
  from: ["Asked"],
  by: "world",
  input: report,
  title: { zh: "获知部门已解决", en: "hear what the desk has done" },
  to: ["Reported"]
})

/** The desk has a word of its own for where it stands: whoever asked reads it, and the department still owes an answer. */
const DeskSays = stay({
  title: { zh: "获知工单状态", en: "hear where the ticket stands" },
  from: ["Asked"],
  by: "world",
  input: { says: Schema.NonEmptyString },
  performs: {
    notify: (referral, { facts: { says } }) => ({
      to: referral.askedBy ?? referral.owner,
      message: Referral.stands(referral, says)
    })
  }
})

const Withdraw = step({
  title: { zh: "撤回", en: "withdraw" },
  from: ["Asked"],
  to: ["Withdrawn"],
  by: "interaction.route"
})

/** Silence goes up: whoever stands at the rung is told, and behind the chain the resource's sponsor. */
const Escalate = stay({
  title: { zh: "上报", en: "escalate" },
  from: ["Asked"],
  by: "clock",
  facts: { to: PersonId },
  decide: ({ promise, sponsor }, _input, { by, presence, settings: { lead, others = [] } }) =>
    Result.succeed({ to: Ladder.toldAt(promise, by.rung, { lead: sponsor, others: [lead, ...others], presence }) }),
  performs: {
    notify: (referral, { facts: { to } }, reading) => ({
      to,
      message: Referral.isLate(referral, reading),
      urgent: true
    })
  }
})

const desk = { zh: "部门工单系统", en: "the department's desk" }

/** What is asked of a department about one complaint. */
export const ReferralProcess = process({
  about: ({ interaction, note }) => same(`${interaction.text} · ${note}`),
  promised: ({ department, named = same(department) }) => ({
    zh: `「${named.zh}」应答复微博团队`,
    en: `${named.en} owes the Weibo team an answer`
  }),
  awaits: ({ owner }) => [owner],
  steps: { Ask, Opened, Merged, NotOpened, Report, Refuse, DeskReports, DeskSays, Withdraw, Escalate },
  final: ["Reported", "Refused", "Withdrawn"],
  deadlines: {
    promise: deadline({
      title: { zh: "部门时限", en: "promise of the department" },
      while: ["Asked"],
      within: (_, { promise }) => Ladder.rungs(promise),
      warnAt: (_, { promise }) => Ladder.warning(promise),
      fires: "Escalate"
    })
  },
  outcomes: { openTicket: { done: "Opened", refused: "NotOpened", unknown: "NotOpened" } },
  sentBy: { Merged: desk, DeskReports: desk, DeskSays: desk }
})
