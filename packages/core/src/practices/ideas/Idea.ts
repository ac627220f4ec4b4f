/**
 * An idea for a post (选题): proposed by anybody of the company, judged by a planner, dated, and becoming a post.
 *
 *     Proposed ─Accept→ Accepted ─Write→ Becoming ─Begin→ Became
 *       │  ↑└─Decline→ Declined │ ↑         └ not begun: Accepted
 *       │  │         its slot ↓ └Redate
 *       └AskBack→ AskedBack     Missed ─Decline→ Declined
 *
 * Every idea has an end: until then it is judged, answered and written, or it lapses, which says why. A hot topic's end is a short one, and it has
 * one clock from its proposal until it is a post.
 *
 * The words stand here; the rules in `IdeaProcess`.
 *
 * @module
 */
import { Schema } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import { Moment } from "../../calendar/Moment.ts"
import { TimeSpan } from "../../calendar/TimeSpan.ts"
import { Bilingual } from "../../finding/Bilingual.ts"
import * as Label from "../../finding/Label.ts"
import * as Name from "../../finding/Name.ts"
import { CategoryId } from "../../internal-system/content/ContentMix.ts"
import { Slot } from "../../internal-system/content/Post.ts"
import { PostProcess } from "../../internal-system/content/PostProcess.ts"
import { Escalation } from "../../internal-system/interaction/ServicePromise.ts"
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

/** One clock from the proposal until there is a post: a warning, and the rungs of those who are told. */
const Whole = Schema.Struct({
  within: Allowance,
  warnAt: Schema.optionalKey(Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 1 }))).annotateKey({
    description: "The part of the time after which people are warned; 0.8 unless it is said."
  }),
  chain: Schema.NonEmptyArray(Escalation).annotateKey({
    description: "Who is told, and how long after the proposal: the planner first, the lead behind."
  })
})

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
    keptFor: TimeSpan,
    whole: Schema.optionalKey(Whole).annotateKey({
      description: "How soon a hot topic is a post, from when it was proposed, and who is told in turn until then."
    })
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
    Missed: {
      title: { zh: "错过时间", en: "missed its slot" },
      ...accepted,
      trouble: Schema.optionalKey(Schema.String)
    },
    Becoming: { title: { zh: "成稿中", en: "becoming a post" }, ...accepted },
    Became: { title: { zh: "已成微博", en: "has become a post" }, ...accepted },
    Declined: { title: { zh: "未采用", en: "declined" }, ...known, reason: Schema.String },
    Withdrawn: { title: { zh: "已撤回", en: "withdrawn" }, ...known },
    Lapsed: { title: { zh: "已过期", en: "lapsed" }, ...known, because: Schema.optionalKey(Bilingual) }
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

/** Why an idea has become no post. */
export const because = ({ _tag }: Pick<State, "_tag">): Bilingual =>
  _tag === "Proposed"
    ? { zh: "没有人评审", en: "nobody judged it" }
    : _tag === "AskedBack"
      ? { zh: "没有得到补充", en: "nobody answered what was asked about it" }
      : _tag === "Missed"
        ? { zh: "错过发布时间，没有改期", en: "its slot went by, and it got no other" }
        : { zh: "采用了，没有成稿", en: "it was accepted, and nobody wrote it" }

/** Tells whoever proposed it. */
export const tell = (zh: string, en: string) => (idea: State) => ({
  to: idea.by,
  message: said(idea, zh, en),
  urgent: idea.hot
})
