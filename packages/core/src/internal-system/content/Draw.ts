/**
 * Whether a text promises a draw, and with which words.
 *
 * A promise says who is drawn or what they get (抽3位, 挑两个人送茶, 随机掉落3份), or it uses the word 抽奖. Taking time is none (抽个空); nor is the word
 * where the draw is over, denied or warned of.
 *
 * @module
 */
import type { Range } from "../../finding/Finding.ts"

/** The first words of a folded text that promise a draw; nothing where none do. */
export const promised = (text: string): Range | undefined => {
  if (!signs.test(text)) return undefined
  let isWordPromised: boolean | undefined
  for (const match of text.matchAll(draw)) {
    const start = match.index
    const end = start + match[0].length
    const before = lastOf(text.slice(Math.max(0, start - reach), start))
    const after = firstOf(text.slice(end, end + reach))
    if (outcome.test(before + match[0] + after)) continue
    const rest = after.replace(prize, "")
    if ((rest === after && !word.test(match[0])) || given.test(rest)) return { start, end }
    if (denied.test(text.slice(Math.max(0, end - reach), end)) || warned.test(before) || pretended.test(rest)) continue
    isWordPromised ??= !outcome.test(text) && (isHeading(text) || asked.test(text.replaceAll("@微博抽奖平台", "")))
    if (isWordPromised) return { start, end }
  }
  return undefined
}

/** How much of its sentence is looked at on either side of a promise. */
const reach = 40

const firstOf = (text: string): string => text.split(/[。!?\n]/, 1)[0] as string
const lastOf = (text: string): string => text.slice(text.search(/[^。!?\n]*$/))

/** Without one of these there is no draw. */
const signs = /[抽揪挑选捞抓捉逮摇抠圈钓砸翻]|随机|随缘|掉落|有机会|幸运|锦鲤|欧皇|chou|roll|[丑愁筹瞅绸]大?奖/

/** What is asked of those who take part, or where they are. 转 and 评 alone are short for it in front of another of these, or of the draw. */
const call = "(?:转发|评论|关注|留言|粉丝|参与|点?赞|[转评](?=[转评赞并后抽揪,、+/& ]))[^。!?\\n]{0,16}"
const number = "(?:\\d{1,6}|[一二两三四五六七八九十百千几]{1,9})\\s?"
const person =
  "(?:位|名|人|[只条](?:锦鲤|幸运|评论|留言)|个(?=人|粉|宝|幸运|锦鲤|欧皇|朋友|小|用户|网友|读者|顾客|会员|号|送|得|[,。!?;:\\s]|$))"
const lucky = `(?:${number})?[位名个只条](?:幸运|锦鲤|欧皇)`
const people = `(?:${number}${person}|[仨俩]个?人?|${lucky})`
const gives = "(?:奖|送|赠|礼|红包|免单|福利|获得|得到|优惠|请[喝吃]|寄|每人)"
const givesThen = `(?=[^。!?\\n]{0,24}${gives})`
/** 抽一个人骂我: who is drawn wins nothing. */
const scolded = `${number}(?:个人|人|个)?(?:来|去|出来)?(?:骂|打|揍|怼|喷|训|批|吵|踢|咬|亲|夸|嫁|娶|陪|聊|回答|检查|提问|背|值日)`

const take = "(?:[抽揪]|chou|roll)\\s?(?!出来)"
/** What follows a drawing after a call: who or what is drawn, or nothing more. */
const drawn = `(?:[取选]?出?${people}|[取选](?!出)|[取选]?出?${number}[份套台盒箱]|[奖送人名位粉礼]|大奖|好礼|一?点儿?小?[东礼奖]|幸运|现金|红包|免单|\\d|[,。!?;:\\s]|$)`
const pick = `(?:[抽揪挑选捞抓捉逮摇抠圈钓]|砸中|翻牌|掉落|roll)[取选中出人]?[\\s,:]?`
const scatter = "(?:(?:随机|随缘)[^。!?\\n]{0,4}[送派发寄落]|掉落|抓阄)[^。!?\\n]{0,2}"

/** Who promises a draw calls for something and draws from those who do it, or draws so many and gives them something, or says so. */
const draw = new RegExp(
  [
    `${call}${take}(?!${scolded})(?=${drawn})`,
    `${call}${pick}${people}${givesThen}`,
    // Chance or luck is said, whatever is done to those who have it.
    `${call}(?:(?:随机|随缘)[^。!?\\n]{0,4}${people}|${lucky})${givesThen}`,
    `${call}${scatter}${number}[份套台盒箱件瓶部支杯张本包个]`,
    `[抽揪]取?出?${people}(?!${scolded})${givesThen}`,
    `${gives}[^。!?\\n]{0,24}[抽揪]取?出?${people}`,
    `${call}有机会[^。!?\\n]{0,4}(?:获得|得到|赢|抽|免单)`,
    "[抽丑愁筹瞅绸]大?奖"
  ].join("|"),
  "g"
)

/** The word, which whoever tells of a draw uses as well; what is given behind it makes a promise of it. */
const word = /[抽丑愁筹瞅绸]大?奖$/
const prize = /^大?奖/
const given = /^[,:\s]{0,2}[送赠得赢]/

/** A draw is promised where something is asked for or given, or where it is a heading. */
const asked = /转发|评论|关注|留言|点赞|盖楼|报名|扫码|下单|[【#[]抽奖|抽奖活动|奖品|免单|送出|开奖/
const isHeading = (text: string): boolean => text.replace(/[^\p{L}\p{N}]/gu, "").length <= 8

/** 不抽奖, 不再搞转发抽奖. */
const denied =
  /(?:(?<![要是])不|没有?|别|无需|并非|取消|停止|暂停)[再用是做搞办会]?(?:参[加与]|任何)?(?:转发)?["“「]?抽(?:大?奖)?$/
/** In front of the word: 有人冒充我们以抽奖…; and behind it: …的名义. */
const warned = /谨防|警惕|当心|冒[充用]|[假仿]冒|骗|诈|辟谣/
const pretended = /^["”」]?(?:活动)?[的为]?(?:名义?|由|借口|幌子|骗局|诈骗|陷阱)/

/** Winners, or that all is over. A list that is still to come is none. */
const outcome = new RegExp(
  [
    "[中获]奖(?:名单|公告)(?![^。!?\\n]{0,4}(?:将|会|于|下周|[明后][天日]|届时|稍后|\\d))",
    "中奖者|中奖用户|开奖结果|签收|没(?:中奖|抽[中到])|(?:[中获]奖|抽中)的?(?:小伙伴|朋友|粉丝|宝宝|幸运儿)",
    "恭喜(?!发财)[^。!?\\n]{0,30}(?:中奖|获得|抽中)",
    "(?:抽奖|活动|奖品|礼品|上[周期次月轮])[^。!?\\n]{0,10}(?:已经?|全部|都)[^。!?\\n]{0,4}(?:结束|截止|开奖|寄出|发出|发放|发完|送出|抽完|揭晓|公布)",
    "抽奖(?:活动)?(?:结束|截止)"
  ].join("|")
)
