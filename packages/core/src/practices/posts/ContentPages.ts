/**
 * What the handbook says of what is published.
 *
 * @module
 */
import type { Handbook } from "../../handbook/Handbook.ts"
import * as Names from "../../handbook/Names.ts"
import { type HandbookWords, reviewName } from "../../page/HandbookWords.ts"
import type { Section, Text } from "../../page/Page.ts"
import { factsOf, tableOf } from "../../page/Sections.ts"

/** The rules of content, its review and its mix. */
export const content = (handbook: Handbook, words: HandbookWords): Section => {
  const {
    accepted = [],
    allowedWords = [],
    attention,
    bannedWords = [],
    goods = [],
    lead,
    looks,
    mix,
    patience,
    review,
    tolerance,
    trademarks = []
  } = handbook.content
  return {
    id: "content",
    title: { zh: "内容规则与审核", en: "Content rules and review" },
    blocks: [
      ...factsOf([
        [{ zh: "审核", en: "Review" }, reviewName(review, words)],
        [{ zh: "负责人", en: "Lead" }, words.person(lead)],
        [{ zh: "无人处理时提醒", en: "Reminded when it waits" }, words.allowance(attention)],
        [{ zh: "发布时间允许误差", en: "How late a post may be" }, Names.spanName(tolerance)],
        [{ zh: "等待发布结果", en: "Waits for the outcome" }, Names.spanName(patience)],
        [
          { zh: "结果不明时核实", en: "Looks for it, if unknown" },
          {
            zh: `每隔 ${Names.spanName(looks.every).zh}，共 ${looks.times} 次`,
            en: `every ${Names.spanName(looks.every).en}, ${looks.times} times`
          }
        ],
        [{ zh: "禁用词", en: "Banned words" }, wordsOf(bannedWords)],
        [{ zh: "允许的说法", en: "Allowed phrases" }, wordsOf(allowedWords)],
        [{ zh: "商标", en: "Trademarks" }, wordsOf(trademarks)],
        ...(goods.length === 0 ? [] : [[{ zh: "商品", en: "Goods" }, wordsOf(goods)] as const])
      ]),
      ...(accepted.length === 0
        ? []
        : tableOf(
            [
              { zh: "已接受的用语", en: "Accepted words" },
              { zh: "规则", en: "Rule" },
              { zh: "理由", en: "Reason" },
              { zh: "到期", en: "Until" }
            ],
            accepted.map(({ code, reason, text, until }) => [text, { code }, reason, until])
          )),
      ...(mix === undefined
        ? []
        : [
            ...factsOf([
              [
                { zh: "发布量", en: "How many posts" },
                {
                  zh: `${Names.per[mix.quantity.per].zh} ${mix.quantity.least} 到 ${mix.quantity.most} 条`,
                  en: `${mix.quantity.least} to ${mix.quantity.most} ${Names.per[mix.quantity.per].en}`
                }
              ]
            ]),
            ...tableOf(
              [
                { zh: "内容类别", en: "Category" },
                { zh: "占比", en: "Share" },
                { zh: "样文", en: "Like this" }
              ],
              Object.values(mix.categories).map(({ like = "—", share, title }) => [title, `${share}%`, like])
            ),
            ...tableOf(
              [
                { zh: "固定时段", en: "Slot" },
                { zh: "时间", en: "At" },
                { zh: "类别", en: "Category" }
              ],
              mix.slots.map(({ at, category, on }) => [
                Names.daysName(on),
                { strong: at },
                category === undefined
                  ? { zh: "按比例补足", en: "what the mix is short of" }
                  : words.titles(mix.categories, [category])
              ])
            )
          ])
    ]
  }
}

const wordsOf = (all: ReadonlyArray<string>): Text => (all.length === 0 ? { zh: "无", en: "none" } : all.join("、"))
