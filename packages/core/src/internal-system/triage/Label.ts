/**
 * What a text that reaches the account is, for whoever has to answer it.
 *
 * @module
 */
import { Schema } from "effect"
import type { Bilingual } from "../../finding/Bilingual.ts"

/** What a text is. One of these, and always the one that wants an answer first: a complaint that asks something is a complaint. */
export const Label = Schema.Literals(["complaint", "question", "praise", "lead", "spam", "attack", "noise"])
/** What a text is. */
export type Label = typeof Label.Type

/** Every label, in the order in which shares of them are kept. */
export const all: ReadonlyArray<Label> = Label.literals

/** What people read of a label: what it is called, and what belongs to it. */
export interface Face {
  readonly title: Bilingual
  readonly means: Bilingual
}

/** What each label is called, and what belongs to it: for pages, and for whoever labels texts by hand. */
export const faces: Readonly<Record<Label, Face>> = {
  complaint: {
    title: { zh: "投诉", en: "complaint" },
    means: {
      zh: "对产品、服务、配送或账号不满，或要求处理、退款。",
      en: "Displeased with product, service, delivery or account; or wants something put right or paid back."
    }
  },
  question: {
    title: { zh: "提问", en: "question" },
    means: { zh: "想知道一件事，等人回答。", en: "Wants to know something, and waits for an answer." }
  },
  praise: {
    title: { zh: "好评", en: "praise" },
    means: { zh: "满意、喜欢、感谢或祝贺。", en: "Is pleased, likes it, thanks or congratulates." }
  },
  lead: {
    title: { zh: "商机", en: "lead" },
    means: { zh: "想买、想预订、想合作，或问在哪里买。", en: "Wants to buy, book or cooperate, or asks where to buy." }
  },
  spam: {
    title: { zh: "广告", en: "spam" },
    means: {
      zh: "推销别的东西，刷粉、引流或诈骗。",
      en: "Sells something else, trades followers, lures elsewhere, or swindles."
    }
  },
  attack: {
    title: { zh: "谣言或攻击", en: "rumour or attack" },
    means: {
      zh: "散布未经证实的说法，辱骂、威胁或号召抵制。",
      en: "Spreads what nobody has confirmed, insults, threatens, or calls for a boycott."
    }
  },
  noise: {
    title: { zh: "闲聊", en: "small talk" },
    means: {
      zh: "没有要回应的：转发、@朋友、单个表情、闲谈。",
      en: "Nothing to answer: reposts, a friend's name, a lone emoji, talk."
    }
  }
}
