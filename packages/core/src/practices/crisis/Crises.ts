/**
 * Crises, as a practice: declared, spoken in with one voice, ended by a person, and learnt of.
 *
 * @module
 */
import { holders } from "../../handbook/Entitlement.ts"
import * as Settings from "../../handbook/Settings.ts"
import { PostProcess } from "../../internal-system/content/PostProcess.ts"
import { make, run } from "../../practice/Practice.ts"
import { section } from "./CrisisPages.ts"
import { CrisisProcess } from "./CrisisProcess.ts"
import { rules } from "./CrisisRules.ts"
import { CrisisSection } from "./CrisisSection.ts"

/** What an account does when it is in trouble. */
export const crises = make({
  name: "crises",
  title: { zh: "危机", en: "crises" },
  sections: [CrisisSection],
  runs: [
    run(CrisisProcess, (handbook) => {
      const { levels, review, voices } = CrisisSection.of(handbook)
      return {
        ...Settings.ofWarnings(handbook),
        voices,
        levels,
        review: { time: review, calendar: "always" },
        approvers: handbook.content.review.approvers,
        rules: Settings.ofPosts(handbook).rules,
        writers: holders(handbook, PostProcess.steps.Compose.by, PostProcess.steps.Schedule.by)
      }
    })
  ],
  rules,
  pages: (handbook, { words }) => [section(handbook, words)]
})
