/**
 * Who hears of a private message that waits: by the promise, ahead of the window's end, and when it is over.
 *
 * @module
 */
import { Result } from "effect"
import { PersonId } from "../../process/Actor.ts"
import { leadNow } from "../../process/Presence.ts"
import * as Answering from "../interaction/Answering.ts"
import * as AnswerWindow from "../interaction/AnswerWindow.ts"
import * as Ladder from "../interaction/Ladder.ts"
import * as PrivateAnswer from "./PrivateAnswer.ts"

const { stay, step } = PrivateAnswer.privateAnswer

/** The time of one of the promise's rungs is up: whoever stands there in the chain is told, or the next who is there. */
export const Escalate = stay({
  ...Answering.escalates,
  from: ["Waiting", "Sending", "Unconfirmed", "Failed"],
  performs: {
    notify: (state, { facts }, reading) => ({
      to: facts.lead,
      message: PrivateAnswer.waits(state, reading),
      urgent: true
    })
  }
})

/** The window closes soon: each time whoever stands next in the chain is told, or the next who is there. */
export const WarnOfWindow = stay({
  title: { zh: "窗口将关闭", en: "warn of the window" },
  from: ["Waiting", "Failed"],
  by: "clock",
  facts: { lead: PersonId },
  decide: ({ warned }, _input, { presence, settings }) =>
    Result.succeed({ lead: Ladder.toldAt(settings, warned + 1, { ...settings, presence }) }),
  evolve: (state) => ({ ...state, warned: state.warned + 1 }),
  performs: {
    notify: (state, { facts }, reading) => ({
      to: facts.lead,
      message: PrivateAnswer.closesSoon(state, reading, AnswerWindow.endOf(state.window) ?? state.interaction.at),
      urgent: true
    })
  }
})

/** Nothing more can be said in private: the lead, or the next who is there, hears of it and of what remains. */
export const CloseWindow = step({
  title: { zh: "窗口关闭", en: "close the window" },
  from: ["Waiting", "Failed"],
  to: ["OutOfReach"],
  by: "clock",
  facts: { lead: PersonId },
  decide: (_state, _input, circumstances) => Result.succeed({ lead: leadNow(circumstances) }),
  evolve: (state) => ({ ...PrivateAnswer.askedOf(state), _tag: "OutOfReach" }),
  performs: {
    notify: (state, { facts }, reading) => ({
      to: facts.lead,
      message: PrivateAnswer.isOutOfReach(state, reading),
      urgent: true
    })
  }
})

/** Somebody ought to have decided by now. */
export const Remind = stay({
  ...Answering.reminds,
  performs: {
    notify: (state, { facts }, reading) => ({ to: facts.lead, message: PrivateAnswer.waits(state, reading) })
  }
})
