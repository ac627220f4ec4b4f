/**
 * A process of one's own: the keys of the shop, lent and brought back. Everything else (machine, check, desk, diagram) is derived.
 *
 * @module
 */
import { readFileSync } from "node:fs"
import { MemoryEditionStore, MemoryStore } from "@dualops/adapter-memory"
import { Actor, Allowance, Case, ChineseHolidays, Diagram, Operations, Process, Soundness } from "@dualops/core"
import { HandbookFile } from "@dualops/core/files"
import { KeptEditions, Practice, Practices } from "@dualops/core/practices"
import { Effect, Layer, Result, Schema } from "effect"

const file = new URL("brand-day/handbook.yaml", import.meta.url)
const handbook = Result.getOrThrow(HandbookFile.read("handbook.yaml", readFileSync(file, "utf8")))

// #region words

const { deadline, start, process, stay, step } = Process.define("Keys", {
  title: { zh: "钥匙", en: "keys" },
  settings: { lendFor: Allowance.Allowance },
  states: {
    Lent: { title: { zh: "已借出", en: "lent" }, to: Schema.String },
    Back: { title: { zh: "已归还", en: "back" }, to: Schema.String }
  }
})
// #endregion

// #region rules
/** The same person does not borrow for ever. */
class NotForever extends Schema.TaggedError<NotForever>()("Keys.NotForever", { to: Schema.String }) {
  override get message() {
    return `${this.to} may not lend the keys to themselves.`
  }
}

export const Keys = process({
  about: ({ to }) => ({ zh: `借给 ${to} 的钥匙`, en: `the keys that ${to} has` }),
  steps: {
    Lend: start({
      title: { zh: "借出", en: "lend" },
      to: ["Lent"],
      by: "team.lend",
      input: { to: Schema.NonEmptyString },
      decide: (input, { by }) =>
        input.to === by.person ? Result.fail(new NotForever({ to: input.to })) : Result.succeed(input)
    }),
    TakeBack: step({
      title: { zh: "收回", en: "take back" },
      from: ["Lent"],
      to: ["Back"],
      by: "team.lend"
    }),
    Remind: stay({ title: { zh: "提醒", en: "remind" }, from: ["Lent"], by: "clock" })
  },
  final: ["Back"],
  deadlines: {
    back: deadline({
      title: { zh: "归还期限", en: "return" },
      while: ["Lent"],
      within: ({ lendFor }) => lendFor,
      fires: "Remind"
    })
  }
})
// #endregion

// #region run
const editions = KeptEditions.layer(handbook, ChineseHolidays.holidays, [
  ...Practices.house,
  Practice.own(Keys, { lendFor: Allowance.of("9 hours", "office") })
])
const lend = Operations.send(Keys, {
  key: "the first click",
  case: Case.CaseId.make("shop keys"),
  step: "Lend",
  by: Actor.person("tang"),
  input: { to: "lin" }
})
const store = Layer.merge(MemoryStore.layer, MemoryEditionStore.layer)
const house = editions.pipe(Layer.provideMerge(store))
export const refusal = await Effect.runPromise(Effect.provide(Effect.flip(lend), house))
console.log(refusal.message) // Lend needs team.lend, and tang does not have it.
// #endregion

// #region outside
const sent = {
  process: "Keys",
  step: "Lend",
  case: "shop keys",
  key: "click 2",
  input: { to: "", until: "2026-12-01" }
}
const submit = Operations.submit([Keys], Actor.person("lin"), sent)
export const mistakes = await Effect.runPromise(Effect.provide(Effect.flip(submit), house))
console.log(mistakes.message) // => There is no such thing as input.until. input.to is "", and should be …
// #endregion

export const findings = Soundness.check(Keys)
export const picture = Diagram.mermaid(Keys)
console.log(findings.length === 0 ? picture : findings)
