/**
 * The duties of the nine functions: who has them, who stands in, and who is there at which hour.
 *
 * @module
 */
import { make } from "../../practice/Practice.ts"
import * as Continuity from "./ContinuityRules.ts"
import { sections } from "./DutyPages.ts"
import * as Duty from "./DutyRules.ts"

/** The duties of the nine functions: who has them, who stands in, and who is there at which hour. */
export const duties = make({
  name: "duties",
  title: { zh: "职责", en: "duties" },
  rules: [...Duty.rules, ...Continuity.rules],
  pages: sections
})
