/**
 * What a paid promotion has brought so far, as the platform shows it to whoever runs it, and what each result has cost.
 *
 * @module
 */
import { Schema } from "effect"
import type { Bilingual } from "../../finding/Bilingual.ts"
import type { Finding } from "../../finding/Finding.ts"
import * as Label from "../../finding/Label.ts"
import { Sum, shown } from "../campaigns/CampaignBudget.ts"

const count = (zh: string, en: string) =>
  Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 10_000_000_000 })).annotate(Label.of({ zh, en }))

/** All from the beginning of the promotion on. */
export const reading = {
  spent: Sum.annotate(Label.of({ zh: "已花费（元）", en: "spent" })),
  shown: count("展示次数", "times shown"),
  engaged: count("互动次数", "reposts, comments and likes"),
  follows: count("新增关注", "new followers")
}
/** What a promotion has brought so far. */
export const Reading = Schema.Struct(reading)
/** What a promotion has brought so far. */
export type Reading = typeof Reading.Type

/** Before anything was shown. */
export const none: Reading = { spent: 0, shown: 0, engaged: 0, follows: 0 }

/** What a result has cost; where there was no result there is nothing to divide by, and no cost. */
export interface Cost {
  readonly result: "shown" | "engaged" | "follows"
  readonly count: number
  /** Money of the handbook for so many results. */
  readonly per: 1 | 1_000
  readonly cost: number | undefined
}

/** What each kind of result has cost. */
export const costs = (read: Reading): ReadonlyArray<Cost> =>
  kinds.map(({ per, result }) => {
    const count = read[result]
    return { result, count, per, cost: count === 0 ? undefined : Math.round((read.spent * per * 100) / count) / 100 }
  })

const kinds = [
  { result: "shown", per: 1_000 },
  { result: "engaged", per: 1 },
  { result: "follows", per: 1 }
] as const

/** What it has brought, in a sentence. */
export const said = (read: Reading): Bilingual => {
  const parts = costs(read)
  const zh = parts.map(({ cost, count, per, result }) => {
    const each = cost === undefined ? "没有结果，不计单价" : `每${per === 1 ? "" : "千"}次 ${shown(cost)} 元`
    return `${titles[result].zh} ${count}（${each}）`
  })
  const en = parts.map(({ cost, count, per, result }) => {
    const each = cost === undefined ? "no result to divide by" : `${shown(cost)} ${per === 1 ? "each" : "a thousand"}`
    return `${titles[result].en} ${count} (${each})`
  })
  return { zh: `花费 ${shown(read.spent)} 元；${zh.join("；")}。`, en: `${shown(read.spent)} spent; ${en.join("; ")}.` }
}

const titles: Readonly<Record<Cost["result"], Bilingual>> = {
  shown: { zh: "展示", en: "shown" },
  engaged: { zh: "互动", en: "engaged" },
  follows: { zh: "新增关注", en: "new followers" }
}

/** Everything that is wrong with a reading after another, of a promotion that may spend so much. */
export const against = (read: Reading, before: Reading, budget: number): ReadonlyArray<Finding> => {
  const fewer = (["spent", "shown", "engaged", "follows"] as const).filter((name) => read[name] < before[name])
  return [
    ...(read.spent > budget
      ? [
          hit(
            "spent-too-much",
            "spent",
            `花费超过预算 ${shown(budget)}。`,
            `More was spent than the ${shown(budget)} that it has.`
          )
        ]
      : []),
    ...fewer.map((name) =>
      hit(
        "fewer-than-before",
        name,
        `比上次（${shown(before[name])}）少。`,
        `There were ${shown(before[name])} already.`
      )
    )
  ]
}

const hit = (code: string, path: string, zh: string, en: string): Finding => ({
  code: `promotion/${code}`,
  severity: "error",
  where: { path },
  message: { zh, en },
  evidence: path,
  fix: { zh: "核对平台上的累计数字。", en: "Read the platform's figures again, all from the beginning on." }
})
