import { Actor, Allowance, Bilingual, Case, Process } from "@dualops/core"
import { AtMostOnce } from "@dualops/core/process"
import { ProcessSpec, type Traces } from "@dualops/core/testing"
import { DateTime, Duration, Schema } from "effect"

export const to = { to: Schema.String }
export const done = { parcel: Schema.String }
export const titles = {
  sent: { zh: "寄送中", en: "on its way" },
  done: { zh: "已寄出", en: "sent" },
  failed: { zh: "未寄出", en: "not sent" }
}
export const kinds = { send: "Ship", look: "Track" }

export const shipping = AtMostOnce.delivery({
  kinds,
  request: to,
  done,
  keeps: { ...to, why: Schema.optionalKey(Schema.String) },
  asks: ({ to }) => ({ to }),
  by: "parcel.send",
  uniqueKey: ({ parcel }) => `parcel ${parcel}`,
  titles
})

/** The builders of the process, with its words. */
export const parcel = Process.define("Parcel", {
  title: Bilingual.same("Parcel"),
  settings: { ...AtMostOnce.policy, attention: Allowance.Allowance },
  states: { ...shipping.states, WrittenOff: { title: Bilingual.same("WrittenOff"), ...to } },
  actions: shipping.actions
})
const { deadline, process, start, stay, step } = parcel

/** A parcel: sent once, looked for while nobody knows, sent again or written off. */
export const Parcel = process({
  about: ({ to }) => Bilingual.same(to),
  steps: {
    Send: start({
      title: Bilingual.same("send"),
      to: ["Sending"],
      by: "parcel.send",
      input: to,
      evolve: ({ at, facts }) => ({ _tag: "Sending", ...facts, since: at }),
      performs: shipping.sends
    }),
    ...shipping.steps,
    SendAgain: step({
      title: Bilingual.same("send again"),
      from: ["Failed"],
      to: ["Sending"],
      by: "parcel.send",
      evolve: ({ code: _, detail: _detail, ...state }, { at }) => ({ ...state, _tag: "Sending", since: at }),
      performs: shipping.sends
    }),
    WriteOff: step({ title: Bilingual.same("write off"), from: ["Failed"], to: ["WrittenOff"], by: "parcel.send" }),
    Remind: stay({ title: Bilingual.same("remind"), from: ["Unconfirmed", "Failed"], by: "clock" })
  },
  final: ["Done", "WrittenOff"],
  deadlines: {
    ...shipping.deadlines,
    attention: deadline({
      title: Bilingual.same("attention"),
      while: ["Unconfirmed", "Failed"],
      within: ({ attention }) => attention,
      fires: "Remind"
    })
  },
  outcomes: shipping.outcomes
})

export const settings: typeof parcel.Settings.Type = {
  patience: Duration.minutes(5),
  looks: { every: Duration.minutes(2), times: 3 },
  attention: Allowance.always("2 hours")
}

export const cast: Traces.Cast<typeof Parcel> = {
  people: ["ann", "ben"].map((id) => Actor.PersonId.make(id)),
  settings: [settings, { ...settings, looks: { every: Duration.minutes(2), times: 1 } }]
}

export const at = (time: string) => DateTime.makeUnsafe(`2026-11-23T${time}:00+08:00`)

export const given = (...deeds: ReadonlyArray<ProcessSpec.Deed<typeof Parcel>>) =>
  ProcessSpec.given(
    Parcel,
    { handbook: Case.HandbookVersion.make("edition 1"), settings, entitled: () => true },
    ...deeds
  )
