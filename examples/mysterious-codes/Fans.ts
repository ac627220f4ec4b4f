/**
 * Who the fans are, by the seed: when they notice which code, what they are like, and what they say. What they do about it is decided by what they meet.
 *
 * @module
 */
import { FanId } from "@dualops/core/account"
import { Duration } from "effect"
import { assumptions } from "./Assumptions.ts"
import { oneOf, stream } from "./Chance.ts"
import { dates } from "./Dates.ts"
import { at } from "./House.ts"

/** Where codes are found. */
export const placements = ["metro-line-2", "sleeves", "posts"] as const
/** Where codes are found. */
export type Placement = (typeof placements)[number]

/** Somebody who notices a code, or has something else to complain of. */
export interface Fan {
  readonly id: FanId
  readonly name: string
  /** When they notice it. */
  readonly noticed: number
  readonly placement: Placement
  /** A number from 0 until below 1, the same for the same question in both stories. */
  readonly roll: (what: string) => number
  readonly question: string
}

const hour = Duration.toMillis("1 hour")
const questions = [
  "请问暗号是什么活动？每家店都能用吗？",
  "暗号怎么兑换？有人知道吗？",
  "地铁二号线广告上那个暗号怎么用？",
  "暗号可以用几次？到什么时候截止？"
] as const

/** What went wrong in a shop, whatever is advertised. */
const mishaps = [
  "外卖洒了一半，打电话没人接，要求退款！",
  "等了四十分钟还做错了，态度很差，退钱！",
  "奶茶是冷的，门店不给换，非常失望，投诉！"
] as const

/** What those say who were turned away, and those whom nobody has answered. */
export const grievances = {
  turnedAway: "店员说不知道暗号活动，不给优惠，太差了，要求处理！",
  unanswered: "问了两天没人回，客服也说不清楚，这活动骗人的吧，投诉！"
}

/** Everybody who notices a code, in the order in which they do: most in the first days. */
export const finders = (seed: string): ReadonlyArray<Fan> =>
  Array.from({ length: assumptions.fans.value }, (_, index) => {
    const id = FanId.make(`${2_100_000_000 + index}`)
    const roll = (what: string) => stream(`${seed}/${id}/${what}`)()
    const [launch, days] = [at(dates.launch).epochMilliseconds, 13]
    const day = Math.floor(days * roll("day") ** 1.7)
    const inPosts = roll("posts") < assumptions.inPosts.value
    return {
      id,
      name: `茶友${index + 1}`,
      noticed: launch + day * 24 * hour + roll("hour") * 11 * hour,
      placement: inPosts
        ? ("posts" as const)
        : roll("placement") < 0.6
          ? ("metro-line-2" as const)
          : ("sleeves" as const),
      roll,
      question: oneOf(questions, roll("question"))
    }
  }).sort((one, other) => one.noticed - other.noticed)

/** Fans who complain of something else, with what they say and when. */
export const others = (seed: string) =>
  Array.from({ length: assumptions.ordinaryComplaints.value }, (_, index) => {
    const id = FanId.make(`${2_200_000_000 + index}`)
    const chance = stream(`${seed}/${id}`)
    const when = at(dates.launch).epochMilliseconds + chance() * 12.5 * 24 * hour
    return { id, name: `顾客${index + 1}`, when, text: oneOf(mishaps, chance()) }
  })
