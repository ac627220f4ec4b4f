/** A sound process, of which each test breaks one thing. */
import { Bilingual } from "@dualops/core/finding"
import { Action, Allowance, Process, Soundness } from "@dualops/core/process"

export const about = () => Bilingual.same("the shop")

export const { deadline, start, process, stay, step } = Process.define("Shop", {
  title: Bilingual.same("Shop"),
  states: {
    Open: { title: Bilingual.same("Open") },
    Waiting: { title: Bilingual.same("Waiting") },
    Closed: { title: Bilingual.same("Closed") }
  },
  actions: {
    pay: Action.kind({ name: "Pay", request: {}, done: {}, repeatable: false }),
    tell: Action.kind({ name: "Tell", request: {}, done: {}, repeatable: true })
  }
})

export const Begin = start({
  title: Bilingual.same("Begin"),
  to: ["Open"],
  by: "shop.open",
  input: {},
  evolve: () => ({ _tag: "Open" })
})
export const Wait = step({
  title: Bilingual.same("Wait"),
  from: ["Open"],
  to: ["Waiting"],
  by: "shop.open",
  evolve: () => ({ _tag: "Waiting" })
})
export const Close = step({
  title: Bilingual.same("Close"),
  from: ["Open", "Waiting"],
  to: ["Closed"],
  by: "shop.close",
  evolve: () => ({ _tag: "Closed" })
})
export const Expire = step({
  title: Bilingual.same("Expire"),
  from: ["Open", "Waiting"],
  to: ["Closed"],
  by: "clock",
  evolve: () => ({ _tag: "Closed" })
})
export const steps = { Begin, Wait, Close, Expire }
export const final = ["Closed"] as const
export const expiry = deadline({
  title: Bilingual.same("expiry"),
  while: ["Open", "Waiting"],
  within: () => Allowance.always("1 day"),
  fires: "Expire"
})
export const deadlines = { expiry }

export const findings = (broken: Process.Any) =>
  Soundness.check(broken).map(({ code, message, where }) => [code, where.path, message.en])
