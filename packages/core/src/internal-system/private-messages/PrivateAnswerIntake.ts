/**
 * What a fan wrote in private, and what a person makes of it: words to be sent while they can be, somebody else's matter, or nothing.
 *
 * @module
 */
import { Result } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import { Moment } from "../../calendar/Moment.ts"
import { answerable } from "../../process/Actor.ts"
import * as Answering from "../interaction/Answering.ts"
import * as AnswerWindow from "../interaction/AnswerWindow.ts"
import { isPrivate, Opening, PrivateMessage } from "../interaction/Incoming.ts"
import * as PrivateAnswer from "./PrivateAnswer.ts"
import { sending } from "./PrivateDelivery.ts"

const { start, stay, step } = PrivateAnswer.privateAnswer

/** A fan writes: it can be answered in private from then on, for 48 hours. */
const begun = (interaction: Opening) => ({
  interaction,
  thread: [],
  window: AnswerWindow.openedBy(AnswerWindow.closed, interaction),
  warned: 0
})

/** A fan wrote to the account in private. */
export const Receive = start({
  title: { zh: "收到", en: "receive" },
  to: ["Waiting"],
  by: "world",
  input: { account: AccountId, interaction: PrivateMessage },
  evolve: ({ facts: { account, interaction } }) => ({ _tag: "Waiting", account, ...begun(interaction) })
})

/** Somebody answers in the account's name: at once if the window is open and the content rules have nothing against it. */
export const Say = step({
  title: { zh: "答复", en: "answer" },
  from: ["Waiting", "Failed"],
  to: ["Sending"],
  by: "interaction.answer",
  input: Answering.words,
  opensWith: Answering.begun,
  unless: ({ window }, { at }) => PrivateAnswer.overAt(window, at),
  advises: (_, said, { at, settings }) => Answering.against(said, PrivateAnswer.screening(settings), at),
  decide: (_, said, { at, settings }) => Answering.sayable(said, settings, PrivateAnswer.screening(settings), at),
  evolve: (state, said) => ({
    ...PrivateAnswer.askedOf(state),
    _tag: "Sending",
    ...Answering.sayingOf(state, said)
  }),
  performs: sending.sends
})

/** Somebody says something to a fan of their own accord: in answer to what the fan wrote last in private, or, once, to where the fan has mentioned the account. */
export const Write = start({
  title: { zh: "主动回复", en: "write" },
  to: ["Sending"],
  by: "interaction.answer",
  input: { account: AccountId, interaction: Opening, ...Answering.words },
  advises: (said, { at, settings }) => Answering.against(said, PrivateAnswer.screening(settings), at),
  decide: (said, { at, settings }) => {
    const over = PrivateAnswer.overAt(begun(said.interaction).window, at)
    return over === undefined
      ? Answering.sayable(said, settings, PrivateAnswer.screening(settings), at)
      : Result.fail(over)
  },
  // Of one mention there is one such case for ever, whoever begins it.
  uniqueKey: ({ account, interaction }) =>
    isPrivate(interaction) ? undefined : `answer of ${account} in private to mention ${interaction.id}`,
  evolve: ({ at, by, facts: { account, interaction, text } }) => ({
    _tag: "Sending",
    account,
    ...begun(interaction),
    text,
    by: answerable(by),
    since: at
  }),
  performs: sending.sends
})

/** What could be said is kept for whoever may say it, while it can be said; nothing goes out. */
export const Suggest = stay({
  ...Answering.suggests,
  opensWith: Answering.begun,
  unless: ({ window }, { at }) => PrivateAnswer.overAt(window, at),
  advises: (_, said, { at, settings }) => Answering.against(said, PrivateAnswer.screening(settings), at),
  decide: (_, said, { at, settings }) => Answering.sayable(said, settings, PrivateAnswer.screening(settings), at),
  evolve: (state, { facts }) => ({ ...state, suggested: facts })
})

/** So many messages of a fan are kept beside the last; the others stand in the case's history. */
const longestThread = 20

/** The fan writes on before anybody has answered: one answer is owed to all of it, and the window is that of the last. */
export const FanWrites = stay({
  title: { zh: "粉丝再次来信", en: "hear from the fan" },
  from: ["Waiting", "Failed"],
  by: "world",
  input: { interaction: PrivateMessage },
  evolve: (state, { facts: { interaction } }) => ({
    ...state,
    interaction,
    thread: [...state.thread, state.interaction].slice(-longestThread),
    window: AnswerWindow.opened(state.window, interaction.at),
    warned: 0
  })
})

/** The fan follows, scans or clicks, which opens the window as a message does. */
export const FanOpens = stay({
  title: { zh: "粉丝打开窗口", en: "see the window opened" },
  from: ["Waiting", "Failed"],
  by: "world",
  input: { opened: Moment },
  evolve: (state, { facts: { opened } }) => ({
    ...state,
    window: AnswerWindow.opened(state.window, opened),
    warned: 0
  })
})

/** The fan follows no more: from then on nothing can be said to them. */
export const FanLeaves = stay({
  title: { zh: "粉丝取消关注", en: "see the fan leave" },
  from: ["Waiting", "Failed"],
  by: "world",
  input: { left: Moment },
  evolve: (state, { facts: { left } }) => ({ ...state, window: AnswerWindow.closedBy(state.window, left) })
})

/** What words cannot settle goes to somebody who answers the fan. */
export const PassOn = step(Answering.passesOn)

/** Some words want no answer. */
export const Leave = step(Answering.leaves)
