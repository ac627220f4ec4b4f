/**
 * How a complaint ends: when the fan was told and agrees, or has had nothing against it for a stated time; and who hears of one that takes too long.
 *
 * @module
 */
import { Option, Result, Schema } from "effect"
import { Moment } from "../../calendar/Moment.ts"
import { PersonId } from "../../process/Actor.ts"
import * as Ladder from "../interaction/Ladder.ts"
import * as Complaint from "./Complaint.ts"
import * as Says from "./ComplaintMessages.ts"
import { askAt } from "./ComplaintSurvey.ts"

const { stay, step } = Complaint.complaint

/** What the fan was told that the solution is. */
const toldTo = ({ told }: Complaint.State) => Result.fromNullishOr(told, () => new Complaint.NotToldYet())

/** The fan agrees, in words that somebody has read. */
export const Confirm = step({
  title: { zh: "粉丝确认", en: "confirm" },
  from: ["Open", "InHand", "Proposed"],
  to: ["Closed"],
  by: "interaction.answer",
  facts: { told: Schema.NonEmptyString, closedBy: Schema.Literal("fan"), askAt: Schema.optionalKey(Moment) },
  unless: (state) => Option.getOrUndefined(Result.getFailure(toldTo(state))),
  decide: (state, _input, { at, settings }) =>
    Result.map(toldTo(state), (told) => ({ told, closedBy: "fan" as const, ...askAt(state, "fan", at, settings) }))
})

/** The fan has said nothing against it. */
export const NoObjection = step({
  title: { zh: "无异议", en: "hear no objection" },
  from: ["Proposed"],
  to: ["Closed"],
  by: "clock",
  facts: { askAt: Schema.optionalKey(Moment) },
  decide: (state, _input, { at, settings }) => Result.succeed(askAt(state, "silence", at, settings)),
  evolve: (state, { facts }) => ({ ...state, ...facts, closedBy: "silence" as const, _tag: "Closed" })
})

/** Nobody comes back to it. */
export const Finish = step({
  title: { zh: "了结", en: "finish" },
  from: ["Closed", "Asked"],
  to: ["Done"],
  by: "clock"
})

/** The fan who was asked does not reply: the team has to see what can be done without. */
export const FanSilent = step({
  title: { zh: "粉丝未回复", en: "give up waiting" },
  from: ["WaitingForFan"],
  to: ["InHand"],
  by: "clock"
})

/** The time of a rung is up: whoever stands there in the chain is told, or the next who is there. */
export const Escalate = stay({
  title: { zh: "上报", en: "escalate" },
  from: ["Open", "InHand", "Replying", "Asking", "Telling", "Answering"],
  by: "clock",
  facts: { to: PersonId },
  decide: (state, _input, { by, presence, settings }) => {
    const ladder = by.deadline === "solution" ? Complaint.solutionOf(settings, state) : settings.answers
    return Result.succeed({ to: Ladder.toldAt(ladder, by.rung, { ...settings, presence }) })
  },
  performs: {
    notify: (_, { by, facts: { to } }, reading) => ({
      to,
      message: Says.isLate(reading, by.deadline),
      urgent: true
    })
  }
})
