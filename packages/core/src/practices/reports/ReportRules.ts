/**
 * What the verifier demands of reports: what measures a KPI is something that the house has, and a KPI that is measured is one that has a source.
 *
 * @module
 */
import { hit, type Rule } from "../../practice/Rule.ts"
import { ReportsSection } from "./ReportsSection.ts"

/** The rules of reports. */
export const rules: ReadonlyArray<Rule> = [
  {
    code: "reports/measures-nothing",
    severity: "error",
    demands: { zh: "指标由本账号运行的流程计数。", en: "A KPI is counted in a process that the account runs." },
    fix: {
      zh: "写本手册所运行的流程；有的流程要有它的章节才运行，如 Complaint 要有 complaints。",
      en: "Name a process that the handbook runs: one such as Complaint takes the section of its practice, complaints."
    },
    find: ({ handbook, processes }) =>
      Object.entries(ReportsSection.find(handbook)?.measures ?? {}).flatMap(([kpi, measure]) =>
        "cases" in measure && !processes.some(({ name }) => name === measure.cases)
          ? [
              hit(
                ["reports", "measures", kpi, "cases"],
                `本手册不运行名为「${measure.cases}」的流程。`,
                `The handbook runs no process called ${measure.cases}.`,
                measure.cases
              )
            ]
          : []
      )
  }
]
