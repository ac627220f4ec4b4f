/**
 * All that differs between the two stories: who is told, what is asked for and promised, what is prepared.
 *
 * @module
 */
import type { Bilingual } from "@dualops/core"

/** What the company does with the dual system, and does not do without it. */
export const differences: ReadonlyArray<Bilingual.Bilingual> = [
  {
    zh: "市场部提前三周通知微博团队；没有双系统时，谁也不通知。",
    en: "The department tells the account's team three weeks ahead; without the dual system nobody tells anybody."
  },
  {
    zh: "奖品、广告署名、店员和客服的说明都是资源请求，有主人和答复期限；没有时只有一个没有期限的电话。",
    en: "Prizes, the account's name in the artwork, and briefings of shops and customer service are requests with an owner and a promise; without, they are a phone call that has none."
  },
  {
    zh: "手册里备有暗号的标准答复；没有时，答复要先问到人，再一条条手写。",
    en: "The handbook has a prepared answer about the codes; without, somebody has to be found who knows, and each answer is written by hand."
  },
  {
    zh: "客服工单微博优先；没有时先来先办。",
    en: "Weibo goes first at customer service; without, tickets are served as they came."
  }
]
