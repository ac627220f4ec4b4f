/**
 * What a post has to say that promises a draw.
 *
 * Sources: 微博商业行为规范办法 (15 March 2021, Art. 2: rules, prizes and time of the draw stated exactly; Art. 8: cash is drawn
 * with @微博抽奖平台), 反不正当竞争法 Art. 10 as of 2019 (prize information clear, top prize at most 50,000 yuan). That every draw
 * goes through @微博抽奖平台 is what accounts do to be believed, and asked for here.
 *
 * @module
 */
import type { Bilingual } from "../../finding/Bilingual.ts"
import type { Finding, Range } from "../../finding/Finding.ts"
import { check, type Draft, inText, type Pack, type Statement } from "./ContentRule.ts"
import * as Draw from "./Draw.ts"
import { type FoldedText, rangeOf } from "./FoldedText.ts"

/** The rules of a draw; they say nothing of posts without one, nor of one that tells who won. */
export const pack: Pack = { name: "lottery", rules: [check((draft) => ofDraw(draft))] }

/** The most that a top prize may be worth, in yuan. */
export const topPrize = 50_000

const ofDraw = (draft: Draft): ReadonlyArray<Finding> => {
  const { content, folded, squeezed } = draft
  const promise = promiseIn(folded) ?? (isolated.test(folded.text) ? promiseIn(squeezed.text) : undefined)
  if (promise === undefined) return []
  const { isSure, range } = promise
  const lacking = required.filter((one) => !one.pattern.test(folded.text)).map(({ what }) => what)
  return [
    ...(lacking.length > 0 ? [inText(content, isSure ? incomplete(lacking) : perhaps(lacking), range)] : []),
    ...tooValuable(draft),
    ...(/现金|红包/.test(folded.text) ? [inText(content, cash, range)] : [])
  ]
}

const promiseIn = (folded: FoldedText) => {
  const promise = Draw.promised(folded.text)
  return promise && { isSure: promise.isSure, range: rangeOf(folded, promise.start, promise.end) }
}

/** A character of a draw that stands alone between signs, as where its words are broken up. */
const isolated = /(?<![\p{L}\p{N}])[转发评论赞关注留言抽揪挑选奖送](?![\p{L}\p{N}])/u

/** One finding for all that a draw lacks. */
const incomplete = (lacking: ReadonlyArray<Bilingual>): Statement => {
  const zh = lacking.map(({ zh }) => zh).join("、")
  const en = lacking.map(({ en }) => en).join("; ")
  return {
    code: "lottery/incomplete",
    severity: "error",
    message: { zh: `抽奖博文没有写明：${zh}。`, en: `This post promises a draw and does not name: ${en}.` },
    fix: { zh: `写明${zh}。`, en: `Name ${en}.` }
  }
}

/** The same where somebody is asked and some are chosen, and nobody can tell what they get. */
const perhaps = (lacking: ReadonlyArray<Bilingual>): Statement => {
  const { fix, message } = incomplete(lacking)
  return {
    code: "lottery/perhaps",
    severity: "warning",
    message: { zh: `像是抽奖或赠送。若是，${message.zh}`, en: `This may be a draw. If so: ${message.en}` },
    fix: { zh: `若是抽奖，${fix.zh}`, en: `If it is a draw: ${fix.en}` }
  }
}

/** What a draw names. A figure is looked at by its last digits, so that a long one is read once. */
const required: ReadonlyArray<{ readonly pattern: RegExp; readonly what: Bilingual }> = [
  { pattern: /奖品|礼[品盒包物]|赠|送|红包|现金|免单|获得|价值/, what: { zh: "奖品", en: "the prize" } },
  {
    pattern: /[\d一二两三四五六七八九十百千]\s{0,9}(?:位|名|个|人|份|台|套|张|件|部|盒|瓶|支|只|本|双)/,
    what: { zh: "奖品数量", en: "how many there are" }
  },
  {
    pattern: /\d\s{0,9}(?:元|块|rmb)|[¥$]\s{0,9}\d|[一二三四五六七八九十百千万]元/,
    what: { zh: "奖品价值", en: "what it is worth" }
  },
  {
    pattern:
      /\d\s{0,9}月\s{0,9}\d|\d\s{0,9}[日号]|\d[./-]\d{1,2}(?![\d元%])|[今明后][天晚日]|[本下]?(?:周|星期)[一二三四五六日天]|\d[:点]|\d\s{0,9}(?:小时|天)后/,
    what: { zh: "开奖时间", en: "the time of the draw" }
  },
  {
    pattern: /@微博抽奖平台/,
    what: { zh: "@微博抽奖平台", en: "@微博抽奖平台, which draws and shows that it did" }
  }
]

const worth = /(?:价值|单价|市场价|售价|奖品)[^。!?\n\d]{0,8}(\d[\d,]{0,15}(?:\.\d{1,15})?)\s{0,9}(万)?\s{0,9}元/g

/** Prizes whose value is named and higher than the law allows. */
const tooValuable = ({ content, folded }: Draft): ReadonlyArray<Finding> =>
  Array.from(folded.text.matchAll(worth))
    .filter(
      ([, figure = "", tenThousand]) => Number(figure.replaceAll(",", "")) * (tenThousand ? 10_000 : 1) > topPrize
    )
    .map((match): Range => rangeOf(folded, match.index, match.index + match[0].length))
    .map((range) => inText(content, overTop, range))

const overTop: Statement = {
  code: "lottery/prize-too-valuable",
  severity: "error",
  message: {
    zh: "抽奖式有奖销售的最高奖不得超过五万元。",
    en: "The top prize of a draw may not be worth more than 50,000 yuan."
  },
  fix: { zh: "换一个价值较低的奖品。", en: "Take a prize of less value." }
}

const cash: Statement = {
  code: "lottery/cash",
  severity: "note",
  message: {
    zh: "现金奖须先报备，并用@微博抽奖平台的现金抽奖。",
    en: "Cash has to be filed first, and drawn with the cash draw of @微博抽奖平台."
  },
  fix: { zh: "发布前完成报备。", en: "File it before publishing." }
}
