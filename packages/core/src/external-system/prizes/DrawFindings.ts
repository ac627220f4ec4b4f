/**
 * What does not agree in a published record, in words.
 *
 * @module
 */
import type { Bilingual } from "../../finding/Bilingual.ts"
import type { Finding } from "../../finding/Finding.ts"

/** What may not agree. */
export type Code = keyof typeof said

/** What does not agree, as a finding. */
export const finding = (code: Code, evidence = ""): Finding => {
  const [path, zh, en] = said[code]
  return { code: `draw/${code}`, severity: "error", where: { path }, message: { zh, en }, evidence, fix }
}

const fix: Bilingual = {
  zh: "请主办方说明，并对照其事先发布的微博。",
  en: "Ask whoever held the draw, and compare it with the posts that they published beforehand."
}

const said = {
  form: ["", "这不是一份抽奖记录，或记录不完整。", "This is no record of a draw, or it is not whole."],
  announcement: [
    "frozen.announcement",
    "抽奖规则不是封存名单时的规则。",
    "The rules are not those under which the list was frozen."
  ],
  freeze: ["drawn.freeze", "封存的名单不是开奖时的名单。", "The frozen list is not the one that was drawn from."],
  "known-announcement": [
    "announced",
    "抽奖规则与公告微博中的指纹不一致。",
    "The rules are not those of the fingerprint in the announcement."
  ],
  "known-freeze": [
    "frozen",
    "封存的名单与事先公布的指纹不一致。",
    "The frozen list is not that of the fingerprint that was published beforehand."
  ],
  dates: [
    "announced",
    "开始、截止、开奖的时间不是依次在后。",
    "The beginning, the end and the draw do not come one after the other."
  ],
  prizes: ["announced.prizes", "同一奖品列了两次。", "A prize stands there twice."],
  entries: ["frozen.entries", "参与号的数目与封存时不同。", "There are not as many tickets as were frozen."],
  order: [
    "tickets",
    "参与号没有按顺序排列，或有重复。",
    "The tickets are not in ascending order, or one stands there twice."
  ],
  tickets: ["tickets", "参与号名单不是封存的名单。", "The tickets are not those that were frozen."],
  seed: ["drawn.seed", "种子与事先的承诺不符。", "The seed is not the one that was committed to."],
  chain: ["announced.chain", "没有人认识的公共随机数来源。", "Nobody knows this source of public randomness."],
  round: [
    "frozen.round",
    "所用的随机数轮次不是开奖时间之后的第一轮。",
    "The round of randomness is not the first one from the time of the draw."
  ],
  "frozen-early": ["frozen.at", "名单在截止之前就已封存。", "The list was frozen before the end."],
  "frozen-late": ["frozen.at", "名单在随机数公布之后才封存。", "The list was frozen when the randomness was out."],
  randomness: ["drawn.randomness", "随机数与其签名不符。", "The randomness is not that of its signature."],
  signature: ["drawn.signature", "该轮随机数不是公共来源签发的。", "The public source has not signed this round."],
  winners: ["drawn.winners", "重新计算的中奖者与记录不同。", "Drawn again, others win."],
  alternates: [
    "drawn.alternates",
    "重新计算的候补或其次序与记录不同。",
    "Drawn again, others stand in line, or in another order."
  ]
} as const satisfies Readonly<Record<string, readonly [path: string, zh: string, en: string]>>
