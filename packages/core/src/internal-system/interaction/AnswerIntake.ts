/**
 * What came in, and what a person makes of it: words to be sent, somebody else's matter, nothing, or a comment that must go.
 *
 * @module
 */
import { Result, Schema } from "effect"
import * as Finding from "../../finding/Finding.ts"
import * as Action from "../../process/Action.ts"
import { answerable, PersonId } from "../../process/Actor.ts"
import { Text } from "../content/Content.ts"
import { AccountId } from "../content/Publisher.ts"
import * as Screening from "../content/Screening.ts"
import * as Answer from "./Answer.ts"
import { Interaction } from "./Interaction.ts"

const { opening, staying, step } = Answer.answer

/** A fan wrote something under a post, or of the account. */
export const Receive = opening({
  to: ["Waiting"],
  by: "world",
  input: { account: AccountId, interaction: Interaction },
  evolve: ({ facts }) => ({ _tag: "Waiting", ...facts })
})

/** Somebody answers in the account's name: at once if the content rules have nothing against it, and anew if it could not be sent. */
export const Say = step({
  from: ["Waiting", "Failed"],
  to: ["Sending"],
  by: "interaction.answer",
  input: { text: Text },
  decide: (_, { text }, { settings }) => {
    const findings = Screening.ofReplies(settings.rules).screen({ text, pictures: [] })
    return Finding.blocks(findings) ? Result.fail(new Answer.NotSayable({ findings })) : Result.succeed({ text })
  },
  evolve: (state, { at, by, facts }) => ({
    ...Answer.askedOf(state),
    _tag: "Sending",
    text: facts.text,
    by: answerable(by),
    since: at,
    ...(state._tag === "Failed" && state.earlier && state.text === facts.text && { earlier: state.earlier })
  }),
  performs: {
    reply: (answer) => ({
      ...Answer.requestOf(answer),
      by: answer.by[0],
      ...(answer.earlier && { earlier: answer.earlier })
    })
  }
})

/** It is more than words can settle: whoever it goes to answers the fan. */
export const PassOn = step({
  from: ["Waiting", "Failed"],
  to: ["PassedOn"],
  by: "interaction.route",
  input: { reason: Schema.NonEmptyString },
  evolve: (state, { facts }) => ({ ...Answer.askedOf(state), _tag: "PassedOn", ...facts })
})

/** It wants no answer. */
export const Leave = step({
  from: ["Waiting", "Failed"],
  to: ["Left"],
  by: "interaction.answer",
  input: { reason: Schema.NonEmptyString },
  evolve: (state, { facts }) => ({ ...Answer.askedOf(state), _tag: "Left", ...facts })
})

/** It must not stand under a post of the account. */
export const Hide = step({
  from: ["Waiting", "Failed"],
  to: ["Hiding"],
  by: "interaction.hide",
  input: { reason: Schema.NonEmptyString },
  unless: ({ interaction: { kind } }) => (kind === "comment" ? undefined : new Answer.NotUnderOwnPost({ kind })),
  evolve: (state, { facts }) => ({ ...Answer.askedOf(state), _tag: "Hiding", ...facts }),
  performs: { hide: ({ account, interaction }) => ({ account, comment: interaction.id }) }
})

/** It is gone. */
export const SeeHidden = step({
  from: ["Hiding"],
  to: ["Hidden"],
  by: "world",
  evolve: (state) => ({ ...state, _tag: "Hidden" })
})

/** It stands there still, or may: hiding it again does no harm, so somebody decides anew. */
export const StillShown = step({
  from: ["Hiding"],
  to: ["Waiting"],
  by: "world",
  input: Action.unknown,
  evolve: (state, { facts }) => ({ ...Answer.askedOf(state), _tag: "Waiting", note: facts.detail })
})

/** The promise's time is up, and the fan has no answer. */
export const Escalate = staying({
  from: ["Waiting", "Sending", "Unconfirmed", "Failed", "Hiding"],
  by: "clock",
  facts: { lead: PersonId },
  decide: (_state, _input, { settings }) => Result.succeed({ lead: settings.lead }),
  performs: { tell: (state, event) => ({ to: event.facts.lead, message: Answer.waiting(state, event.case) }) }
})
