/**
 * What came in, and what a person makes of it: words to be sent, somebody else's matter, nothing, or a comment that must go.
 *
 * @module
 */
import { AccountId } from "../../account/AccountId.ts"
import * as Remark from "../../finding/Remark.ts"
import * as Action from "../../process/Action.ts"
import { answerable } from "../../process/Actor.ts"
import * as Answer from "./Answer.ts"
import { sending } from "./AnswerDelivery.ts"
import * as Answering from "./Answering.ts"
import { Interaction } from "./Interaction.ts"

const { start, stay, step } = Answer.answer

/** A fan wrote something under a post, or of the account. */
export const Receive = start({
  title: { zh: "收到", en: "receive" },
  to: ["Waiting"],
  by: "world",
  input: { account: AccountId, interaction: Interaction }
})

/** Somebody answers in the account's name: at once if the content rules have nothing against it, and anew if it could not be sent. */
export const Say = step({
  title: { zh: "答复", en: "answer" },
  from: ["Waiting", "Failed"],
  to: ["Sending"],
  by: "interaction.answer",
  input: Answering.words,
  opensWith: Answering.begun,
  advises: (_, said, { at, settings }) => Answering.against(said, Answer.screening(settings), at),
  decide: (_, said, { at, settings }) => Answering.sayable(said, settings, Answer.screening(settings), at),
  evolve: (state, said) => ({ ...Answer.askedOf(state), _tag: "Sending", ...Answering.sayingOf(state, said) }),
  performs: sending.sends
})

/** Somebody says something to a fan of their own accord: what a complaint has come to, or what has to be asked. */
export const Write = start({
  title: { zh: "主动回复", en: "write" },
  to: ["Sending"],
  by: "interaction.answer",
  input: { account: AccountId, interaction: Interaction, ...Answering.words },
  advises: (said, { at, settings }) => Answering.against(said, Answer.screening(settings), at),
  decide: (said, { at, settings }) => Answering.sayable(said, settings, Answer.screening(settings), at),
  evolve: ({ at, by, facts: { cites: _, ...said } }) => ({
    _tag: "Sending",
    ...said,
    by: answerable(by),
    since: at
  }),
  performs: sending.sends
})

/** What could be said is kept for whoever may say it; nothing goes out, and the content rules are asked already. */
export const Suggest = stay({
  ...Answering.suggests,
  opensWith: Answering.begun,
  advises: (_, said, { at, settings }) => Answering.against(said, Answer.screening(settings), at),
  decide: (_, said, { at, settings }) => Answering.sayable(said, settings, Answer.screening(settings), at),
  evolve: (state, { facts }) => ({ ...state, suggested: facts })
})

/** What words cannot settle goes to somebody who answers the fan. */
export const PassOn = step(Answering.passesOn)

/** Some words want no answer. */
export const Leave = step(Answering.leaves)

/** A comment that must not stand under a post of the account is hidden. */
export const Hide = step({
  title: { zh: "隐藏", en: "hide" },
  from: ["Waiting", "Failed"],
  to: ["Hiding"],
  by: "interaction.hide",
  input: { reason: Remark.Reason },
  unless: ({ interaction: { kind } }) => (kind === "comment" ? undefined : new Answer.NotUnderOwnPost({ kind })),
  performs: { hide: ({ account, interaction }) => ({ account, comment: interaction.id }) }
})

/** The comment is gone. */
export const SeeHidden = step({
  title: { zh: "获知已隐藏", en: "see that it is hidden" },
  from: ["Hiding"],
  to: ["Hidden"],
  by: "world"
})

/** The comment stands there still, or may: hiding it again does no harm, so somebody decides anew. */
export const StillShown = step({
  title: { zh: "获知未隐藏", en: "see that it still shows" },
  from: ["Hiding"],
  to: ["Waiting"],
  by: "world",
  input: Action.unknown,
  evolve: (state, { facts }) => ({ ...Answer.askedOf(state), _tag: "Waiting", note: facts.detail })
})

/** The time of one of the promise's rungs is up, and the fan has no answer: whoever stands there in the chain is told, or the next who is there. */
export const Escalate = stay({
  ...Answering.escalates,
  from: ["Waiting", "Sending", "Unconfirmed", "Failed", "Hiding"],
  // What the fan was promised is over: that waits for nobody's hours.
  performs: {
    notify: (_state, { facts }, reading) => ({ to: facts.lead, message: Answer.waiting(reading), urgent: true })
  }
})

/** Somebody ought to have decided by now. */
export const Remind = stay({
  ...Answering.reminds,
  performs: { notify: (_state, { facts }, reading) => ({ to: facts.lead, message: Answer.waiting(reading) }) }
})
