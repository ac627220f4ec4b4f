// What the compiler refuses. Nothing here runs: the file is compiled with the others, and an error that no longer comes is itself one.
import {
  Action,
  Actor,
  Allowance,
  Case,
  Moment,
  type Post,
  type PostProcess,
  Process,
  type Refusal
} from "@dualops/core"
import { DateTime, Result, Schema } from "effect"

const { deadline, opening, process, staying, step } = Process.words({
  settings: { most: Schema.Int },
  states: { Open: { text: Schema.String }, Sent: { text: Schema.String, at: Moment.Moment }, Closed: {} },
  actions: {
    send: Action.kind({
      name: "Send",
      request: { text: Schema.String },
      done: { receipt: Schema.String },
      repeatable: false
    })
  }
})

const Begin = opening({
  to: ["Open"],
  by: "shop.begin",
  input: { text: Schema.String },
  evolve: ({ facts }) => ({ _tag: "Open", ...facts })
})
const Send = step({
  from: ["Open"],
  to: ["Sent"],
  by: "shop.send",
  evolve: (open, { at }) => ({ ...open, _tag: "Sent", at })
})
const Close = step({ from: ["Open", "Sent"], to: ["Closed"], by: "clock", evolve: () => ({ _tag: "Closed" }) })
const Arrive = step({
  from: ["Sent"],
  to: ["Closed"],
  by: "world",
  input: { receipt: Schema.String },
  evolve: () => ({ _tag: "Closed" })
})
const Return = step({ from: ["Sent"], to: ["Closed"], by: "world", evolve: () => ({ _tag: "Closed" }) })
const Weigh = step({
  from: ["Sent"],
  to: ["Closed"],
  by: "world",
  input: { grams: Schema.Int },
  evolve: () => ({ _tag: "Closed" })
})
const Announce = step({
  from: ["Open"],
  to: ["Closed"],
  by: "clock",
  input: { text: Schema.String },
  evolve: () => ({ _tag: "Closed" })
})
const steps = { Begin, Send, Close, Arrive, Return, Weigh, Announce }

// The same states, and another handbook.
const strict = Process.words({
  settings: { least: Schema.Int },
  states: { Open: { text: Schema.String }, Sent: { text: Schema.String, at: Moment.Moment }, Closed: {} }
})
const Ration = opening({
  to: ["Open"],
  by: "shop.begin",
  input: { text: Schema.String },
  decide: (input, { settings: { most } }) => Result.succeed({ text: input.text.slice(0, most) }),
  evolve: ({ facts }) => ({ _tag: "Open", ...facts })
})

const twins = Process.words({
  settings: { least: Schema.Int },
  states: { Left: { text: Schema.String }, Right: { text: Schema.String } }
})
const mutable = Process.words({ states: { Full: { goods: Schema.mutable(Schema.Array(Schema.String)) } } })
const Turn = twins.step({
  from: ["Left"],
  to: ["Right"],
  by: "clock",
  evolve: ({ text }) => ({ _tag: "Right", text })
})

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

/** What becomes the case's own. */
export const belonging = step({
  from: ["Sent"],
  to: ["Closed"],
  by: "world",
  input: { receipt: Schema.String },
  evolve: () => ({ _tag: "Closed" }),
  // @ts-expect-error: it is named by what the step leaves behind, which has no number
  owns: ({ number }) => number
})

/** Whose a step is. */
export const actors = [
  // @ts-expect-error: a permission names a chapter and a verb
  step({ from: ["Open"], to: ["Closed"], by: "everybody", evolve: () => ({ _tag: "Closed" }) }),
  // @ts-expect-error: the clock is no person
  step({ from: ["Open"], to: ["Open"], by: "clock", evolve: (_, { by }) => ({ _tag: "Open", text: by.person }) }),
  step({
    from: ["Open"],
    to: ["Closed"],
    by: "shop.send",
    // @ts-expect-error: the handbook says nothing of a least
    decide: (_, input, { settings: { least } }) => Result.succeed({ ...input, least }),
    evolve: () => ({ _tag: "Closed" })
  })
]

/** Actions. */
export const actions = [
  step({
    from: ["Open"],
    to: ["Closed"],
    by: "clock",
    evolve: () => ({ _tag: "Closed" }),
    // @ts-expect-error: what is sent has a text
    performs: { send: () => ({ grams: 1 }) }
  }),
  step({
    from: ["Open"],
    to: ["Closed"],
    by: "clock",
    evolve: () => ({ _tag: "Closed" }),
    // @ts-expect-error: this process knows no action of that name
    performs: { burn: () => ({}) }
  }),
  step({
    from: ["Open"],
    to: ["Closed"],
    by: "clock",
    evolve: () => ({ _tag: "Closed" }),
    // @ts-expect-error: a Closed case has no text to send
    performs: { send: ({ text }) => ({ text }) }
  })
]

/** The process. */
export const processes = [
  process("Shop", {
    steps,
    final: ["Closed"],
    deadlines: { open: deadline({ while: ["Open"], within: () => Allowance.always("1 day"), fires: "Close" }) },
    outcomes: { send: { done: "Arrive", refused: "Return", unknown: "Return" } },
    separate: [["Begin", "Send"]],
    invariants: { "a text is not empty": (state) => state._tag === "Closed" || state.text !== "" }
  }),
  process("Shop", {
    steps,
    final: ["Closed"],
    // @ts-expect-error: the deadline fires a step that is not there
    deadlines: { open: deadline({ while: ["Open"], within: () => Allowance.always("1 day"), fires: "Vanish" }) }
  }),
  // @ts-expect-error: a step that is not there cannot be kept apart
  process("Shop", { steps, final: ["Closed"], separate: [["Begin", "Vanish"]] }),
  process("Shop", {
    steps,
    final: ["Closed"],
    // @ts-expect-error: a step that is not there takes no outcome in
    outcomes: { send: { done: "Vanish", refused: "Return", unknown: "Return" } }
  }),
  process("Shop", {
    steps,
    final: ["Closed"],
    // @ts-expect-error: who is told of a receipt cannot be told the grams
    outcomes: { send: { done: "Weigh", refused: "Return", unknown: "Return" } }
  }),
  process("Shop", {
    steps,
    final: ["Closed"],
    // @ts-expect-error: a refusal has no receipt
    outcomes: { send: { done: "Arrive", refused: "Arrive", unknown: "Return" } }
  }),
  process("Shop", {
    steps,
    final: ["Closed"],
    // @ts-expect-error: it is the world that reports an outcome, and Send is somebody's step
    outcomes: { send: { done: "Arrive", refused: "Send", unknown: "Return" } }
  }),
  process("Shop", {
    steps,
    final: ["Closed"],
    // @ts-expect-error: nor is it the clock
    outcomes: { send: { done: "Arrive", refused: "Close", unknown: "Return" } }
  }),
  process("Shop", {
    steps,
    final: ["Closed"],
    // @ts-expect-error: a deadline fires a step of the clock, and Send is somebody's
    deadlines: { open: deadline({ while: ["Open"], within: () => Allowance.always("1 day"), fires: "Send" }) }
  }),
  process("Shop", {
    steps,
    final: ["Closed"],
    // @ts-expect-error: the clock has no text to announce
    deadlines: { open: deadline({ while: ["Open"], within: () => Allowance.always("1 day"), fires: "Announce" }) }
  }),
  // @ts-expect-error: the clock is nobody who could be kept apart from somebody
  process("Shop", { steps, final: ["Closed"], separate: [["Begin", "Close"]] }),
  // @ts-expect-error: nor is the world
  process("Shop", { steps, final: ["Closed"], separate: [["Arrive", "Begin"]] }),
  // @ts-expect-error: a case of this process is never Left or Right
  process("Shop", { steps: { ...steps, Turn }, final: ["Closed"] }),
  process("Shop", {
    steps,
    final: ["Closed"],
    // @ts-expect-error: so no deadline runs there
    deadlines: { turn: twins.deadline({ while: ["Left"], within: () => Allowance.always("1 day"), fires: "Close" }) }
  }),
  strict.process("Shop", {
    // @ts-expect-error: the handbook of this process says nothing of a most
    steps: { Begin, Ration },
    final: ["Closed"]
  }),
  // @ts-expect-error: a case of this process is never Lost
  process("Shop", { steps, final: ["Closed"], invariants: { "nothing is lost": (state) => state._tag !== "Lost" } }),
  // @ts-expect-error: an outcome may be unknown, and some step has to take that in
  process("Shop", { steps, final: ["Closed"], outcomes: { send: { done: "Arrive", refused: "Return" } } }),
  process("Shop", {
    steps,
    final: ["Closed"],
    // @ts-expect-error: this process knows no action of that name
    outcomes: { burn: { done: "Arrive", refused: "Return", unknown: "Return" } }
  }),
  // @ts-expect-error: a Closed case has no text
  process("Shop", { steps, final: ["Closed"], invariants: { "a text is not empty": (state) => state.text !== "" } }),
  // @ts-expect-error: a deadline runs out either after a time or at a moment, not both
  deadline({ while: ["Sent"], within: () => Allowance.always("1 day"), at: ({ at }) => at, fires: "Close" }),
  // @ts-expect-error: an Open case names no moment
  deadline({ while: ["Open", "Sent"], at: ({ at }) => at, fires: "Close" })
]

const Shop = process("Shop", { steps, final: ["Closed"] })
const occasion = {
  case: Case.CaseId.make("one"),
  by: Actor.person(Actor.PersonId.make("Ann")),
  at: DateTime.makeUnsafe("2026-11-23T01:00:00Z"),
  handbook: Case.HandbookVersion.make("edition 1"),
  settings: { most: 3 },
  entitled: () => true
}

/** Taking a step. */
export const attempts = [
  Process.accept(Shop, undefined, { ...occasion, step: "Begin", input: { text: "bread" } }),
  // @ts-expect-error: the shop has no such step
  Process.accept(Shop, undefined, { ...occasion, step: "Vanish", input: { text: "bread" } }),
  // @ts-expect-error: a text is not a number
  Process.accept(Shop, undefined, { ...occasion, step: "Begin", input: { text: 1 } }),
  // @ts-expect-error: nothing begins without a text
  Process.accept(Shop, undefined, { ...occasion, step: "Begin", input: {} }),
  // @ts-expect-error: the handbook has to say how many at most
  Process.accept(Shop, undefined, { ...occasion, settings: {}, step: "Begin", input: { text: "bread" } }),
  // @ts-expect-error: somebody has to be the one who takes it
  Process.accept(Shop, undefined, { ...occasion, by: "Ann", step: "Begin", input: { text: "bread" } })
]

type P = typeof PostProcess
type RefusalOf<S extends Process.StepOf<P>> = Process.RefusalOf<P, S>

/** Refusals are typed for each step. */
export const refusals = [
  holds<Equal<RefusalOf<"Approve">, Refusal.Refusal | Post.NotAnApprover | Post.AlreadyApproved>>(),
  holds<Equal<RefusalOf<"Submit">, Refusal.Refusal | Post.NotPublishable | Post.TooFewApprovers>>(),
  holds<Equal<RefusalOf<"Compose"> | RefusalOf<"Edit"> | RefusalOf<"Schedule">, Refusal.Refusal | Post.SlotIsPast>>(),
  holds<Equal<RefusalOf<"Confirm">, Refusal.Refusal | Post.NotThisText>>(),
  holds<
    Equal<
      RefusalOf<
        Exclude<Process.StepOf<P>, "Approve" | "Submit" | "Compose" | "Edit" | "Schedule" | "GiveUp" | "Confirm">
      >,
      Refusal.Refusal
    >
  >(),
  // @ts-expect-error: an approval is never refused for the text
  holds<Equal<RefusalOf<"Approve">, Refusal.Refusal | Post.NotPublishable>>()
]

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
declare function holds<_ extends true>(): void
