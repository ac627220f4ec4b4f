/**
 * An alarm (预警): more people say something of the brand than usual. It says why, shows at most ten of them, and is judged by a person in time: true,
 * false, or the same as another. Every judgement is a label for the next calibration.
 *
 *     Open ─Confirm→ True        Open ─Dismiss→ False        Open ─Join→ Joined        while it is open, the world updates it
 *       └─Confirm→ ToDecide, where its level is grave: ─Declare→ Declaring ─Declared→ True, and a crisis begins; ─Spare→ True, and the reason is kept
 *
 * This file holds the words, `AlarmProcess` the rules.
 *
 * @module
 */
import { Schema } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import { PostId } from "../../account/PostId.ts"
import { Moment } from "../../calendar/Moment.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"
import * as Label from "../../finding/Label.ts"
import { Interaction } from "../../internal-system/interaction/Interaction.ts"
import * as Burst from "../../internal-system/monitoring/Burst.ts"
import * as Severity from "../../internal-system/monitoring/Severity.ts"
import { PersonId } from "../../process/Actor.ts"
import { CaseId } from "../../process/CaseId.ts"
import { order } from "../../process/CaseOrder.ts"
import { notify } from "../../process/Notify.ts"
import { define } from "../../process/Process.ts"
import type { Called, Reading } from "../../process/Reader.ts"
import { CrisisProcess } from "../crisis/CrisisProcess.ts"

/** What people wrote, of which an alarm shows some. The texts are the fans', and hostile. */
export const Shown = Schema.Array(Interaction).check(Schema.isMaxLength(10))

/** Where it is said: under how many posts, at most ten, and which has the most of those who wrote. */
export const Spread = Schema.Struct({
  posts: Schema.Int,
  most: PostId,
  /** The share of those who wrote under that one: 0 to 1. */
  share: Schema.Finite
})
/** Where it is said. */
export type Spread = typeof Spread.Type

/** What the monitor says of a burst. */
export const heard = {
  account: AccountId,
  term: Schema.NonEmptyString,
  /** The bucket in which it was seen. */
  at: Moment,
  /** The bucket in which it began, by the evidence. */
  since: Moment,
  why: Burst.Why,
  figures: Severity.Figures,
  spread: Schema.optionalKey(Spread),
  mentions: Shown
}

/** How grave it is, whose it is therefore, and the level of crisis that it has declared by itself. */
export const graveness = {
  level: Severity.Level,
  /** What of the level's demands held. */
  held: Schema.Array(Schema.String),
  chain: Schema.NonEmptyArray(PersonId),
  declares: Schema.optionalKey(Schema.String)
}

const raised = {
  ...heard,
  ...graveness,
  turn: Schema.Int,
  /** The most people in one bucket so far. */
  peak: Schema.Finite,
  isOver: Schema.Boolean
}
const judged = { ...raised, by: PersonId, reason: Schema.String, judgedAt: Moment }

/** The builders of the process, with its words. */
export const alarm = define("Alarm", {
  title: { zh: "预警", en: "alarm" },
  settings: {
    /** Who is told where nobody of the level's team is there. */
    lead: PersonId,
    /** Who is told where the lead is not there either, in turn. */
    others: Schema.optionalKey(Schema.Array(PersonId)),
    levels: Severity.Levels,
    /** The levels of crisis of the handbook; none, where it has no crises. */
    crises: Schema.optionalKey(Schema.Array(Schema.String))
  },
  states: {
    Open: { title: { zh: "待判断", en: "open" }, ...raised },
    ToDecide: { title: { zh: "属实，待定是否危机", en: "true, perhaps a crisis" }, ...judged },
    Declaring: { title: { zh: "危机宣布中", en: "declaring a crisis" }, ...judged },
    True: { title: { zh: "属实", en: "true" }, ...judged },
    False: { title: { zh: "误报", en: "false" }, ...judged },
    Joined: { title: { zh: "重复", en: "the same as another" }, ...judged, other: CaseId }
  },
  actions: { notify, declare: order(CrisisProcess, "Declare"), declareItself: order(CrisisProcess, "Break") }
})

/** What a handbook says of alarms. */
export const Settings = alarm.Settings
/** What a handbook says of alarms. */
export type Settings = typeof Settings.Type
/** Where an alarm stands. */
export type State = typeof alarm.State.Type
/** An alarm that nobody has judged. */
export type Open = Extract<State, { readonly _tag: "Open" }>
/** A true alarm of which somebody decides whether it is a crisis. */
export type ToDecide = Extract<State, { readonly _tag: "ToDecide" | "Declaring" }>

/** An alarm is not the same as itself. */
export class SameAsItself extends Schema.TaggedError<SameAsItself>()("Alarm.SameAsItself", { other: CaseId }) {
  get said(): Bilingual {
    return { zh: "请填写另一个预警的编号。", en: "Name another alarm, not this one." }
  }
  override get message() {
    return this.said.en
  }
}

/** The other alarm. */
export const Other = CaseId.annotate(Label.of({ zh: "同一预警", en: "the other alarm" }))

/** What it is about, in one line. */
export const about = ({ account, level, term }: State, called: Called): Bilingual => ({
  zh: `账号 ${called(account)}：「${term}」${level.title.zh}`,
  en: `account ${called(account)}: “${term}”, ${level.title.en}`
})

const rounded = (one: number) => (one >= 10 ? Math.round(one) : Math.round(one * 10) / 10)

/** Why it was raised, in words, and where most of it stands if that is one place. */
export const because = (
  { since, spread, why }: Pick<State, "since" | "spread" | "why">,
  { time }: Pick<Reading, "time">
): Bilingual => {
  const percent = Math.round(100 * (spread?.share ?? 0))
  const place = spread !== undefined && percent >= 50 && { percent, post: spread.most }
  return {
    zh: `${time(since)}起有 ${why.authors} 人提及，平时约 ${rounded(why.expected)} 人${place ? `，其中 ${place.percent}% 在微博 ${place.post} 下` : ""}`,
    en: `${why.authors} people since ${time(since)}, where about ${rounded(why.expected)} are usual${place ? `, ${place.percent}% of them under post ${place.post}` : ""}`
  }
}

/** What whoever has to judge it reads. */
export const toJudge = (state: State, reading: Reading): Bilingual => {
  const [{ en, zh }, reason] = [about(state, reading.called), because(state, reading)]
  return {
    zh: `预警：${zh}。${reason.zh}。请判断是否属实。`,
    en: `Alarm: ${en}. ${reason.en}. Judge whether it is true.`
  }
}

/** What whoever has to judge it reads when it has become graver. */
export const graver = (state: State, { called }: Reading): Bilingual => {
  const { en, zh } = about(state, called)
  const { authors } = state.figures
  return {
    zh: `预警升级：${zh}，同一时段已有 ${authors} 人。请判断是否属实。`,
    en: `The alarm is graver now: ${en}, ${authors} people at a time. Judge whether it is true.`
  }
}

/** What whoever decides reads of a true one that may be a crisis. */
export const toDecide = (state: State, { called }: Reading): Bilingual => {
  const { en, zh } = about(state, called)
  return {
    zh: `预警属实：${zh}。请决定是否宣布危机。`,
    en: `The alarm is true: ${en}. Decide whether to declare a crisis.`
  }
}

/** What the team reads of a true one: what is to be done, in order. */
export const toDo = (state: State, { called }: Reading): Bilingual => {
  const { en, zh } = about(state, called)
  const steps = state.level.steps.map((step, index) => ({
    zh: `${index + 1}. ${step.zh}`,
    en: `${index + 1}. ${step.en}`
  }))
  return {
    zh: `预警属实：${zh}。${steps.map((one) => one.zh).join("；")}`,
    en: `The alarm is true: ${en}. ${steps.map((one) => one.en).join("; ")}`
  }
}
