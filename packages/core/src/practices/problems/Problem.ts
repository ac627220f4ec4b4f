/**
 * A problem that the account's team cannot solve alone: put to a department or a sponsor, decided with the reason, and where the answer is yes, ended by a
 * handbook that says so.
 *
 *     Raised ─PutTo→ Asked ─Agree→ Agreed ─Settle→ Settled       Settle names the edition that changes something
 *        │             ├─Decline→ Declined
 *        └─SolveIt→ Solved  └─Defer→ Deferred ─TakeUp→ Asked
 *
 * The words stand here; the rules in `ProblemProcess`.
 *
 * @module
 */
import { Schema } from "effect"
import { AccountFunction } from "../../account/AccountFunction.ts"
import { Moment } from "../../calendar/Moment.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"
import * as Label from "../../finding/Label.ts"
import { PersonId } from "../../process/Actor.ts"
import { Allowance } from "../../process/Allowance.ts"
import { HandbookVersion } from "../../process/Case.ts"
import { notify } from "../../process/Notify.ts"
import { define } from "../../process/Process.ts"
import type { Called } from "../../process/Reader.ts"

/** What is wrong, where it shows, and since when it is known. */
export const raising = {
  what: Schema.NonEmptyString.annotate(Label.of({ zh: "什么问题", en: "what is wrong" })),
  evidence: Schema.NonEmptyString.annotate(Label.of({ zh: "依据", en: "evidence" })),
  function: AccountFunction.annotate(Label.of({ zh: "哪项职能", en: "function" }))
}
/** To whom it is put, and what they are asked. */
export const asking = {
  to: PersonId.annotate(Label.of({ zh: "请谁决定", en: "who decides" })),
  ask: Schema.NonEmptyString.annotate(Label.of({ zh: "请求", en: "what is asked" }))
}

const raised = { ...raising, raisedBy: PersonId }
const asked = { ...raised, ...asking, putBy: PersonId }

/** The builders of the process, with its words. */
export const problem = define("Problem", {
  title: { zh: "问题", en: "problem" },
  settings: {
    lead: PersonId,
    others: Schema.optionalKey(Schema.Array(PersonId)),
    /** How long a problem may wait until it is put to somebody, and what was agreed until the handbook says so. */
    attention: Allowance,
    /** How soon whoever is asked decides. */
    decides: Allowance
  },
  states: {
    Raised: { title: { zh: "已提出", en: "raised" }, ...raised },
    Solved: { title: { zh: "自行解决", en: "solved by the team" }, ...raised, how: Schema.String },
    Asked: { title: { zh: "待决定", en: "to be decided" }, ...asked },
    Deferred: { title: { zh: "暂缓", en: "deferred" }, ...asked, reason: Schema.String, until: Moment },
    Declined: { title: { zh: "不同意", en: "declined" }, ...asked, reason: Schema.String },
    Agreed: { title: { zh: "已同意", en: "agreed" }, ...asked, terms: Schema.String },
    Settled: {
      title: { zh: "已写入手册", en: "in the handbook" },
      ...asked,
      terms: Schema.String,
      edition: HandbookVersion
    }
  },
  actions: { notify }
})

/** What a handbook says of problems. */
export type Settings = typeof problem.Settings.Type
/** Where a problem stands. */
export type State = typeof problem.State.Type

/** Somebody else was asked. */
export class NotAsked extends Schema.TaggedError<NotAsked>()("Problem.NotAsked", { to: PersonId, person: PersonId }) {
  /** Why, in both languages, with what people are called. */
  said(called: Called = (person) => person): Bilingual {
    return {
      zh: `由 ${called(this.to)} 决定，不是 ${called(this.person)}。`,
      en: `${called(this.to)} decides, and not ${called(this.person)}.`
    }
  }
  override get message() {
    return this.said().en
  }
}

/** The edition is the one under which the problem was raised: nothing has changed by it. */
export class SameEdition extends Schema.TaggedError<SameEdition>()("Problem.SameEdition", {
  edition: HandbookVersion
}) {
  get said(): Bilingual {
    return {
      zh: "这正是提出问题时的手册版本，还没有改动；请写改动后的版本号。",
      en: "The problem was raised under that very edition; name the one that changes something."
    }
  }
  override get message() {
    return this.said.en
  }
}

/** A matter is deferred until a moment to come. */
export class Past extends Schema.TaggedError<Past>()("Problem.Past", { until: Moment }) {
  get said(): Bilingual {
    return { zh: "暂缓到的时间已经过去。", en: "The moment until which it is deferred has passed." }
  }
  override get message() {
    return this.said.en
  }
}

/** What whoever is asked reads. */
export const question = (
  { ask, putBy, what }: Extract<State, { readonly ask: string }>,
  called: Called
): Bilingual => ({
  zh: `${called(putBy)} 请你决定：${ask}（问题：${what}）`,
  en: `${called(putBy)} asks you to decide: ${ask} (the problem: ${what})`
})
