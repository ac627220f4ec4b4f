/**
 * A private answer: from what a fan wrote to the account in private to what the account says to it in private, once, while it may. Where a fan has
 * mentioned the account in public, a person may begin one as well, once for each mention.
 *
 *     Waiting ─Say→ Sending ─Confirm→ Answered      what a person writes unasked begins in Sending
 *       │ │ │         ├─Refuse→ Failed ─Say→ Sending
 *       │ │ │         └─LoseSight→ Unconfirmed ─Find→ Answered, ─GiveUp→ Failed
 *       │ │ └─CloseWindow→ OutOfReach, from Failed too: 48 hours after the fan's last message nothing more can be said
 *       │ └─PassOn→ PassedOn
 *       └─Leave→ Left
 *
 * The window is a deadline of the case: people are told ahead, and whatever the fan writes or does moves it. This file holds the words; the rules stand in
 * the files beside it.
 *
 * @module
 */
import { Schema } from "effect"
import { Moment } from "../../calendar/Moment.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"
import { notify } from "../../process/Notify.ts"
import { define } from "../../process/Process.ts"
import type { Reading } from "../../process/Reader.ts"
import * as Screening from "../content/Screening.ts"
import * as Answering from "../interaction/Answering.ts"
import * as AnswerWindow from "../interaction/AnswerWindow.ts"
import { isPrivate } from "../interaction/Incoming.ts"
import { asked, sending } from "./PrivateDelivery.ts"

const unsaid = { ...asked, reason: Schema.NonEmptyString }

/** Whether the handbook lets a private answer say mobile numbers; it does not, unless it is said. */
export const mobileNumbers = Schema.optionalKey(Schema.Boolean)

/** The builders of the process, with its words. */
export const privateAnswer = define("PrivateAnswer", {
  title: { zh: "私信答复", en: "private answer" },
  settings: { ...Answering.policy, mobileNumbers },
  states: {
    Waiting: { title: { zh: "待答复", en: "waiting" }, ...asked, ...Answering.suggestion },
    ...sending.states,
    PassedOn: { title: { zh: "已转交", en: "passed on" }, ...unsaid },
    Left: { title: { zh: "不予答复", en: "left" }, ...unsaid },
    OutOfReach: { title: { zh: "已无法私信", en: "out of reach" }, ...asked }
  },
  actions: { ...sending.actions, notify }
})

/** What a handbook says of private answers. */
export const Settings = privateAnswer.Settings
/** What a handbook says of private answers. */
export type Settings = typeof Settings.Type
/** Where a private answer stands. */
export type State = typeof privateAnswer.State.Type

/** What came in, without what only the present state knows. */
export const askedOf = ({ account, interaction, thread, warned, window }: State) => ({
  account,
  interaction,
  thread,
  window,
  warned
})

/** By what words are screened that nobody reads but the fan and the team. */
export const screening = ({
  mobileNumbers = false,
  rules
}: Pick<Settings, "rules" | "mobileNumbers">): Screening.Screening => Screening.ofPrivate(rules, mobileNumbers)

/** What can still be done for a fan who cannot be written to in private. */
export const remains: Bilingual = {
  zh: "可以公开请对方再发一条私信（来信后 48 小时内可再答复），或由部门另行联系。",
  en: "What remains: ask them in public to write again, which opens 48 hours anew, or let a department reach them otherwise."
}

/** The platform takes nothing to this fan in private any more: 48 hours after their last message, or once they have left. */
export class WindowOver extends Schema.TaggedError<WindowOver>()("PrivateAnswer.WindowOver", { since: Moment }) {
  get said(): Bilingual {
    return {
      zh: `私信窗口已关闭。${remains.zh}`,
      en: `Nothing can be said to this fan in private any more. ${remains.en}`
    }
  }
  override get message() {
    return this.said.en
  }
}

/** Why nothing can be said through the window now. */
export const overAt = (window: AnswerWindow.AnswerWindow, at: Moment): WindowOver | undefined =>
  AnswerWindow.isOpen(window, at) ? undefined : new WindowOver({ since: AnswerWindow.endOf(window) ?? at })

/** What people call that which is answered. */
const nameOf = ({ interaction }: Pick<State, "interaction">): Bilingual =>
  isPrivate(interaction)
    ? { zh: "私信", en: "private message" }
    : { zh: "待私信答复的提及", en: "mention that is to be answered in private" }

/** What people are told about a fan who still waits, and whose window closes. */
export const closesSoon = (waiting: State, { about, state, time }: Reading, until: Moment): Bilingual => ({
  zh: `${nameOf(waiting).zh}「${about.zh}」（${state.zh}）只能在 ${time(until)} 之前答复，还没有答复。`,
  en: `A ${nameOf(waiting).en} can be answered until ${time(until)} only, and is not: “${about.en}” (${state.en}).`
})

/** What people are told about a fan who was not answered while they could be. */
export const isOutOfReach = (waiting: State, { about }: Reading): Bilingual => ({
  zh: `${nameOf(waiting).zh}「${about.zh}」没有得到答复，窗口已关闭。${remains.zh}`,
  en: `A ${nameOf(waiting).en} was never answered, and cannot be any more: “${about.en}”. ${remains.en}`
})

/** What a person is told about somebody who still waits for an answer. */
export const waits = (waiting: State, { about, state }: Reading): Bilingual => ({
  zh: `${nameOf(waiting).zh}「${about.zh}」现为「${state.zh}」，还没有得到答复。`,
  en: `Nobody has answered a ${nameOf(waiting).en}: “${about.en}” (${state.en}).`
})
