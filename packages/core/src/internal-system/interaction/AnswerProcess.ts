/**
 * The answer, whole: its steps stand in `AnswerIntake` and `AnswerDelivery`.
 *
 * Whatever a fan wrote is answered, passed on, left for a reason or hidden, and until then somebody's promise runs; what nobody can be sure
 * of is looked for, never sent again.
 *
 * @module
 */
import { Array as Arrays, Duration } from "effect"
import * as Bilingual from "../../finding/Bilingual.ts"
import type { Rungs } from "../../process/Allowance.ts"
import * as Answer from "./Answer.ts"
import { sending } from "./AnswerDelivery.ts"
import * as Intake from "./AnswerIntake.ts"

const { deadline, process } = Answer.answer

/** When people are told, from the moment at which the fan wrote: as the chain says, and when the promise is over, if nobody is told just then. */
const rungsOf = ({ chain, within }: Answer.Settings): Rungs => {
  if (chain === undefined) return within
  const [first, ...others] = Arrays.map(chain, ({ after }) => after)
  const last = others.at(-1) ?? first
  const isToldThen = last.calendar === within.calendar && !Duration.isLessThan(last.time, within.time)
  return isToldThen ? [first, ...others] : [first, ...others, within]
}

/** The warning is a part of the promised time; where somebody of the chain is told before that, nobody has to be warned. */
const warningOf = ({ chain, warnAt = 0.8, within }: Answer.Settings): number =>
  chain === undefined
    ? warnAt
    : Math.min(1, (warnAt * Duration.toMillis(within.time)) / Duration.toMillis(chain[0].after.time))

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
    promise: deadline({
      title: { zh: "答复承诺", en: "promise" },
      while: ["Waiting", "Sending", "Unconfirmed", "Failed", "Hiding"],
      within: rungsOf,
      warnAt: warningOf,
      fires: "Escalate"
    }),
    ...sending.deadlines,
    attention: deadline({
      title: { zh: "处理期限", en: "attention" },
      while: ["Unconfirmed", "Failed"],
      within: ({ attention }) => attention,
      warnAt: 1,
      fires: "Remind"
    })
  },
  outcomes: {
    ...sending.outcomes,
    hide: { done: "SeeHidden", refused: "StillShown", unknown: "StillShown" }
  },
  invariants: {
    "what is hidden is a comment": (state) =>
      (state._tag !== "Hiding" && state._tag !== "Hidden") || state.interaction.kind === "comment",
    "nothing empty is said": (state) => !("text" in state) || state.text.trim() !== ""
  }
})
