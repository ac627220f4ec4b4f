/**
 * How an accepted idea becomes a post, or misses its slot and gets another date.
 *
 * @module
 */
import { Result } from "effect"
import { BoundContent } from "../../internal-system/content/Content.ts"
import * as Action from "../../process/Action.ts"
import { authority, PersonId } from "../../process/Actor.ts"
import { nextOf } from "../../process/Presence.ts"
import * as Idea from "./Idea.ts"
import { dates } from "./IdeaSlot.ts"

const { step } = Idea.idea
const { tell } = Idea

export const Write = step({
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

export const Begin = step({
  title: { zh: "得知已成稿", en: "hear that it is a post" },
  from: ["Becoming"],
  to: ["Became"],
  by: "world"
})

export const NotBegun = step({
  title: { zh: "得知未成稿", en: "hear that it is no post" },
  from: ["Becoming"],
  to: ["Accepted"],
  by: "world",
  input: Action.refused,
  evolve: (idea, { facts: { detail } }) => ({ ...idea, _tag: "Accepted", trouble: detail })
})

/** The date of an idea is here, and there is no post: whoever accepted it, or judges in their place, finds another date or lets it go. */
export const MissSlot = step({
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

export const Redate = step({
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
