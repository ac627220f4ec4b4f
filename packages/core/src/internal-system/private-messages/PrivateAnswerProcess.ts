/**
 * The private answer, whole: its steps stand in the files beside it.
 *
 * Whatever a fan wrote in private is answered, passed on or left for a reason while it can be; after that the case ends aloud, and nothing is tried in vain.
 *
 * @module
 */
import { DateTime } from "effect"
import * as Bilingual from "../../finding/Bilingual.ts"
import * as Answering from "../interaction/Answering.ts"
import * as AnswerWindow from "../interaction/AnswerWindow.ts"
import * as PrivateAnswer from "./PrivateAnswer.ts"
import * as End from "./PrivateAnswerEnd.ts"
import * as Intake from "./PrivateAnswerIntake.ts"
import { sending } from "./PrivateDelivery.ts"

const { deadline, process } = PrivateAnswer.privateAnswer
const feed = { zh: "私信：粉丝的动作", en: "the private inbox, for what the fan does" }

/** A private answer, from what a fan wrote to what the account said. */
export const PrivateAnswerProcess = process({
  about: ({ interaction, thread }) => Bilingual.same([...thread, interaction].map(({ text }) => text).join(" / ")),
  promised: ({ interaction: { from } }) => ({
    zh: `应私信答复粉丝 ${from.name ?? from.id}`,
    en: `${from.name ?? from.id} is owed an answer in private`
  }),
  steps: { ...Intake, ...End, ...sending.steps },
  final: ["Answered", "PassedOn", "Left", "OutOfReach"],
  deadlines: {
    promise: deadline({ ...Answering.promise, while: ["Waiting", "Sending", "Unconfirmed", "Failed"] }),
    warning: deadline({
      title: { zh: "窗口预警", en: "warning of the window" },
      while: ["Waiting", "Failed"],
      at: ({ warned, window }) => {
        const [end, before] = [AnswerWindow.endOf(window), AnswerWindow.warnings[warned]]
        return end && before && DateTime.subtractDuration(end, before)
      },
      fires: "WarnOfWindow"
    }),
    window: deadline({
      title: { zh: "私信窗口", en: "window" },
      while: ["Waiting", "Failed"],
      at: ({ window }) => AnswerWindow.endOf(window),
      fires: "CloseWindow"
    }),
    ...sending.deadlines,
    attention: deadline(Answering.attends)
  },
  outcomes: sending.outcomes,
  sentBy: { FanWrites: feed, FanOpens: feed, FanLeaves: feed },
  invariants: Answering.invariants
})
