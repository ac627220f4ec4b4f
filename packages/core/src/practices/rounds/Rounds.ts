/**
 * Rounds: what duties ask for again and again, and what the plan has dates for, as cases on the desks of those who do it.
 *
 * @module
 */
import * as Settings from "../../handbook/Settings.ts"
import { RoundProcess } from "../../internal-system/team/RoundProcess.ts"
import { make, run } from "../../practice/Practice.ts"
import { openingOf } from "./PlannedRound.ts"
import { roundsOf } from "./RoundAgenda.ts"
import { section } from "./RoundPages.ts"
import { rules } from "./RoundRules.ts"
import { Rounds } from "./RoundSection.ts"

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
  pages: (handbook, printing) => [section(handbook, Rounds.of(handbook), printing)]
})
