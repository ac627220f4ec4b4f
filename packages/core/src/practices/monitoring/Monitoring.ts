/**
 * Monitoring: what is said of the brand is watched, and a person judges what is unusual.
 *
 * @module
 */
import * as Settings from "../../handbook/Settings.ts"
import { make, run } from "../../practice/Practice.ts"
import { CrisisSection } from "../crisis/CrisisSection.ts"
import { AlarmProcess } from "./AlarmProcess.ts"
import { section } from "./MonitoringPages.ts"
import { rules } from "./MonitoringRules.ts"
import { MonitoringSection } from "./MonitoringSection.ts"

/** What is said of the brand, watched. */
export const monitoring = make({
  name: "monitoring",
  title: { zh: "舆情监测", en: "monitoring" },
  sections: [MonitoringSection],
  runs: [
    run(AlarmProcess, (handbook) => ({
      ...Settings.ofWarnings(handbook),
      levels: MonitoringSection.of(handbook).levels,
      crises: CrisisSection.find(handbook)?.levels.map(({ name }) => name) ?? []
    }))
  ],
  rules,
  pages: (handbook, { words }) => [section(handbook, words)]
})
