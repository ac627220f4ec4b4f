/**
 * What China's advertising law says of a post's words.
 *
 * Sources: 中华人民共和国广告法 Art. 9 (a fine of 200,000 to 1,000,000 yuan by Art. 57), 广告绝对化用语执法指南 (2023, no. 6), and
 * 互联网广告管理办法 (in force from 1 May 2023) for the mark 广告.
 *
 * Only what the statute names is an error. Whatever needs judgement is a warning with its reason; what the guide exempts
 * is a note with the condition on which it does.
 *
 * @module
 */
import * as Exemptions from "./AdvertisingExemptions.ts"
import { isMarkedText } from "./AdvertisingMark.ts"
import * as Says from "./AdvertisingMessages.ts"
import * as Words from "./AdvertisingWords.ts"
import * as Claims from "./Claims.ts"
import {
  check,
  type Draft,
  inText,
  type Pack,
  type Statement,
  type Surroundings,
  type WordRule,
  words
} from "./ContentRule.ts"
import * as Link from "./Link.ts"

/** What the brand has: registered names that may hold a superlative, and goods by the names that it gives them. */
export interface Settings {
  readonly trademarks: ReadonlyArray<string>
  readonly goods?: ReadonlyArray<string>
}

/** The advertising law's rules. The longest phrase speaks: 最低温度 is advice, though 最低 is in it. */
export const make = ({ goods = [], trademarks }: Settings): Pack => {
  const claims = Claims.of(goods)
  return {
    name: "advertising-law",
    rules: [
      ...Words.statutory.map((word) =>
        phrases({
          words: [word],
          says: Says.statutory,
          saysBroken: Says.statutoryBroken,
          saysDisguised: Says.statutoryDisguised,
          weigh: named(claims, word)
        })
      ),
      phrases({ words: Words.stateSymbols, says: Says.stateSymbol, weigh: symbol(claims) }),
      phrases({ words: Words.stateSupplies, says: Says.stateSymbol }),
      ...Words.absolute.map((word) =>
        phrases({ words: [word], says: Says.superlative, saysBroken: Says.superlative, weigh: absolute(claims, word) })
      ),
      ...Words.trades.map((trade) => phrases({ words: trade.words, says: Says.trade(trade), weigh: ofTrade(claims) })),
      phrases({ words: Exemptions.ordinary }),
      phrases({ words: Exemptions.consumerAdvice, says: Says.consumerAdvice }),
      phrases({ words: Exemptions.graded, says: Says.graded }),
      phrases({ words: trademarks, says: Says.trademark }),
      check(isMarked)
    ]
  }
}

const phrases = (rule: Omit<WordRule, "_tag">): WordRule => words({ ...rule, givesWay: true })

type Weigh = (around: Surroundings, says: Statement) => Statement | undefined

/** What the statute names is exempt as a title, a prize or a condition; among whom it is best makes a claim of it, whatever it is said of. */
const named = (claims: Claims.Claims, word: string): Weigh => {
  const weigh = absolute(claims, word)
  const grades = word === "国家级" ? Exemptions.titles : Exemptions.awards
  return (around, says) => {
    if (grades.test(around.after)) return Says.graded
    if (word === "国家级") return claims.isClaim(word, around) ? says : Says.inPassing
    if (Exemptions.optimum.test(around.after) || Exemptions.condition.test(around.before)) return Says.consumerAdvice
    return Claims.isOfAll(around) ? says : weigh(around, says)
  }
}

/** The guide exempts a comparison of the brand's own goods with each other, if it is true. What is no claim about goods is advice. */
const absolute =
  (claims: Claims.Claims, word: string): Weigh =>
  (around, says) => {
    if (Claims.isEmoticon(around)) return undefined
    if (Claims.isAmongOwn(around)) return Says.selfComparison
    return claims.isClaim(word, around) ? says : Says.inPassing
  }

/** A word of a trade is one where the trade's goods are spoken of. */
const ofTrade =
  (claims: Claims.Claims): Weigh =>
  (around, says) =>
    claims.isOfGoods(around) || sold.test(around.before + around.after) ? says : Says.inPassing

const sold = /药品|疗程|治疗|胶囊|保健|专治|用于|课程|学员|报名|理财|基金|投资|收益|楼盘|户型|首付|精华|护发|洗发/

/** A flag as a picture is shown in every congratulation; one beside goods or an offer sells them. */
const symbol =
  (claims: Claims.Claims): Weigh =>
  (around, says) =>
    Claims.isEmoticon(around) || Claims.isForeign(around)
      ? undefined
      : claims.isOffer(around)
        ? says
        : Says.symbolInPassing

/** What calls to buy; that something can be bought is no call. */
const buying =
  /(?:点击|立即|马上|欢迎|前往|扫码|在线|限时|火热|即可)(?:购买|选购|订购)|购买(?:链接|地址|入口|请?戳|点)|下单|抢购|立即购|点击购|买它|购物链接|到手价|优惠券|领券|限时秒杀|预售|包邮|限时特价/

const shop = /(?:^|\.)(?:tmall|taobao|jd|pinduoduo|yangkeduo|suning|vip|dangdang|youzan|weidian)\.(?:com|hk)$/

/** A post that sells with a buying link says that it is an advertisement. */
const isMarked = ({ content, folded }: Draft) => {
  const links = Link.all(content.text)
  if (links.length === 0 || isMarkedText(folded)) return []
  const sells = links.find((link) => link.host !== undefined && shop.test(link.host))
  if (sells !== undefined) return [inText(content, Says.unmarked, sells)]
  const link = folded.text.search(buying) < 0 ? undefined : links[0]
  return link === undefined ? [] : [inText(content, Says.unmarked, link)]
}
