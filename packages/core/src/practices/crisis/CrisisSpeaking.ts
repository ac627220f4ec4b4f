/**
 * What the account says in a crisis: a statement is drafted, approved by somebody else, and goes out as a post of its own, once.
 *
 * @module
 */
import { Result } from "effect"
import * as Finding from "../../finding/Finding.ts"
import * as Remark from "../../finding/Remark.ts"
import { BoundContent } from "../../internal-system/content/Content.ts"
import { against, NotAnApprover, NotPublishable } from "../../internal-system/content/Post.ts"
import { answerable, authority, PersonId } from "../../process/Actor.ts"
import * as CaseOrder from "../../process/CaseOrder.ts"
import { inOrder } from "../../process/Presence.ts"
import * as Crisis from "./Crisis.ts"
import * as Messages from "./CrisisMessages.ts"

const { childOf, stay, step } = Crisis.crisis

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
  to: ["Speaking"],
  by: "crisis.approve",
  unless: (_, { by, settings: { approvers } }) =>
    approvers.includes(authority(by)) ? undefined : new NotAnApprover({ person: authority(by) }),
  evolve: ({ authors, content, ...crisis }, event) => ({
    ...crisis,
    _tag: "Speaking",
    statements: [
      ...crisis.statements,
      { content, authors, approvedBy: event.by, at: event.at, post: childOf(event, "post") }
    ]
  }),
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

/** The post was not begun: the words are said nowhere, and are drafted anew. */
export const NotOut = step({
  title: { zh: "获知声明未发", en: "hear that the statement is not out" },
  from: ["Silent", "Drafted", "Speaking", "Reviewing"],
  to: ["Silent", "Drafted", "Speaking", "Reviewing"],
  by: "world",
  input: CaseOrder.refused,
  evolve: (crisis, { facts }) => {
    const left = { ...crisis, statements: crisis.statements.filter(({ post }) => post !== facts.case) }
    return left._tag === "Speaking" ? Crisis.without(left) : left
  },
  performs: {
    notify: (crisis, { facts: { detail } }, reading) => ({
      to: crisis.voice,
      message: Messages.notDone(crisis, detail, reading),
      urgent: true
    })
  }
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
