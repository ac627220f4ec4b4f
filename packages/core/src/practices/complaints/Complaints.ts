/**
 * Complaints, followed until the fan has nothing against the solution.
 *
 * @module
 */
import { ComplaintProcess } from "../../internal-system/complaints/ComplaintProcess.ts"
import { ReferralProcess } from "../../internal-system/complaints/ReferralProcess.ts"
import { make, run } from "../../practice/Practice.ts"
import { section } from "./ComplaintPages.ts"
import { rules } from "./ComplaintRules.ts"
import { ofComplaints, ofReferrals } from "./ComplaintSettings.ts"
import { Complaints } from "./ComplaintsSection.ts"

/** Complaints, followed until the fan has nothing against the solution. */
export const complaints = make({
  name: "complaints",
  title: { zh: "投诉处理", en: "complaints" },
  sections: [Complaints],
  runs: [run(ReferralProcess, ofReferrals), run(ComplaintProcess, ofComplaints)],
  rules,
  pages: (handbook, { words }) => [section(handbook, words)]
})
