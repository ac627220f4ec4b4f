/**
 * Monitoring: what is said of the brand is watched, and a person judges what is unusual.
 *
 * @module
 */
import * as Names from "../../handbook/Names.ts"
import * as Settings from "../../handbook/Settings.ts"
import { joined } from "../../page/Page.ts"
import { factsOf } from "../../page/Sections.ts"
import { make, run } from "../../practice/Practice.ts"
import { CrisisSection } from "../crisis/CrisisSection.ts"
import { AlarmProcess } from "./AlarmProcess.ts"
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
  pages: (handbook, { words }) => {
    const { coolDown, levels, mostADay, terms } = MonitoringSection.of(handbook)
    return [
      {
        id: "monitoring",
        title: MonitoringSection.title,
        blocks: factsOf([
          [
            { zh: "监测", en: "Watched for" },
            joined(
              terms.map(({ name }) => ({ zh: name, en: name })),
              { zh: "、", en: ", " }
            )
          ],
          ...levels.map(
            ({ team, title, within }) =>
              [
                title,
                joined([words.people(team), words.allowance(within)], { zh: "，期限 ", en: ", within " })
              ] as const
          ),
          [{ zh: "判断后静默", en: "Quiet after a judgement" }, Names.alwaysName(coolDown)],
          [
            { zh: "24 小时内最多", en: "At most in 24 hours" },
            { zh: `${mostADay} 个`, en: `${mostADay}` }
          ]
        ])
      }
    ]
  }
})
