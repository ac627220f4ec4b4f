/**
 * What a handbook says of triage; without the section, what the house takes for usual holds.
 *
 *     triage:
 *       counted: [praise, spam, noise]
 *       flood: { underPost: 30, ofAccount: 300, within: 1 hour }
 *
 * @module
 */
import { Schema } from "effect"
import * as HandbookSection from "../../handbook/HandbookSection.ts"
import { Policy } from "../../internal-system/triage/Policy.ts"

const { counted, flood } = Policy.fields

/** The section of handbooks by which it is decided what becomes of what fans write. */
export const Triage = HandbookSection.make("triage", {
  title: { zh: "分拣", en: "Triage" },
  schema: Schema.Struct({
    counted: counted.annotateKey({
      description:
        "What is counted and becomes nobody's task where it is certain: complaint, question, praise, lead, spam, attack, noise."
    }),
    flood: flood.annotateKey({
      description:
        "How many tasks may begin in that time, under one post and altogether; the others are counted, and somebody is told."
    })
  }).annotate({ description: "Not everything that fans write becomes a task; nothing is lost." })
})
