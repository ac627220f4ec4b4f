import { Bilingual } from "@dualops/core/finding"
import { Allowance, Process } from "@dualops/core/process"
import { Schema } from "effect"
import { run } from "./errand.ts"

const { deadline, start, process, step } = Process.define("Parcel", {
  title: Bilingual.same("Parcel"),
  states: {
    Waiting: { title: Bilingual.same("Waiting"), text: Schema.String },
    Asked: { title: Bilingual.same("Asked"), text: Schema.String },
    Over: { title: Bilingual.same("Over"), detail: Schema.String }
  },
  actions: { run }
})
const over = { from: ["Asked"], to: ["Over"], by: "world" } as const

/** A parcel is noted, sent by the clock a minute later, and is over when it has arrived, or when nothing was heard of it for an hour. */
export const Parcel = process({
  about: ({ _tag }) => Bilingual.same(_tag),
  steps: {
    Note: start({
      title: Bilingual.same("Note"),
      to: ["Waiting"],
      by: "parcel.note",
      input: { text: Schema.String },
      evolve: ({ facts: { text } }) => ({ _tag: "Waiting", text })
    }),
    Send: step({
      title: Bilingual.same("Send"),
      from: ["Waiting"],
      to: ["Asked"],
      by: "clock",
      evolve: ({ text }) => ({ _tag: "Asked", text }),
      performs: { run: ({ text }) => ({ text }) }
    }),
    Arrive: step({
      title: Bilingual.same("Arrive"),
      ...over,
      input: { text: Schema.String },
      evolve: (_, { facts }) => ({ _tag: "Over", detail: facts.text })
    }),
    Refuse: step({
      title: Bilingual.same("Refuse"),
      ...over,
      input: { code: Schema.String, detail: Schema.String },
      evolve: (_, { facts }) => ({ _tag: "Over", detail: facts.detail })
    }),
    Lose: step({
      title: Bilingual.same("Lose"),
      ...over,
      input: { detail: Schema.String },
      evolve: (_, { facts }) => ({ _tag: "Over", detail: facts.detail })
    }),
    GiveUp: step({
      title: Bilingual.same("GiveUp"),
      from: ["Asked"],
      to: ["Over"],
      by: "clock",
      evolve: () => ({ _tag: "Over", detail: "given up" })
    })
  },
  final: ["Over"],
  deadlines: {
    sending: deadline({
      title: Bilingual.same("sending"),
      while: ["Waiting"],
      within: () => Allowance.always("1 minute"),
      fires: "Send"
    }),
    arrival: deadline({
      title: Bilingual.same("arrival"),
      while: ["Asked"],
      within: () => Allowance.always("1 hour"),
      fires: "GiveUp"
    })
  },
  outcomes: { run: { done: "Arrive", refused: "Refuse", unknown: "Lose" } }
})
