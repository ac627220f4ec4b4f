/**
 * A step that has been given another name and another fact since: what was written before is read as if it had been written today.
 *
 * @module
 */
import { Former, Process } from "@dualops/core/process"
import { Schema } from "effect"

const { start, process, step } = Process.define("Keys", {
  title: { zh: "钥匙", en: "keys" },
  states: {
    Lent: { title: { zh: "已借出", en: "lent" }, to: Schema.String, days: Schema.Int },
    Back: { title: { zh: "已归还", en: "back" }, to: Schema.String }
  }
})

// #region formerly
export const Keys = process({
  about: ({ to }) => ({ zh: `借给 ${to} 的钥匙`, en: `the keys that ${to} has` }),
  steps: {
    Lend: start({
      title: { zh: "借出", en: "lend" },
      to: ["Lent"],
      by: "team.lend",
      input: { to: Schema.String, days: Schema.Int }
    }),
    TakeBack: step({ title: { zh: "收回", en: "take back" }, from: ["Lent"], to: ["Back"], by: "team.lend" })
  },
  final: ["Back"],
  formerly: {
    // Until the spring it was called Give, and was for a day.
    Give: [Former.was({ to: Schema.String }, ({ to }) => ({ step: "Lend", facts: { to, days: 1 } }))]
  }
})
// #endregion

/** An event as a store has it since the spring before. */
const stored = {
  case: "shop",
  version: 1,
  step: "Give",
  facts: { to: "qin" },
  by: { _tag: "Person", person: "lin" },
  at: "2026-03-02T01:00:00.000Z",
  handbook: "1"
}
export const read = Schema.decodeUnknownSync(Keys.event)(stored)
