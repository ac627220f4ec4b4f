/**
 * A round: one turn of what comes again or has its date, such as this week's report, as a case. It is on the desks of those who do it until one
 * of them says that it is done, or why it was left out; a round that is late is told.
 *
 *     Open ─Finish→ Done          the clock leads from Open to Late
 *       └─LeaveOut→ LeftOut       from Late as well
 *
 * This file holds the words; `RoundProcess` holds the rules, and the agenda of a handbook says which rounds there are.
 *
 * @module
 */
import { Schema } from "effect"
import { Moment } from "../../calendar/Moment.ts"
import { Bilingual } from "../../finding/Bilingual.ts"
import { PersonId } from "../../process/Actor.ts"
import { Allowance } from "../../process/Allowance.ts"
import { notify } from "../../process/Notify.ts"
import { define } from "../../process/Process.ts"
import type { Called, Reading } from "../../process/Reader.ts"

/** What is to be done, by whom, and until when. */
export const turn = {
  what: Bilingual,
  /** How it is done, step by step, as it was written when the round began. */
  procedure: Schema.Array(Bilingual),
  /** How often it is to be done in this round. */
  times: Schema.Int.check(Schema.isGreaterThan(0)),
  /** Whoever does it: the first is asked first. */
  people: Schema.NonEmptyArray(PersonId),
  until: Moment
}

const asked = { ...turn, told: PersonId }

/** The builders of the process, with its words. */
export const round = define("Round", {
  title: { zh: "例行工作", en: "round" },
  settings: {
    /** Who is told when those who do it have not moved. */
    lead: PersonId,
    /** Who is told where the lead is not there, in turn. */
    others: Schema.optionalKey(Schema.Array(PersonId)),
    /** How soon a late round is told again. */
    reminds: Allowance
  },
  states: {
    Open: { title: { zh: "待办", en: "open" }, ...asked },
    Late: { title: { zh: "已逾期", en: "late" }, ...asked },
    Done: { title: { zh: "已完成", en: "done" }, ...turn, by: PersonId, note: Schema.String },
    LeftOut: { title: { zh: "未做", en: "left out" }, ...turn, by: PersonId, reason: Schema.NonEmptyString }
  },
  actions: { notify }
})

/** What a handbook says of rounds. */
export const Settings = round.Settings
/** What a handbook says of rounds. */
export type Settings = typeof Settings.Type
/** Where a round stands. */
export type State = typeof round.State.Type
/** A round that was not done in time. */
export type Late = Extract<State, { readonly _tag: "Late" }>

/** Whoever does a round says what became of it. */
export class NotTheirs extends Schema.TaggedError<NotTheirs>()("Round.NotTheirs", {
  person: PersonId,
  people: Schema.Array(PersonId)
}) {
  /** Why, in both languages, with what people are called. */
  said(called: Called = (person) => person): Bilingual {
    const people = this.people.map(called)
    return {
      zh: `这项例行工作由 ${people.join("、")} 来做，${called(this.person)} 不能了结。`,
      en: `The round is for ${people.join(", ")}; ${called(this.person)} cannot settle it.`
    }
  }
  override get message() {
    return this.said().en
  }
}

/** What people read when it is late. */
export const late = ({ until, what }: State, { time }: Pick<Reading, "time">): Bilingual => ({
  zh: `「${what.zh}」应于 ${time(until)} 前完成，至今没有人说已做或为何未做。`,
  en: `“${what.en}” was to be done by ${time(until)}, and nobody has said that it is, or why it is not.`
})
