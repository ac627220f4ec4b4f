/**
 * What the handbook says of the plan and of activities.
 *
 * @module
 */
import type { Bilingual } from "../../finding/Bilingual.ts"
import type { Handbook } from "../../handbook/Handbook.ts"
import * as Names from "../../handbook/Names.ts"
import type { Entry } from "../../internal-system/planning/Plan.ts"
import { type HandbookWords, money } from "../../page/HandbookWords.ts"
import type { Section, Text } from "../../page/Page.ts"
import { fact, factsOf, listOf, tableSection } from "../../page/Sections.ts"

/** The rules of activities, and the plan. */
export const sections = (handbook: Handbook, words: HandbookWords): ReadonlyArray<Section> => [
  activities(handbook, words),
  plan(handbook, words)
]

const activities = ({ activities, resources }: Handbook, words: HandbookWords): Section => ({
  id: "activities",
  title: { zh: "活动规则", en: "Rules of activities" },
  blocks:
    activities === undefined
      ? [{ kind: "text", soft: true, text: { zh: "无。", en: "None." } }]
      : [
          ...factsOf([
            [{ zh: "多久一次", en: "How often" }, Names.cadenceName(activities.frequency)],
            [{ zh: "每次预算", en: "Budget of one" }, money(activities.budget)],
            [{ zh: "批准人", en: "Approver" }, words.person(activities.approver)],
            [{ zh: "提前告知账号", en: "The account is told ahead" }, words.allowance(activities.notice)],
            [{ zh: "结束后写报告", en: "Report after the end" }, words.allowance(activities.report)],
            ...fact({ zh: "奖品来自", en: "Prizes come from" }, activities.prizes, ({ from }) =>
              words.titles(resources, [from])
            ),
            ...fact({ zh: "奖品最多", en: "Prizes at most" }, activities.prizes, ({ most }) => money(most)),
            ...fact({ zh: "提前申请奖品", en: "Prizes are asked for ahead" }, activities.prizes, ({ ahead }) =>
              words.allowance(ahead)
            ),
            ...fact({ zh: "开奖后寄出", en: "Prizes are with the winners" }, activities.prizes, ({ sentWithin }) =>
              words.allowance(sentWithin)
            )
          ]),
          ...listOf(activities.rules)
        ]
})

const plan = ({ plan: whole, resources }: Handbook, words: HandbookWords): Section => {
  const section = tableSection(
    "plan",
    { zh: "计划", en: "The plan" },
    [
      { zh: "事项", en: "What" },
      { zh: "从", en: "From" },
      { zh: "到", en: "Until" },
      { zh: "负责人", en: "Owner" },
      { zh: "告知 / 预热", en: "Told / warm-up" },
      { zh: "用到的资源", en: "Counts on" },
      { zh: "预算 / 奖品", en: "Budget / prizes" }
    ],
    Object.values(whole?.entries ?? {}).map(
      ({ budget, from, kind, owner, prizes, title, noticedOn, until, uses = [], warmUp }): ReadonlyArray<Text> => [
        [{ strong: title }, { badge: entryKinds[kind], tone: "plain" }],
        Names.momentName(from),
        Names.momentName(until),
        words.person(owner),
        [noticedOn ?? { badge: { zh: "尚未告知", en: "not told yet" }, tone: "warn" }, "/", warmUp ?? "—"],
        words.titles(resources, uses),
        [budget === undefined ? "—" : money(budget), "/", prizes === undefined ? "—" : money(prizes)]
      ]
    )
  )
  if (whole === undefined) return section
  const { from, until } = whole.horizon
  const horizon = { zh: `计划期 ${from} 至 ${until}。`, en: `The plan is made from ${from} until ${until}.` }
  return { ...section, blocks: [{ kind: "text", text: horizon }, ...section.blocks] }
}

const entryKinds: Readonly<Record<Entry["kind"], Bilingual>> = {
  launch: { zh: "上市", en: "launch" },
  campaign: { zh: "战役", en: "campaign" },
  activity: { zh: "活动", en: "activity" },
  occasion: { zh: "节点", en: "occasion" }
}
