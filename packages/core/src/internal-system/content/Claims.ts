/**
 * Whether a superlative is a claim about goods, as far as the words around it show: 味道最好 is one, 你最好别来 and 最好的朋友 are none.
 *
 * What is said of people, feelings or places is no advertising, and the law's words stand there in plain language. A claim has goods, a shop,
 * an offer or rivals beside it. Which goods a brand has, its handbook says; of those of many trades there is a list of vocabulary besides.
 *
 * @module
 */
import * as Goods from "./ClaimWords.ts"
import type { Surroundings } from "./ContentRule.ts"
import { fold } from "./FoldedText.ts"

/** What can be said of a word by what stands around it. */
export interface Claims {
  /** Whether the word makes a claim about goods where it stands. */
  readonly isClaim: (word: string, around: Surroundings) => boolean
  /** Whether goods, a shop or what is praised in them stand beside the word. */
  readonly isOfGoods: (around: Surroundings) => boolean
  /** Whether goods or an offer are anywhere around the word. */
  readonly isOffer: (around: Surroundings) => boolean
}

/** Knows the brand's goods by these names, beside the vocabulary. */
export const of = (names: ReadonlyArray<string>): Claims => {
  const own = names.map((name) => fold(name).text).filter((name) => name !== "")
  const goods = own.length === 0 ? Goods.goods : new RegExp([...own.map(escaped), Goods.goods.source].join("|"))
  const isGoods = (text: string) => goods.test(text)
  const isOfGoods = (around: Surroundings): boolean => {
    const [left, right] = near(around)
    return isGoods(left) || isGoods(right) || Goods.praised.test(left) || praisedSo.test(right)
  }
  return {
    isOfGoods,
    isOffer: ({ after, before }) => isGoods(before) || isGoods(after) || offer.test(before) || offer.test(after),
    isClaim: (word, around) => {
      const [left, right] = near(around)
      if (isNegated.test(left) || isBlamed.test(right)) return false
      if (rivals.test(left)) return true
      return (
        Goods.plain[word]?.(left, right) !== true &&
        (isOfGoods(around) || Goods.offers.test(word) || Goods.selling.test(around.after))
      )
    }
  }
}

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")

/**
 * What stands beside the word, up to six characters, in the same part of a sentence. What stands all but alone in its part says it of the part before:
 * 桂花乌龙，最佳！ And what is hardly more says it of the part behind: 最佳选择，本店奶茶.
 */
const near = ({ after, before }: Surroundings): readonly [string, string] => {
  const stop = after.search(part)
  const parts = before.split(part)
  const left = parts[parts.length - 1] as string
  const right = stop < 0 ? after : after.slice(0, stop)
  const isHeading = left === "" && stop >= 0 && stop <= 4 && after[stop] !== "\n"
  return [
    left.length <= 2 ? (parts[parts.length - 2] ?? "").slice(-6) + left : left.slice(-6),
    isHeading ? after.slice(0, stop + 7) : right.slice(0, 6)
  ]
}
const part = /[。!?;,、:\n]/

/** Whether a flag or a person of state is another country's, of which the law does not speak. */
export const isForeign = ({ before }: Surroundings): boolean => foreign.test(before.slice(-8))

const foreign = /[美英法德俄韩日泰印意朝外各他两别异]国|日本|西方|欧洲|众国/

/** Whether the word is the name of a picture: [国旗]. */
export const isEmoticon = ({ after, before }: Surroundings): boolean => before.endsWith("[") && after.startsWith("]")

/** Whether all others are named in front of the word, near or far: 全国最佳, 业界公认最佳. */
export const isOfAll = ({ before }: Surroundings): boolean => all.test(before)

const all =
  /(?:全(?:国|球|世界|中国|城|市|省|镇|网|场|行业|亚洲)|世界|中国|国内|亚洲|整个(?!夏|秋|春|冬|[过周月])[\p{Script=Han}]{1,4}|业[内界]|行业|同[行类]|市面上?)(?:公认|评选|票选)?的?[里中内上]?$/u

/** Whether the brand's own goods are compared with each other: within a series, over the years, or by what is sold. */
export const isAmongOwn = ({ before }: Surroundings): boolean =>
  !isOfAll({ before, after: "" }) && amongOwn.test(before)

const amongOwn =
  /(?:历代|历年|[本同]系列|我们的?(?:产品|菜单|店)[里中内]|(?:本店|本品牌|我们家|我家|自家|我司|本公司|旗下)[^。!?,;\n]{0,6}(?:[里中内]|所有|全部|卖得|点得|销量|人气|有史以来))[^。!?,;\n]*$/

/** A superlative of what is bad, of one time among others, or one that is denied. */
const isNegated =
  /(?:不是|没有|并非|不算|不见得|未必|不求|不|差|坏|烂|慢|难[吃喝]|恶心|失望|残忍|势利|无耻|脏)[^,]{0,2}$/
const isBlamed =
  /^的?(?:一?[个点]|地方)?(?:不|没|缺|遗憾|问题|槽点|败笔|差|坏|错|失望|难|麻烦|败|毒|垃圾|悲|恶|骗|谎|假|意外|烂|臭)|^的?[这那一][次天回年刻段]|^一家很?[烂差]/

/** The same behind it: 国家级品质. */
const praisedSo = new RegExp(`^的?(?:${Goods.praised.source})`)

/** Among whom a shop is the first, right in front of the superlative: 全城最佳. */
const rivals =
  /(?:全城|全市|全镇|全行业|城里|业[内界]|行业(?:内|里)?|同行(?:里|中)?|同类(?:里|中)?|市面上?)(?:公认)?的?$/

/** What is bought, beside a symbol of the state. */
const offer =
  /同款|定制|限量|发售|下单|优惠|折扣|[\d一二三四五六七八九]折|半价|[满立]减|买[一\d]|特价|促销|领券|到手价|[\d]元|价格/
