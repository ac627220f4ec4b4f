/**
 * The rules of a wave, as one value: somebody else approves what is sent, every page is asked for under the handbook of its moment, who is left out is so to the
 * end, and nothing is over before it is known what came of it. Its steps stand in the files beside it.
 *
 * @module
 */
import { Result } from "effect"
import * as Bilingual from "../../finding/Bilingual.ts"
import { answerable, PersonId } from "../../process/Actor.ts"
import { always } from "../../process/Allowance.ts"
import { leadNow } from "../../process/Presence.ts"
import * as WinBack from "./WinBack.ts"
import * as Comparing from "./WinBackComparing.ts"
import * as Drafting from "./WinBackDraft.ts"
import * as Sending from "./WinBackSending.ts"

const { deadline, process, stay } = WinBack.wave

const Remind = stay({
  title: { zh: "提醒", en: "remind" },
  from: ["Proposed", "Halted", "Comparing"],
  by: "clock",
  facts: { to: PersonId },
  decide: (_, __, under) => Result.succeed({ to: leadNow(under) }),
  performs: { notify: (_, { facts: { to } }, reading) => ({ to, message: WinBack.waits(reading) }) }
})

/** A wave by which fans who have gone quiet are won back. */
export const WinBackProcess = process({
  about: ({ subject }) => Bilingual.same(subject),
  steps: { ...Drafting, ...Sending, ...Comparing, Remind },
  final: ["Declined", "Compared"],
  deadlines: {
    end: deadline({
      title: { zh: "截止时间", en: "end" },
      while: ["Proposed", "Running", "Halted"],
      at: ({ until }) => until,
      warnAt: 1,
      fires: "Lapse"
    }),
    attention: deadline({
      title: { zh: "处理期限", en: "attention" },
      while: ["Proposed", "Halted", "Comparing"],
      within: ({ attention }) => attention,
      warnAt: 1,
      fires: "Remind"
    }),
    inHand: deadline({
      title: { zh: "在途期限", en: "what is in hand" },
      while: ["Stopping"],
      within: () => always("1 day"),
      warnAt: 1,
      fires: "Cease"
    }),
    watch: deadline({
      title: { zh: "观察期", en: "watch" },
      while: ["Sent"],
      at: ({ lookAt }) => lookAt,
      warnAt: 1,
      fires: "LookBack"
    })
  },
  outcomes: {
    writePage: { done: "Continue", refused: "Halt", unknown: "Halt" },
    compare: { done: "Compare", refused: "LoseCount", unknown: "LoseCount" }
  },
  separate: [
    ["Propose", "Approve"],
    ["Revise", "Approve"]
  ],
  invariants: {
    "nobody approves what they have proposed": (state) =>
      !("approvedBy" in state) || !answerable(state.approvedBy).some((person) => state.authors.includes(person)),
    "nothing goes out before it was approved": (state) =>
      state._tag === "Proposed" || state._tag === "Declined" || "approvedBy" in state
  }
})
