/**
 * What the advertising law's rules say where they apply.
 *
 * @module
 * @internal
 */
import type { Bilingual } from "../../finding/Bilingual.ts"
import type { Statement } from "./ContentRule.ts"

/** Art. 9(3), by name. */
export const statutory: Statement = {
  code: "advertising-law/statutory",
  severity: "error",
  message: {
    zh: "《广告法》第九条第（三）项点名禁止的用语。",
    en: "The Advertising Law names this expression as forbidden, Art. 9(3)."
  },
  fix: { zh: "改为可以证明的事实。", en: "Say a fact that can be proved." }
}

/** The same where blanks or symbols break the word up: a pause or a disguise, a person sees which. */
export const statutoryBroken: Statement = {
  ...statutory,
  code: "advertising-law/statutory-broken-up",
  severity: "warning"
}

/** The same spelled in pinyin, or with characters of its sound: zui佳. */
export const statutoryDisguised: Statement = {
  ...statutory,
  code: "advertising-law/statutory-disguised",
  severity: "warning"
}

/** Art. 9(1) and (2). */
export const stateSymbol: Statement = {
  code: "advertising-law/state-symbol",
  severity: "error",
  message: {
    zh: "《广告法》第九条第（一）（二）项：广告不得使用国旗、国歌、国徽、军旗、军歌、军徽，或国家机关、国家机关工作人员的名义或形象。",
    en: "Advertising Law Art. 9(1), (2): no flag, anthem or emblem of the state or the army, no state organ or its people."
  },
  fix: {
    zh: "删去，或与商品和优惠分开另发。",
    en: "Remove it, or say it in a post that offers nothing."
  }
}

/** The same where nothing is sold beside it: a congratulation, a report, a ceremony. */
export const symbolInPassing: Statement = {
  ...stateSymbol,
  code: "advertising-law/symbol-in-passing",
  severity: "note",
  message: {
    zh: "提到国家象征或国家机关工作人员，从上下文看不是推销。",
    en: "A symbol of the state or its people, and nothing is sold beside it."
  },
  fix: {
    zh: "确认全文（包括图片）不是广告。",
    en: "Make sure that the post as a whole, pictures included, is no advertisement."
  }
}

/** Art. 9(3), "and the like". */
export const superlative: Statement = {
  code: "advertising-law/superlative",
  severity: "warning",
  message: {
    zh: "可能属于《广告法》第九条第（三）项“等用语”：无法证明的绝对化用语会被处罚。",
    en: "May be one of the 'and the like' of Advertising Law Art. 9(3): an absolute claim that cannot be proved is fined."
  },
  fix: {
    zh: "改为有出处的事实（数据、时间、范围），或确认不指向所推销的商品。",
    en: "Give a fact with its source, time and scope, or make sure that it is not about the goods."
  }
}

/** The same words where nothing around them shows that goods are meant. */
export const inPassing: Statement = {
  code: "advertising-law/in-passing",
  severity: "note",
  message: {
    zh: "绝对化用语，从上下文看说的不是商品或服务。",
    en: "An absolute word, and nothing around it shows that it is said of goods."
  },
  fix: {
    zh: "若用来推销，请改为有出处的事实。",
    en: "If it sells, give a fact with its source instead."
  }
}

/** A word for which a trade has rules of its own. */
export const trade = (of: Bilingual): Statement => ({
  code: "advertising-law/trade",
  severity: "warning",
  message: {
    zh: `行业用语（${of.zh}）：须有依据或另有规定。`,
    en: `A word of a trade with rules of its own: ${of.en}.`
  },
  fix: { zh: "核对该行业的广告规定，备好证明。", en: "Look up the trade's rules and keep the proof." }
})

const exemption = (code: string, of: Bilingual, condition: Bilingual): Statement => ({
  code: `advertising-law/${code}`,
  severity: "note",
  message: {
    zh: `《广告绝对化用语执法指南》：${of.zh}，可不认定为绝对化用语。`,
    en: `The guide of 2023 (no. 6) exempts this: ${of.en}.`
  },
  fix: condition
})

/** The guide's exemption of a brand compared with itself. */
export const selfComparison = exemption(
  "self-comparison",
  { zh: "同一品牌内部的自我比较", en: "the brand's goods compared with each other" },
  {
    zh: "确认属实，并写清比较的范围。",
    en: "Make sure that it is true, and say what is compared."
  }
)

/** The guide's exemption of tips for the consumer. */
export const consumerAdvice = exemption(
  "consumer-advice",
  { zh: "面向消费者的使用提示", en: "advice on use for the consumer" },
  {
    zh: "确认只是提示，不是推销。",
    en: "Make sure that it advises and does not sell."
  }
)

/** The guide's exemption of grades, prizes and facts of record. */
export const graded = exemption(
  "graded",
  { zh: "依标准、评定得出的等级、奖项或事实", en: "a grade, prize or fact of record" },
  {
    zh: "写明出处，备好证明。",
    en: "Name the source and keep the proof."
  }
)

/** The guide's exemption of trademarks and names of goods. */
export const trademark = exemption(
  "trademark",
  { zh: "商标或商品名称", en: "a trademark or name of goods" },
  {
    zh: "只作为名称使用，不作宣传语。",
    en: "Use it as a name only, not as a claim."
  }
)

/** Measures for Internet Advertising, Art. 9: the mark 广告. */
export const unmarked: Statement = {
  code: "advertising-law/unmarked",
  severity: "error",
  message: {
    zh: "附有购买链接的推销内容须显著标明“广告”（《互联网广告管理办法》第九条）。",
    en: "A post that sells with a buying link has to be marked 广告 (Measures for Internet Advertising, Art. 9)."
  },
  fix: { zh: "在开头加上【广告】。", en: "Put 【广告】 in front." }
}
