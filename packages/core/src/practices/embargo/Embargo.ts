/**
 * An embargo (停更): nothing goes out for an account, because of a day of mourning, an accident, a crisis. It is imposed and lifted by people, ends by
 * itself at its end, and whoever imposed it is reminded while it lasts.
 *
 *     InForce ─Lift→ Lifted        the clock leads from InForce to Lapsed
 *
 * Writing, reviewing, scheduling and taking down go on. This file holds the words; `EmbargoProcess` holds the rules, and what it suspends.
 *
 * @module
 */
import { Schema } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import { Moment } from "../../calendar/Moment.ts"
import { TimeSpan } from "../../calendar/TimeSpan.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"
import * as Label from "../../finding/Label.ts"
import * as Remark from "../../finding/Remark.ts"
import { PersonId } from "../../process/Actor.ts"
import { Allowance } from "../../process/Allowance.ts"
import { notify } from "../../process/Notify.ts"
import { define } from "../../process/Process.ts"
import type { Called, Reading } from "../../process/Reader.ts"

/** For which account, why, until when at most, and who may publish all the same: the spokesperson, or nobody. */
export const wish = {
  account: AccountId,
  reason: Remark.Reason,
  until: Moment.annotate(Label.of({ zh: "到何时", en: "until" })),
  mayPublish: Schema.Array(PersonId).annotate(Label.of({ zh: "仍可发布的人", en: "who may publish" }))
}

/** What it comes to when it is imposed, and who hears of it, whoever imposed it among them. */
const imposed = {
  ...wish,
  since: Moment,
  by: PersonId,
  told: Schema.NonEmptyArray(PersonId),
  stopsAnswers: Schema.Boolean
}

/** The builders of the process, with its words. */
export const embargo = define("Embargo", {
  title: { zh: "停更", en: "embargo" },
  settings: {
    /** Who is reminded where whoever imposed it is not there. */
    lead: PersonId,
    /** Who is reminded where the lead is not there either, in turn. */
    others: Schema.optionalKey(Schema.Array(PersonId)),
    /** Who hears that it begins and ends: everybody whose posts it holds. */
    writers: Schema.Array(PersonId),
    /** How long one may last. */
    most: TimeSpan,
    /** How often whoever imposed it is reminded. */
    reminds: Allowance,
    /** Whether fans are not answered either. */
    stopsAnswers: Schema.Boolean
  },
  states: {
    InForce: { title: { zh: "停更中", en: "in force" }, ...imposed },
    Lifted: { title: { zh: "已解除", en: "lifted" }, ...imposed, liftedBy: PersonId, note: Schema.String },
    Lapsed: { title: { zh: "已到期", en: "lapsed" }, ...imposed }
  },
  actions: { notify }
})

/** What a handbook says of embargoes. */
export const Settings = embargo.Settings
/** What a handbook says of embargoes. */
export type Settings = typeof Settings.Type
/** How an embargo stands. */
export type State = typeof embargo.State.Type
/** An embargo that lasts. */
export type InForce = Extract<State, { readonly _tag: "InForce" }>

/** The end is past, or further away than the handbook allows; who needs longer imposes another, or the same anew. */
export class BadEnd extends Schema.TaggedError<BadEnd>()("Embargo.BadEnd", { until: Moment, latest: Moment }) {
  get said(): Bilingual {
    return {
      zh: "停更的结束时间须晚于现在，且不超过手册允许的时长。",
      en: "An embargo ends later than now, and within the time that the handbook allows."
    }
  }
  override get message() {
    return this.said.en
  }
}

/** What it is about, in one line. */
export const about = ({ account, reason }: State, called: Called): Bilingual => ({
  zh: `账号 ${called(account)}：${reason}`,
  en: `account ${called(account)}: ${reason}`
})

/** What everybody reads whose posts it holds. */
export const begun = (embargo: State, { called, time }: Reading): Bilingual => {
  const { account, by, mayPublish, reason, stopsAnswers, until } = embargo
  const people = mayPublish.map(called)
  return {
    zh: `${called(by)} 已对账号 ${called(account)} 停更至 ${time(until)}：${reason}。期间账号不主动发出任何内容（微博、付费推广、活动、邀请、召回、抽奖）${stopsAnswers ? "，也不答复粉丝" : ""}${people.length === 0 ? "" : `，${people.join("、")} 除外`}；撰写、审核和排期照常。`,
    en: `${called(by)} has imposed an embargo on account ${called(account)} until ${time(until)}: ${reason}. Nothing goes out unasked: no post, paid promotion, campaign, invitation, win-back or draw${stopsAnswers ? ", and no fan is answered" : ""}${people.length === 0 ? "" : `, except by ${people.join(", ")}`}; go on writing, reviewing and scheduling.`
  }
}

/** What whoever imposed it reads while it lasts. */
export const lasts = (embargo: State, { called, time }: Reading): Bilingual => ({
  zh: `账号 ${called(embargo.account)} 仍在停更（${embargo.reason}），${time(embargo.until)} 自动结束；若已不需要，请解除。`,
  en: `The embargo on account ${called(embargo.account)} (${embargo.reason}) is still in force and ends by itself at ${time(embargo.until)}; lift it if it is not needed any more.`
})

/** What everybody reads when it is over. */
export const over = (embargo: State, { called }: Reading): Bilingual => ({
  zh: `账号 ${called(embargo.account)} 的停更（${embargo.reason}）已结束。期间到时未发的不会自动补发，请在待办中逐条决定。`,
  en: `The embargo on account ${called(embargo.account)} (${embargo.reason}) is over. What should have gone out meanwhile does not do so by itself: decide on your desk about each.`
})
