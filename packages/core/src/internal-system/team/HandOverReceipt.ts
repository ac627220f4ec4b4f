/**
 * Whether a hand-over was read: prepared for somebody, acknowledged by them, or lapsed, and then the lead knows.
 *
 *     Prepared ─Acknowledge→ Acknowledged        the clock leads from Prepared to Lapsed
 *
 * This file holds the words; `HandOverReceiptProcess` holds the rules. The document itself is made by `HandOver`.
 *
 * @module
 */
import { Schema } from "effect"
import type { Bilingual } from "../../finding/Bilingual.ts"
import { PersonId } from "../../process/Actor.ts"
import { Allowance } from "../../process/Allowance.ts"
import { notify } from "../../process/Notify.ts"
import { define } from "../../process/Process.ts"
import type { Called } from "../../process/Reader.ts"

const handOver = {
  out: PersonId,
  in: PersonId,
  /** How many things were open when it was prepared. */
  open: Schema.Int,
  note: Schema.String,
  lead: PersonId
}

/** The builders of the process, with its words. */
export const receipt = define("HandOver", {
  title: { zh: "交接", en: "hand-over" },
  settings: {
    /** Who is told when nobody has read it. */
    lead: PersonId,
    /** Who is told where the lead is not there, in turn. */
    others: Schema.optionalKey(Schema.Array(PersonId)),
    /** How soon it is read. */
    readWithin: Allowance
  },
  states: {
    Prepared: { title: { zh: "待确认", en: "to be acknowledged" }, ...handOver },
    Acknowledged: { title: { zh: "已确认", en: "acknowledged" }, ...handOver, questions: Schema.String },
    Lapsed: { title: { zh: "已过期", en: "lapsed" }, ...handOver }
  },
  actions: { notify }
})

/** What a handbook says of hand-overs. */
export const Settings = receipt.Settings
/** What a handbook says of hand-overs. */
export type Settings = typeof Settings.Type
/** Where a hand-over stands. */
export type State = typeof receipt.State.Type

/** One hands over to another. */
export class NobodyElse extends Schema.TaggedError<NobodyElse>()("HandOver.NobodyElse", { person: PersonId }) {
  /** Why, in both languages, with what people are called. */
  said(called: Called = (person) => person): Bilingual {
    return {
      zh: `${called(this.person)} 不能交接给自己。`,
      en: `${called(this.person)} cannot hand over to themselves.`
    }
  }
  override get message() {
    return this.said().en
  }
}

/** Only whom it is for can say that they have read it. */
export class NotForThem extends Schema.TaggedError<NotForThem>()("HandOver.NotForThem", {
  person: PersonId,
  for: PersonId
}) {
  /** Why, in both languages, with what people are called. */
  said(called: Called = (person) => person): Bilingual {
    return {
      zh: `交接单是给 ${called(this.for)} 的，${called(this.person)} 不能确认。`,
      en: `The hand-over is for ${called(this.for)}; ${called(this.person)} cannot acknowledge it.`
    }
  }
  override get message() {
    return this.said().en
  }
}

/** What the one who takes over reads. */
export const prepared = ({ open, out }: State, called: Called): Bilingual => ({
  zh: `${called(out)} 的交接单已备好，共 ${open} 项未完成事项，请阅读后确认。`,
  en: `The hand-over from ${called(out)} is ready, with ${open} open items; read it and acknowledge.`
})

/** What the lead reads when it was not read in time. */
export const unread = (state: State, called: Called): Bilingual => ({
  zh: `${called(state.in)} 未在时限内确认 ${called(state.out)} 的交接单。`,
  en: `${called(state.in)} has not acknowledged the hand-over from ${called(state.out)} in time.`
})
