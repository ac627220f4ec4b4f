/**
 * Whether a superlative is a claim about goods, as far as the words around it show: 味道最好 is one, 你最好别来 and 最好的朋友 are none.
 *
 * What is said of people, feelings or places is no advertising, and the law's words stand there in plain language. A claim has goods, a shop,
 * an offer or rivals beside it.
 *
 * @module
 */
import type { Surroundings } from "./ContentRule.ts"

/** Whether the word makes a claim about goods where it stands. */
export const isClaim = (word: string, around: Surroundings): boolean => {
  const [left, right] = near(around)
  if (isNegated.test(left) || isBlamed.test(right)) return false
  if (rivals.test(left)) return true
  return plain[word]?.(left, right) !== true && (isOfGoods(around) || offers.test(word))
}

/** Whether goods, a shop or an offer stand beside the word. */
export const isOfGoods = (around: Surroundings): boolean => {
  const [left, right] = near(around)
  return goods.test(left) || goods.test(right) || praised.test(left) || praisedSo.test(right)
}

/** What stands beside the word, up to six characters, in the same part of a sentence. */
const near = ({ after, before }: Surroundings): readonly [string, string] => {
  const stop = after.search(part)
  const parts = before.split(part)
  return [(parts[parts.length - 1] as string).slice(-6), (stop < 0 ? after : after.slice(0, stop)).slice(0, 6)]
}
const part = /[。!?;,、:\n]/

/** Whether a flag or a person of state is another country's, of which the law does not speak. */
export const isForeign = ({ before }: Surroundings): boolean => foreign.test(before.slice(-8))

const foreign = /[美英法德俄韩日泰印意朝外各他两别异]国|日本|西方|欧洲|众国/

/** Whether the word is the name of a picture: [国旗]. */
export const isEmoticon = ({ after, before }: Surroundings): boolean => before.endsWith("[") && after.startsWith("]")

/** A superlative of what is bad, of one time among others, or one that is denied. */
const isNegated =
  /(?:不是|没有|并非|不算|不见得|未必|不求|不|差|坏|烂|慢|难[吃喝]|恶心|失望|残忍|势利|无耻|脏)[^,]{0,2}$/
const isBlamed =
  /^的?(?:一?[个点]|地方)?(?:不|没|缺|遗憾|问题|槽点|败笔|差|坏|错|失望|难|麻烦|败|毒|垃圾|悲|恶|骗|谎|假|意外|烂|臭)|^的?[这那一][次天回年刻段]|^一家很?[烂差]/

/** Words that are plain language more often than claims, and where they are none. */
const plain: Readonly<Record<string, (left: string, right: string) => boolean>> = {
  // 最好 before what is done is advice.
  最好: (left, right) => /[你我他她它们]$/.test(left) || !/^(?:$|[的吃喝用看玩了,:~、 ]|之一)/.test(right),
  绝对: (_, right) =>
    !/^(?:$|[,~ ]|是?(?:正|真|好|值|超|赞|新鲜|安全|放心|有效|满意|划算|推荐|优惠|实惠|一流|够|给力|美味|天然|健康|无|零|保|领先|专业|权威|物|便宜|第一|首选|最))/.test(
      right
    ),
  // 第一 in front, or with a 第二 to come, counts.
  第一: (left, right) => left.trim() === "" || !/^(?:$|[,~的]|品牌|名|大|好|美|香|高|快|流)/.test(right),
  第1: (left, right) => left.trim() === "" || !/^(?:$|[,~的]|品牌|名)/.test(right),
  永久: (_, right) => !/^(?:$|[,~]|保|免费|有效|不|性)/.test(right),
  唯一: (_, right) => !/^(?:$|[,~]|的?(?:一[家款个]|官方|指定|正品|授权|选择|品牌))/.test(right),
  最大: (left) => /[到至]$|影响$|音量/.test(left),
  最高: (_, right) => /^(?:领导|学府|法|检|境界|议事|权力|统帅|奖)/.test(right),
  最先: () => true
}

const goods =
  /商品|产品|本品|[本小]店|我司|本公司|我们家|品牌|新品|上新|套餐|礼盒|正品|[这该新同]款|款式|机型|车型|购买(?!力)|选购|抢购|旗舰店|门店|外卖|茶|咖啡|奶[茶粉昔]|饮料|果汁|面膜|护肤|精华|口红|粉底|防晒|手机|耳机|相机|电脑|家电|衣服|裙子|好吃|好喝|炒菜|点菜|[盖拌炒米]饭|饼|烤鸭|炸鸡|鸡[翅排]|牛蛙|披萨|汉堡|蛋糕|甜品|巧克力|小吃|火锅|烧烤|寿司|驴肉|小米|酒[店水]/

/** What is said to be good about goods, in front of the superlative. */
const praised =
  /品质|质量|口感|味道|口味|风味|价[格钱位]|性价比|销量|功效|疗效|效果|服务|配方|工艺|做工|面料|材质|这家|那家/

/** The same behind it: 国家级品质. */
const praisedSo = new RegExp(`^的?(?:${praised.source})`)

/** Among whom a shop is the first, right in front of the superlative: 全城最佳. */
const rivals = /(?:全城|全市|全镇|全行业|城里|业[内界]|行业(?:内|里)?|同行(?:里|中)?|同类(?:里|中)?|市面上?)的?$/

/** Words that are said of goods and nothing else. */
const offers =
  /便宜|实惠|划算|低价|优惠|好吃|好喝|耐用|值得买|畅销|销量|品牌|全网|首发|史上最低|历史最低|跳楼价|秒杀|国家免检|驰名商标/
