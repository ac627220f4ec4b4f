/**
 * How a complaint begins, and what the fan does afterwards: whatever a fan writes is heard in every state, and makes it wait for a word.
 *
 * @module
 */
import { Result, Schema } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import * as Remark from "../../finding/Remark.ts"
import { Incoming, isPrivate } from "../interaction/Incoming.ts"
import { PromiseId } from "../interaction/ServicePromise.ts"
import * as Complaint from "./Complaint.ts"
import * as Place from "./ComplaintPlace.ts"

const { start, stay, step } = Complaint.complaint

const heard = { account: AccountId, interaction: Incoming, promise: Schema.optionalKey(PromiseId) }
const begun = { ...heard, promise: PromiseId }

const decide = (
  { promise, ...input }: Schema.Struct<typeof heard>["Type"],
  { settings }: { readonly settings: Complaint.Settings }
) => {
  const held = promise ?? settings.usual
  return Result.map(Complaint.promised(settings, held), () => ({ ...input, promise: held }))
}

const evolve = ({ facts }: { readonly facts: Schema.Struct<typeof begun>["Type"] }): Complaint.In<"Open"> => ({
  _tag: "Open",
  ...facts,
  ...Complaint.wrote(facts.interaction)
})

/** A fan has complained, as far as triage can tell. */
export const Receive = start({
  title: { zh: "收到投诉", en: "receive" },
  to: ["Open"],
  by: "world",
  input: heard,
  facts: begun,
  decide,
  evolve
})

/** Somebody has seen that it is a complaint. */
export const Raise = start({
  title: { zh: "登记投诉", en: "raise" },
  to: ["Open"],
  by: "interaction.route",
  input: heard,
  facts: begun,
  decide,
  evolve
})

/** How bad it is decides which solution was promised, and how soon. */
export const Grade = stay({
  title: { zh: "定级", en: "grade" },
  from: ["Open", "InHand", "Replying", "Asking", "WaitingForFan", "Telling"],
  by: "interaction.route",
  input: { promise: PromiseId },
  decide: (_, { promise }, { settings }) => Result.map(Complaint.promised(settings, promise), () => ({ promise })),
  evolve: (state, { facts }) => ({ ...state, ...facts })
})

/** The fan writes again: to what was asked or told, or because it takes long. Words that are under way may cross them. */
export const FanWrites = step({
  title: { zh: "粉丝再次留言", en: "hear from the fan" },
  from: Complaint.whereHeard,
  to: ["Open", "Replying", "Asking", "Telling", "Answering"],
  by: "world",
  input: { interaction: Incoming },
  evolve: (state, { facts: { interaction } }) => {
    switch (state._tag) {
      case "Replying":
      case "Asking":
      case "Telling":
      case "Answering":
        return { ...state, ...Complaint.wrote(interaction, state) }
      default:
        return { ...Complaint.cameOf(state), ...Complaint.wrote(interaction, state), _tag: "Open" as const }
    }
  }
})

/** Nobody complains here: it is looked at as anything else that a fan writes. */
export const Dismiss = step({
  title: { zh: "不是投诉", en: "dismiss" },
  from: ["Open", "InHand"],
  to: ["Answering"],
  by: "interaction.route",
  input: { reason: Remark.Reason },
  performs: {
    answer: (state) => Place.inPublic(state, {}),
    answerInPrivate: ({ account, latest }) =>
      isPrivate(latest) ? { input: { account, interaction: latest } } : undefined
  }
})

/** Somebody has answered, or found that no answer is needed. What the fan wrote meanwhile still waits for a word. */
export const Handled = step({
  title: { zh: "获知已处理", en: "hear that it was handled" },
  from: ["Answering"],
  to: ["Dismissed", "Open"],
  by: "child",
  input: { interaction: Incoming },
  evolve: (state, { facts: { interaction } }) =>
    interaction.id === state.latest.id
      ? { ...Complaint.cameOf(state), reason: state.reason, _tag: "Dismissed" as const }
      : { ...Complaint.cameOf(state), _tag: "Open" as const }
})
