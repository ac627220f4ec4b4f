/**
 * A prepared answer that is about to end: its owner is asked ahead whether it still holds, and who uses it is told what becomes of it.
 *
 *     Asked ─Renew, Change, Withdraw→ Answered ─Write→ Written        the handbook says it from that edition on
 *       └─RunOut→ RanOut ─Renew, Change, Withdraw→ Answered           it has ended, and may not be cited
 *
 * The words stand here; the rules in `KnowledgeReviewProcess`.
 *
 * @module
 */
import { Schema } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import { Moment } from "../../calendar/Moment.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"
import * as Label from "../../finding/Label.ts"
import { PreparedAnswerId } from "../../internal-system/answer-library/PreparedAnswer.ts"
import { PersonId } from "../../process/Actor.ts"
import { Allowance } from "../../process/Allowance.ts"
import { HandbookVersion } from "../../process/Case.ts"
import { notify } from "../../process/Notify.ts"
import { define } from "../../process/Process.ts"
import type { Called } from "../../process/Reader.ts"

/** Which answer, whose it is, and when it ends. */
export const asking = { account: AccountId, answer: PreparedAnswerId, owner: PersonId, ends: Moment }

/** Until when it holds from now on. */
export const Until = Moment.annotate(Label.of({ zh: "有效至", en: "holds until" }))
/** What is said from now on. */
export const Words = Schema.NonEmptyString.annotate(Label.of({ zh: "新的答复", en: "what is said now" }))

const asked = { ...asking }
const answered = {
  ...asked,
  becomes: Schema.Literals(["renewed", "changed", "withdrawn"]),
  until: Schema.optionalKey(Until),
  words: Schema.optionalKey(Words),
  reason: Schema.optionalKey(Schema.String)
}

/** The builders of the process, with its words. */
export const knowledgeReview = define("KnowledgeReview", {
  title: { zh: "答复复核", en: "review of a prepared answer" },
  settings: {
    lead: PersonId,
    others: Schema.optionalKey(Schema.Array(PersonId)),
    /** How long the owner, and who writes the handbook, may take before they are reminded. */
    attention: Allowance,
    /** Who answers fans, and hears what becomes of an answer. */
    users: Schema.Array(PersonId)
  },
  states: {
    Asked: { title: { zh: "待复核", en: "asked" }, ...asked },
    RanOut: { title: { zh: "已失效", en: "ended" }, ...asked },
    Answered: { title: { zh: "待写入手册", en: "to be written" }, ...answered },
    Written: { title: { zh: "已写入手册", en: "in the handbook" }, ...answered, edition: HandbookVersion }
  },
  actions: { notify }
})

/** What a handbook says of reviews. */
export type Settings = typeof knowledgeReview.Settings.Type
/** Where a review stands. */
export type State = typeof knowledgeReview.State.Type

/** Somebody else answers for it. */
export class NotTheirs extends Schema.TaggedError<NotTheirs>()("KnowledgeReview.NotTheirs", {
  owner: PersonId,
  person: PersonId
}) {
  /** Why, in both languages, with what people are called. */
  said(called: Called = (person) => person): Bilingual {
    return {
      zh: `由 ${called(this.owner)} 负责，不是 ${called(this.person)}。`,
      en: `${called(this.owner)} answers for it, and not ${called(this.person)}.`
    }
  }
  override get message() {
    return this.said().en
  }
}

/** It would have ended before it began. */
export class Past extends Schema.TaggedError<Past>()("KnowledgeReview.Past", { until: Moment }) {
  get said(): Bilingual {
    return { zh: "有效期须是以后的时间。", en: "It holds until a moment to come." }
  }
  override get message() {
    return this.said.en
  }
}

/** The edition is the one that says what is to be changed. */
export class SameEdition extends Schema.TaggedError<SameEdition>()("KnowledgeReview.SameEdition", {
  edition: HandbookVersion
}) {
  get said(): Bilingual {
    return {
      zh: "这一版手册还没有改动；请写改动后的版本号。",
      en: "That edition has not changed it; name the one that does."
    }
  }
  override get message() {
    return this.said.en
  }
}

/** What its owner, and who uses it, reads. */
export const says = ({ answer }: Pick<State, "answer">, { en, zh }: Bilingual): Bilingual => ({
  zh: `标准答复「${answer}」${zh}`,
  en: `The prepared answer ${answer} ${en}`
})
