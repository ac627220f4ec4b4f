/**
 * Complaints, followed until the fan has nothing against the solution.
 *
 * @module
 */
import { ComplaintProcess } from "../../internal-system/complaints/ComplaintProcess.ts"
import { TicketProcess } from "../../internal-system/complaints/TicketProcess.ts"
import { make, run } from "../../practice/Practice.ts"
import { section } from "./ComplaintPages.ts"
import { rules } from "./ComplaintRules.ts"
import { ofComplaints, ofTickets } from "./ComplaintSettings.ts"
import { Complaints } from "./ComplaintsSection.ts"

/** Complaints, followed until the fan has nothing against the solution. */
export const complaints = make({
  name: "complaints",
  title: { zh: "投诉处理", en: "complaints" },
  sections: [Complaints],
  runs: [run(TicketProcess, ofTickets), run(ComplaintProcess, ofComplaints)],
  rules,
  pages: (handbook, { words }) => [section(handbook, words)]
})
