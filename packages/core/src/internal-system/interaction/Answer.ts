/**
 * An answer in public: from a comment or a mention that came in to what the account says to it, once.
 *
 *     Waiting ─Say→ Sending ─Confirm→ Answered      what a person writes unasked begins in Sending
 *       │ │ │         ├─Refuse→ Failed ─Say→ Sending
 *       │ │ │         └─LoseSight→ Unconfirmed ─Find→ Answered, ─GiveUp→ Failed
 *       │ │ └─Hide→ Hiding ─SeeHidden→ Hidden, ─StillShown→ Waiting
 *       │ └─PassOn→ PassedOn, where a complaint begins
 *       └─Leave→ Left
 *
 * The promise's clock runs from the first state to the last; a promise that counts a complaint begins its own. This file holds the words;
 * `AnswerIntake` and `AnswerDelivery` hold the rules, and `AnswerProcess` is the whole.
 *
 * @module
 */

import { Schema } from "effect"
import type { Bilingual } from "../../finding/Bilingual.ts"
import { notify } from "../../process/Notify.ts"
import { define } from "../../process/Process.ts"
import type { Reading } from "../../process/Reader.ts"
import * as Screening from "../content/Screening.ts"
import { asked, hide, sending } from "./AnswerDelivery.ts"
import * as Answering from "./Answering.ts"
import { Kind } from "./Interaction.ts"

/** Why nothing is said to it. */
const unsaid = { ...asked, reason: Schema.NonEmptyString }

/** The builders of the process, with its words. */
export const answer = define("Answer", {
  title: { zh: "答复", en: "answer" },
  settings: Answering.policy,
  states: {
    Waiting: {
      title: { zh: "待答复", en: "waiting" },
      ...asked,
      ...Answering.suggestion,
      note: Schema.optionalKey(Schema.String)
    },
    ...sending.states,
    Hiding: { title: { zh: "隐藏中", en: "being hidden" }, ...unsaid },
    Hidden: { title: { zh: "已隐藏", en: "hidden" }, ...unsaid },
    PassedOn: { title: { zh: "已转交", en: "passed on" }, ...unsaid },
    Left: { title: { zh: "不予答复", en: "left" }, ...unsaid }
  },
  actions: { ...sending.actions, hide, notify }
})

/** What a handbook says of answers. */
export const Settings = answer.Settings
/** What a handbook says of answers. */
export type Settings = typeof Settings.Type
/** Where an answer stands. */
export type State = typeof answer.State.Type

/** What came in, without what only the present state knows. */
export const askedOf = ({ account, interaction }: Pick<State, "account" | "interaction">) => ({ account, interaction })

export { NotSayable } from "./Answering.ts"

/** By what words are screened that everybody reads. */
export const screening = ({ rules }: Pick<Settings, "rules">): Screening.Screening => Screening.ofReplies(rules)

/** Only a comment under the account's own post can be hidden. */
export class NotUnderOwnPost extends Schema.TaggedError<NotUnderOwnPost>()("Answer.NotUnderOwnPost", { kind: Kind }) {
  get said(): Bilingual {
    return {
      zh: "只能隐藏自己微博下的评论。",
      en: `A ${this.kind} does not stand under a post of the account, which cannot hide it.`
    }
  }
  override get message() {
    return this.said.en
  }
}

/** What a person is told about somebody who still waits for an answer. */
export const waiting = ({ about, state }: Reading): Bilingual => ({
  zh: `粉丝留言「${about.zh}」现为「${state.zh}」，还没有得到答复。`,
  en: `Nobody has answered what a fan wrote: “${about.en}” (${state.en}).`
})
