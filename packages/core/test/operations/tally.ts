/**
 * A process with one state that is stepped again and again, so that a case of it has as long a history as a test wants.
 *
 * @module
 */
import { Bilingual } from "@dualops/core/finding"
import { Allowance, Process } from "@dualops/core/process"
import { Schema } from "effect"

/** A count that people add to and others check; each declaration of it counts in its own unit. */
export const tally = (unit: number) => {
  const { deadline, process, start, stay } = Process.define("Tally", {
    title: Bilingual.same("Tally"),
    states: { Open: { title: Bilingual.same("Open"), total: Schema.Int }, Closed: { title: Bilingual.same("Closed") } }
  })
  const input = { count: Schema.Int }
  return process({
    about: () => Bilingual.same("Tally"),
    steps: {
      Begin: start({
        title: Bilingual.same("Begin"),
        to: ["Open"],
        by: "tally.add",
        input,
        evolve: ({ facts }) => ({ _tag: "Open", total: facts.count * unit })
      }),
      Add: stay({
        title: Bilingual.same("Add"),
        from: ["Open"],
        by: "tally.add",
        input,
        evolve: (open, { facts }) => ({ ...open, total: open.total + facts.count * unit })
      }),
      Check: stay({ title: Bilingual.same("Check"), from: ["Open"], by: "tally.check" }),
      Remind: stay({ title: Bilingual.same("Remind"), from: ["Open"], by: "clock" })
    },
    final: ["Closed"],
    separate: [["Add", "Check"]],
    deadlines: {
      check: deadline({
        title: Bilingual.same("check"),
        while: ["Open"],
        within: () => Allowance.always("1 hour"),
        fires: "Remind"
      })
    }
  })
}
