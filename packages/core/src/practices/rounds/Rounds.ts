/**
 * Rounds: what duties ask for again and again, and what the plan has dates for, as cases on the desks of those who do it.
 *
 *     rounds:
 *       reminds: { time: 2 hours, calendar: office }
 *
 * @module
 */
import { Schema } from "effect"
import * as HandbookSection from "../../handbook/HandbookSection.ts"
import * as Settings from "../../handbook/Settings.ts"
import { RoundProcess } from "../../internal-system/team/RoundProcess.ts"
import { make, run } from "../../practice/Practice.ts"
import { Allowance } from "../../process/Allowance.ts"
import { openingOf } from "./PlannedRound.ts"
import { roundsOf } from "./RoundAgenda.ts"
import { section } from "./RoundPages.ts"
import { rules } from "./RoundRules.ts"

/** The section of handbooks whose rounds are cases. */
export const Rounds = HandbookSection.make("rounds", {
  title: { zh: "例行工作", en: "Rounds" },
  schema: Schema.Struct({
    reminds: Allowance.annotateKey({
      description: "How soon a round that is late is told again: to the lead, where those who do it have not moved."
    })
  }).annotate({
    description:
      "What duties ask for so many times in a day, week, month, quarter or year, and the dates of the plan, are cases on a desk."
  })
})

/** What duties ask for again and again, and what the plan has dates for. */
export const rounds = make({
  name: "rounds",
  title: { zh: "例行工作", en: "rounds" },
  sections: [Rounds],
  runs: [run(RoundProcess, (handbook) => ({ ...Settings.ofWarnings(handbook), ...Rounds.of(handbook) }))],
  rules,
  agenda: (handbook, holidays) => {
    const rounds = roundsOf(handbook, holidays)
    return (from, until) => rounds(from, until).map(openingOf)
  },
  pages: (handbook, printing) => [section(handbook, printing)]
})
