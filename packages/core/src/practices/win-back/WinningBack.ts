/**
 * Fans who have gone quiet, won back: with their consent, within the cap of all letters, and so that it is known what it brought.
 *
 * @module
 */
import * as Settings from "../../handbook/Settings.ts"
import { usual } from "../../internal-system/fans/LifeCycle.ts"
import { make, run } from "../../practice/Practice.ts"
import { MembersSection } from "../members/MembersSection.ts"
import { section } from "./WinBackPages.ts"
import { WinBackProcess } from "./WinBackProcess.ts"
import { rules } from "./WinBackRules.ts"
import { usualCap, usualMost, WinBackSection } from "./WinBackSection.ts"

/** Fans who have gone quiet, won back. */
export const winBack = make({
  name: "win-back",
  title: { zh: "粉丝召回", en: "winning fans back" },
  sections: [WinBackSection],
  runs: [
    run(WinBackProcess, (handbook) => {
      const { attention, rules } = Settings.ofPosts(handbook)
      const { cap, quiet, within } = { quiet: undefined, ...(MembersSection.find(handbook) ?? usualCap) }
      const { most = usualMost, stages = usual, ...said } = WinBackSection.of(handbook)
      return {
        ...Settings.ofWarnings(handbook),
        ...{ attention, cap, most, rules, stages, within, timeZone: handbook.timeZone },
        ...(quiet && { quiet }),
        ...said
      }
    })
  ],
  rules,
  pages: (handbook, { words }) => [section(handbook, words)]
})
