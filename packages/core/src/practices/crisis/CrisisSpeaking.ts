/**
 * What the account says in a crisis: a statement is drafted, approved by somebody else, and goes out as a post of its own, once; it is said when that
 * post is published.
 *
 * @module
 */
import { DateTime, Result, Schema } from "effect"
import { Moment } from "../../calendar/Moment.ts"
import * as Finding from "../../finding/Finding.ts"
import * as Remark from "../../finding/Remark.ts"
import { BoundContent } from "../../internal-system/content/Content.ts"
import { against, NotAnApprover, NotPublishable } from "../../internal-system/content/Post.ts"
import { answerable, authority, PersonId } from "../../process/Actor.ts"
import type { CaseId } from "../../process/CaseId.ts"
import * as CaseOrder from "../../process/CaseOrder.ts"
import { inOrder } from "../../process/Presence.ts"
import type { Reading } from "../../process/Reader.ts"
import * as Crisis from "./Crisis.ts"
import * as Messages from "./CrisisMessages.ts"

const { childOf, stay, step } = Crisis.crisis
/** The states in which a statement may be on its way. */
const awaiting = [...Crisis.lasts, "Reviewing"] as const

export const Draft = step({
  title: { zh: "起草声明", en: "draft a statement" },
  from: Crisis.lasts,
  to: ["Drafted"],
  by: "crisis.speak",
  input: { content: BoundContent },
  advises: (_, { content }, { at, settings }) => against(content, settings, at),
  decide: (_, input, { at, settings }) => {
    const findings = against(input.content, settings, at)
    return Finding.blocks(findings) ? Result.fail(new NotPublishable({ findings })) : Result.succeed(input)
  },
  evolve: (crisis, { by, facts: { content } }) => ({ ...crisis, _tag: "Drafted", content, authors: answerable(by) })
})

export const Approve = step({
  title: { zh: "批准声明", en: "approve the statement" },
  from: ["Drafted"],
  to: ["Silent", "Speaking"],
  by: "crisis.approve",
  unless: (_, { by, settings: { approvers } }) =>
    approvers.includes(authority(by)) ? undefined : new NotAnApprover({ person: authority(by) }),
  evolve: (crisis, event) => {
    const { authors, content, statements } = crisis
    const approved = { content, authors, approvedBy: event.by, at: event.at, post: childOf(event, "post") }
    return Crisis.without({ ...crisis, statements: [...statements, approved] })
  },
  performs: {
    post: ({ account, statements }, event) => {
      const approved = statements.find(({ post }) => post === childOf(event, "post"))
      if (approved === undefined) return undefined
      const { approvedBy, authors, content } = approved
      return { input: { account, content, authors, approvedBy } }
    }
  }
})

export const SendBack = step({
  title: { zh: "退回声明", en: "send the statement back" },
  from: ["Drafted"],
  to: ["Silent", "Speaking"],
  by: "crisis.approve",
  input: { note: Remark.Note },
  evolve: (crisis) => Crisis.without(crisis),
  performs: {
    notify: (crisis, { facts: { note } }, reading) => ({
      to: crisis.voice,
      message: Messages.notDone(crisis, note, reading),
      urgent: true
    })
  }
})

/** The post is published: what was said has been said. With the first statement the figures begin anew, so that they tell what came of it. */
export const StatementOut = step({
  title: { zh: "获知声明已发出", en: "hear that the statement is out" },
  from: awaiting,
  to: awaiting,
  by: "child",
  input: { publishedAt: Moment },
  evolve: (crisis, { at, by, facts: { publishedAt } }) => {
    const statements = crisis.statements.map((one) => (one.post === by.case ? { ...one, out: publishedAt } : one))
    const said = { ...crisis, statements }
    if (said._tag === "Reviewing") return said
    const isFirst = !crisis.statements.some(Crisis.isOut)
    const next = isFirst ? { ...said, nextFigures: DateTime.addDuration(at, said.level.figures) } : said
    return next._tag === "Drafted" ? next : Crisis.without(next)
  }
})

const lost = (crisis: Crisis.Awaiting, detail: string, reading: Reading) => ({
  to: crisis.voice,
  message: Messages.notDone(crisis, detail, reading),
  urgent: true
})
const struck = <S extends Crisis.Awaiting>(crisis: S, post: CaseId): S => ({
  ...crisis,
  statements: crisis.statements.filter((one) => one.post !== post || Crisis.isOut(one))
})

/** The post was not begun: the words are said nowhere, and are drafted anew. */
export const NotOut = stay({
  title: { zh: "获知声明未发", en: "hear that the statement is not out" },
  from: awaiting,
  by: "world",
  input: CaseOrder.refused,
  evolve: (crisis, { facts }) => struck(crisis, facts.case),
  performs: { notify: (crisis, { facts: { detail } }, reading) => lost(crisis, detail, reading) }
})

/** The post did not come out, and a person has given it up: as if it had not begun. */
export const GivenUp = stay({
  title: { zh: "获知声明已撤回", en: "hear that the statement was withdrawn" },
  from: awaiting,
  by: "child",
  input: { reason: Schema.String },
  evolve: (crisis, { by }) => struck(crisis, by.case),
  performs: { notify: (crisis, { facts: { reason } }, reading) => lost(crisis, reason, reading) }
})

/** Nothing is said yet: at each rung the next of the chain is told, those first who are there. */
export const Press = stay({
  title: { zh: "催办声明", en: "press for a statement" },
  from: ["Silent", "Drafted"],
  by: "clock",
  facts: { to: PersonId },
  decide: ({ chain }, _, { by: { rung }, presence }) => {
    const people = inOrder(chain, presence)
    return Result.succeed({ to: people[(rung - 1) % people.length] ?? people[0] })
  },
  performs: {
    notify: (crisis, { facts: { to } }, reading) => ({ to, message: Messages.waiting(crisis, reading), urgent: true })
  }
})
