/**
 * How an idea is proposed and judged: asked about, accepted for a slot, declined, or withdrawn by whoever proposed it.
 *
 * @module
 */
import { DateTime, Result, Schema } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import { Moment } from "../../calendar/Moment.ts"
import * as Label from "../../finding/Label.ts"
import * as Remark from "../../finding/Remark.ts"
import { authority, PersonId } from "../../process/Actor.ts"
import { nextOf } from "../../process/Presence.ts"
import * as Idea from "./Idea.ts"
import { dates } from "./IdeaSlot.ts"

const { start, step } = Idea.idea
const { tell } = Idea

export const Propose = start({
  title: { zh: "提出选题", en: "propose" },
  to: ["Proposed"],
  by: "planning.propose",
  input: Idea.wish,
  facts: { ...Idea.wish, account: AccountId, ends: Moment, judge: PersonId },
  decide: (input, { at, presence, settings }) => {
    const { account, hot, judges, keptFor } = settings
    const ends = DateTime.addDuration(at, input.hot ? hot.keptFor : keptFor)
    return Result.succeed({ ...input, account, ends, judge: nextOf(judges, presence) })
  },
  evolve: ({ by, facts: { judge: _, ...facts } }) => ({ _tag: "Proposed", ...facts, by: authority(by) }),
  performs: {
    notify: (idea, { facts: { judge } }) =>
      idea.hot ? { to: judge, message: Idea.said(idea, "等你评审。", "waits to be judged."), urgent: true } : undefined
  }
})

export const Accept = step({
  title: { zh: "采用", en: "accept" },
  from: ["Proposed"],
  to: ["Accepted"],
  by: "planning.judge",
  input: Idea.dated,
  decide: dates,
  evolve: ({ answer: _, ...idea }, { by, facts }) => ({ ...idea, ...facts, _tag: "Accepted", judgedBy: authority(by) }),
  performs: { notify: tell("已采用。", "is accepted.") }
})

export const AskBack = step({
  title: { zh: "请补充", en: "ask back" },
  from: ["Proposed"],
  to: ["AskedBack"],
  by: "planning.judge",
  input: { question: Remark.Note },
  evolve: ({ answer: _, ...idea }, { by, facts }) => ({ ...idea, ...facts, _tag: "AskedBack", asker: authority(by) }),
  performs: {
    notify: (idea, { facts: { question } }) => tell(`需要补充：${question}`, `raises a question: ${question}`)(idea)
  }
})

const notYours = ({ by }: Pick<Idea.State, "by">, person: PersonId) =>
  by === person ? undefined : new Idea.NotYours({ by })

export const Answer = step({
  title: { zh: "补充", en: "answer" },
  from: ["AskedBack"],
  to: ["Proposed"],
  by: "planning.propose",
  input: { answer: Schema.NonEmptyString.annotate(Label.of({ zh: "补充", en: "answer" })) },
  unless: (idea, { by }) => notYours(idea, authority(by)),
  facts: { answer: Schema.NonEmptyString, asker: PersonId },
  decide: ({ asker }, { answer }) => Result.succeed({ answer, asker }),
  evolve: ({ asker: _, question: __, ...idea }, { facts: { answer } }) => ({ ...idea, answer, _tag: "Proposed" }),
  performs: {
    notify: (idea, { facts: { answer, asker } }) => ({
      ...tell(`已补充：${answer}`, `has an answer: ${answer}`)(idea),
      to: asker
    })
  }
})

export const Decline = step({
  title: { zh: "不采用", en: "decline" },
  from: ["Proposed", "AskedBack", "Missed"],
  to: ["Declined"],
  by: "planning.judge",
  input: { reason: Remark.Reason },
  performs: { notify: (idea, { facts: { reason } }) => tell(`未采用：${reason}`, `is declined: ${reason}`)(idea) }
})

export const Withdraw = step({
  title: { zh: "撤回", en: "withdraw" },
  from: ["Proposed", "AskedBack"],
  to: ["Withdrawn"],
  by: "planning.propose",
  unless: (idea, { by }) => notYours(idea, authority(by))
})
