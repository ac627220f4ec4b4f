/**
 * The answer, whole: its steps stand in `AnswerIntake` and `AnswerSending`.
 *
 * Whatever a fan wrote is answered, passed on, left for a reason or hidden, and until then somebody's promise runs; what nobody can be sure
 * of is looked for, never sent again.
 *
 * @module
 */
import { always } from "../../process/Allowance.ts"
import * as Answer from "./Answer.ts"
import * as Intake from "./AnswerIntake.ts"
import * as Sending from "./AnswerSending.ts"

const { deadline, process } = Answer.answer

/** An answer, from what a fan wrote to what the account said. */
export const AnswerProcess = process("Answer", {
  steps: { ...Intake, ...Sending },
  final: ["Answered", "Hidden", "PassedOn", "Left"],
  deadlines: {
    promise: deadline({
      while: ["Waiting", "Sending", "Unconfirmed", "Failed", "Hiding"],
      within: ({ within }) => within,
      fires: "Escalate"
    }),
    patience: deadline({ while: ["Sending"], within: ({ patience }) => always(patience), fires: "TimeOut" }),
    nextLook: deadline({ while: ["Unconfirmed"], at: ({ nextLook }) => nextLook, fires: "LookAgain" }),
    attention: deadline({ while: ["Unconfirmed", "Failed"], within: ({ attention }) => attention, fires: "Remind" })
  },
  outcomes: {
    reply: { done: "Confirm", refused: "Refuse", unknown: "LoseSight" },
    look: { done: "Confirm", refused: "NotSeen", unknown: "NotSeen" },
    hide: { done: "SeeHidden", refused: "StillShown", unknown: "StillShown" }
  },
  invariants: {
    "what is hidden is a comment": (state) =>
      (state._tag !== "Hiding" && state._tag !== "Hidden") || state.interaction.kind === "comment",
    "nothing empty is said": (state) => !("text" in state) || state.text.trim() !== ""
  }
})
