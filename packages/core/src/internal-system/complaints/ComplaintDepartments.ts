/**
 * What departments are asked for a complaint, and what they say: each by a referral of its own, inside what was promised to the fan.
 *
 * @module
 */
import { Option, Record, Result, Schema } from "effect"
import { ResourceId } from "../../external-system/Resource.ts"
import * as Action from "../../process/Action.ts"
import type { PersonId } from "../../process/Actor.ts"
import type { Reading } from "../../process/Reader.ts"
import { Ladder } from "../interaction/Ladder.ts"
import * as Complaint from "./Complaint.ts"

const { stay } = Complaint.complaint

/** Wherever it may be when a department answers. */
const open = [
  "Open",
  "InHand",
  "Replying",
  "Asking",
  "WaitingForFan",
  "Telling",
  "Proposed",
  "Closed",
  "Answering"
] as const

const wanted = { department: ResourceId, note: Schema.NonEmptyString }

/** A department is asked: as soon as it has promised for such a complaint, or else as soon as the fan was promised a solution. */
export const Refer = stay({
  title: { zh: "转部门", en: "ask a department" },
  from: ["Open", "InHand", "Replying", "Asking", "WaitingForFan", "Telling"],
  by: "interaction.route",
  input: wanted,
  facts: { ...wanted, promise: Ladder },
  decide: (state, input, { settings: { promises } }) => {
    const solving = promises[state.promise]
    if (solving === undefined) {
      const known = Record.keys(promises) as ReadonlyArray<typeof state.promise>
      return Result.fail(new Complaint.UnknownPromise({ promise: state.promise, known }))
    }
    const { behind, title: _, ...whole } = solving
    const promised = Option.getOrElse(Record.get(behind, input.department), () => whole)
    return Result.succeed({ ...input, promise: promised })
  },
  evolve: (state, { by }) => ({ ...state, asked: state.asked + 1, by: by.person }),
  performs: {
    refer: ({ account, interaction }, { by, facts }) => ({ input: { account, interaction, ...facts }, by })
  }
})

/** A department says what was done. */
export const Reported = stay({
  title: { zh: "获知部门答复", en: "hear from a department" },
  from: open,
  by: "child",
  input: Complaint.Report.fields,
  evolve: (state, { facts }) => ({ ...state, asked: without(state), report: facts }),
  performs: { notify: ({ by }, { facts }, reading) => tell(by, facts.report, reading) }
})

/** A department will not see to it, and says why. */
export const NotTaken = stay({
  title: { zh: "获知部门不受理", en: "hear that a department refuses" },
  from: open,
  by: "child",
  input: Complaint.Report.fields,
  evolve: (state, { facts }) => ({ ...state, asked: without(state), report: facts }),
  performs: { notify: ({ by }, { facts }, reading) => tell(by, facts.report, reading) }
})

/** Nobody waits for that department any more. */
export const NotAsked = stay({
  title: { zh: "获知工单已撤", en: "hear that a department is not asked any more" },
  from: open,
  by: "child",
  evolve: (state) => ({ ...state, asked: without(state) })
})

/** The department cannot be asked. */
export const NotReferred = stay({
  title: { zh: "获知未能转交", en: "hear that a department cannot be asked" },
  from: open,
  by: "world",
  input: Action.refused,
  evolve: (state) => ({ ...state, asked: without(state) }),
  performs: { notify: ({ by }, { facts }, reading) => tell(by, facts.detail, reading) }
})

/** One department less that is waited for. */
const without = ({ asked }: Complaint.State): number => Math.max(0, asked - 1)

/** Whoever has it in hand goes on with what a department says. */
const tell = (by: PersonId | undefined, report: string, reading: Reading) =>
  by === undefined ? undefined : { to: by, message: Complaint.isReported(reading, report), urgent: true }
