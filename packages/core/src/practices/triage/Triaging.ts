/**
 * Triage: what becomes of what fans write is decided by the handbook.
 *
 * @module
 */
import type { Handbook } from "../../handbook/Handbook.ts"
import * as Heard from "../../internal-system/triage/Heard.ts"
import * as Policy from "../../internal-system/triage/Policy.ts"
import { make } from "../../practice/Practice.ts"
import { hit } from "../../practice/Rule.ts"
import { Complaints } from "../complaints/ComplaintsSection.ts"
import { section } from "./TriagePages.ts"
import { Triage } from "./TriageSection.ts"

/** What `Triage.layer` of a program is given: what the handbook says, or what is usual. */
export const policyOf = (handbook: Handbook): Policy.Policy => ({
  ...Policy.usual,
  ...Triage.find(handbook),
  complaints: Complaints.find(handbook) !== undefined
})

/** Triage. */
export const triage = make({
  name: "triage",
  title: { zh: "分拣", en: "triage" },
  sections: [Triage],
  hears: [Heard.kind],
  rules: [
    {
      code: "triage/complaints-counted",
      severity: "error",
      demands: { zh: "投诉总有人处理。", en: "A complaint is always somebody's task." },
      fix: { zh: "从 counted 中删去 complaint。", en: "Take complaint out of counted." },
      find: ({ handbook }) => {
        const index = Triage.of(handbook).counted.indexOf("complaint")
        return index < 0
          ? []
          : [
              hit(
                ["triage", "counted", index],
                "投诉只被计数，没有人处理。",
                "Complaints are counted, and nobody sees to them."
              )
            ]
      }
    }
  ],
  pages: (handbook, { words }) => [section(handbook, words)]
})
