/**
 * Codes that give a discount, as a practice: given out in series that somebody else has approved, and redeemed exactly once.
 *
 * @module
 */
import { Record } from "effect"
import * as CodeRedeemed from "../../external-system/codes/CodeRedeemed.ts"
import * as Settings from "../../handbook/Settings.ts"
import { make, run } from "../../practice/Practice.ts"
import { section } from "./CodePages.ts"
import { rules } from "./CodeRules.ts"
import { CodeSeriesProcess } from "./CodeSeriesProcess.ts"
import { CodesSection } from "./CodesSection.ts"

/** Codes that give a discount. */
export const codes = make({
  name: "codes",
  title: { zh: "暗号与兑换码", en: "codes" },
  sections: [CodesSection],
  hears: [CodeRedeemed.kind, CodeRedeemed.back],
  runs: [
    run(CodeSeriesProcess, (handbook) => {
      const { words = [], ...said } = CodesSection.of(handbook)
      return {
        ...Settings.ofWarnings(handbook),
        attention: Settings.ofPosts(handbook).attention,
        resources: Record.keys(handbook.resources ?? {}),
        timeZone: handbook.timeZone,
        words,
        ...said
      }
    })
  ],
  rules,
  pages: (handbook, { words }) => [section(handbook, words)]
})
