/**
 * A fan whose last words came in private, and to whom nothing can be said there any more: they are asked in public to write again, or were told otherwise.
 *
 * @module
 */
import { Result, Schema } from "effect"
import type { Moment } from "../../calendar/Moment.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"
import * as Label from "../../finding/Label.ts"
import { PersonId } from "../../process/Actor.ts"
import { Text } from "../content/Content.ts"
import * as Answer from "../interaction/Answer.ts"
import * as Answering from "../interaction/Answering.ts"
import * as Complaint from "./Complaint.ts"
import { overFor } from "./ComplaintPlace.ts"

const { step } = Complaint.complaint

/** The fan can be answered where they wrote last. */
export class StillInReach extends Schema.TaggedError<StillInReach>()("Complaint.StillInReach", {}) {
  get said(): Bilingual {
    return {
      zh: "粉丝仍可在其留言处答复。",
      en: "The fan can be answered where they wrote: do so."
    }
  }
  override get message() {
    return this.said.en
  }
}

/** The fan has written nothing in public. */
export class NoPublicPlace extends Schema.TaggedError<NoPublicPlace>()("Complaint.NoPublicPlace", {}) {
  get said(): Bilingual {
    return {
      zh: "粉丝没有公开留言，无处公开联系。",
      en: "The fan has written nothing in public, so there is nowhere to ask them."
    }
  }
  override get message() {
    return this.said.en
  }
}

const unlessInReach = (state: Complaint.State, { at }: { readonly at: Moment }) =>
  overFor(state, at) === undefined ? new StillInReach() : undefined

/** The fan is asked, where they wrote in public, to write in private again: nothing of the matter itself. */
export const AskInPublic = step({
  title: { zh: "公开请其再来信", en: "ask in public to write again" },
  from: ["Open", "InHand"],
  to: ["Asking"],
  by: "interaction.answer",
  input: { text: Text },
  facts: { text: Text, by: PersonId },
  unless: (state, circumstances) =>
    unlessInReach(state, circumstances) ?? (state.place === undefined ? new NoPublicPlace() : undefined),
  decide: (_, said, { at, by, settings }) =>
    Result.map(Answering.sayable(said, settings, Answer.screening(settings), at), ({ text }) => ({
      text,
      by: by.person
    })),
  evolve: (state, { facts }) => ({
    ...Complaint.cameOf(state),
    _tag: "Asking",
    ...facts,
    about: state.latest.id
  }),
  performs: {
    reply: ({ account, place, text }, { by }) => place && { input: { account, interaction: place, text }, by }
  }
})

/** The fan was told of the solution by another way than Weibo, as whoever says so answers for. */
export const TellElsewhere = step({
  title: { zh: "已另行告知方案", en: "have told the solution elsewhere" },
  from: ["Open", "InHand"],
  to: ["Proposed"],
  by: "interaction.answer",
  input: { told: Schema.NonEmptyString.annotate(Label.of({ zh: "告知的内容", en: "what they were told" })) },
  unless: unlessInReach
})
