/**
 * Words on their way to a fan: sent, confirmed, or looked for. They are never sent again blindly.
 *
 * @module
 */
import { Result } from "effect"
import type { Moment } from "../../calendar/Moment.ts"
import * as Action from "../../process/Action.ts"
import { PersonId } from "../../process/Actor.ts"
import * as AtMostOnce from "../../process/AtMostOnce.ts"
import { nextOf } from "../../process/Presence.ts"
import * as Answer from "./Answer.ts"
import type { ReplyId } from "./Replies.ts"
import { out } from "./ReplyCarriers.ts"

const { stay, step } = Answer.answer

/** What says that an answer is out: from then on the reply belongs to this case, and no other case takes it for its own. */
const itsOwn = {
  input: out,
  uniqueKey: ({ reply }: { readonly reply: ReplyId }) => `reply ${reply}`
}

/** It is out: also when that is heard late, after somebody has given it up. */
export const Confirm = step({
  title: { zh: "获知已发出", en: "hear that it is out" },
  from: ["Sending", "Unconfirmed", "Failed"],
  to: ["Answered"],
  by: "world",
  ...itsOwn
})

/** It is not out, and would be refused again as it is. */
export const Refuse = step({
  title: { zh: "获知被拒", en: "hear that it was refused" },
  from: ["Sending", "Unconfirmed"],
  to: ["Failed"],
  by: "world",
  input: Action.refused
})

const lookFor = {
  look: (state: Extract<Answer.State, { readonly since: Moment }>) => ({
    ...Answer.requestOf(state),
    since: AtMostOnce.firstSent(state)
  })
}

/** It may be out: what the account wrote is looked at. */
export const LoseSight = step({
  title: { zh: "获知结果不明", en: "lose sight of it" },
  from: ["Sending"],
  to: ["Unconfirmed"],
  by: "world",
  input: Action.unknown,
  evolve: (state, { facts }) => AtMostOnce.lost(state, facts.detail),
  performs: lookFor
})

/** No answer came at all, which is no better. */
export const TimeOut = step({
  title: { zh: "等待超时", en: "wait in vain" },
  from: ["Sending"],
  to: ["Unconfirmed"],
  by: "clock",
  evolve: (state) => AtMostOnce.lost(state, AtMostOnce.noAnswer),
  performs: lookFor
})

/** It does not stand there, yet: there are a few more looks, and then a person has to decide. */
export const NotSeen = step({
  title: { zh: "未找到", en: "not see it" },
  from: ["Unconfirmed"],
  to: ["Unconfirmed"],
  by: "world",
  ...AtMostOnce.notSeen,
  evolve: (state, { facts }) => AtMostOnce.lookedOnceMore(state, facts)
})

/** It is time for the next look. */
export const LookAgain = step({
  title: { zh: "再次查找", en: "look again" },
  from: ["Unconfirmed"],
  to: ["Unconfirmed"],
  by: "clock",
  evolve: AtMostOnce.looking,
  performs: lookFor
})

/** A person has seen it with their own eyes. */
export const Find = step({
  title: { zh: "确认已发出", en: "confirm that it is out" },
  from: ["Unconfirmed"],
  to: ["Answered"],
  by: "interaction.answer",
  ...itsOwn
})

/**
 * A person has looked, and is sure that it is not out; it has been looked for first, as often as the handbook says. Should it come all the
 * same, the same words are not sent a second time.
 */
export const GiveUp = step({
  title: { zh: "确认未发出", en: "confirm that it is not out" },
  from: ["Unconfirmed"],
  to: ["Failed"],
  by: "interaction.answer",
  unless: AtMostOnce.stillLooking,
  evolve: (state) => ({
    ...Answer.saidOf({ ...state, earlier: AtMostOnce.firstSent(state) }),
    _tag: "Failed",
    code: "not-found",
    detail: state.detail
  })
})

/** Somebody ought to have decided by now. */
export const Remind = stay({
  title: { zh: "提醒", en: "remind" },
  from: ["Unconfirmed", "Failed"],
  by: "clock",
  facts: { lead: PersonId },
  decide: (_state, _input, { presence, settings: { lead, others = [] } }) =>
    Result.succeed({ lead: nextOf([lead, ...others], presence) }),
  performs: { notify: (_state, { facts }, reading) => ({ to: facts.lead, message: Answer.waiting(reading) }) }
})
