/**
 * What answers in public and in private have in common: what a handbook decides about them, what may be said and what is kept of it, who passes one on or
 * leaves it, and who hears of one that waits.
 *
 * @module
 */
import { Result, Schema } from "effect"
import type { Moment } from "../../calendar/Moment.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"
import { blocks, Finding } from "../../finding/Finding.ts"
import * as Remark from "../../finding/Remark.ts"
import { answerable, type Clock, type Person, PersonId } from "../../process/Actor.ts"
import type { Allowance } from "../../process/Allowance.ts"
import * as AtMostOnce from "../../process/AtMostOnce.ts"
import type { Circumstances } from "../../process/Declaration.ts"
import { type Led, leadNow } from "../../process/Presence.ts"
import * as PreparedAnswer from "../answer-library/PreparedAnswer.ts"
import { Text } from "../content/Content.ts"
import * as Forbidden from "../content/Forbidden.ts"
import * as Post from "../content/Post.ts"
import { Rules, type Screening } from "../content/Screening.ts"
import * as Ladder from "./Ladder.ts"

/** What a handbook decides about posts holds for answers as well, but for their review and their slot. */
const { attention, lead, looks, patience } = Post.policy

/** What a handbook decides about answers. */
export const policy = {
  /** How soon whoever wrote has an answer, and who is told that there is none. */
  ...Ladder.Ladder.fields,
  lead,
  others: Post.others,
  attention,
  patience,
  looks,
  rules: Rules,
  library: PreparedAnswer.Library
}

/** What people call words that are on their way, out, and not out. */
export const titles = {
  sent: { zh: "发送中", en: "on its way" },
  done: { zh: "已答复", en: "answered" },
  failed: { zh: "未发出", en: "not out" }
}

/** What somebody says, and of which prepared answers they made it. */
export const words = { text: Text, cites: PreparedAnswer.Cites }
type Words = Schema.Struct<typeof words>["Type"]

/** What somebody has written down last that could be said. */
export const suggestion = { suggested: Schema.optionalKey(Schema.Struct(words)) }

/** The words break rules that nobody may wave through. */
export class NotSayable extends Schema.TaggedError<NotSayable>()("Answer.NotSayable", {
  findings: Schema.Array(Finding)
}) {
  get said(): Bilingual {
    return Forbidden.said(this.findings)
  }
  override get message() {
    return this.said.en
  }
}

/** What is said, where what it cites may be cited and this screening has nothing against its words. */
export const sayable = <Said extends Words>(
  said: Said,
  { library }: { readonly library?: Schema.Struct<typeof policy>["Type"]["library"] },
  screening: Screening,
  at: Moment
): Result.Result<Said, NotSayable | PreparedAnswer.Ended | PreparedAnswer.Unknown> =>
  Result.flatMap(PreparedAnswer.citable(said, { ...(library && { library }) }, at), () => {
    const findings = screening.screen({ text: said.text, pictures: [] }, at)
    return blocks(findings) ? Result.fail(new NotSayable({ findings })) : Result.succeed(said)
  })

/** What the rules say of words while they are written. */
export const against = (
  { text }: { readonly text?: string },
  screening: Screening,
  at: Moment
): ReadonlyArray<Finding> => (text === undefined || text === "" ? [] : screening.screen({ text, pictures: [] }, at))

/** What is kept of words that are said now: everyone who answers for them, and what is known of words that were tried before. */
export const sayingOf = (
  before: { readonly _tag: "Waiting" } | ({ readonly _tag: "Failed"; readonly text: string } & GivenUp),
  { at, by, facts: { text } }: { readonly at: Moment; readonly by: Person; readonly facts: { readonly text: string } }
) => ({
  text,
  by: answerable(by),
  since: at,
  ...(before._tag === "Failed" && AtMostOnce.turned(before.text, text, before))
})
type GivenUp = Pick<Parameters<typeof AtMostOnce.turned<string>>[2], "before" | "earlier">

/** Whoever sorts what came in writes down what could be said. Nothing goes out: whoever may answer finds it in their form, and says it or something else. */
export const suggests = {
  title: { zh: "拟答复", en: "suggest an answer" },
  from: ["Waiting", "Failed"],
  by: "interaction.route",
  input: words
} as const

/** A form begins with what was suggested last; or else with what was tried, and is not out. */
export const begun = (state: {
  readonly _tag: string
  readonly suggested?: Words
  readonly text?: string
}): Partial<Words> => state.suggested ?? (state.text === undefined ? {} : { text: state.text })

/** What words cannot settle goes to somebody who answers the fan. */
export const passesOn = {
  title: { zh: "转交", en: "pass on" },
  from: ["Waiting", "Failed"],
  to: ["PassedOn"],
  by: "interaction.route",
  input: { reason: Remark.Reason }
} as const

/** Some words want no answer. */
export const leaves = {
  title: { zh: "不予答复", en: "leave" },
  from: ["Waiting", "Failed"],
  to: ["Left"],
  by: "interaction.answer",
  input: { reason: Remark.Reason }
} as const

/** The time of one of the promise's rungs is up, and the fan has no answer: whoever stands there in the chain is told, or the next who is there. */
export const escalates = {
  title: { zh: "上报", en: "escalate" },
  by: "clock",
  facts: { lead: PersonId },
  decide: (
    _state: unknown,
    _input: unknown,
    { by, presence, settings }: Circumstances<Ladder.Ladder & Led["settings"], Clock>
  ) => Result.succeed({ lead: Ladder.toldAt(settings, by.rung, { ...settings, presence }) })
} as const

/** Somebody ought to have decided by now. */
export const reminds = {
  title: { zh: "提醒", en: "remind" },
  from: ["Unconfirmed", "Failed"],
  by: "clock",
  facts: { lead: PersonId },
  decide: (_state: unknown, _input: unknown, led: Led) => Result.succeed({ lead: leadNow(led) })
} as const

/** The clock of the promise. */
export const promise = {
  title: { zh: "答复承诺", en: "promise" },
  within: Ladder.rungs,
  warnAt: Ladder.warning,
  fires: "Escalate"
} as const

/** The clock of whoever has to decide what becomes of words that are not out. */
export const attends = {
  title: { zh: "处理期限", en: "attention" },
  while: ["Unconfirmed", "Failed"],
  within: ({ attention }: { readonly attention: Allowance }) => attention,
  warnAt: 1,
  fires: "Remind"
} as const

/** Nothing empty is said. */
export const invariants = {
  "nothing empty is said": (state: { readonly _tag: string }) =>
    !("text" in state) || typeof state.text !== "string" || state.text.trim() !== ""
}
