/**
 * The fan is asked how it was: once for each complaint, after it was closed, and not again where it was opened anew.
 *
 * @module
 */
import { DateTime, Result, Schema } from "effect"
import type { Moment } from "../../calendar/Moment.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"
import * as Remark from "../../finding/Remark.ts"
import * as Action from "../../process/Action.ts"
import { PersonId, person } from "../../process/Actor.ts"
import * as Answering from "../interaction/Answering.ts"
import { Incoming } from "../interaction/Incoming.ts"
import * as Complaint from "./Complaint.ts"
import * as Says from "./ComplaintMessages.ts"
import * as Place from "./ComplaintPlace.ts"
import { isObjection, Rating, scoreOf } from "./Satisfaction.ts"

const { stay, step } = Complaint.complaint

/** When the fan of a complaint that is closed now is to be asked; nothing, where they are not. */
export const askAt = (
  { asked, unasked }: Complaint.State,
  closedBy: "fan" | "silence",
  at: Moment,
  { survey }: Complaint.Settings
): { readonly askAt?: Moment } =>
  survey === undefined ||
  asked !== undefined ||
  unasked === true ||
  (closedBy === "silence" && survey.afterSilence === false)
    ? {}
    : { askAt: DateTime.addDuration(at, survey.after) }

/** The fan is asked where they wrote last, in the name of whoever had it in hand; where nothing can be said there, they are not asked, and that is all. */
export const AskHowItWas = step({
  title: { zh: "询问满意度", en: "ask how it was" },
  from: ["Closed"],
  to: ["Closed", "Asked"],
  by: "clock",
  facts: { by: PersonId, question: Schema.optionalKey(Schema.NonEmptyString) },
  decide: (state, _input, { at, settings }) => {
    const by = state.by ?? settings.lead
    const { question } = settings.survey ?? {}
    const isSayable =
      question !== undefined &&
      Place.overFor(state, at) === undefined &&
      Result.isSuccess(Answering.sayable({ text: question }, settings, Place.screening(state, settings), at))
    return Result.succeed(isSayable ? { by, question } : { by })
  },
  evolve: ({ askAt: _, ...closed }, { at, facts: { question } }) =>
    question === undefined ? closed : { ...closed, asked: at, _tag: "Asked" as const },
  performs: {
    survey: (state, { facts: { by, question: text } }) =>
      text === undefined ? undefined : Place.inPublic(state, { text }, person(by)),
    surveyInPrivate: (state, { facts: { by, question: text } }) =>
      text === undefined ? undefined : Place.inPrivate(state, { text }, person(by))
  }
})

/** The question could not even be begun with, in the name of somebody who may not answer any more for one: it is not asked again. */
export const NotAsked = stay({
  title: { zh: "获知未能询问", en: "hear that the fan was not asked" },
  from: Complaint.whereHeard,
  by: "world",
  input: Action.refused,
  performs: {
    notify: ({ by }, { facts: { detail } }, reading) =>
      by === undefined ? undefined : { to: by, message: Says.isUnasked(reading, detail) }
  }
})

/** The handbook asks no fan how it was. */
export class NobodyIsAsked extends Schema.TaggedError<NobodyIsAsked>()("Complaint.NobodyIsAsked", {}) {
  get said(): Bilingual {
    return {
      zh: "手册没有满意度询问，无需排除。",
      en: "The handbook asks no fan how it was, so nobody has to be spared."
    }
  }
  override get message() {
    return this.said.en
  }
}

/** The fan is not to be asked: whoever is blocked, or has had enough. */
export const DoNotAsk = stay({
  title: { zh: "不询问满意度", en: "do not ask how it was" },
  from: ["Open", "InHand", "WaitingForFan", "Proposed", "Closed"],
  by: "interaction.answer",
  input: { reason: Remark.Reason },
  unless: (_, { settings: { survey } }) => (survey === undefined ? new NobodyIsAsked() : undefined),
  evolve: (state) => {
    if (state._tag !== "Closed") return { ...state, unasked: true }
    const { askAt: _, ...closed } = state
    return { ...closed, unasked: true }
  }
})

/** The fan has said more than a mark, and somebody reads it. */
export class NoRating extends Schema.TaggedError<NoRating>()("Complaint.NoRating", {}) {
  get said(): Bilingual {
    return { zh: "留言不只是评分。", en: "The words say more than a mark." }
  }
  override get message() {
    return this.said.en
  }
}

/** The fan says how it was. The last that they say holds; whoever is not content objects, and the complaint is open again. */
export const Rate = step({
  title: { zh: "收到评分", en: "hear how it was" },
  from: ["Asked"],
  to: ["Asked", "Open"],
  by: "world",
  input: { interaction: Incoming },
  facts: { interaction: Incoming, rating: Rating },
  decide: (_, { interaction }) => {
    const score = scoreOf(interaction.text)
    if (score === undefined) return Result.fail(new NoRating())
    return Result.succeed({ interaction, rating: { score, interaction: interaction.id } })
  },
  evolve: (state, { facts: { interaction, rating } }) =>
    isObjection(rating.score)
      ? { ...Complaint.cameOf(state), ...Complaint.wrote(interaction, state), rating, _tag: "Open" as const }
      : { ...state, rating }
})
