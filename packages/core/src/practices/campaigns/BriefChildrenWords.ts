/**
 * What is said against the draws and codes of a brief.
 *
 * @module
 */
import type { Finding } from "../../finding/Finding.ts"
import { shown } from "./CampaignBudget.ts"

const hit = (
  code: string,
  path: string,
  evidence: string,
  [zh, en]: readonly [string, string],
  [fixZh, fixEn]: readonly [string, string]
): Finding => ({
  code: `campaign/${code}`,
  severity: "error",
  where: { path: `brief.${path}` },
  message: { zh, en },
  evidence,
  fix: { zh: fixZh, en: fixEn }
})

/** The handbook says nothing of draws. */
export const noDraws = hit(
  "no-draws",
  "draws",
  "draws",
  ["手册里没有抽奖规则。", "The handbook says nothing of draws, so nothing can be drawn."],
  ["在手册里写下 draws，或去掉抽奖。", "Write the section draws, or take the draws out."]
)

/** The handbook says nothing of codes. */
export const noCodes = hit(
  "no-codes",
  "codes",
  "codes",
  ["手册里没有兑换码规则。", "The handbook says nothing of codes, so none can be given out."],
  ["在手册里写下 codes，或去掉暗号系列。", "Write the section codes, or take the series out."]
)

/** Two of them have one name. */
export const namedTwice = (path: string, name: string) =>
  hit(
    "named-twice",
    path,
    name,
    [`「${name}」用了两次。`, `Two of its draws and series are called ${name}.`],
    ["每个抽奖和系列取一个名称。", "Give each a name of its own."]
  )

/** Something is drawn, and no prizes are budgeted. */
export const withoutPrizes = hit(
  "draws-without-prizes",
  "prizes",
  "prizes",
  ["有抽奖，但奖品没有列入预算。", "Prizes are drawn, and none are budgeted for."],
  ["写上奖品的总值和最高一份的价值，并选「抽奖」。", "Say what the prizes are worth, and that they are drawn."]
)

/** More is drawn than is budgeted. */
export const beyondPrizes = (worth: number, most: number) =>
  hit(
    "draws-over-prizes",
    "draws",
    shown(worth),
    [
      `抽奖奖品共 ${shown(worth)}，奖品预算只有 ${shown(most)}。`,
      `Prizes of ${shown(worth)} are drawn, and ${shown(most)} are budgeted for.`
    ],
    ["减少奖品，或提高奖品总值。", "Draw fewer, or budget for more."]
  )

/** One is dearer than the brief says that the dearest is. */
export const dearer = (path: string, name: string, dearest: number) =>
  hit(
    "drawn-dearer",
    path,
    name,
    [
      `「${name}」超过写明的最高一份 ${shown(dearest)}。`,
      `${name} is worth more than the dearest is said to be, ${shown(dearest)}.`
    ],
    ["核对两个数。", "Check both figures."]
  )

/** A draw opens, closes and is drawn, in this order. */
export const drawTimes = (path: string) =>
  hit(
    "draw-times",
    path,
    "closes",
    [
      "抽奖须依次开始、截止、开奖，截止晚于现在，开奖至少在截止 10 分钟之后。",
      "A draw opens, closes later than now, and is drawn ten minutes after that or later."
    ],
    ["改抽奖的时间。", "Choose other times for the draw."]
  )

/** People would take part before anybody may tell them. */
export const opensEarlier = (path: string, name: string) =>
  hit(
    "draw-too-early",
    path,
    name,
    [`抽奖「${name}」早于预热开始。`, `The draw ${name} opens before the campaign warms up.`],
    ["推迟抽奖的开始。", "Let it open later."]
  )

/** People would take part after the campaign is over. */
export const closesLater = (path: string, name: string) =>
  hit(
    "draw-too-late",
    path,
    name,
    [`抽奖「${name}」在活动结束之后才截止。`, `The draw ${name} closes after the campaign has ended.`],
    ["提前截止，或延长活动。", "Let it close earlier, or the campaign last longer."]
  )

/** Codes are redeemed before the campaign. */
export const beginsEarlier = (path: string, name: string) =>
  hit(
    "codes-too-early",
    path,
    name,
    [`暗号「${name}」早于预热生效。`, `The codes ${name} are redeemed before the campaign warms up.`],
    ["推迟首日。", "Choose a later first day."]
  )

/** Codes are redeemed when the campaign is over. */
export const beginsAfter = (path: string, name: string) =>
  hit(
    "codes-too-late",
    path,
    name,
    [`暗号「${name}」在活动结束之后才生效。`, `The codes ${name} are redeemed only when the campaign is over.`],
    ["提前首日。", "Choose an earlier first day."]
  )

/** All of its places may be refused. */
export const placedOnMaybe = (path: string, name: string) =>
  hit(
    "codes-on-maybe",
    path,
    name,
    [
      `暗号「${name}」的投放位置都是可有可无的资源。`,
      `Each place of the codes ${name} is something that the campaign may have to do without.`
    ],
    ["至少一处选「没有就不办」。", "Ask for one of these as something it must have."]
  )
