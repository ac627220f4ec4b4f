/** A giveaway that begins a parcel for each winner, hears of each, and calls off those that are left. */
import { Bilingual } from "@dualops/core/finding"
import { Action, Actor, Allowance, Process } from "@dualops/core/process"
import type { Traces } from "@dualops/core/testing"
import { Result, Schema } from "effect"

export const title = Bilingual.same("title")

const gift = Process.define("Gift", {
  title: { zh: "礼品", en: "gift" },
  states: {
    Packing: { title, to: Schema.String },
    Sent: { title, to: Schema.String, parcel: Schema.String },
    Withdrawn: { title, to: Schema.String }
  }
})

export class Nowhere extends Schema.TaggedError<Nowhere>()("Gift.Nowhere", {}) {}

/** A parcel for a winner. */
export const Gift = gift.process({
  about: ({ to }) => Bilingual.same(to),
  steps: {
    Pack: gift.start({
      title,
      to: ["Packing"],
      by: "gift.draw",
      input: { to: Schema.String },
      decide: (input) => (input.to === "nowhere" ? Result.fail(new Nowhere()) : Result.succeed(input))
    }),
    Send: gift.step({ title, from: ["Packing"], to: ["Sent"], by: "gift.send", input: { parcel: Schema.String } }),
    Withdraw: gift.step({ title, from: ["Packing"], to: ["Withdrawn"], by: "gift.draw" }),
    Remind: gift.stay({ title, from: ["Packing"], by: "clock" })
  },
  final: ["Sent", "Withdrawn"],
  deadlines: {
    attention: gift.deadline({
      title,
      while: ["Packing"],
      within: () => Allowance.always("1 day"),
      warnAt: 1,
      fires: "Remind"
    })
  }
})

/** How many are out is a number, however many they are. */
const count = { out: Schema.Int, sent: Schema.Int, lost: Schema.Int }

/** The builders of the process, with its words. */
export const giveaway = Process.define("Giveaway", {
  title: { zh: "抽奖", en: "giveaway" },
  states: {
    Running: { title: { zh: "进行中", en: "running" }, ...count },
    Done: { title: { zh: "已完成", en: "done" }, ...count },
    CalledOff: { title: { zh: "已取消", en: "called off" }, ...count }
  },
  actions: { gift: Process.order(Gift, "Pack") }
})
const { deadline, process, start, stay, step } = giveaway

const heard = (state: typeof giveaway.State.Type, more: "sent" | "lost") => {
  const out = state.out - 1
  return { ...state, _tag: out === 0 ? ("Done" as const) : ("Running" as const), out, [more]: state[more] + 1 }
}

export const steps = {
  Draw: start({
    title,
    to: ["Running"],
    by: "gift.draw",
    input: { winners: Schema.NonEmptyArray(Schema.String) },
    evolve: ({ facts }) => ({ _tag: "Running", out: facts.winners.length, sent: 0, lost: 0 }),
    performs: { gift: (_, { by, facts }) => facts.winners.map((to) => ({ input: { to }, by })) }
  }),
  GiftSent: step({
    title: { zh: "礼品寄出", en: "hear that it was sent" },
    from: ["Running"],
    to: ["Running", "Done"],
    by: "child",
    input: { parcel: Schema.String },
    evolve: (state) => heard(state, "sent")
  }),
  GiftLost: step({
    title,
    from: ["Running"],
    to: ["Running", "Done"],
    by: "child",
    evolve: (state) => heard(state, "lost")
  }),
  NotPacked: step({
    title,
    from: ["Running"],
    to: ["Running", "Done"],
    by: "world",
    input: Action.refused,
    evolve: (state) => heard(state, "lost")
  }),
  CallOff: step({ title, from: ["Running"], to: ["CalledOff"], by: "gift.draw" }),
  Remind: stay({ title, from: ["Running"], by: "clock" })
}

/** All but what it hears of its children. */
export const rest = {
  about: () => Bilingual.same("giveaway"),
  steps,
  final: ["Done", "CalledOff"],
  deadlines: {
    attention: deadline({
      title,
      while: ["Running"],
      within: () => Allowance.always("2 days"),
      warnAt: 1,
      fires: "Remind"
    })
  },
  outcomes: { gift: { refused: "NotPacked" } }
} as const

/** The giveaway. */
export const Giveaway = process({
  ...rest,
  children: { gift: { ends: { Sent: "GiftSent", Withdrawn: "GiftLost" }, whenOver: { stop: "Withdraw" } } },
  invariants: { "nobody counts below zero": ({ lost, out, sent }) => Math.min(out, sent, lost) >= 0 }
})

const season = Process.define("Season", {
  title,
  states: { Open: { title }, Late: { title }, Over: { title } },
  actions: { giveaway: Process.order(Giveaway, "Draw") }
})
const winners = Schema.NonEmptyArray(Schema.String)

/** A giveaway of its own, and what becomes of it is told to nobody. */
export const Season = season.process({
  about: () => title,
  steps: {
    Begin: season.start({
      title,
      to: ["Open"],
      by: "gift.draw",
      input: { winners },
      evolve: () => ({ _tag: "Open" }),
      performs: { giveaway: (_, { by, facts }) => ({ input: facts, by }) }
    }),
    Linger: season.step({ title, from: ["Open"], to: ["Late"], by: "gift.draw" }),
    NotBegun: season.stay({ title, from: ["Open", "Late"], by: "world", input: Action.refused }),
    End: season.step({ title, from: ["Open", "Late"], to: ["Over"], by: "gift.draw" }),
    Remind: season.stay({ title, from: ["Open", "Late"], by: "clock" })
  },
  final: ["Over"],
  deadlines: {
    attention: season.deadline({
      title,
      while: ["Open", "Late"],
      within: () => Allowance.always("9 days"),
      warnAt: 1,
      fires: "Remind"
    })
  },
  outcomes: { giveaway: { refused: "NotBegun" } },
  children: { giveaway: { ends: { Done: null, CalledOff: null }, whenOver: { stop: "CallOff" } } }
})

export const cast: Traces.Cast<typeof Giveaway> = {
  people: ["ann", "ben"].map((id) => Actor.PersonId.make(id)),
  settings: [{}]
}
