/**
 * Monitoring as a handbook sets it up: an alarm that declares a crisis by itself names one that there is.
 *
 * @module
 */
import { hit, type Rule } from "../../practice/Rule.ts"
import { CrisisSection } from "../crisis/CrisisSection.ts"
import { MonitoringSection } from "./MonitoringSection.ts"

/** The rules of monitoring. */
export const rules: ReadonlyArray<Rule> = [
  {
    code: "crisis/alarm-declares-nothing",
    severity: "error",
    demands: {
      zh: "预警会宣布或提请的危机，手册里都有。",
      en: "A crisis that an alarm declares, or asks to be decided on, is one of the handbook."
    },
    fix: {
      zh: "在 crisis.levels 里写下这一级，或改掉预警级别。",
      en: "Write that level under crisis.levels, or change the level of the alarm."
    },
    find: ({ handbook }) => {
      const known = CrisisSection.find(handbook)?.levels.map(({ name }) => name) ?? []
      return (MonitoringSection.find(handbook)?.levels ?? []).flatMap(({ declares, isCrisis = false, name }, index) => {
        const isKnown = declares === undefined ? !isCrisis || known.length > 0 : known.includes(declares)
        const what = declares ?? "crisis"
        return isKnown
          ? []
          : [
              hit(
                ["monitoring", "levels", index],
                `预警级别「${name}」要宣布危机「${what}」，手册没有。`,
                `An alarm of level ${name} is to declare ${what}, which the handbook does not have.`,
                what
              )
            ]
      })
    }
  }
]
