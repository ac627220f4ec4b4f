/**
 * What the handbook says that the account gets from the company, and what it needs.
 *
 * @module
 */
import * as AccountFunction from "../../account/AccountFunction.ts"
import type { Resource } from "../../external-system/Resource.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"
import type { Handbook } from "../../handbook/Handbook.ts"
import * as Names from "../../handbook/Names.ts"
import type { HandbookWords } from "../../page/HandbookWords.ts"
import type { Section } from "../../page/Page.ts"
import { tableSection } from "../../page/Sections.ts"

/** Resources and needs. */
export const sections = (handbook: Handbook, words: HandbookWords): ReadonlyArray<Section> => [
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
  )
]

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
