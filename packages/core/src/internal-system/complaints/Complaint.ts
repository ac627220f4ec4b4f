/**
 * A fan's complaint, from the words in which it came to the end that the fan agrees with, or has nothing against.
 *
 *     Open ─Reply→ Replying ─Said→ InHand         what was promised runs on through all of these
 *      │ └─Ask→ Asking ─Said→ WaitingForFan ─FanWrites, FanSilent→ Open, InHand      the solution's clock stands still
 *      └─Solve→ Telling ─Said→ Proposed ─NoObjection, Confirm→ Closed ─Finish→ Done      whatever the fan writes leads back to Open
 *                                                                └─AskHowItWas→ Asked ─Rate→ Asked, Open; ─Finish→ Done
 *
 * What is no complaint is answered as anything else that a fan writes (Dismiss, Answering, Dismissed).
 *
 * Open: the fan waits for a word. In hand: the fan had one, and waits for the solution. Departments are asked meanwhile, each by a referral of its own;
 * what is said to the fan is an answer of its own. Both are children, heard of when they are over. The words stand here, the rules in the files beside it.
 *
 * @module
 */
import { Record, Result, Schema } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import { Moment } from "../../calendar/Moment.ts"
import { ResourceId } from "../../external-system/Resource.ts"
import { Bilingual } from "../../finding/Bilingual.ts"
import { advice } from "../../finding/Nearest.ts"
import { PersonId } from "../../process/Actor.ts"
import { Allowance } from "../../process/Allowance.ts"
import { notify } from "../../process/Notify.ts"
import { define } from "../../process/Process.ts"
import * as PreparedAnswer from "../answer-library/PreparedAnswer.ts"
import { Rules } from "../content/Screening.ts"
import { Incoming, InPublic, isPrivate } from "../interaction/Incoming.ts"
import { InteractionId } from "../interaction/Interaction.ts"
import { Ladder } from "../interaction/Ladder.ts"
import { PromiseId } from "../interaction/ServicePromise.ts"
import * as PrivateAnswer from "../private-messages/PrivateAnswer.ts"
import * as Orders from "./ComplaintOrders.ts"
import * as Openings from "./Openings.ts"
import { Rating, Survey } from "./Satisfaction.ts"

/** How soon a complaint of a kind is solved, and what each department behind it has promised for that. */
export const Solving = Schema.Struct({
  title: Bilingual,
  ...Ladder.fields,
  behind: Schema.Record(ResourceId, Ladder)
})
/** How soon a complaint of a kind is solved. */
export type Solving = typeof Solving.Type

/** What a department has said about it. */
export const Report = Schema.Struct({ department: ResourceId, report: Schema.NonEmptyString })

const came = {
  account: AccountId,
  /** What the complaint is: the words in which it came. */
  interaction: Incoming,
  /** What the fan has written since, the last of it: that is what is answered, in public or in private, as it came. */
  latest: Incoming,
  /** What the fan wrote in public, the last of it, where they did: there they can be asked to write in private. */
  place: Schema.optionalKey(InPublic),
  /** What lets the account write in private, where the fan has done something that does. */
  openings: Schema.optionalKey(Openings.Openings),
  /** Which promise of a solution the fan has. */
  promise: PromiseId,
  report: Schema.optionalKey(Report),
  /** Who has last taken it in hand: hears of what departments say. */
  by: Schema.optionalKey(PersonId),
  /** What the fan was told that the solution is. */
  told: Schema.optionalKey(Schema.NonEmptyString),
  /** When the fan was asked how it was: that is done once, however often the complaint is opened again. */
  asked: Schema.optionalKey(Moment),
  /** Whether somebody has said that the fan is not to be asked. */
  unasked: Schema.optionalKey(Schema.Boolean),
  rating: Schema.optionalKey(Rating)
}
const saying = {
  ...came,
  text: Schema.NonEmptyString,
  /** What the fan had written last, where the words are said elsewhere: it is that which they answer. */
  about: Schema.optionalKey(InteractionId),
  /** What lets the account say them in private, where the fan wrote last in public. */
  opening: Schema.optionalKey(InteractionId)
}
const closedBy = Schema.Literals(["fan", "silence"])
const solved = { ...came, told: Schema.NonEmptyString }

/** The builders of the process, with its words. */
export const complaint = define("Complaint", {
  title: { zh: "投诉", en: "complaint" },
  settings: {
    /** How soon a fan who has complained, or written again, has a word. */
    answers: Ladder,
    /** The promises of a solution, by their names. */
    promises: Schema.Record(PromiseId, Solving),
    /** Which of them holds until somebody says otherwise. */
    usual: PromiseId,
    /** How long a fan who was asked something is waited for. */
    fanReplies: Allowance,
    /** How long after the solution was told an objection is waited for; and as long again until the complaint is done with. */
    silence: Allowance,
    lead: PersonId,
    others: Schema.optionalKey(Schema.Array(PersonId)),
    rules: Rules,
    mobileNumbers: PrivateAnswer.mobileNumbers,
    library: PreparedAnswer.Library,
    /** What fans are asked in the end; nothing, where it is left out. */
    survey: Schema.optionalKey(Survey)
  },
  states: {
    Open: { title: { zh: "待回应", en: "open" }, ...came },
    InHand: { title: { zh: "处理中", en: "in hand" }, ...came },
    Replying: { title: { zh: "回应发送中", en: "being answered" }, ...saying },
    Asking: { title: { zh: "询问发送中", en: "being asked" }, ...saying },
    WaitingForFan: { title: { zh: "等待粉丝", en: "waiting for the fan" }, ...came, text: Schema.NonEmptyString },
    Telling: { title: { zh: "方案发送中", en: "being told" }, ...saying },
    Proposed: { title: { zh: "已告知方案", en: "told the solution" }, ...solved },
    Closed: { title: { zh: "已关闭", en: "closed" }, ...solved, closedBy, askAt: Schema.optionalKey(Moment) },
    Asked: { title: { zh: "已询问满意度", en: "asked how it was" }, ...solved, closedBy },
    Done: { title: { zh: "已了结", en: "done" }, ...solved },
    Answering: { title: { zh: "按留言答复", en: "answered as no complaint" }, ...came, reason: Schema.NonEmptyString },
    Dismissed: { title: { zh: "不是投诉", en: "no complaint" }, ...came, reason: Schema.NonEmptyString }
  },
  actions: {
    reply: Orders.write,
    replyInPrivate: Orders.writeInPrivate,
    refer: Orders.refer,
    // What is no complaint may want an answer all the same.
    answer: Orders.answer,
    answerInPrivate: Orders.answerInPrivate,
    survey: Orders.write,
    surveyInPrivate: Orders.writeInPrivate,
    notify
  }
})

/** What a handbook says of complaints. */
export const Settings = complaint.Settings
/** What a handbook says of complaints. */
export type Settings = typeof Settings.Type
/** Where a complaint stands. */
export type State = typeof complaint.State.Type
/** A complaint in one of these states. */
export type In<Name extends State["_tag"]> = Extract<State, { readonly _tag: Name }>

/** Wherever it may be when something is heard: it is not over. */
export const whereHeard = [
  "Open",
  "InHand",
  "Replying",
  "Asking",
  "WaitingForFan",
  "Telling",
  "Proposed",
  "Closed",
  "Asked",
  "Answering"
] as const

/** What a complaint knows throughout. */
export const cameOf = ({
  account,
  asked,
  by,
  interaction,
  latest,
  openings,
  place,
  promise,
  rating,
  report,
  told,
  unasked
}: State): Omit<In<"Open">, "_tag"> => ({
  account,
  interaction,
  latest,
  promise,
  ...(place && { place }),
  ...(openings && { openings }),
  ...(report && { report }),
  ...(by && { by }),
  ...(told !== undefined && { told }),
  ...(asked && { asked }),
  ...(unasked !== undefined && { unasked }),
  ...(rating && { rating })
})

/** What the fan wrote, where it stands: the last of it, the last of it in public, and what of it lets the account write in private. */
export const wrote = (
  latest: Incoming,
  before: Pick<State, "openings"> = {}
): Pick<State, "latest" | "place" | "openings"> => ({
  latest,
  ...(!isPrivate(latest) && { place: latest }),
  ...Openings.wrote(before, latest)
})

/** The handbook promises no such solution. */
export class UnknownPromise extends Schema.TaggedError<UnknownPromise>()("Complaint.UnknownPromise", {
  promise: PromiseId,
  known: Schema.Array(PromiseId)
}) {
  get said(): Bilingual {
    return {
      zh: `手册里没有解决承诺「${this.promise}」，有：${this.known.join("、")}。`,
      en: `The handbook has no promise of a solution ${this.promise}; it has ${this.known.join(", ")}.`
    }
  }
  override get message() {
    return this.said.en
  }
}

/** The promise of that name, or why there is none. */
export const promised = ({ promises }: Settings, promise: PromiseId): Result.Result<Solving, UnknownPromise> =>
  Result.fromOption(
    Record.get(promises, promise),
    // The names of a record are its keys.
    () => new UnknownPromise({ promise, known: Record.keys(promises) as ReadonlyArray<PromiseId> })
  )

/** By when a complaint is solved; where its promise is gone, it waits no longer than for a word. */
export const solutionOf = (settings: Settings, { promise }: Pick<State, "promise">): Ladder =>
  settings.promises[promise] ?? settings.answers

/** The handbook has no such department. */
export class UnknownDepartment extends Schema.TaggedError<UnknownDepartment>()("Complaint.UnknownDepartment", {
  department: ResourceId,
  known: Schema.Array(ResourceId)
}) {
  get said(): Bilingual {
    const otherwise = { zh: "手册里没有写明任何部门。", en: "It has none." }
    const advised = advice(this.department, this.known, otherwise)
    return {
      zh: `手册里没有部门「${this.department}」。${advised.zh}`,
      en: `The handbook has no department ${this.department}. ${advised.en}`
    }
  }
  override get message() {
    return this.said.en
  }
}

/** The fan has not been told of a solution, so nobody can have agreed with it. */
export class NotToldYet extends Schema.TaggedError<NotToldYet>()("Complaint.NotToldYet", {}) {
  get said(): Bilingual {
    return {
      zh: "还没有告知粉丝解决方案，不能关闭。",
      en: "The fan has not been told of a solution yet: nothing can be closed."
    }
  }
  override get message() {
    return this.said.en
  }
}
