/** A shop of a few words, from which the type tests break one thing at a time. */
import { Action, Moment, Process } from "@dualops/core"
import { Result, Schema } from "effect"

export const { deadline, opening, process, staying, step } = Process.words({
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

export const Begin = opening({
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
export const steps = { Begin, Send, Close, Arrive, Return, Weigh, Announce }

// The same states, and another handbook.
export const strict = Process.words({
  settings: { least: Schema.Int },
  states: { Open: { text: Schema.String }, Sent: { text: Schema.String, at: Moment.Moment }, Closed: {} }
})
export const Ration = opening({
  to: ["Open"],
  by: "shop.begin",
  input: { text: Schema.String },
  decide: (input, { settings: { most } }) => Result.succeed({ text: input.text.slice(0, most) }),
  evolve: ({ facts }) => ({ _tag: "Open", ...facts })
})

export const twins = Process.words({
  settings: { least: Schema.Int },
  states: { Left: { text: Schema.String }, Right: { text: Schema.String } }
})
export const mutable = Process.words({ states: { Full: { goods: Schema.mutable(Schema.Array(Schema.String)) } } })
export const Turn = twins.step({
  from: ["Left"],
  to: ["Right"],
  by: "clock",
  evolve: ({ text }) => ({ _tag: "Right", text })
})
