/**
 * Reports: made by themselves when their day, week or month is over, looked at by somebody, and sent.
 *
 * @module
 */
import type { Bilingual } from "../../finding/Bilingual.ts"
import * as Names from "../../handbook/Names.ts"
import * as Settings from "../../handbook/Settings.ts"
import * as FanTitles from "../../internal-system/fans/FanTitles.ts"
import type { ComplaintMeasure, FanMeasure, Measure } from "../../internal-system/reports/Measure.ts"
import { kindNames } from "../../internal-system/reports/ReportKind.ts"
import type { Text } from "../../page/Page.ts"
import { factsOf, tableOf } from "../../page/Sections.ts"
import { make, run } from "../../practice/Practice.ts"
import { DueReportProcess } from "./DueReportProcess.ts"
import { agendaOf, kindOf } from "./ReportAgenda.ts"
import { rules } from "./ReportRules.ts"
import { ReportsSection } from "./ReportsSection.ts"

/** Reports that are made by themselves. */
export const reports = make({
  name: "reports",
  title: { zh: "报告", en: "reports" },
  sections: [ReportsSection],
  runs: [
    run(DueReportProcess, (handbook) => ({
      ...Settings.ofWarnings(handbook),
      lookedAtWithin: ReportsSection.of(handbook).lookedAtWithin
    }))
  ],
  rules,
  agenda: agendaOf,
  pages: (handbook, { words }) => {
    const { activities, due, lookedAtWithin, measures = {} } = ReportsSection.of(handbook)
    return [
      {
        id: "reports",
        title: ReportsSection.title,
        blocks: [
          ...factsOf([[{ zh: "发送期限", en: "Sent within" }, words.allowance(lookedAtWithin)]]),
          ...tableOf(
            [
              { zh: "报告", en: "Report" },
              { zh: "周期", en: "Of each" },
              { zh: "内容", en: "About" },
              { zh: "过目", en: "Looked at by" },
              { zh: "发给", en: "Sent to" }
            ],
            [
              ...Object.values(due).map(({ of, owner, per, readers }) => [
                { strong: kindNames[kindOf({ of, per })] },
                Names.per[per],
                of === "people"
                  ? { zh: "人员与部门", en: "people and departments" }
                  : { zh: "账号", en: "the account" },
                words.person(owner),
                words.people(readers)
              ]),
              ...(activities === undefined
                ? []
                : [
                    [
                      { strong: kindNames.activity },
                      { zh: "结束时", en: "when it is over" },
                      { zh: "每个活动", en: "each campaign" },
                      words.person(activities.owner),
                      words.people(activities.readers)
                    ]
                  ])
            ]
          ),
          ...tableOf(
            [
              { zh: "指标", en: "KPI" },
              { zh: "在这里怎么数", en: "How it is counted here" }
            ],
            Object.entries(measures).map(([kpi, measure]) => [
              words.titles(handbook.kpis ?? {}, [kpi]),
              counted(measure)
            ])
          )
        ]
      }
    ]
  }
})

const counted = (measure: Measure): Text => {
  if ("cases" in measure)
    return [
      { code: measure.cases },
      measure.counts === "begun" ? { zh: "开始", en: "begun" } : { zh: "了结", en: "settled" }
    ]
  if ("complaints" in measure) return solutionNames[measure.complaints]
  if ("fans" in measure) return fanNames[measure.fans]
  const { counts, observations, tag } = measure
  return [
    { code: tag === undefined ? observations : `${observations} ${tag}` },
    counts === "people" ? { zh: "人数", en: "people" } : { zh: "次数", en: "times" }
  ]
}

const fanNames = {
  ...FanTitles.figures,
  ...FanTitles.staged,
  came: { zh: "新增粉丝", en: "fans who came" },
  left: { zh: "流失粉丝", en: "fans who left" },
  lost: { zh: "流失率", en: "share of fans who left" },
  retained: { zh: "粉丝留存", en: "fans: share seen again" },
  dead: { zh: "死粉占比", en: "share of dead fans" }
} as const satisfies Record<FanMeasure, Bilingual>

const solutionNames = {
  solved: { zh: "投诉：粉丝确认已解决的占比", en: "complaints: share solved by the fan's word" },
  reopened: { zh: "投诉：重新打开的占比", en: "complaints: share opened again" },
  asked: { zh: "投诉：询问满意度的占比", en: "complaints: share whose fan was asked how it was" },
  answered: { zh: "投诉：满意度回复率", en: "complaints: share of fans who gave a mark when asked" },
  content: { zh: "投诉：满意的占比（CSAT）", en: "complaints: share of fans who were content (CSAT)" }
} as const satisfies Record<ComplaintMeasure, Bilingual>
