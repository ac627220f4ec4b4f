/**
 * What the law and Weibo say of a draw, as findings for whoever writes it down.
 *
 * Sources: 反不正当竞争法 (2019) 第十条 (三), numbered anew by the revision of 2025; 规范促销行为暂行规定 (2020) 第十三条, 第十七条; 微博商业行为规范办法 (15 March 2021) 第八条, as reported.
 *
 * @module
 */
import { countOf, most } from "../../external-system/prizes/DrawRecord.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"
import type { Finding, Severity } from "../../finding/Finding.ts"
import { added } from "../../internal-system/promotion/Money.ts"
import type { Prize } from "./PrizeDraw.ts"

type Prizes = ReadonlyArray<(typeof Prize)["Type"]>

/** The law's limit of one prize, in yuan. */
export const lawful = 50_000

/** What there is to be said of these prizes. */
export const ofPrizes = (prizes: Prizes): ReadonlyArray<Finding> => {
  const sum = added(...prizes.map(({ count, yuan }) => count * yuan))
  return [
    ...prizes.flatMap(({ name, yuan }, index) => {
      const at = `prizes[${index}].yuan`
      if (yuan > lawful) return [finding("draws/above-the-law", "error", at, name, aboveTheLaw)]
      return yuan > 5_000 ? [finding("draws/above-weibo", "warning", at, name, aboveWeibo)] : []
    }),
    ...(sum > 50_000 ? [finding("draws/sum-above-weibo", "warning", "prizes", `${sum}`, sumAboveWeibo)] : []),
    ...prizes.flatMap(({ name }, index) =>
      cash.test(name) ? [finding("draws/cash", "warning", `prizes[${index}].name`, name, isCash)] : []
    )
  ]
}

/** Two prizes of one name, and more of all than can be drawn. */
export const unclear = (prizes: Prizes): ReadonlyArray<Finding> => [
  ...prizes.flatMap(({ name }, index) =>
    prizes.findIndex((one) => one.name === name) < index
      ? [finding("draws/prize-twice", "error", `prizes[${index}].name`, name, isTwice)]
      : []
  ),
  ...(countOf(prizes) > most
    ? [finding("draws/too-many-prizes", "error", "prizes", `${countOf(prizes)}`, areTooMany)]
    : [])
]

/** What is money, or as good as money. */
const cash = /现金|红包|现钞|人民币|[\d.]+\s*元$|\bcash\b|\bRMB\b|\bCNY\b/iu

const finding = (
  code: string,
  severity: Severity,
  path: string,
  evidence: string,
  [message, fix]: readonly [Bilingual, Bilingual]
): Finding => ({ code, severity, where: { path }, evidence, message, fix })

const isTwice = [
  { zh: "奖项重名。", en: "Two prizes have one name." },
  { zh: "每个奖项取一个名称。", en: "Give each prize a name of its own." }
] as const
const areTooMany = [
  { zh: `全部奖品超过 ${most} 份。`, en: `There are more than ${most} prizes.` },
  { zh: "减少份数。", en: "Give fewer." }
] as const
const aboveTheLaw = [
  {
    zh: "抽奖式有奖销售的最高奖不得超过五万元；奖品按同期市场价格计算。",
    en: "No prize that is drawn may be worth more than 50,000 yuan, by what it costs at that time."
  },
  { zh: "换一个价值较低的奖品。", en: "Choose a prize that is worth less." }
] as const
const aboveWeibo = [
  {
    zh: "单个奖品超过 5000 元：在微博上须先向 @微博抽奖平台 申请。",
    en: "One prize is worth more than 5,000 yuan: on Weibo this has to be applied for at @微博抽奖平台 first."
  },
  { zh: "先申请，或换一个价值较低的奖品。", en: "Apply first, or choose a prize that is worth less." }
] as const
const sumAboveWeibo = [
  {
    zh: "奖品总值超过 5 万元：在微博上须先向 @微博抽奖平台 申请。",
    en: "The prizes are worth more than 50,000 yuan together: on Weibo this has to be applied for at @微博抽奖平台 first."
  },
  { zh: "先申请，或减少奖品。", en: "Apply first, or give fewer prizes." }
] as const
const isCash = [
  {
    zh: "现金奖品在微博上只能备案后由 @微博抽奖平台 抽取，不能自行抽奖。",
    en: "On Weibo, cash is drawn by @微博抽奖平台 alone, after filing; nobody draws it themselves."
  },
  { zh: "改用实物奖品，或改用微博抽奖平台。", en: "Give things instead of cash, or use Weibo's own platform." }
] as const
