// What the compiler refuses of a delivery. Nothing here runs: an error that no longer comes is itself one.
import { Allowance, Bilingual, Process } from "@dualops/core"
import { AtMostOnce } from "@dualops/core/process"
import { Schema } from "effect"
import { done, kinds, type Parcel, parcel, shipping, titles, to } from "./Parcel.ts"

const title = Bilingual.same("a title")
const whole = { kinds, request: to, done, keeps: to, by: "parcel.send", titles } as const
const asks = ({ to }: { readonly to: string }) => ({ to })

/** What is declared. */
export const declared = [
  AtMostOnce.delivery({ ...whole, asks }),
  // @ts-expect-error: what is asked has a "to"
  AtMostOnce.delivery({ ...whole, asks: () => ({}) }),
  // @ts-expect-error: its case knows no weight
  AtMostOnce.delivery({ ...whole, asks: ({ weight }) => ({ to: weight }) }),
  // @ts-expect-error: what is told has no number
  AtMostOnce.delivery({ ...whole, asks, uniqueKey: ({ number }) => number }),
  // @ts-expect-error: nobody says whether it was done
  AtMostOnce.delivery({ kinds, request: to, done, keeps: to, asks, titles }),
  // @ts-expect-error: the world is no person
  AtMostOnce.delivery({ ...whole, asks, by: "world" }),
  // @ts-expect-error: people call it nothing when it has failed
  AtMostOnce.delivery({ ...whole, asks, titles: { sent: titles.sent, done: titles.done } }),
  // @ts-expect-error: people call it nothing while it waits to be sent
  AtMostOnce.delivery({ ...whole, asks, names: { waiting: "Packed" } }),
  // @ts-expect-error: a delivery has no such part
  AtMostOnce.delivery({ ...whole, asks, names: { sends: "post" } }),
  // @ts-expect-error: without a look nobody could tell
  AtMostOnce.delivery({ ...whole, asks, kinds: { send: "Ship" } })
]

/** Its steps are the process's own, under the names that it gives them. */
export const steps = [
  holds<Equal<Process.StepOf<typeof Parcel> & ("Confirm" | "GiveUp" | "Vanish"), "Confirm" | "GiveUp">>(),
  holds<Equal<Process.InputOf<typeof Parcel, "Find">, { readonly parcel: string }>>(),
  holds<Equal<Process.EventOf<typeof Parcel, "Refuse">["facts"], { readonly code: string; readonly detail: string }>>(),
  holds<Equal<keyof typeof sending.steps & ("SeeGone" | "Confirm"), "SeeGone">>()
]

const sending = AtMostOnce.delivery({ ...whole, asks, names: { sent: "Gone", Confirm: "SeeGone", send: "post" } })

const about = () => title
/** A process takes all of it, or none. */
export const processes = [
  Process.define("Other", {
    title,
    settings: AtMostOnce.policy,
    states: { Open: { title, ...to } },
    actions: shipping.actions
  }).process({
    about,
    // @ts-expect-error: a case of this process is never Sending
    steps: shipping.steps,
    final: ["Open"]
  }),
  Process.define("Other", { title, states: shipping.states, actions: shipping.actions }).process({
    about,
    // @ts-expect-error: the handbook says nothing of how often it is looked for
    steps: shipping.steps,
    final: ["Done"]
  }),
  parcel.process({ about, steps: shipping.steps, final: ["Done"], outcomes: shipping.outcomes }),
  Process.define("Other", { title, settings: AtMostOnce.policy, states: shipping.states }).process({
    about,
    steps: shipping.steps,
    final: ["Done"],
    // @ts-expect-error: this process knows neither action
    outcomes: shipping.outcomes
  }),
  // @ts-expect-error: nobody takes the outcomes in
  parcel.process({ about, steps: {}, final: ["Done"], outcomes: shipping.outcomes }),
  parcel.process({
    about,
    steps: {},
    final: ["Done"],
    // @ts-expect-error: the deadlines fire steps that are not there
    deadlines: shipping.deadlines
  })
]

/** Steps of the process's own lead to it. */
export const own = [
  parcel.start({
    title,
    to: ["Sending"],
    by: "parcel.send",
    input: to,
    // @ts-expect-error: since when it is on its way has to be said
    evolve: ({ facts }) => ({ _tag: "Sending", ...facts }),
    performs: shipping.sends
  }),
  parcel.step({
    title,
    from: ["Failed"],
    to: ["Sending"],
    by: "parcel.send",
    evolve: (state, { at }) => ({ _tag: "Sending", to: state.to, since: at }),
    // @ts-expect-error: this process knows no action of that name
    performs: sending.sends
  }),
  parcel.deadline({ title, while: ["Unconfirmed"], within: () => Allowance.always("1 day"), fires: "Remind" }),
  // @ts-expect-error: the delivery of this process has no such state
  parcel.deadline({ title, while: ["Gone"], within: () => Allowance.always("1 day"), fires: "Remind" })
]

export const kept = { ...to, weight: Schema.Int }

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
declare function holds<_ extends true>(): void
