/**
 * Whether a text promises a draw, and with which words.
 *
 * A draw asks for something, chooses some of those who do it, and gives them something, in words that stand close together: 转发, 挑两个人, 送茶. Of
 * words that say more than one of these (抽3位, 有奖, 抽奖) fewer are needed. What is given has no end of names, so whoever asks and chooses and names
 * none that is known may promise one too: a person sees it. Taking time is no draw (抽个空); nor is one that is over, denied or
 * warned of.
 *
 * @module
 */
import type { Range } from "../../finding/Finding.ts"
import * as Words from "./DrawWords.ts"

/** The words of a promise, and whether there is no doubt of it. */
export interface Promised extends Range {
  readonly isSure: boolean
}

/** The first words of a folded text that promise a draw for sure, or else the first that may; nothing where none do. */
export const promised = (text: string): Promised | undefined => {
  let possible: Range | undefined
  let isWordMeant: boolean | undefined
  for (const choice of text.matchAll(Words.choices)) {
    const place = placeOf(text, choice.index, choice.index + choice[0].length)
    const { word, ...others } = choice.groups as Choice
    if (word === undefined) {
      if (isDenied(place)) continue
      if (isPromised(others, place) && !outcome.test(place.sentence)) return { ...rangeOf(place), isSure: true }
      if (possible === undefined && isPossible(others, place)) possible = rangeOf(place)
    } else if (isWordMeant === false && !given.test(place.after)) continue
    else if (outcome.test(place.sentence)) continue
    else if (given.test(place.after)) return { ...place, isSure: true }
    else if (!isDenied(place) && !pretended.test(place.after)) {
      isWordMeant ??= isAnnounced(text)
      if (isWordMeant) return { ...place, isSure: true }
    }
  }
  return possible && { ...possible, isSure: false }
}

/** What a choice is made with, of which there is one. */
type Choice = Partial<Record<"drawn" | "word" | "reward" | "chosen" | "counted" | "begun", string>>

/** A choice, and what stands around it: in its own sentence, and in those beside it. */
interface Place {
  readonly start: number
  readonly end: number
  readonly before: string
  readonly after: string
  readonly sentence: string
  readonly around: string
}

/** How much is looked at on either side of a choice. */
const reach = 40

const placeOf = (text: string, start: number, end: number): Place => {
  const [left, right] = [text.slice(Math.max(0, start - reach), start), text.slice(end, end + reach)]
  const before = left.slice(left.search(/[^。!?\n]*$/))
  const after = right.split(/[。!?\n]/, 1)[0] as string
  const own = text.slice(start, end)
  return { start, end, before, after, sentence: before + own + after, around: `${left}\n${right}` }
}

/** From what is asked of people to the choice. */
const rangeOf = ({ before, end, start }: Place): Range => {
  const from = before.search(Words.ask)
  return { start: from < 0 ? start : start - before.length + from, end }
}

const isPromised = (choice: Omit<Choice, "word">, { after, around, before, sentence }: Place): boolean => {
  if (wished.test(before) || Words.scolded.test(after)) return false
  const isCalled = Words.ask.test(before.slice(-18))
  if (choice.drawn !== undefined)
    return isCalled || Words.gift.test(before.slice(-26)) || Words.gift.test(after.slice(0, 26))
  if (choice.begun !== undefined)
    return (
      (isCalled && Words.drawn.test(after)) || (Words.drawn.test(after) && isAsked(around) && Words.gift.test(around))
    )
  if (choice.reward !== undefined) return Words.ask.test(sentence)
  if (choice.counted !== undefined) {
    const near = before.slice(-20)
    return isAsked(near) && Words.gift.test(`${near}\n${after.slice(0, 12)}`)
  }
  return isAsked(around) && Words.gift.test(around.replace(wishes, "")) && !outcome.test(around)
}

/** Somebody is asked, and some are chosen. */
const isPossible = ({ chosen, counted, drawn }: Choice, { after, around, before }: Place): boolean => {
  if (wished.test(before) || Words.scolded.test(after) || outcome.test(around)) return false
  if (chosen !== undefined || drawn !== undefined) return Words.publicly.test(around)
  return counted !== undefined && Words.publicly.test(before.slice(-20))
}

const isDenied = ({ before }: Place): boolean => denied.test(before) || warned.test(before)

const isAsked = (text: string): boolean => Words.ask.test(text) || Words.crowd.test(text)

/** The word is used by whoever tells of a draw as well. What is given right behind it makes a promise of it, or what the text asks for. */
const given = /^[,:\s]{0,2}[送赠得赢]/

/** A draw is promised where something is asked for or given, or where it is a heading. */
const asked = /转发|评论|关注|留言|点赞|盖楼|报名|扫码|下单|[【#[]抽奖|抽奖活动|奖品|免单|送出|开奖/
const isAnnounced = (text: string): boolean =>
  !outcome.test(text) && (isHeading(text) || asked.test(text.replaceAll("@微博抽奖平台", "")))
const isHeading = (text: string): boolean => text.replace(/[^\p{L}\p{N}]/gu, "").length <= 8

/** Right in front of a choice: 不抽奖, 不再搞转发抽奖. */
const denied = /(?:(?<![要是])不|没有?|别|无需|并非|取消|停止|暂停)[再用是做搞办会]?(?:参[加与]|任何)?(?:转发)?["“「]?$/
/** What those say who hope to be chosen, or give thanks for it. */
const wished = /(?:祝我|希望|求|愿(?:我|自己))[^,。!?\n]{0,8}$|谢[^,。!?\n]{0,8}的$/
/** What is wished is not given: 转发锦鲤，祝大家免单. */
const wishes = /祝(?!福)[^,。!?\n]*/g
/** In front of a choice: 有人冒充我们以抽奖…; and behind the word: …的名义. */
const warned = /谨防|警惕|当心|冒[充用]|[假仿]冒|(?<!不)骗|诈|辟谣/
const pretended = /^["”」]?(?:活动)?[的为]?(?:名义?|由|借口|幌子|骗局|诈骗|陷阱)/

/** Winners, or that all is over. A list that is still to come is none. */
const outcome = new RegExp(
  [
    "[中获]奖(?:名单|公告)(?![^。!?\\n]{0,4}(?:将|会|于|下周|[明后][天日]|届时|稍后|\\d))",
    "[中获得]奖者(?:是|为|有|:|名单)|(?:请|麻烦|通知|联系)[^,。!?\\n]{0,4}[中获得]奖者|中奖用户|[开抽]奖结果|签收|没(?:中奖|抽[中到])|(?:[中获]奖|抽中)的?(?:[\\d一二两三四五六七八九十几][位名个])?(?:小伙伴|朋友|粉丝|宝宝|幸运儿|用户)",
    "恭喜(?!发财)[^。!?\\n]{0,30}(?:中奖|获得|抽中)",
    "(?:抽奖|活动|奖品|礼品|上[周期次月轮])[^。!?\\n]{0,10}(?:已经?|全部|都)[^。!?\\n]{0,4}(?:结束|截止|开奖|寄出|发出|发放|发完|送出|抽完|揭晓|公布)",
    "抽奖(?:活动)?(?:结束|截止|延期|推迟|顺延|取消|暂停)"
  ].join("|")
)
