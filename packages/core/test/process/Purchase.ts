/** A purchase that orders parcels, and hears of each that it is on its way, and what has become of it. */
import { Bilingual } from "@dualops/core/finding"
import { Actor, Allowance, Case, CaseOrder, Process } from "@dualops/core/process"
import type { Traces } from "@dualops/core/testing"
import { Result, Schema } from "effect"
import { Nowhere, title } from "./Giveaway.ts"

const parcel = Process.define("Sending", {
  title: { zh: "包裹", en: "parcel" },
  states: {
    Packing: { title, to: Schema.String },
    OnItsWay: { title: { zh: "在途", en: "on its way" }, to: Schema.String, van: Schema.String },
    Returning: { title, to: Schema.String },
    Arrived: { title, to: Schema.String },
    Lost: { title, to: Schema.String }
  }
})

/** A parcel that goes its way, and may come back to it. */
export const Sending = parcel.process({
  about: ({ to }) => Bilingual.same(to),
  steps: {
    Pack: parcel.start({
      title,
      to: ["Packing"],
      by: "parcel.pack",
      input: { to: Schema.String },
      decide: (input) => (input.to === "nowhere" ? Result.fail(new Nowhere()) : Result.succeed(input))
    }),
    Send: parcel.step({
      title,
      from: ["Packing", "Returning"],
      to: ["OnItsWay"],
      by: "parcel.send",
      input: { van: Schema.String }
    }),
    Return: parcel.step({ title, from: ["OnItsWay"], to: ["Returning"], by: "parcel.send" }),
    Arrive: parcel.step({ title, from: ["OnItsWay"], to: ["Arrived"], by: "parcel.send" }),
    Lose: parcel.step({ title, from: ["Packing", "OnItsWay", "Returning"], to: ["Lost"], by: "parcel.send" }),
    Remind: parcel.stay({ title, from: ["Packing", "OnItsWay", "Returning"], by: "clock" })
  },
  final: ["Arrived", "Lost"],
  deadlines: {
    attention: parcel.deadline({
      title,
      while: ["Packing", "OnItsWay", "Returning"],
      within: () => Allowance.always("1 day"),
      warnAt: 1,
      fires: "Remind"
    })
  }
})

const lines = {
  lines: Schema.Array(Schema.Struct({ to: Schema.String, parcel: Case.CaseId, heard: Schema.Array(Schema.String) }))
}

/** The builders of the process, with its words. */
export const purchase = Process.define("Purchase", {
  title: { zh: "订购", en: "purchase" },
  states: { Open: { title, ...lines }, Settled: { title, ...lines } },
  actions: { parcel: Process.order(Sending, "Pack") }
})
const { childOf, deadline, process, start, stay, step } = purchase
type State = typeof purchase.State.Type

/** Writes down what was heard of a parcel, and of no other. */
const heard = <S extends State>(state: S, id: Case.CaseId, what: string): S => ({
  ...state,
  lines: state.lines.map((one) => (one.parcel === id ? { ...one, heard: [...one.heard, what] } : one))
})
const to = Schema.NonEmptyArray(Schema.String)

export const steps = {
  Buy: start({
    title,
    to: ["Open"],
    by: "parcel.pack",
    input: { to },
    evolve: (event) => ({
      _tag: "Open",
      lines: event.facts.to.map((to, index) => ({ to, parcel: childOf(event, "parcel", index), heard: [] }))
    }),
    performs: { parcel: (_, { by, facts }) => facts.to.map((to) => ({ input: { to }, by })) }
  }),
  Add: stay({
    title,
    from: ["Open"],
    by: "parcel.pack",
    input: { to: Schema.String },
    evolve: (state, event) => ({
      ...state,
      lines: [...state.lines, { to: event.facts.to, parcel: childOf(event, "parcel"), heard: [] }]
    }),
    performs: { parcel: (_, { by, facts }) => ({ input: facts, by }) }
  }),
  OnItsWay: stay({
    title: { zh: "获知在途", en: "hear that it is on its way" },
    from: ["Open"],
    by: "child",
    input: { van: Schema.String },
    evolve: (state, { by, facts }) => heard(state, by.case, `in ${facts.van}`)
  }),
  Ended: stay({
    title,
    from: ["Open"],
    by: "child",
    evolve: (state, { by }) => heard(state, by.case, by.state)
  }),
  NotPacked: stay({
    title,
    from: ["Open"],
    by: "world",
    input: CaseOrder.refused,
    evolve: (state, { facts }) => heard(state, facts.case, facts.code)
  }),
  Settle: step({ title, from: ["Open"], to: ["Settled"], by: "parcel.pack" }),
  Remind: stay({ title, from: ["Open"], by: "clock" })
}

/** All but what it hears of its children. */
export const rest = {
  about: () => Bilingual.same("purchase"),
  steps,
  final: ["Settled"],
  deadlines: {
    attention: deadline({
      title,
      while: ["Open"],
      within: () => Allowance.always("9 days"),
      warnAt: 1,
      fires: "Remind"
    })
  },
  outcomes: { parcel: { refused: "NotPacked" } }
} as const

/** The purchase. */
export const Purchase = process({
  ...rest,
  children: {
    parcel: { ends: { Arrived: "Ended", Lost: "Ended" }, passes: { OnItsWay: "OnItsWay" }, whenOver: "goOn" }
  }
})

export const cast: Traces.Cast<typeof Purchase> = {
  people: ["ann", "ben"].map((id) => Actor.PersonId.make(id)),
  settings: [{}]
}
