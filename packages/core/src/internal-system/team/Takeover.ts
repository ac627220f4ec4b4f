/**
 * An emergency: somebody takes another's place who cannot ask for it any more.
 *
 *     Taken ─HandBack→ HandedBack        nobody keeps it for ever: the clock leads from Taken to Lapsed
 *
 * Nothing of the other's work is copied or moved: cases and deadlines stay where they are, and another may take the steps for a time. This
 * file holds the words; `TakeoverProcess` holds the rules, and `TakeoverRights` what a takeover allows.
 *
 * @module
 */
import { Schema } from "effect"
import { Moment } from "../../calendar/Moment.ts"
import { TimeSpan } from "../../calendar/TimeSpan.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"
import { PersonId } from "../../process/Actor.ts"
import { notify } from "../../process/Notify.ts"
import { define } from "../../process/Process.ts"
import type { Called } from "../../process/Reader.ts"

/** Whose place it is, who takes it, from when until when, and why. */
const taking = { absent: PersonId, taker: PersonId, since: Moment, until: Moment, reason: Schema.NonEmptyString }

/** The builders of the process, with its words. */
export const takeover = define("Takeover", {
  title: { zh: "紧急接手", en: "takeover" },
  settings: {
    /** Who stands in for whom. */
    standIns: Schema.Record(PersonId, Schema.Array(PersonId)),
    /** Who may send anybody, and hears of every takeover. */
    lead: PersonId,
    /** How long one takeover may last. */
    most: TimeSpan
  },
  states: {
    Taken: { title: { zh: "代管中", en: "taken over" }, ...taking, lead: PersonId },
    HandedBack: { title: { zh: "已交还", en: "handed back" }, ...taking, backAt: Moment, note: Schema.String },
    Lapsed: { title: { zh: "已过期", en: "lapsed" }, ...taking }
  },
  actions: { notify, notifyLead: notify }
})

/** What a handbook says of takeovers. */
export const Settings = takeover.Settings
/** What a handbook says of takeovers. */
export type Settings = typeof Settings.Type
/** Where a takeover stands. */
export type State = typeof takeover.State.Type
/** A takeover that lasts. */
export type Taken = Extract<State, { readonly _tag: "Taken" }>

/** Only a stand-in takes a place, or whom the lead sends. */
export class NotAStandIn extends Schema.TaggedError<NotAStandIn>()("Takeover.NotAStandIn", {
  absent: PersonId,
  taker: PersonId
}) {
  /** Why, in both languages, with what people are called. */
  said(called: Called = (person) => person): Bilingual {
    return {
      zh: `${called(this.taker)} 不是 ${called(this.absent)} 的替补；另派他人须由负责人决定。`,
      en: `${called(this.taker)} does not stand in for ${called(this.absent)}; only the lead may send somebody else.`
    }
  }
  override get message() {
    return this.said().en
  }
}

/** A place is taken in one's own name, by another than whose it is. */
export class NotInPerson extends Schema.TaggedError<NotInPerson>()("Takeover.NotInPerson", { person: PersonId }) {
  /** Why, in both languages, with what people are called. */
  said(called: Called = (person) => person): Bilingual {
    return {
      zh: `${called(this.person)} 只能以自己的名义接手他人的工作。`,
      en: `${called(this.person)} can take only another's place, and only in their own name.`
    }
  }
  override get message() {
    return this.said().en
  }
}

/** The end is past, or further away than the handbook allows. */
export class TooLong extends Schema.TaggedError<TooLong>()("Takeover.TooLong", { until: Moment, latest: Moment }) {
  get said(): Bilingual {
    return {
      zh: "接手的结束时间须晚于开始，且不超过手册允许的时长。",
      en: "A takeover ends after it begins, and within the time that the handbook allows."
    }
  }
  override get message() {
    return this.said.en
  }
}

/** Whoever has the place gives it back, or whose it is takes it back; and the lead may end it. */
export class NotTheirs extends Schema.TaggedError<NotTheirs>()("Takeover.NotTheirs", { person: PersonId }) {
  /** Why, in both languages, with what people are called. */
  said(called: Called = (person) => person): Bilingual {
    return {
      zh: `这份接手既不在 ${called(this.person)} 手上，也不是其本人的工作。`,
      en: `${called(this.person)} neither has this place nor owns it.`
    }
  }
  override get message() {
    return this.said().en
  }
}

/** What the absent one and the lead read when the place is taken. */
export const taken = ({ absent, reason, taker }: Taken, called: Called): Bilingual => ({
  zh: `${called(taker)} 已紧急接手 ${called(absent)} 的工作：${reason}`,
  en: `${called(taker)} has taken the place of ${called(absent)}: ${reason}`
})

/** What the absent one reads when it is theirs again, and the lead when nobody gave it back. */
export const over = ({ absent, taker }: State, called: Called): Bilingual => ({
  zh: `${called(taker)} 对 ${called(absent)} 工作的代管已结束，未完成事项与时限不变。`,
  en: `${called(taker)} no longer has the place of ${called(absent)}; what is open is open still, with the same deadlines.`
})
