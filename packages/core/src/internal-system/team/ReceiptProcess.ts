/**
 * The rules of a hand-over's receipt, as one value.
 *
 * @module
 */
import { Result, Schema } from "effect"
import { PersonId } from "../../process/Actor.ts"
import * as Receipt from "./Receipt.ts"

const { deadline, opening, process, step } = Receipt.receipt

const given = { out: PersonId, in: PersonId, open: Schema.Int, note: Schema.String }

const Prepare = opening({
  to: ["Prepared"],
  by: "team.handOver",
  input: given,
  facts: { ...given, lead: PersonId },
  decide: (input, { settings: { lead } }) =>
    input.in === input.out
      ? Result.fail(new Receipt.NobodyElse({ person: input.out }))
      : Result.succeed({ ...input, lead }),
  evolve: ({ facts }) => ({ _tag: "Prepared", ...facts }),
  performs: { tell: (prepared) => ({ to: prepared.in, message: Receipt.prepared(prepared) }) }
})

const Acknowledge = step({
  from: ["Prepared"],
  to: ["Acknowledged"],
  by: "team.handOver",
  input: { questions: Schema.String },
  unless: (state, { by }) =>
    by.person === state.in && by.onBehalfOf === undefined
      ? undefined
      : new Receipt.NotForThem({ person: by.person, for: state.in }),
  evolve: (state, { facts }) => ({ ...state, _tag: "Acknowledged", ...facts })
})

const Lapse = step({
  from: ["Prepared"],
  to: ["Lapsed"],
  by: "clock",
  evolve: (state) => ({ ...state, _tag: "Lapsed" }),
  performs: { tell: (lapsed) => ({ to: lapsed.lead, message: Receipt.unread(lapsed) }) }
})

/** A hand-over from one person to another, and whether it was read. */
export const ReceiptProcess = process("HandOver", {
  steps: { Prepare, Acknowledge, Lapse },
  final: ["Acknowledged", "Lapsed"],
  deadlines: {
    reading: deadline({ while: ["Prepared"], within: ({ readWithin }) => readWithin, fires: "Lapse" })
  },
  invariants: { "nobody hands over to themselves": (state) => state.in !== state.out }
})
