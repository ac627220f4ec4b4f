/** A process that stands still, and the same one mended: for the rule that a handbook alone cannot break. */
import { Allowance, Process } from "@dualops/core"

const { deadline, opening, process, staying, step } = Process.words({
  settings: {},
  states: { Waiting: {}, Done: {} },
  actions: {}
})

const Ask = opening({ to: ["Waiting"], by: "planning.ask", input: {}, evolve: () => ({ _tag: "Waiting" }) })
const Answer = step({ from: ["Waiting"], to: ["Done"], by: "planning.ask", evolve: () => ({ _tag: "Done" }) })
const Remind = staying({ from: ["Waiting"], by: "clock" })

// #region broken
/** Whoever waits, waits for ever: no deadline runs. */
export const stuck = process("Favour", { steps: { Ask, Answer }, final: ["Done"] })
// #endregion

// #region mended
/** After a day somebody is reminded. */
export const sound = process("Favour", {
  steps: { Ask, Answer, Remind },
  final: ["Done"],
  deadlines: { day: deadline({ while: ["Waiting"], within: () => Allowance.always("1 day"), fires: "Remind" }) }
})
// #endregion
