import { Moment } from "@dualops/core/calendar"
import { Bilingual } from "@dualops/core/finding"
import { Action, Actor, Allowance, Case, Process } from "@dualops/core/process"
import { DateTime, Result, Schema } from "effect"

/** Somebody writes an errand down, somebody else checks it, and it is carried out by a courier. */
export const errand = Process.define("Errand", {
  title: Bilingual.same("Errand"),
  settings: { patience: Allowance.Allowance, most: Schema.Int },
  states: {
    Written: { title: Bilingual.same("Written"), text: Schema.String, until: Schema.optionalKey(Moment.Moment) },
    Checked: { title: Bilingual.same("Checked"), text: Schema.String },
    Sent: { title: Bilingual.same("Sent"), text: Schema.String },
    Done: { title: Bilingual.same("Done"), text: Schema.String, receipt: Schema.String },
    Dropped: { title: Bilingual.same("Dropped"), text: Schema.String }
  },
  actions: {
    courier: Action.kind({
      name: "Courier",
      request: { text: Schema.String },
      done: { receipt: Schema.String },
      repeatable: false
    }),
    note: Action.kind({ name: "Note", request: { text: Schema.String }, done: {}, repeatable: true })
  }
})

const { deadline, start, process, stay, step } = errand

/** There are too many letters. */
export class TooLong extends Schema.TaggedError<TooLong>()("Errand.TooLong", { letters: Schema.Int }) {}

/** Errands are not written at night, and are checked in the morning. */
export class TooLate extends Schema.TaggedError<TooLate>()("Errand.TooLate", { at: Moment.Moment }) {}

export const Errand = process({
  about: () => Bilingual.same("Errand"),
  steps: {
    Write: start({
      title: Bilingual.same("Write"),
      to: ["Written"],
      by: "errand.write",
      input: { text: Schema.String, until: Schema.optionalKey(Moment.Moment) },
      unless: ({ at }) => (DateTime.getPartUtc(at, "hour") >= 22 ? new TooLate({ at }) : undefined),
      decide: (input, { settings }) =>
        input.text.length > settings.most
          ? Result.fail(new TooLong({ letters: input.text.length }))
          : Result.succeed(input),
      evolve: ({ facts }) => ({ _tag: "Written", ...facts }),
      performs: { note: ({ text }) => (text === "" ? undefined : { text }) }
    }),
    Check: step({
      title: Bilingual.same("Check"),
      from: ["Written"],
      to: ["Checked"],
      by: "errand.check",
      unless: (_, { at }) => (DateTime.getPartUtc(at, "hour") >= 12 ? new TooLate({ at }) : undefined),
      evolve: ({ text }) => ({ _tag: "Checked", text })
    }),
    Correct: step({
      title: Bilingual.same("Correct"),
      from: ["Written", "Checked"],
      to: ["Written"],
      by: "errand.write",
      input: { text: Schema.String },
      evolve: (_, { facts }) => ({ _tag: "Written", ...facts })
    }),
    Send: step({
      title: Bilingual.same("Send"),
      from: ["Checked"],
      to: ["Sent"],
      by: "clock",
      evolve: ({ text }) => ({ _tag: "Sent", text }),
      performs: { courier: ({ text }) => ({ text }), note: ({ text }) => ({ text }) }
    }),
    Arrive: step({
      title: Bilingual.same("Arrive"),
      from: ["Sent"],
      to: ["Done"],
      by: "world",
      input: { receipt: Schema.String },
      evolve: ({ text }, { facts }) => ({ _tag: "Done", text, ...facts })
    }),
    Return: step({
      title: Bilingual.same("Return"),
      from: ["Sent"],
      to: ["Dropped"],
      by: "world",
      input: { detail: Schema.String },
      evolve: ({ text }) => ({ _tag: "Dropped", text })
    }),
    Remind: stay({
      title: Bilingual.same("Remind"),
      from: ["Written", "Sent"],
      by: "clock",
      performs: { note: ({ text }) => ({ text }) }
    }),
    Drop: step({
      title: Bilingual.same("Drop"),
      from: ["Written", "Checked"],
      to: ["Dropped"],
      by: "clock",
      evolve: ({ text }) => ({ _tag: "Dropped", text })
    })
  },
  final: ["Done", "Dropped"],
  deadlines: {
    check: deadline({
      title: Bilingual.same("check"),
      while: ["Written"],
      within: ({ patience }) => patience,
      fires: "Remind"
    }),
    until: deadline({ title: Bilingual.same("until"), while: ["Written"], at: ({ until }) => until, fires: "Drop" }),
    going: deadline({
      title: Bilingual.same("going"),
      while: ["Written", "Checked"],
      within: () => Allowance.always("3 days"),
      fires: "Drop"
    }),
    sending: deadline({
      title: Bilingual.same("sending"),
      while: ["Checked"],
      within: () => Allowance.always("1 hour"),
      fires: "Send"
    }),
    arrival: deadline({
      title: Bilingual.same("arrival"),
      while: ["Sent"],
      within: () => Allowance.always("2 days"),
      warnAt: 0.5,
      fires: "Remind"
    })
  },
  outcomes: { courier: { done: "Arrive", refused: "Return", unknown: "Return" } },
  separate: [["Write", "Check"]]
})

export const [ann, ben, cleo] = [Actor.PersonId.make("Ann"), Actor.PersonId.make("Ben"), Actor.PersonId.make("Cleo")]

export const monday = (time: string) => DateTime.makeUnsafe(`2026-11-23T${time}Z`)
export const tuesday = (time: string) => DateTime.makeUnsafe(`2026-11-24T${time}Z`)

/** Ann writes, Ben writes and checks, Cleo stands in for Ben and has no rights of her own. */
export const entitled: Process.Entitled = ({ onBehalfOf, person }, permission) =>
  (permission === "errand.write" && (person === ann || person === ben)) ||
  (permission === "errand.check" && (person === ben || (person === cleo && onBehalfOf === ben)))

export const rulebook = {
  handbook: Case.HandbookVersion.make("edition 1"),
  settings: { patience: Allowance.of("4 hours", "office"), most: 20 },
  entitled
}
