/**
 * What the handbook plans, gets from the company and counts: the plan, resources and needs, numbers, and findings that are lived with.
 *
 * @module
 */

import * as AccountFunction from "../account/AccountFunction.ts"
import type { Resource } from "../external-system/Resource.ts"
import type { Bilingual } from "../finding/Bilingual.ts"
import type { Handbook } from "../handbook/Handbook.ts"
import * as Names from "../handbook/Names.ts"
import type { Kpi, Target, Value } from "../internal-system/analytics/Kpi.ts"
import type { Entry } from "../internal-system/planning/Plan.ts"
import { type HandbookWords, money } from "../page/HandbookWords.ts"
import type { Section, Text } from "../page/Page.ts"
import { tableSection } from "../page/Sections.ts"

/** The sections of plan, resources, needs, numbers and suppressed findings. */
export const sections = (handbook: Handbook, words: HandbookWords): ReadonlyArray<Section> => [
  plan(handbook, words),
  tableSection(
    "resources",
    { zh: "外部资源", en: "Resources of the company" },
    [
      { zh: "资源", en: "Resource" },
      { zh: "怎么用", en: "How it is used" },
      { zh: "在哪里接上", en: "Where they meet" },
      { zh: "负责人 / 担保人", en: "Owner / sponsor" },
      { zh: "答复时限", en: "Answers within" },
      { zh: "使用", en: "In use" }
    ],
    Object.values(handbook.resources).map(
      ({ answers, hook = "—", kind, owner, reaches, sponsor, title, use, usedSince }) => [
        [{ strong: title }, { badge: resourceKinds[kind], tone: "plain" }],
        use,
        hook,
        `${words.person(owner)} / ${words.person(sponsor)}`,
        words.allowance(answers),
        [
          usedSince === undefined
            ? { badge: { zh: "尚未使用", en: "not used yet" }, tone: "warn" }
            : { zh: `自 ${usedSince}`, en: `since ${usedSince}` },
          ...(reaches === undefined
            ? []
            : [{ zh: `触达 ${Names.countName(reaches)} 人`, en: `reaches ${Names.countName(reaches)}` }])
        ]
      ]
    )
  ),
  tableSection(
    "needs",
    { zh: "账号需要什么", en: "What the account needs" },
    [
      { zh: "需要", en: "Need" },
      { zh: "为了", en: "For" },
      { zh: "由谁满足", en: "Met by" }
    ],
    Object.values(handbook.needs ?? {}).map(({ function: name, metBy, title }) => [
      { strong: title },
      AccountFunction.titles[name],
      metBy.length === 0
        ? { badge: { zh: "没有着落", en: "unmet" }, tone: "bad" }
        : words.titles(handbook.resources, metBy)
    ])
  ),
  numbers(handbook, words),
  tableSection(
    "suppressions",
    { zh: "已知并接受的问题", en: "Findings that are lived with" },
    [
      { zh: "检查项", en: "Finding" },
      { zh: "位置", en: "Where" },
      { zh: "原因", en: "Why" },
      { zh: "到", en: "Until" }
    ],
    (handbook.suppressions ?? []).map(({ code, path, reason, until }) => [{ code }, { code: path }, reason, until])
  )
]

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

const resourceKinds: Readonly<Record<Resource["kind"], Bilingual>> = {
  "customer service": { zh: "客服", en: "customer service" },
  notice: { zh: "预告", en: "notice" },
  members: { zh: "会员", en: "members" },
  "own channel": { zh: "自有渠道", en: "own channel" },
  advertising: { zh: "广告", en: "advertising" },
  prizes: { zh: "奖品", en: "prizes" },
  knowledge: { zh: "知识", en: "knowledge" },
  sponsorship: { zh: "赞助", en: "sponsorship" }
}

const numbers = ({ kpis = {} }: Handbook, words: HandbookWords): Section =>
  tableSection(
    "kpis",
    { zh: "指标", en: "Numbers" },
    [
      { zh: "指标", en: "Number" },
      { zh: "怎么得来", en: "Where it comes from" },
      { zh: "目标", en: "Target" },
      { zh: "单位", en: "Unit" },
      { zh: "负责人", en: "Owner" },
      { zh: "受什么推动", en: "Driven by" }
    ],
    Object.values(kpis).map(({ drivers = [], measured, owner, target, title, unit, value }) => [
      [{ strong: title }, ...(value === undefined ? [] : [{ badge: values[value], tone: "good" as const }])],
      measuredName(measured, kpis),
      target === undefined ? "—" : targetName(target),
      unit,
      words.person(owner),
      words.titles(kpis, drivers)
    ])
  )

const values: Readonly<Record<Value, Bilingual>> = {
  sales: { zh: "销售", en: "sales" },
  traffic: { zh: "流量", en: "traffic" },
  exposure: { zh: "曝光", en: "exposure" },
  brand: { zh: "品牌", en: "brand" },
  "crisis resolution": { zh: "化解危机", en: "crisis resolution" }
}

const measuredName = (measured: Kpi["measured"], kpis: NonNullable<Handbook["kpis"]>): Bilingual => {
  if ("source" in measured) return measured.source
  const [parts, sign] =
    "sum" in measured
      ? ([measured.sum, " + "] as const)
      : "product" in measured
        ? ([measured.product, " × "] as const)
        : "difference" in measured
          ? ([measured.difference, " − "] as const)
          : ([measured.ratio, " ÷ "] as const)
  const titles = parts.map((id) => kpis[id]?.title ?? { zh: id, en: id })
  return { zh: titles.map(({ zh }) => zh).join(sign), en: titles.map(({ en }) => en).join(sign) }
}

const targetName = ({ least, most, per }: Target): Bilingual => {
  const { en, zh } = Names.per[per]
  return {
    zh: [
      zh,
      least === undefined ? "" : `至少 ${Names.countName(least)}`,
      most === undefined ? "" : `至多 ${Names.countName(most)}`
    ]
      .filter((part) => part !== "")
      .join(" "),
    en: [
      least === undefined ? "" : `at least ${Names.countName(least)}`,
      most === undefined ? "" : `at most ${Names.countName(most)}`,
      en
    ]
      .filter((part) => part !== "")
      .join(" ")
  }
}
