/**
 * The register of problems, as a practice: what the team cannot solve alone is decided by somebody who can, and kept with the reason.
 *
 *     problems:
 *       attention: { time: 2 days, calendar: office }
 *       decides: { time: 5 days, calendar: office }
 *
 * @module
 */
import { Schema } from "effect"
import * as HandbookSection from "../../handbook/HandbookSection.ts"
import * as Settings from "../../handbook/Settings.ts"
import { factsOf } from "../../page/Sections.ts"
import { make, run } from "../../practice/Practice.ts"
import { Allowance } from "../../process/Allowance.ts"
import { ProblemProcess } from "./ProblemProcess.ts"

/** The section of handbooks by which problems are put to those who can solve them. */
export const ProblemsSection = HandbookSection.make("problems", {
  title: { zh: "问题登记", en: "Problems" },
  schema: Schema.Struct({
    attention: Allowance.annotateKey({
      description:
        "How long a problem may wait until it is put to somebody, and what was agreed until the handbook says so."
    }),
    decides: Allowance.annotateKey({ description: "How soon whoever is asked decides." })
  }).annotate({ description: "What the account's team cannot solve alone is decided by a department or a sponsor." })
})

/** The register of problems. */
export const problems = make({
  name: "problems",
  title: { zh: "问题登记", en: "problems" },
  sections: [ProblemsSection],
  runs: [run(ProblemProcess, (handbook) => ({ ...Settings.ofWarnings(handbook), ...ProblemsSection.of(handbook) }))],
  pages: (handbook, { words }) => {
    const { attention, decides } = ProblemsSection.of(handbook)
    return [
      {
        id: "problems",
        title: ProblemsSection.title,
        blocks: factsOf([
          [{ zh: "提交决定", en: "Put to somebody within" }, words.allowance(attention)],
          [{ zh: "作出决定", en: "Decided within" }, words.allowance(decides)]
        ])
      }
    ]
  }
})
