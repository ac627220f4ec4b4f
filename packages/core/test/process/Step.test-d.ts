// What the compiler refuses of a step's states and of what it makes of a case. Nothing here runs: an error that no longer comes is itself one.
import { Allowance, Process } from "@dualops/core"
import { Result, Schema } from "effect"
import { deadline, mutable, opening, process, staying, step, steps, twins } from "./Shop.ts"

declare const weighed: { readonly text: string; readonly grams: 1 } | { readonly text: string; readonly litres: 2 }

/** States. */
export const states = [
  // @ts-expect-error: a case of this process is never Lost, so nothing starts from there
  step({ from: ["Lost"], to: ["Closed"], by: "clock", evolve: () => ({ _tag: "Closed" }) }),
  // @ts-expect-error: a step that starts from nowhere is an opening one
  step({ from: [], to: ["Closed"], by: "clock", evolve: () => ({ _tag: "Closed" }) }),
  // @ts-expect-error: a deadline that runs nowhere is none
  deadline({ while: [], within: () => Allowance.always("1 day"), fires: "Close" }),
  // @ts-expect-error: nothing leads to Lost
  step({ from: ["Open"], to: ["Lost"], by: "clock", evolve: () => ({ _tag: "Lost" }) }),
  // @ts-expect-error: nor does a case begin there
  opening({ to: ["Lost"], by: "shop.begin", input: {}, evolve: () => ({ _tag: "Lost" }) }),
  // @ts-expect-error: nor does anybody stay there
  staying({ from: ["Lost"], by: "clock" }),
  // @ts-expect-error: nor does a deadline run there
  deadline({ while: ["Lost"], within: () => Allowance.always("1 day"), fires: "Close" }),
  // @ts-expect-error: nor does a case end there
  process("Shop", { steps, final: ["Lost"] }),
  // @ts-expect-error: and it ends somewhere
  process("Shop", { steps, final: [] }),
  // @ts-expect-error: a step that leads nowhere is a staying one
  step({ from: ["Open"], to: [], by: "clock", evolve: () => ({ _tag: "Closed" }) }),
  // @ts-expect-error: which state a case is in is not a field of the state
  Process.words({ states: { Open: { _tag: Schema.String } } })
]

/** What a step makes of the case. */
export const evolves = [
  // @ts-expect-error: it says that it leads to Sent, and leads to Closed
  step({ from: ["Open"], to: ["Sent"], by: "clock", evolve: () => ({ _tag: "Closed" }) }),
  // @ts-expect-error: a Sent case says when it was sent
  step({ from: ["Open"], to: ["Sent"], by: "clock", evolve: (open) => ({ ...open, _tag: "Sent" }) }),
  // @ts-expect-error: it says that it leads to Closed as well, and never does
  step({ from: ["Open"], to: ["Open", "Closed"], by: "clock", evolve: (open) => open }),
  // @ts-expect-error: nor does a case begin where its opening never leads
  opening({ to: ["Open", "Closed"], by: "shop.begin", input: {}, evolve: () => ({ _tag: "Closed" }) }),
  // @ts-expect-error: a Closed case has no text, and a spread does not hide it
  step({ from: ["Open"], to: ["Closed"], by: "clock", evolve: (open) => ({ ...open, _tag: "Closed" }) }),
  // @ts-expect-error: nor where only one of the branches has it
  step({ from: ["Open", "Sent"], to: ["Open"], by: "clock", evolve: (one) => ({ ...one, _tag: "Open" }) }),
  // @ts-expect-error: nor does it tell the colour
  opening({ to: ["Closed"], by: "shop.begin", input: {}, evolve: () => ({ _tag: "Closed", colour: "red" }) }),
  // @ts-expect-error: the text of an Open case is not a number
  opening({ to: ["Open"], by: "shop.begin", input: {}, evolve: () => ({ _tag: "Open", text: 1 }) }),
  // @ts-expect-error: in an Open case nobody knows yet when it was sent
  step({ from: ["Open", "Sent"], to: ["Sent"], by: "clock", evolve: (one) => ({ ...one, _tag: "Sent", at: one.at }) }),
  step({
    from: ["Open"],
    to: ["Closed"],
    by: "clock",
    facts: { text: Schema.String },
    // @ts-expect-error: what was decided are the facts, and a number is not a text
    decide: () => Result.succeed({ text: 1 }),
    evolve: () => ({ _tag: "Closed" })
  }),
  step({
    from: ["Open"],
    to: ["Closed"],
    by: "clock",
    facts: { text: Schema.String },
    // @ts-expect-error: nor are grams among the facts, and so they would not be stored
    decide: ({ text }) => Result.succeed({ text, grams: 1 }),
    evolve: () => ({ _tag: "Closed" })
  }),
  step({
    from: ["Open"],
    to: ["Closed"],
    by: "clock",
    facts: { text: Schema.String },
    // @ts-expect-error: neither branch may have more than the facts, though what they have in common are the facts
    decide: () => Result.succeed(weighed),
    evolve: () => ({ _tag: "Closed" })
  }),
  // @ts-expect-error: somebody has to decide what the facts are, if they are not the input
  step({
    from: ["Open"],
    to: ["Closed"],
    by: "clock",
    facts: { grams: Schema.Int },
    evolve: () => ({ _tag: "Closed" })
  }),
  // @ts-expect-error: also in a step that stays
  staying({ from: ["Open"], by: "clock", facts: { grams: Schema.Int } }),
  // @ts-expect-error: also where a case begins
  opening({
    to: ["Closed"],
    by: "shop.begin",
    input: {},
    facts: { grams: Schema.Int },
    evolve: () => ({ _tag: "Closed" })
  }),
  // @ts-expect-error: no part of a step has this name
  step({ from: ["Open"], to: ["Closed"], by: "clock", evolves: () => ({ _tag: "Closed" }) })
]

/** What is written as it comes is inferred, whichever way it branches. */
export const branches = [
  step({
    from: ["Open", "Sent"],
    to: ["Open", "Sent"],
    by: "clock",
    evolve: (one) => ({ ...one, text: one.text.trim() })
  }),
  step({
    from: ["Open"],
    to: ["Open", "Closed"],
    by: "clock",
    evolve: (open) => (open.text === "" ? { _tag: "Closed" } : open)
  }),
  step({
    from: ["Open"],
    to: ["Open", "Closed"],
    by: "clock",
    evolve: ({ text }) => {
      if (text === "") return { _tag: "Closed" }
      return { _tag: "Open", text: text.slice(1) }
    }
  }),
  opening({
    to: ["Open", "Closed"],
    by: "shop.begin",
    input: { text: Schema.String },
    evolve: ({ facts: { text } }) => (text === "" ? { _tag: "Closed" } : { _tag: "Open", text })
  }),
  mutable.opening({ to: ["Full"], by: "shop.begin", input: {}, evolve: () => ({ _tag: "Full", goods: ["bread"] }) }),
  twins.step({
    from: ["Left"],
    to: ["Left", "Right"],
    by: "clock",
    evolve: (one, { at }) => ({ ...one, _tag: at.epochMilliseconds > 0 ? "Left" : "Right" })
  })
]
