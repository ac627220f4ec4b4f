// What the compiler refuses. Nothing here runs: the file is compiled with the others, and an error that no longer comes is itself one.
import { Actor, Allowance, Case, Process } from "@dualops/core"
import { DateTime, Result, Schema } from "effect"
import { about, Begin, deadline, process, Ration, step, steps, strict, Turn, title, twins } from "./Shop.ts"

/** What becomes the case's own. */
export const belonging = step({
  title,
  from: ["Sent"],
  to: ["Closed"],
  by: "world",
  input: { receipt: Schema.String },
  evolve: () => ({ _tag: "Closed" }),
  // @ts-expect-error: it is named by what the step leaves behind, which has no number
  uniqueKey: ({ number }) => number
})

/** Whose a step is. */
export const actors = [
  // @ts-expect-error: a permission names a chapter and a verb
  step({ title, from: ["Open"], to: ["Closed"], by: "everybody", evolve: () => ({ _tag: "Closed" }) }),
  step({
    title,
    from: ["Open"],
    to: ["Open"],
    by: "clock",
    // @ts-expect-error: the clock is no person
    evolve: (_, { by }) => ({ _tag: "Open", text: by.person })
  }),
  step({
    title,
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
    title,
    from: ["Open"],
    to: ["Closed"],
    by: "clock",
    evolve: () => ({ _tag: "Closed" }),
    // @ts-expect-error: what is sent has a text
    performs: { send: () => ({ grams: 1 }) }
  }),
  step({
    title,
    from: ["Open"],
    to: ["Closed"],
    by: "clock",
    evolve: () => ({ _tag: "Closed" }),
    // @ts-expect-error: this process knows no action of that name
    performs: { burn: () => ({}) }
  }),
  step({
    title,
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
  process({
    about,
    steps,
    final: ["Closed"],
    deadlines: {
      open: deadline({
        title,
        while: ["Open"],
        within: () => Allowance.always("1 day"),
        fires: "Close"
      })
    },
    outcomes: { send: { done: "Arrive", refused: "Return", unknown: "Return" } },
    separate: [["Begin", "Send"]],
    invariants: { "a text is not empty": (state) => state._tag === "Closed" || state.text !== "" }
  }),
  process({
    about,
    steps,
    final: ["Closed"],
    deadlines: {
      // @ts-expect-error: the deadline fires a step that is not there
      open: deadline({
        title,
        while: ["Open"],
        within: () => Allowance.always("1 day"),
        fires: "Vanish"
      })
    }
  }),
  // @ts-expect-error: a step that is not there cannot be kept apart
  process({ about, steps, final: ["Closed"], separate: [["Begin", "Vanish"]] }),
  process({
    about,
    steps,
    final: ["Closed"],
    // @ts-expect-error: a step that is not there takes no outcome in
    outcomes: { send: { done: "Vanish", refused: "Return", unknown: "Return" } }
  }),
  process({
    about,
    steps,
    final: ["Closed"],
    // @ts-expect-error: who is told of a receipt cannot be told the grams
    outcomes: { send: { done: "Weigh", refused: "Return", unknown: "Return" } }
  }),
  process({
    about,
    steps,
    final: ["Closed"],
    // @ts-expect-error: a refusal has no receipt
    outcomes: { send: { done: "Arrive", refused: "Arrive", unknown: "Return" } }
  }),
  process({
    about,
    steps,
    final: ["Closed"],
    // @ts-expect-error: it is the world that reports an outcome, and Send is somebody's step
    outcomes: { send: { done: "Arrive", refused: "Send", unknown: "Return" } }
  }),
  process({
    about,
    steps,
    final: ["Closed"],
    // @ts-expect-error: nor is it the clock
    outcomes: { send: { done: "Arrive", refused: "Close", unknown: "Return" } }
  }),
  process({
    about,
    steps,
    final: ["Closed"],
    deadlines: {
      // @ts-expect-error: a deadline fires a step of the clock, and Send is somebody's
      open: deadline({
        title,
        while: ["Open"],
        within: () => Allowance.always("1 day"),
        fires: "Send"
      })
    }
  }),
  process({
    about,
    steps,
    final: ["Closed"],
    deadlines: {
      // @ts-expect-error: the clock has no text to announce
      open: deadline({
        title,
        while: ["Open"],
        within: () => Allowance.always("1 day"),
        fires: "Announce"
      })
    }
  }),
  // @ts-expect-error: the clock is nobody who could be kept apart from somebody
  process({ about, steps, final: ["Closed"], separate: [["Begin", "Close"]] }),
  // @ts-expect-error: nor is the world
  process({ about, steps, final: ["Closed"], separate: [["Arrive", "Begin"]] }),
  // @ts-expect-error: a case of this process is never Left or Right
  process({ about, steps: { ...steps, Turn }, final: ["Closed"] }),
  process({
    about,
    steps,
    final: ["Closed"],
    deadlines: {
      // @ts-expect-error: so no deadline runs there
      turn: twins.deadline({
        title,
        while: ["Left"],
        within: () => Allowance.always("1 day"),
        fires: "Close"
      })
    }
  }),
  strict.process({
    about,
    // @ts-expect-error: the handbook of this process says nothing of a most
    steps: { Begin, Ration },
    final: ["Closed"]
  }),
  // @ts-expect-error: a case of this process is never Lost
  process({ about, steps, final: ["Closed"], invariants: { "nothing is lost": (state) => state._tag !== "Lost" } }),
  // @ts-expect-error: an outcome may be unknown, and some step has to take that in
  process({ about, steps, final: ["Closed"], outcomes: { send: { done: "Arrive", refused: "Return" } } }),
  process({
    about,
    steps,
    final: ["Closed"],
    // @ts-expect-error: this process knows no action of that name
    outcomes: { burn: { done: "Arrive", refused: "Return", unknown: "Return" } }
  }),
  // @ts-expect-error: a Closed case has no text
  process({ about, steps, final: ["Closed"], invariants: { "a text is not empty": (state) => state.text !== "" } }),
  // @ts-expect-error: a deadline runs out either after a time or at a moment, not both
  deadline({ title, while: ["Sent"], within: () => Allowance.always("1 day"), at: ({ at }) => at, fires: "Close" }),
  // @ts-expect-error: an Open case names no moment
  deadline({ title, while: ["Open", "Sent"], at: ({ at }) => at, fires: "Close" })
]

const Shop = process({ about, steps, final: ["Closed"] })
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
