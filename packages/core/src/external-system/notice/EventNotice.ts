/**
 * Notice of what the company is about to do: a launch, a price, a campaign on other channels. The account is told before, and has a part in it.
 *
 *     Told ─Acknowledge→ Known ─Pass→ Passed        while it is Known, campaigns for it may be approved
 *                          └─CallOff→ CalledOff
 *     Learned ─Explain→ Explained                   the company did it, and nobody had told the account: the hours that were lost are counted
 *
 * The words stand here; the rules in `EventNoticeProcess`.
 *
 * @module
 */
import { Schema } from "effect"
import * as Tag from "../../account/Tag.ts"
import { Moment } from "../../calendar/Moment.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"
import * as Label from "../../finding/Label.ts"
import { PersonId } from "../../process/Actor.ts"
import { Allowance } from "../../process/Allowance.ts"
import { notify } from "../../process/Notify.ts"
import { define } from "../../process/Process.ts"
import type { Reading } from "../../process/Reader.ts"
import { grant } from "../../process/Standing.ts"

/** What is about to happen, by a name that the company uses. */
export const EventName = Schema.NonEmptyString.annotate({
  ...Tag.as("event"),
  ...Label.of({ zh: "事件", en: "event" })
})

/** The grant by which the account has been told of an event: those who give it and those who need it name the same value. */
export const noticed = grant("notice", { zh: "事先通知", en: "notice" })

const text = (zh: string, en: string) => Schema.String.annotate(Label.of({ zh, en }))
/** What the account is told. */
export const telling = {
  event: EventName,
  starts: Moment.annotate(Label.of({ zh: "何时开始", en: "when it begins" })),
  materials: text("资料", "materials"),
  part: text("请微博做什么", "what the account has to do with it")
}
/** What the account has learned by itself. */
export const learning = {
  event: EventName,
  began: Moment.annotate(Label.of({ zh: "何时开始的", en: "when it began" })),
  how: Schema.NonEmptyString.annotate(Label.of({ zh: "怎么知道的", en: "how it was learned" }))
}

/** Hours of work, to the tenth. */
export const hours = Schema.Finite.check(Schema.isGreaterThanOrEqualTo(0))
/** How many hours of work too late it was told; none where it was told in time. */
const told = { ...telling, toldBy: PersonId, hoursLate: hours }
const learned = { ...learning, learnedBy: PersonId, hoursLost: hours }

/** The builders of the process, with its words. */
export const eventNotice = define("EventNotice", {
  title: { zh: "事先通知", en: "notice of an event" },
  settings: {
    lead: PersonId,
    others: Schema.optionalKey(Schema.Array(PersonId)),
    /** How long before an event the account is told. */
    ahead: Allowance,
    /** How long a notice, or the question why there was none, may wait for an answer. */
    attention: Allowance,
    /** Who vouches for notices, and says why there was none. */
    sponsors: Schema.Array(PersonId)
  },
  states: {
    Told: { title: { zh: "已通知", en: "told" }, ...told },
    Known: { title: { zh: "已收到", en: "known" }, ...told },
    Passed: { title: { zh: "已过", en: "passed" }, ...told },
    CalledOff: { title: { zh: "已取消", en: "called off" }, ...told, reason: Schema.String },
    Learned: { title: { zh: "事后才知", en: "learned afterwards" }, ...learned },
    Explained: { title: { zh: "已说明", en: "explained" }, ...learned, why: Schema.String }
  },
  actions: { notify }
})

/** What a handbook says of notices. */
export type Settings = typeof eventNotice.Settings.Type
/** Where a notice stands. */
export type State = typeof eventNotice.State.Type

/** The event has begun: whoever tells of it now tells nobody in advance. */
export class Begun extends Schema.TaggedError<Begun>()("EventNotice.Begun", { starts: Moment }) {
  get said(): Bilingual {
    return {
      zh: "事件已经开始，不再是事先通知；请微博团队记「事后才知」。",
      en: "The event has begun: the account cannot be told of it in advance any more, and notes that it learned of it."
    }
  }
  override get message() {
    return this.said.en
  }
}

/** The event is still to come: whoever plans it can be asked. */
export class StillToCome extends Schema.TaggedError<StillToCome>()("EventNotice.StillToCome", { began: Moment }) {
  get said(): Bilingual {
    return { zh: "事件还没有开始。", en: "The event has not begun." }
  }
  override get message() {
    return this.said.en
  }
}

/** What the account's team reads when it is told. */
export const news = (notice: Extract<State, { readonly hoursLate: number }>, { called, time }: Reading): Bilingual => {
  const late = notice.hoursLate > 0
  return {
    zh: `${called(notice.toldBy)} 通知：「${notice.event}」${time(notice.starts)} 开始${late ? `，比约定晚了 ${notice.hoursLate} 工作小时` : ""}。`,
    en: `${called(notice.toldBy)} tells of “${notice.event}”, which begins at ${time(notice.starts)}${late ? `: ${notice.hoursLate} working hours later than was agreed` : ""}.`
  }
}

/** What those read who vouch for notices, when there was none. */
export const untold = ({ event, hoursLost, how }: Extract<State, { readonly hoursLost: number }>): Bilingual => ({
  zh: `「${event}」没有事先通知微博团队，损失 ${hoursLost} 个准备工时（${how}）。请说明原因。`,
  en: `Nobody told the account of “${event}”: ${hoursLost} working hours of preparation were lost (${how}). Please say why.`
})
