/**
 * What becomes of an idea that waits: people are reminded, a hot topic climbs its chain, and what is missed lapses and says why.
 *
 * @module
 */
import { Result, Schema } from "effect"
import * as Bilingual from "../../finding/Bilingual.ts"
import * as Ladder from "../../internal-system/interaction/Ladder.ts"
import { PersonId } from "../../process/Actor.ts"
import { nextOf } from "../../process/Presence.ts"
import * as Idea from "./Idea.ts"

const { stay, step } = Idea.idea
const { tell } = Idea

/** What is missed is closed, and says why: to whoever proposed it, and to whoever judged it. */
export const Lapse = step({
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
export const Hasten = stay({
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
export const Remind = stay({
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
