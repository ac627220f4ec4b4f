/**
 * What the verifier demands of reports: what measures a KPI is something that the house has, and a KPI that is measured is one that has a source.
 *
 * @module
 */
import type { Bilingual } from "../../finding/Bilingual.ts"
import { advice } from "../../finding/Nearest.ts"
import type { ComplaintMeasure } from "../../internal-system/reports/Measure.ts"
import { hit, type Rule } from "../../practice/Rule.ts"
import { Complaints } from "../complaints/ComplaintsSection.ts"
import { ReportsSection } from "./ReportsSection.ts"

/** What of complaints is known by the survey alone. */
const ofSurvey: ReadonlySet<ComplaintMeasure> = new Set(["asked", "answered", "content"])

const counted: Bilingual = {
  zh: "写会被记录的名称，如 Heard；自己程序所记录的，由自己的 practice 在 hears 中写明。",
  en: "Name what is recorded, such as Heard; what a program of your own records is named by the hears of its practice."
}

/** The rules of reports. */
export const rules: ReadonlyArray<Rule> = [
  {
    code: "reports/measures-nothing",
    severity: "error",
    demands: { zh: "指标由本账号运行的流程计数。", en: "A KPI is counted in a process that the account runs." },
    fix: {
      zh: "写本手册所运行的流程；有的流程要有它的章节才运行，如 Complaint 要有 complaints；问粉丝是否满意，要有 complaints.survey。",
      en: "Name a process that the handbook runs: one such as Complaint takes the section of its practice, complaints, and whether fans are content its survey."
    },
    find: ({ handbook, processes }) =>
      Object.entries(ReportsSection.find(handbook)?.measures ?? {}).flatMap(([kpi, measure]) => {
        const at = ["reports", "measures", kpi]
        if ("cases" in measure && !processes.some(({ name }) => name === measure.cases))
          return [
            hit(
              [...at, "cases"],
              `本手册不运行名为「${measure.cases}」的流程。`,
              `The handbook runs no process called ${measure.cases}.`,
              measure.cases
            )
          ]
        if (!("complaints" in measure)) return []
        const section = Complaints.find(handbook)
        const isAsked = !ofSurvey.has(measure.complaints) || section?.survey !== undefined
        return section !== undefined && isAsked
          ? []
          : [
              hit(
                [...at, "complaints"],
                section === undefined ? "本手册不运行投诉流程。" : "本手册不问粉丝是否满意。",
                section === undefined ? "The handbook runs no complaints." : "The handbook asks no fan how it was.",
                measure.complaints
              )
            ]
      })
  },
  {
    code: "reports/hears-nothing",
    severity: "error",
    demands: { zh: "指标所计的，是有人会记录的。", en: "A KPI counts what somebody records." },
    fix: counted,
    find: ({ handbook, hears }) =>
      Object.entries(ReportsSection.find(handbook)?.measures ?? {}).flatMap(([kpi, measure]) =>
        "observations" in measure && !hears.some(({ name }) => name === measure.observations)
          ? [
              {
                ...hit(
                  ["reports", "measures", kpi, "observations"],
                  `没有什么会记为「${measure.observations}」。`,
                  `Nothing is recorded as ${measure.observations}.`,
                  measure.observations
                ),
                fix: advice(
                  measure.observations,
                  hears.map(({ name }) => name),
                  counted
                )
              }
            ]
          : []
      )
  }
]
