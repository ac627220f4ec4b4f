/**
 * A process of one's own: the keys of the shop, lent and brought back. Everything else (machine, check, desk, diagram) is derived.
 *
 * @module
 */
// #region words
import { Allowance, Diagram, Process, Soundness } from "@dualops/core"
import { Result, Schema } from "effect"

const { deadline, opening, process, staying, step } = Process.words({
  settings: { lendFor: Allowance.Allowance },
  states: {
    Lent: { to: Schema.String },
    Back: { to: Schema.String }
  }
})
// #endregion

// #region rules
/** The same person does not borrow for ever. */
class NotForever extends Schema.TaggedError<NotForever>()("Keys.NotForever", { to: Schema.String }) {
  override get message() {
    return `${this.to} may not lend the keys to themselves.`
  }
}

export const Keys = process("Keys", {
  steps: {
    Lend: opening({
      to: ["Lent"],
      by: "team.lend",
      input: { to: Schema.NonEmptyString },
      decide: (input, { by }) =>
        input.to === by.person ? Result.fail(new NotForever({ to: input.to })) : Result.succeed(input),
      evolve: ({ facts }) => ({ _tag: "Lent", to: facts.to })
    }),
    TakeBack: step({
      from: ["Lent"],
      to: ["Back"],
      by: "team.lend",
      evolve: ({ to }) => ({ _tag: "Back", to })
    }),
    Remind: staying({ from: ["Lent"], by: "clock" })
  },
  final: ["Back"],
  deadlines: {
    back: deadline({ while: ["Lent"], within: ({ lendFor }) => lendFor, fires: "Remind" })
  }
})
// #endregion

export const findings = Soundness.check(Keys)
export const picture = Diagram.mermaid(Keys)
console.log(findings.length === 0 ? picture : findings)
