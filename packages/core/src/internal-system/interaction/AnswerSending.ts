/**
 * Words on their way to a fan: sent, confirmed, or looked for. They are never sent again blindly.
 *
 * @module
 */
import { DateTime, Result, Schema } from "effect"
import { Moment } from "../../calendar/Moment.ts"
import * as Action from "../../process/Action.ts"
import { PersonId } from "../../process/Actor.ts"
import * as Answer from "./Answer.ts"
import { ReplyId } from "./Replies.ts"

const { staying, step } = Answer.answer

/** What says that an answer is out: from then on the reply belongs to this case, and no other case takes it for its own. */
const itsOwn = {
  input: { reply: ReplyId, repliedAt: Moment },
  owns: ({ reply }: { readonly reply: ReplyId }) => `reply ${reply}`
}

/** It is out: also when that is heard late, after somebody has given it up. */
export const Confirm = step({
  from: ["Sending", "Unconfirmed", "Failed"],
  to: ["Answered"],
  by: "world",
  ...itsOwn,
  evolve: (state, { facts }) => ({ ...Answer.saidOf(state), _tag: "Answered", ...facts })
})

/** It is not out, and would be refused again as it is. */
export const Refuse = step({
  from: ["Sending", "Unconfirmed"],
  to: ["Failed"],
  by: "world",
  input: Action.refused,
  evolve: (state, { facts }) => ({ ...Answer.saidOf(state), _tag: "Failed", ...facts })
})

const lookFor = {
  look: (state: Extract<Answer.State, { readonly since: Moment }>) => ({
    ...Answer.requestOf(state),
    since: state.earlier ?? state.since
  })
}

/** It may be out: what the account wrote is looked at. */
export const LoseSight = step({
  from: ["Sending"],
  to: ["Unconfirmed"],
  by: "world",
  input: Action.unknown,
  evolve: (state, { facts }) => ({ ...state, _tag: "Unconfirmed", detail: facts.detail, looked: 0 }),
  performs: lookFor
})

/** No answer came at all, which is no better. */
export const TimeOut = step({
  from: ["Sending"],
  to: ["Unconfirmed"],
  by: "clock",
  evolve: (state) => ({ ...state, _tag: "Unconfirmed", detail: "no answer came in time", looked: 0 }),
  performs: lookFor
})

/** It does not stand there, yet: there are a few more looks, and then a person has to decide. */
export const NotSeen = step({
  from: ["Unconfirmed"],
  to: ["Unconfirmed"],
  by: "world",
  input: Action.unknown,
  facts: { ...Action.unknown, nextLook: Schema.optionalKey(Moment) },
  decide: ({ looked }, { detail }, { at, settings: { looks } }) =>
    Result.succeed(looked + 1 < looks.times ? { detail, nextLook: DateTime.addDuration(at, looks.every) } : { detail }),
  evolve: ({ nextLook: _, ...state }, { facts }) => ({ ...state, ...facts, looked: state.looked + 1 })
})

/** It is time for the next look. */
export const LookAgain = step({
  from: ["Unconfirmed"],
  to: ["Unconfirmed"],
  by: "clock",
  evolve: ({ nextLook: _, ...state }) => state,
  performs: lookFor
})

/** A person has seen it with their own eyes. */
export const Find = step({
  from: ["Unconfirmed"],
  to: ["Answered"],
  by: "interaction.answer",
  ...itsOwn,
  evolve: (state, { facts }) => ({ ...Answer.saidOf(state), _tag: "Answered", ...facts })
})

/**
 * A person has looked, and is sure that it is not out; it has been looked for first, as often as the handbook says. Should it come all the
 * same, the same words are not sent a second time.
 */
export const GiveUp = step({
  from: ["Unconfirmed"],
  to: ["Failed"],
  by: "interaction.answer",
  unless: ({ looked }, { settings: { looks } }) =>
    looked < looks.times ? new Answer.StillLooking({ looked, times: looks.times }) : undefined,
  evolve: ({ detail, since, ...state }) => ({
    ...Answer.saidOf({ earlier: since, ...state }),
    _tag: "Failed",
    code: "not-found",
    detail
  })
})

/** Somebody ought to have decided by now. */
export const Remind = staying({
  from: ["Unconfirmed", "Failed"],
  by: "clock",
  facts: { lead: PersonId },
  decide: (_state, _input, { settings }) => Result.succeed({ lead: settings.lead }),
  performs: { tell: (state, event) => ({ to: event.facts.lead, message: Answer.waiting(state, event.case) }) }
})
