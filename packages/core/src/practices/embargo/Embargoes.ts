/**
 * Embargoes: all that goes out for an account, stopped.
 *
 * @module
 */
import { holders } from "../../handbook/Entitlement.ts"
import * as Settings from "../../handbook/Settings.ts"
import { PostProcess } from "../../internal-system/content/PostProcess.ts"
import { make, run } from "../../practice/Practice.ts"
import { section } from "./EmbargoPages.ts"
import { EmbargoProcess } from "./EmbargoProcess.ts"
import { Embargo } from "./EmbargoSection.ts"

/** All that goes out for an account, stopped. */
export const embargoes = make({
  name: "embargoes",
  title: { zh: "停更", en: "embargoes" },
  sections: [Embargo],
  runs: [
    run(EmbargoProcess, (handbook) => ({
      ...Settings.ofWarnings(handbook),
      ...Embargo.of(handbook),
      stopsAnswers: Embargo.of(handbook).stopsAnswers ?? false,
      writers: holders(handbook, PostProcess.steps.Compose.by, PostProcess.steps.Schedule.by)
    }))
  ],
  pages: (handbook, { words }) => [section(handbook, words)]
})
