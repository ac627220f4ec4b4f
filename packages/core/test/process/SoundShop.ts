/** A sound process, of which each test breaks one thing. */
import { Action, Allowance, Process, Soundness } from "@dualops/core"

export const { deadline, opening, process, staying, step } = Process.words({
  states: { Open: {}, Waiting: {}, Closed: {} },
  actions: {
    pay: Action.kind({ name: "Pay", request: {}, done: {}, repeatable: false }),
    tell: Action.kind({ name: "Tell", request: {}, done: {}, repeatable: true })
  }
})

export const Begin = opening({ to: ["Open"], by: "shop.open", input: {}, evolve: () => ({ _tag: "Open" }) })
export const Wait = step({ from: ["Open"], to: ["Waiting"], by: "shop.open", evolve: () => ({ _tag: "Waiting" }) })
export const Close = step({
  from: ["Open", "Waiting"],
  to: ["Closed"],
  by: "shop.close",
  evolve: () => ({ _tag: "Closed" })
})
export const Expire = step({
  from: ["Open", "Waiting"],
  to: ["Closed"],
  by: "clock",
  evolve: () => ({ _tag: "Closed" })
})
export const steps = { Begin, Wait, Close, Expire }
export const final = ["Closed"] as const
export const expiry = deadline({ while: ["Open", "Waiting"], within: () => Allowance.always("1 day"), fires: "Expire" })
export const deadlines = { expiry }

export const findings = (broken: Process.Any) =>
  Soundness.check(broken).map(({ code, message, where }) => [code, where.path, message.en])
