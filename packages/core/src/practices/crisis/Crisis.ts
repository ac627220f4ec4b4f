/**
 * A crisis (危机): declared by a person or by an alarm. From that event on nothing goes out for the account by its own decision; one voice speaks, in statements that
 * somebody else approves; figures are told every hour; it ends by a person with a reason, and is reviewed within 72 hours.
 *
 *     Silent ─Draft→ Drafted ─Approve→ Silent ─StatementOut→ Speaking ─StandDown→ Reviewing ─Conclude, NoLesson→ Over
 *        ↑               └─SendBack→ Silent, Speaking            (StandDown leads to Reviewing from all three)
 *
 * Nothing is said before it is really out: the crisis hears of its statement when the post is published, and not when it was approved.
 *
 * The words stand here, the rules in `CrisisDeclaring`, `CrisisSpeaking`, `CrisisCourse` and `CrisisReview`; `CrisisProcess` is the whole.
 *
 * @module
 */
import { Schema } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import { Moment } from "../../calendar/Moment.ts"
import * as Label from "../../finding/Label.ts"
import * as Remark from "../../finding/Remark.ts"
import { Content } from "../../internal-system/content/Content.ts"
import { PostProcess } from "../../internal-system/content/PostProcess.ts"
import { Rules } from "../../internal-system/content/Screening.ts"
import { Person, PersonId } from "../../process/Actor.ts"
import { Allowance } from "../../process/Allowance.ts"
import { HandbookVersion } from "../../process/Case.ts"
import { CaseId } from "../../process/CaseId.ts"
import { order } from "../../process/CaseOrder.ts"
import { notify } from "../../process/Notify.ts"
import { define } from "../../process/Process.ts"
import { ProblemProcess } from "../problems/ProblemProcess.ts"
import { CrisisLevel, LevelName } from "./CrisisLevel.ts"

const What = Schema.NonEmptyString.annotate(Label.of({ zh: "发生了什么", en: "what has happened" }))
/** What whoever declares it says. */
export const wish = {
  account: AccountId,
  level: LevelName,
  what: What,
  alarm: Schema.optionalKey(CaseId).annotateKey(Label.of({ zh: "出自哪个预警", en: "alarm it comes of" }))
}

const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))
/** What is told every hour. */
export const figures = {
  mentions: Count.annotate(Label.of({ zh: "本时段提及数", en: "mentions since the last figures" })),
  complaints: Count.annotate(Label.of({ zh: "其中投诉数", en: "complaints among them" })),
  note: Remark.MaybeNote
}

/** A statement that was approved, and is a post of its own. */
const Statement = Schema.Struct({
  content: Content,
  authors: Schema.NonEmptyArray(PersonId),
  approvedBy: Person,
  at: Moment,
  /** The post that it is, which is begun after the statement was approved. */
  post: CaseId,
  /** Since when it is out. */
  out: Schema.optionalKey(Moment)
})
/** What was learnt, and what comes of it: a problem of the register, or the edition of the handbook that says so. */
const Lesson = Schema.Struct({ what: Schema.NonEmptyString, edition: Schema.optionalKey(HandbookVersion) })

/** What it comes to when it is declared. */
export const declared = {
  account: AccountId,
  level: CrisisLevel,
  what: What,
  alarm: wish.alarm,
  voice: PersonId.annotate(Label.of({ zh: "发言人", en: "voice" })),
  /** Who is told in turn while nothing is said. */
  chain: Schema.NonEmptyArray(PersonId).annotate(
    Label.of({ zh: "未发声时依次通知", en: "told in turn while nothing is said" })
  ),
  /** Who hears that it begins and ends. */
  told: Schema.NonEmptyArray(PersonId).annotate(Label.of({ zh: "已通知", en: "told" }))
}
const lasting = {
  ...declared,
  since: Moment,
  /** Since when the voice speaks: of several crises of an account, who was named last. */
  voiceSince: Moment,
  declaredBy: Schema.optionalKey(PersonId),
  statements: Schema.Array(Statement),
  nextFigures: Moment,
  reports: Schema.Array(Schema.Struct({ ...figures, by: PersonId, at: Moment })),
  /** How often figures were late. */
  late: Schema.Int
}
const over = {
  ...lasting,
  stoodDownBy: PersonId,
  reason: Schema.String,
  lessons: Schema.Array(Lesson)
}

/** The builders of the process, with its words. */
export const crisis = define("Crisis", {
  title: { zh: "危机", en: "crisis" },
  settings: {
    lead: PersonId,
    others: Schema.optionalKey(Schema.Array(PersonId)),
    /** Who speaks, and in whose place: the first who is there is the voice. */
    voices: Schema.NonEmptyArray(PersonId),
    /** Whose posts are held: they hear that it begins and ends. */
    writers: Schema.Array(PersonId),
    levels: Schema.NonEmptyArray(CrisisLevel),
    /** How soon after its end it is reviewed. */
    review: Allowance,
    /** Who approves statements: whoever approves posts, and one of them is enough. */
    approvers: Schema.Array(PersonId),
    /** By which rules statements are screened. */
    rules: Rules
  },
  states: {
    Silent: { title: { zh: "尚未发声", en: "nothing said" }, ...lasting },
    Drafted: {
      title: { zh: "声明待批准", en: "statement to be approved" },
      ...lasting,
      content: Content,
      authors: Schema.NonEmptyArray(PersonId)
    },
    Speaking: { title: { zh: "已发声", en: "speaking" }, ...lasting },
    Reviewing: { title: { zh: "已解除，待复盘", en: "over, to be reviewed" }, ...over },
    Over: { title: { zh: "已复盘", en: "reviewed" }, ...over, conclusion: Schema.String }
  },
  actions: { notify, post: order(PostProcess, "Issue"), problem: order(ProblemProcess, "Raise") }
})

/** What a handbook says of crises. */
export const Settings = crisis.Settings
/** What a handbook says of crises. */
export type Settings = typeof Settings.Type
/** Where a crisis stands. */
export type State = typeof crisis.State.Type
/** A crisis in one of these states. */
export type In<Name extends State["_tag"]> = Extract<State, { readonly _tag: Name }>
/** A crisis that lasts. */
export type Lasting = In<"Silent" | "Drafted" | "Speaking">
/** A crisis of which a statement may be on its way. */
export type Awaiting = Lasting | In<"Reviewing">
/** The states of one that lasts. */
export const lasts = ["Silent", "Drafted", "Speaking"] as const

/** A crisis that lasts, without what only its present state knows: silent until something is out. */
export const without = (state: Lasting): In<"Silent" | "Speaking"> => {
  const { authors: _, content: __, ...rest } = { authors: undefined, content: undefined, ...state }
  return { ...rest, _tag: rest.statements.some(isOut) ? "Speaking" : "Silent" }
}

/** Whether a statement is out. */
export const isOut = ({ out }: State["statements"][number]): boolean => out !== undefined

/** Whether a statement was approved, and is on its way. */
export const isOnItsWay = ({ statements }: State): boolean => !statements.every(isOut)
