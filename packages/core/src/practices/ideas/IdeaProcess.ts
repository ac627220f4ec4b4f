/**
 * The rules of an idea, as one value: it is judged in time, never lies on a heap, and whoever proposed it hears what became of it.
 *
 * @module
 */
import { DateTime, Result, Schema } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import { Moment } from "../../calendar/Moment.ts"
import * as Bilingual from "../../finding/Bilingual.ts"
import * as Label from "../../finding/Label.ts"
import * as Remark from "../../finding/Remark.ts"
import { BoundContent } from "../../internal-system/content/Content.ts"
import { inTime } from "../../internal-system/content/Post.ts"
import * as Ladder from "../../internal-system/interaction/Ladder.ts"
import * as Action from "../../process/Action.ts"
import { authority, PersonId } from "../../process/Actor.ts"
import type { Circumstances } from "../../process/Declaration.ts"
import { nextOf } from "../../process/Presence.ts"
import * as Idea from "./Idea.ts"

const { deadline, process, start, stay, step } = Idea.idea

const tell = (zh: string, en: string) => (idea: Idea.State) => ({
  to: idea.by,
  message: Idea.said(idea, zh, en),
  urgent: idea.hot
})

const Propose = start({
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

const dates = (
  _: unknown,
  input: Pick<Extract<Idea.State, { readonly _tag: "Accepted" }>, "category" | "slot">,
  { at, settings: { categories } }: Pick<Circumstances<Idea.Settings>, "at" | "settings">
) =>
  categories.includes(input.category)
    ? inTime(input, at)
    : Result.fail(new Idea.UnknownCategory({ category: input.category, known: categories }))

const Accept = step({
  title: { zh: "采用", en: "accept" },
  from: ["Proposed"],
  to: ["Accepted"],
  by: "planning.judge",
  input: Idea.dated,
  decide: dates,
  evolve: ({ answer: _, ...idea }, { by, facts }) => ({ ...idea, ...facts, _tag: "Accepted", judgedBy: authority(by) }),
  performs: { notify: tell("已采用。", "is accepted.") }
})

const AskBack = step({
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

const Answer = step({
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

const Decline = step({
  title: { zh: "不采用", en: "decline" },
  from: ["Proposed", "AskedBack", "Missed"],
  to: ["Declined"],
  by: "planning.judge",
  input: { reason: Remark.Reason },
  performs: { notify: (idea, { facts: { reason } }) => tell(`未采用：${reason}`, `is declined: ${reason}`)(idea) }
})

const Withdraw = step({
  title: { zh: "撤回", en: "withdraw" },
  from: ["Proposed", "AskedBack"],
  to: ["Withdrawn"],
  by: "planning.propose",
  unless: (idea, { by }) => notYours(idea, authority(by))
})

const Write = step({
  title: { zh: "撰写", en: "write" },
  from: ["Accepted"],
  to: ["Becoming"],
  by: "content.compose",
  input: { content: BoundContent },
  evolve: ({ trouble: _, ...idea }) => ({ ...idea, _tag: "Becoming" }),
  performs: {
    compose: ({ account, category, slot }, { by, facts: { content } }) => ({
      input: { account, content, slot, category },
      by
    })
  }
})

const Begin = step({
  title: { zh: "得知已成稿", en: "hear that it is a post" },
  from: ["Becoming"],
  to: ["Became"],
  by: "world"
})

const NotBegun = step({
  title: { zh: "得知未成稿", en: "hear that it is no post" },
  from: ["Becoming"],
  to: ["Accepted"],
  by: "world",
  input: Action.refused,
  evolve: (idea, { facts: { detail } }) => ({ ...idea, _tag: "Accepted", trouble: detail })
})

/** Its date is here, and there is no post: whoever accepted it, or judges in their place, finds another date or lets it go. */
const MissSlot = step({
  title: { zh: "错过发布时间", en: "miss its slot" },
  from: ["Accepted"],
  to: ["Missed"],
  by: "clock",
  facts: { to: PersonId },
  decide: ({ judgedBy }, _, { presence, settings: { judges, lead } }) =>
    Result.succeed({ to: nextOf([judgedBy, ...judges, lead], presence) }),
  evolve: (idea) => ({ ...idea, _tag: "Missed" }),
  performs: {
    notify: (idea, { facts: { to } }) =>
      [...new Set([to, idea.by])].map((one) => ({
        ...tell("到了发布时间，还没有成稿。", "has come to its slot, and is no post.")(idea),
        to: one
      }))
  }
})

const Redate = step({
  title: { zh: "改期", en: "give another date" },
  from: ["Missed"],
  to: ["Accepted"],
  by: "planning.judge",
  input: Idea.dated,
  opensWith: ({ category }) => ({ category }),
  decide: dates,
  evolve: (idea, { by, facts }) => ({ ...idea, ...facts, _tag: "Accepted", judgedBy: authority(by) }),
  performs: { notify: tell("已改期。", "has another date.") }
})

/** What is missed is closed, and says why: to whoever proposed it, and to whoever judged it. */
const Lapse = step({
  title: { zh: "过期", en: "lapse" },
  from: ["Proposed", "AskedBack", "Accepted", "Missed"],
  to: ["Lapsed"],
  by: "clock",
  facts: { because: Bilingual.Bilingual, told: Schema.Array(PersonId) },
  decide: (idea, _, { presence, settings: { judges, lead } }) =>
    Result.succeed({
      because: Idea.because(idea),
      told: [...new Set([idea.by, "judgedBy" in idea ? idea.judgedBy : nextOf([...judges, lead], presence)])]
    }),
  performs: {
    notify: (idea, { facts: { because, told } }) =>
      told.map((to) => ({
        ...tell(`已过期，没有成为微博：${because.zh}。`, `has lapsed and become no post: ${because.en}.`)(idea),
        to
      }))
  }
})

/** A hot topic is no post yet: whoever stands at this rung of the chain is told, or the next who is there. */
const Hasten = stay({
  title: { zh: "催办", en: "hasten" },
  from: ["Proposed", "AskedBack", "Accepted", "Missed", "Becoming"],
  by: "clock",
  facts: { to: PersonId },
  decide: (_, __, { by, presence, settings: { hot, lead, others } }) =>
    Result.succeed({ to: Ladder.toldAt(hot.whole ?? {}, by.rung, { lead, others, presence }) }),
  performs: {
    notify: (idea, { facts: { to } }) => ({ ...tell("还不是微博。", "is no post yet.")(idea), to })
  }
})

/** Whoever judges and is there; of what lies on after that, the lead. */
const Remind = stay({
  title: { zh: "提醒", en: "remind" },
  from: ["Proposed", "AskedBack", "Accepted", "Missed", "Becoming"],
  by: "clock",
  facts: { to: PersonId },
  decide: (idea, _, { presence, settings: { judges, lead, others = [] } }) =>
    Result.succeed({
      to: nextOf(idea._tag === "AskedBack" ? [idea.by, ...judges, lead] : [...judges, lead, ...others], presence)
    }),
  performs: {
    notify: (idea, { facts: { to } }) => ({
      to,
      message: Idea.said(idea, "还在等待。", "still waits."),
      urgent: idea.hot
    })
  }
})

/** An idea for a post. */
export const IdeaProcess = process({
  about: ({ idea }) => Bilingual.same(idea),
  awaits: (idea) => (idea._tag === "AskedBack" ? [idea.by] : []),
  steps: {
    Propose,
    Accept,
    AskBack,
    Answer,
    Decline,
    Withdraw,
    Write,
    Begin,
    NotBegun,
    MissSlot,
    Redate,
    Lapse,
    Hasten,
    Remind
  },
  final: ["Became", "Declined", "Withdrawn", "Lapsed"],
  deadlines: {
    judging: deadline({
      title: { zh: "评审期限", en: "judging" },
      while: ["Proposed", "Missed"],
      within: ({ hot, judgedWithin }, idea) => (idea.hot ? hot.judgedWithin : judgedWithin),
      fires: "Remind"
    }),
    answering: deadline({
      title: { zh: "补充期限", en: "answering" },
      while: ["AskedBack"],
      within: ({ answeredWithin, hot }, idea) => (idea.hot ? hot.judgedWithin : answeredWithin),
      fires: "Remind"
    }),
    writing: deadline({
      title: { zh: "成稿期限", en: "writing" },
      while: ["Accepted", "Becoming"],
      within: ({ hot, writtenWithin }, idea) => (idea.hot ? hot.writtenWithin : writtenWithin),
      fires: "Remind"
    }),
    slot: deadline({
      title: { zh: "发布时间", en: "slot" },
      while: ["Accepted"],
      at: ({ slot }) => slot,
      fires: "MissSlot"
    }),
    whole: deadline({
      title: { zh: "热点全程", en: "hot topic" },
      while: ["Proposed", "AskedBack", "Accepted", "Missed", "Becoming"],
      within: ({ hot }, idea) => (idea.hot && hot.whole ? Ladder.rungs(hot.whole) : undefined),
      warnAt: ({ hot }) => (hot.whole === undefined ? 1 : Ladder.warning(hot.whole)),
      fires: "Hasten"
    }),
    end: deadline({
      title: { zh: "时效", en: "end" },
      while: ["Proposed", "AskedBack", "Accepted", "Missed"],
      at: ({ ends }) => ends,
      fires: "Lapse"
    })
  },
  outcomes: { compose: { done: "Begin", refused: "NotBegun" } },
  children: { compose: { ends: { Archived: null, TakenDown: null, Withdrawn: null }, whenOver: "goOn" } }
})
