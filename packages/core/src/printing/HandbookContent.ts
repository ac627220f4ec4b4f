/**
 * What the handbook says of the account, of what is published and of activities.
 *
 * @module
 */
import type { Bilingual } from "../finding/Bilingual.ts"
import { needsName } from "../handbook/ChangeLines.ts"
import type { Handbook } from "../handbook/Handbook.ts"
import * as Names from "../handbook/Names.ts"
import type { ReviewPolicy } from "../internal-system/content/Post.ts"
import { type HandbookWords, money } from "../page/HandbookWords.ts"
import { pieces, type Section, type Text } from "../page/Page.ts"
import { fact, factsOf, groupOf, listOf, tableOf } from "../page/Sections.ts"
import { styleBlocks } from "./HandOverPapersBlocks.ts"

/** Positioning, content and activities. */
export const sections = (handbook: Handbook, words: HandbookWords): ReadonlyArray<Section> => [
  positioning(handbook),
  content(handbook, words),
  activities(handbook, words)
]

const positioning = ({ account, positioning: { audience, never, style }, timeZone }: Handbook): Section => ({
  id: "account",
  title: { zh: "账号与口吻", en: "The account, and how it speaks" },
  blocks: [
    ...factsOf([
      [{ zh: "账号", en: "Account" }, [account.name, { code: account.id }]],
      [{ zh: "发布接口", en: "Way to publish" }, routes[account.route]],
      [
        { zh: "安全域名", en: "Safe domains" },
        account.safeDomains.length === 0 ? { zh: "无", en: "none" } : account.safeDomains.map((code) => ({ code }))
      ],
      [{ zh: "时区", en: "Time zone" }, { code: timeZone }]
    ]),
    ...groupOf({ zh: "写给谁", en: "Whom it speaks to" }, listOf(audience)),
    ...groupOf({ zh: "不做什么", en: "What it does not do" }, listOf(never)),
    ...groupOf({ zh: "口吻与用语", en: "How it speaks" }, styleBlocks(style, undefined))
  ]
})

const routes: Readonly<Record<Handbook["account"]["route"], Bilingual>> = {
  share: { zh: "分享接口", en: "share" },
  update: { zh: "普通接口", en: "update" },
  upload: { zh: "图文接口", en: "upload" },
  business: { zh: "商业接口", en: "business" }
}

const content = (handbook: Handbook, words: HandbookWords): Section => {
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

/** Who approves, how many of them, and within which time. */
export const reviewName = ({ approvers, needs, within }: ReviewPolicy, words: HandbookWords): Text => [
  ...pieces(words.people(approvers)),
  {
    badge: needsName(needs),
    tone: "plain"
  },
  words.allowance(within)
]

const activities = ({ activities, resources }: Handbook, words: HandbookWords): Section => ({
  id: "activities",
  title: { zh: "活动规则", en: "Rules of activities" },
  blocks:
    activities === undefined
      ? [{ kind: "text", soft: true, text: { zh: "无。", en: "None." } }]
      : [
          ...factsOf([
            [{ zh: "多久一次", en: "How often" }, Names.cadenceName(activities.frequency)],
            [{ zh: "每次预算", en: "Budget of one" }, money(activities.budget)],
            [{ zh: "批准人", en: "Approver" }, words.person(activities.approver)],
            [{ zh: "提前告知账号", en: "The account is told ahead" }, words.allowance(activities.notice)],
            [{ zh: "结束后写报告", en: "Report after the end" }, words.allowance(activities.report)],
            ...fact({ zh: "奖品来自", en: "Prizes come from" }, activities.prizes, ({ from }) =>
              words.titles(resources, [from])
            ),
            ...fact({ zh: "奖品最多", en: "Prizes at most" }, activities.prizes, ({ most }) => money(most)),
            ...fact({ zh: "提前申请奖品", en: "Prizes are asked for ahead" }, activities.prizes, ({ ahead }) =>
              words.allowance(ahead)
            ),
            ...fact({ zh: "开奖后寄出", en: "Prizes are with the winners" }, activities.prizes, ({ sentWithin }) =>
              words.allowance(sentWithin)
            )
          ]),
          ...listOf(activities.rules)
        ]
})
