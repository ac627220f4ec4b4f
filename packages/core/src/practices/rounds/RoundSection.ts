/**
 * What a handbook says of rounds; without the section, they are no cases.
 *
 *     rounds:
 *       reminds: { time: 2 hours, calendar: office }
 *
 * @module
 */
import { Schema } from "effect"
import * as HandbookSection from "../../handbook/HandbookSection.ts"
import { Allowance } from "../../process/Allowance.ts"

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
/** What a handbook says of rounds. */
export type Rounds = (typeof Rounds)["schema"]["Type"]
