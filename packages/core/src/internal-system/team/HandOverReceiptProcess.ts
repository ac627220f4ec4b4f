/**
 * The rules of a hand-over's receipt, as one value.
 *
 * @module
 */
import { Result, Schema } from "effect"
import * as Label from "../../finding/Label.ts"
import * as Remark from "../../finding/Remark.ts"
import { PersonId } from "../../process/Actor.ts"
import { leadNow } from "../../process/Presence.ts"
import * as HandOverReceipt from "./HandOverReceipt.ts"

const { deadline, start, process, step } = HandOverReceipt.receipt

const given = {
  out: PersonId,
  in: PersonId,
  open: Schema.Int.annotate(Label.of({ zh: "未完成事项数", en: "open items" })),
  note: Remark.MaybeNote
}

const Prepare = start({
  title: { zh: "备好", en: "prepare" },
  to: ["Prepared"],
  by: "team.handOver",
  input: given,
  facts: { ...given, lead: PersonId },
  decide: (input, { settings: { lead } }) =>
    input.in === input.out
      ? Result.fail(new HandOverReceipt.NobodyElse({ person: input.out }))
      : Result.succeed({ ...input, lead }),
  performs: {
    notify: (prepared, _, { called }) => ({ to: prepared.in, message: HandOverReceipt.prepared(prepared, called) })
  }
})

const Acknowledge = step({
  title: { zh: "确认", en: "acknowledge" },
  from: ["Prepared"],
  to: ["Acknowledged"],
  by: "team.handOver",
  input: { questions: Schema.String.annotate(Label.of({ zh: "疑问", en: "questions" })) },
  unless: (state, { by }) =>
    by.person === state.in && by.onBehalfOf === undefined
      ? undefined
      : new HandOverReceipt.NotForThem({ person: by.person, for: state.in })
})

const Lapse = step({
  title: { zh: "过期", en: "lapse" },
  from: ["Prepared"],
  to: ["Lapsed"],
  by: "clock",
  facts: { lead: Schema.optionalKey(PersonId) },
  decide: (_state, _input, circumstances) => Result.succeed({ lead: leadNow(circumstances) }),
  evolve: (state, { facts }) => ({ ...state, ...facts, _tag: "Lapsed" }),
  performs: {
    notify: (lapsed, _, { called }) => ({ to: lapsed.lead, message: HandOverReceipt.unread(lapsed, called) })
  }
})

/** A hand-over from one person to another, and whether it was read. */
export const HandOverReceiptProcess = process({
  about: (state, called) => ({
    zh: `${called(state.out)} 交接给 ${called(state.in)}`,
    en: `${called(state.out)} hands over to ${called(state.in)}`
  }),
  awaits: (state) => (state._tag === "Prepared" ? [state.in] : []),
  isArrangement: true,
  steps: { Prepare, Acknowledge, Lapse },
  final: ["Acknowledged", "Lapsed"],
  deadlines: {
    reading: deadline({
      title: { zh: "阅读期限", en: "reading" },
      while: ["Prepared"],
      within: ({ readWithin }) => readWithin,
      fires: "Lapse"
    })
  },
  invariants: { "nobody hands over to themselves": (state) => state.in !== state.out }
})
