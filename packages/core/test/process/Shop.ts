/** A shop of a few words, from which the type tests break one thing at a time. */
import { Moment } from "@dualops/core/calendar"
import { Bilingual } from "@dualops/core/finding"
import { Action, Process } from "@dualops/core/process"
import { Result, Schema } from "effect"

/** What the type tests call everything by, where the name does not matter. */
export const title = Bilingual.same("any")
export const about = () => title

export const { deadline, start, process, stay, step } = Process.define("Shop", {
  title: Bilingual.same("Shop"),
  settings: { most: Schema.Int },
  states: {
    Open: { title: Bilingual.same("Open"), text: Schema.String },
    Sent: { title: Bilingual.same("Sent"), text: Schema.String, at: Moment.Moment },
    Closed: { title: Bilingual.same("Closed") }
  },
  actions: {
    send: Action.kind({
      name: "Send",
      request: { text: Schema.String },
      done: { receipt: Schema.String },
      repeatable: false
    })
  }
})

export const Begin = start({
  title: Bilingual.same("Begin"),
  to: ["Open"],
  by: "shop.begin",
  input: { text: Schema.String },
  evolve: ({ facts }) => ({ _tag: "Open", ...facts })
})
const Send = step({
  title: Bilingual.same("Send"),
  from: ["Open"],
  to: ["Sent"],
  by: "shop.send",
  evolve: (open, { at }) => ({ ...open, _tag: "Sent", at })
})
const Close = step({
  title: Bilingual.same("Close"),
  from: ["Open", "Sent"],
  to: ["Closed"],
  by: "clock",
  evolve: () => ({ _tag: "Closed" })
})
const Arrive = step({
  title: Bilingual.same("Arrive"),
  from: ["Sent"],
  to: ["Closed"],
  by: "world",
  input: { receipt: Schema.String },
  evolve: () => ({ _tag: "Closed" })
})
const Return = step({
  title: Bilingual.same("Return"),
  from: ["Sent"],
  to: ["Closed"],
  by: "world",
  evolve: () => ({ _tag: "Closed" })
})
const Weigh = step({
  title: Bilingual.same("Weigh"),
  from: ["Sent"],
  to: ["Closed"],
  by: "world",
  input: { grams: Schema.Int },
  evolve: () => ({ _tag: "Closed" })
})
const Announce = step({
  title: Bilingual.same("Announce"),
  from: ["Open"],
  to: ["Closed"],
  by: "clock",
  input: { text: Schema.String },
  evolve: () => ({ _tag: "Closed" })
})
export const steps = { Begin, Send, Close, Arrive, Return, Weigh, Announce }

// The same states, and another handbook.
export const strict = Process.define("Shop", {
  title: Bilingual.same("Shop"),
  settings: { least: Schema.Int },
  states: {
    Open: { title: Bilingual.same("Open"), text: Schema.String },
    Sent: { title: Bilingual.same("Sent"), text: Schema.String, at: Moment.Moment },
    Closed: { title: Bilingual.same("Closed") }
  }
})
export const Ration = start({
  title: Bilingual.same("Ration"),
  to: ["Open"],
  by: "shop.begin",
  input: { text: Schema.String },
  decide: (input, { settings: { most } }) => Result.succeed({ text: input.text.slice(0, most) }),
  evolve: ({ facts }) => ({ _tag: "Open", ...facts })
})

export const twins = Process.define("Shop", {
  title: Bilingual.same("Shop"),
  settings: { least: Schema.Int },
  states: {
    Left: { title: Bilingual.same("Left"), text: Schema.String },
    Right: { title: Bilingual.same("Right"), text: Schema.String }
  }
})
export const mutable = Process.define("Shop", {
  title: Bilingual.same("Shop"),
  states: { Full: { title: Bilingual.same("Full"), goods: Schema.mutable(Schema.Array(Schema.String)) } }
})
export const Turn = twins.step({
  title: Bilingual.same("Turn"),
  from: ["Left"],
  to: ["Right"],
  by: "clock",
  evolve: ({ text }) => ({ _tag: "Right", text })
})
