// What the compiler refuses of a step's states and of what it makes of a case. Nothing here runs: an error that no longer comes is itself one.
import { Allowance, Process } from "@dualops/core/process"
import { Result, Schema } from "effect"
import { about, deadline, mutable, process, start, stay, step, steps, title, twins } from "./Shop.ts"

declare const weighed: { readonly text: string; readonly grams: 1 } | { readonly text: string; readonly litres: 2 }

/** States. */
export const states = [
  // @ts-expect-error: a case of this process is never Lost, so nothing starts from there
  step({ title, from: ["Lost"], to: ["Closed"], by: "clock", evolve: () => ({ _tag: "Closed" }) }),
  // @ts-expect-error: a step that starts from nowhere is an opening one
  step({ title, from: [], to: ["Closed"], by: "clock", evolve: () => ({ _tag: "Closed" }) }),
  // @ts-expect-error: a deadline that runs nowhere is none
  deadline({ title, while: [], within: () => Allowance.always("1 day"), fires: "Close" }),
  // @ts-expect-error: nothing leads to Lost
  step({ title, from: ["Open"], to: ["Lost"], by: "clock", evolve: () => ({ _tag: "Lost" }) }),
  // @ts-expect-error: nor does a case begin there
  start({ title, to: ["Lost"], by: "shop.begin", input: {}, evolve: () => ({ _tag: "Lost" }) }),
  // @ts-expect-error: nor does anybody stay there
  stay({ title, from: ["Lost"], by: "clock" }),
  // @ts-expect-error: nor does a deadline run there
  deadline({ title, while: ["Lost"], within: () => Allowance.always("1 day"), fires: "Close" }),
  // @ts-expect-error: nor does a case end there
  process({ about, steps, final: ["Lost"] }),
  // @ts-expect-error: and it ends somewhere
  process({ about, steps, final: [] }),
  // @ts-expect-error: a step that leads nowhere is a staying one
  step({ title, from: ["Open"], to: [], by: "clock", evolve: () => ({ _tag: "Closed" }) }),
  // @ts-expect-error: which state a case is in is not a field of the state
  Process.define("Shop", { title, states: { Open: { title, _tag: Schema.String } } }),
  // @ts-expect-error: people call every state something
  Process.define("Shop", { title, states: { Open: { text: Schema.String } } }),
  // @ts-expect-error: and the process itself
  Process.define("Shop", { states: { Open: { title } } }),
  // @ts-expect-error: and every step
  step({ from: ["Open"], to: ["Closed"], by: "clock" }),
  // @ts-expect-error: and every deadline
  deadline({ while: ["Open"], within: () => Allowance.always("1 day"), fires: "Close" }),
  // @ts-expect-error: and a case is about something
  process({ steps, final: ["Closed"] })
]

/** What a step makes of the case. */
export const evolves = [
  // @ts-expect-error: it says that it leads to Sent, and leads to Closed
  step({ title, from: ["Open"], to: ["Sent"], by: "clock", evolve: () => ({ _tag: "Closed" }) }),
  // @ts-expect-error: a Sent case says when it was sent
  step({ title, from: ["Open"], to: ["Sent"], by: "clock", evolve: (open) => ({ ...open, _tag: "Sent" }) }),
  // @ts-expect-error: it says that it leads to Closed as well, and never does
  step({ title, from: ["Open"], to: ["Open", "Closed"], by: "clock", evolve: (open) => open }),
  // @ts-expect-error: nor does a case begin where its opening never leads
  start({ title, to: ["Open", "Closed"], by: "shop.begin", input: {}, evolve: () => ({ _tag: "Closed" }) }),
  // @ts-expect-error: a Closed case has no text, and a spread does not hide it
  step({ title, from: ["Open"], to: ["Closed"], by: "clock", evolve: (open) => ({ ...open, _tag: "Closed" }) }),
  // @ts-expect-error: nor where only one of the branches has it
  step({ title, from: ["Open", "Sent"], to: ["Open"], by: "clock", evolve: (one) => ({ ...one, _tag: "Open" }) }),
  // @ts-expect-error: nor does it tell the colour
  start({ title, to: ["Closed"], by: "shop.begin", input: {}, evolve: () => ({ _tag: "Closed", colour: "red" }) }),
  // @ts-expect-error: the text of an Open case is not a number
  start({ title, to: ["Open"], by: "shop.begin", input: {}, evolve: () => ({ _tag: "Open", text: 1 }) }),
  step({
    title,
    from: ["Open", "Sent"],
    to: ["Sent"],
    by: "clock",
    // @ts-expect-error: in an Open case nobody knows yet when it was sent
    evolve: (one) => ({ ...one, _tag: "Sent", at: one.at })
  }),
  step({
    title,
    from: ["Open"],
    to: ["Closed"],
    by: "clock",
    facts: { text: Schema.String },
    // @ts-expect-error: what was decided are the facts, and a number is not a text
    decide: () => Result.succeed({ text: 1 }),
    evolve: () => ({ _tag: "Closed" })
  }),
  step({
    title,
    from: ["Open"],
    to: ["Closed"],
    by: "clock",
    facts: { text: Schema.String },
    // @ts-expect-error: nor are grams among the facts, and so they would not be stored
    decide: ({ text }) => Result.succeed({ text, grams: 1 }),
    evolve: () => ({ _tag: "Closed" })
  }),
  step({
    title,
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
    title,
    from: ["Open"],
    to: ["Closed"],
    by: "clock",
    facts: { grams: Schema.Int },
    evolve: () => ({ _tag: "Closed" })
  }),
  // @ts-expect-error: also in a step that stays
  stay({ title, from: ["Open"], by: "clock", facts: { grams: Schema.Int } }),
  // @ts-expect-error: also where a case begins
  start({
    title,
    to: ["Closed"],
    by: "shop.begin",
    input: {},
    facts: { grams: Schema.Int },
    evolve: () => ({ _tag: "Closed" })
  }),
  // @ts-expect-error: no part of a step has this name
  step({ title, from: ["Open"], to: ["Closed"], by: "clock", evolves: () => ({ _tag: "Closed" }) })
]

/** What is written as it comes is inferred, whichever way it branches. */
export const branches = [
  step({
    title,
    from: ["Open", "Sent"],
    to: ["Open", "Sent"],
    by: "clock",
    evolve: (one) => ({ ...one, text: one.text.trim() })
  }),
  step({
    title,
    from: ["Open"],
    to: ["Open", "Closed"],
    by: "clock",
    evolve: (open) => (open.text === "" ? { _tag: "Closed" } : open)
  }),
  step({
    title,
    from: ["Open"],
    to: ["Open", "Closed"],
    by: "clock",
    evolve: ({ text }) => {
      if (text === "") return { _tag: "Closed" }
      return { _tag: "Open", text: text.slice(1) }
    }
  }),
  start({
    title,
    to: ["Open", "Closed"],
    by: "shop.begin",
    input: { text: Schema.String },
    evolve: ({ facts: { text } }) => (text === "" ? { _tag: "Closed" } : { _tag: "Open", text })
  }),
  mutable.start({
    title,
    to: ["Full"],
    by: "shop.begin",
    input: {},
    evolve: () => ({ _tag: "Full", goods: ["bread"] })
  }),
  twins.step({
    title,
    from: ["Left"],
    to: ["Left", "Right"],
    by: "clock",
    evolve: (one, { at }) => ({ ...one, _tag: at.epochMilliseconds > 0 ? "Left" : "Right" })
  })
]

/** Where the next state follows from the one before and the facts, nothing has to be written. */
export const carried = [
  step({ title, from: ["Open", "Sent"], to: ["Closed"], by: "clock" }),
  step({ title, from: ["Open", "Sent"], to: ["Open"], by: "clock" }),
  step({ title, from: ["Closed"], to: ["Open"], by: "shop.send", input: { text: Schema.String } }),
  start({ title, to: ["Open"], by: "shop.begin", input: { text: Schema.String, grams: Schema.Int } }),
  // @ts-expect-error: nothing says when it was sent
  step({ title, from: ["Open"], to: ["Sent"], by: "clock" }),
  // @ts-expect-error: a Closed case has no text to carry
  step({ title, from: ["Open", "Closed"], to: ["Open"], by: "clock" }),
  // @ts-expect-error: the text of a Sent case is a text
  step({ title, from: ["Sent"], to: ["Sent"], by: "shop.send", input: { text: Schema.Int } }),
  // @ts-expect-error: somebody has to choose between two states
  step({ title, from: ["Open"], to: ["Open", "Closed"], by: "clock" }),
  // @ts-expect-error: nothing says what the text is
  start({ title, to: ["Open"], by: "shop.begin", input: {} })
]
