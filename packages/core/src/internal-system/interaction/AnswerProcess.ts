/**
 * The answer, whole: its steps stand in `AnswerIntake` and `AnswerDelivery`.
 *
 * Whatever a fan wrote is answered, passed on, left for a reason or hidden, and until then somebody's promise runs; what nobody can be sure
 * of is looked for, never sent again.
 *
 * @module
 */
import * as Bilingual from "../../finding/Bilingual.ts"
import * as Answer from "./Answer.ts"
import { sending } from "./AnswerDelivery.ts"
import * as Intake from "./AnswerIntake.ts"
import * as Answering from "./Answering.ts"

const { deadline, process } = Answer.answer

/** An answer, from what a fan wrote to what the account said. */
export const AnswerProcess = process({
  about: ({ interaction }) => Bilingual.same(interaction.text),
  promised: ({ interaction: { from } }) => ({
    zh: `应答复粉丝 ${from.name ?? from.id}`,
    en: `${from.name ?? from.id} is owed an answer`
  }),
  steps: { ...Intake, ...sending.steps },
  final: ["Answered", "Hidden", "PassedOn", "Left"],
  deadlines: {
    promise: deadline({ ...Answering.promise, while: ["Waiting", "Sending", "Unconfirmed", "Failed", "Hiding"] }),
    ...sending.deadlines,
    attention: deadline(Answering.attends)
  },
  outcomes: {
    ...sending.outcomes,
    hide: { done: "SeeHidden", refused: "StillShown", unknown: "StillShown" }
  },
  invariants: {
    "what is hidden is a comment": (state) =>
      (state._tag !== "Hiding" && state._tag !== "Hidden") || state.interaction.kind === "comment",
    ...Answering.invariants
  }
})
