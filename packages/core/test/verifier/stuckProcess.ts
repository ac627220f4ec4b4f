/** A process that stands still, and the same one mended: for the rule that a handbook alone cannot break. */
import { Bilingual } from "@dualops/core/finding"
import { Allowance, Process } from "@dualops/core/process"

const { deadline, start, process, stay, step } = Process.define("Favour", {
  title: Bilingual.same("Favour"),
  settings: {},
  states: { Waiting: { title: Bilingual.same("Waiting") }, Done: { title: Bilingual.same("Done") } },
  actions: {}
})

const Ask = start({
  title: Bilingual.same("Ask"),
  to: ["Waiting"],
  by: "planning.ask",
  input: {},
  evolve: () => ({ _tag: "Waiting" })
})
const Answer = step({
  title: Bilingual.same("Answer"),
  from: ["Waiting"],
  to: ["Done"],
  by: "planning.ask",
  evolve: () => ({ _tag: "Done" })
})
const Remind = stay({ title: Bilingual.same("Remind"), from: ["Waiting"], by: "clock" })

// #region broken
/** Whoever waits, waits for ever: no deadline runs. */
export const stuck = process({ about: () => Bilingual.same("Favour"), steps: { Ask, Answer }, final: ["Done"] })
// #endregion

// #region mended
/** After a day somebody is reminded. */
export const sound = process({
  about: () => Bilingual.same("Favour"),
  steps: { Ask, Answer, Remind },
  final: ["Done"],
  deadlines: {
    day: deadline({
      title: Bilingual.same("day"),
      while: ["Waiting"],
      within: () => Allowance.always("1 day"),
      fires: "Remind"
    })
  }
})
// #endregion
