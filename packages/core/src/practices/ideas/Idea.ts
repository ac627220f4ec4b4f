/**
 * An idea for a post (选题): proposed by anybody of the company, judged by a planner, dated, and becoming a post.
 *
 *     Proposed ─Accept→ Accepted ─Write→ Becoming ─Begin→ Became
 *       │  ↑└─Decline→ Declined             └ not begun: Accepted
 *       └AskBack→ AskedBack ─Answer→ Proposed
 *
 * Every idea has an end: until then it is judged, answered and written, or it lapses. A hot topic's end is a short one.
 *
 * The words stand here; the rules in `IdeaProcess`.
 *
 * @module
 */
import { Schema } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import { Moment } from "../../calendar/Moment.ts"
import { TimeSpan } from "../../calendar/TimeSpan.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"
import * as Label from "../../finding/Label.ts"
import * as Name from "../../finding/Name.ts"
import { CategoryId } from "../../internal-system/content/ContentMix.ts"
import { Slot } from "../../internal-system/content/Post.ts"
import { PostProcess } from "../../internal-system/content/PostProcess.ts"
import { PersonId } from "../../process/Actor.ts"
import { Allowance } from "../../process/Allowance.ts"
import { order } from "../../process/CaseOrder.ts"
import { notify } from "../../process/Notify.ts"
import { define } from "../../process/Process.ts"
import type { Called } from "../../process/Reader.ts"

const text = Schema.NonEmptyString.check(Schema.isMaxLength(500))

/** What somebody proposes. */
export const wish = {
  idea: text.annotate(Label.of({ zh: "选题", en: "idea" })),
  why: text.annotate(Label.of({ zh: "为什么值得发", en: "why it is worth a post" })),
  hot: Schema.Boolean.annotate(Label.of({ zh: "热点", en: "hot topic" }))
}
const known = { ...wish, account: AccountId, by: PersonId, ends: Moment }
/** What a planner decides about an idea. */
export const dated = {
  slot: Slot,
  category: CategoryId.annotate(Label.of({ zh: "类别", en: "category" }))
}
const accepted = { ...known, ...dated, judgedBy: PersonId }

/** What a handbook says of ideas. */
export const policy = {
  judges: Schema.NonEmptyArray(PersonId.annotate(Name.urgent)).annotateKey({
    description: "Who judges ideas, in turn."
  }),
  judgedWithin: Allowance.annotateKey({ description: "How soon an idea is judged." }),
  answeredWithin: Allowance.annotateKey({ description: "How soon a question about an idea is answered." }),
  writtenWithin: Allowance.annotateKey({ description: "How soon an idea that is accepted is a draft." }),
  keptFor: TimeSpan.annotateKey({
    description: "How long after it was proposed an idea lapses that has become no post."
  }),
  hot: Schema.Struct({
    judgedWithin: Allowance,
    writtenWithin: Allowance,
    keptFor: TimeSpan
  }).annotateKey({ description: "The same for a hot topic, which is old tomorrow." })
}

/** The builders of the process, with its words. */
export const idea = define("Idea", {
  title: { zh: "选题", en: "idea" },
  settings: {
    ...policy,
    account: AccountId,
    categories: Schema.Array(CategoryId),
    lead: PersonId,
    others: Schema.optionalKey(Schema.Array(PersonId))
  },
  states: {
    Proposed: { title: { zh: "待评", en: "proposed" }, ...known, answer: Schema.optionalKey(Schema.String) },
    AskedBack: { title: { zh: "待补充", en: "asked back" }, ...known, question: Schema.String, asker: PersonId },
    Accepted: { title: { zh: "已采用", en: "accepted" }, ...accepted, trouble: Schema.optionalKey(Schema.String) },
    Becoming: { title: { zh: "成稿中", en: "becoming a post" }, ...accepted },
    Became: { title: { zh: "已成微博", en: "has become a post" }, ...accepted },
    Declined: { title: { zh: "未采用", en: "declined" }, ...known, reason: Schema.String },
    Withdrawn: { title: { zh: "已撤回", en: "withdrawn" }, ...known },
    Lapsed: { title: { zh: "已过期", en: "lapsed" }, ...known }
  },
  actions: { compose: order(PostProcess, "Compose"), notify }
})

/** What a handbook says of ideas, with the account and the mix. */
export const Settings = idea.Settings
/** What a handbook says of ideas, with the account and the mix. */
export type Settings = typeof Settings.Type
/** Where an idea stands. */
export type State = typeof idea.State.Type

/** The mix has no such category. */
export class UnknownCategory extends Schema.TaggedError<UnknownCategory>()("Idea.UnknownCategory", {
  category: CategoryId,
  known: Schema.Array(CategoryId)
}) {
  get said(): Bilingual {
    const known = this.known
    return {
      zh: `没有类别「${this.category}」，有「${known.join("」「")}」。`,
      en: `There is no category ${this.category}, but ${known.join(", ")}.`
    }
  }
  override get message() {
    return this.said.en
  }
}

/** Whoever proposed an idea answers for it, and takes it back. */
export class NotYours extends Schema.TaggedError<NotYours>()("Idea.NotYours", { by: PersonId }) {
  /** Why, in both languages, with what people are called. */
  said(called: Called = (person) => person): Bilingual {
    return { zh: `由 ${called(this.by)} 提出。`, en: `The idea is ${called(this.by)}'s.` }
  }
  override get message() {
    return this.said().en
  }
}

/** What the proposer and the judges read. */
export const said = (state: Pick<State, "idea" | "by" | "hot">, zh: string, en: string): Bilingual => {
  const [mark, sign] = state.hot ? ["热点", "hot "] : ["", ""]
  return { zh: `${mark}选题「${state.idea}」${zh}`, en: `The ${sign}idea “${state.idea}” ${en}` }
}
