/**
 * What fans write on the day, and when. It happens in the (emulated) Weibo, whose journal remembers it: a day that is started again goes on where it was.
 *
 * @module
 */
import { Emulator } from "@dualops/adapter-weibo/emulator"
import type { AccountId } from "@dualops/core/account"
import { Intake } from "@dualops/core/interaction"
import { Effect } from "effect"
import { patiently } from "./Move.ts"
import type { Schedule } from "./Schedule.ts"

/** Something that a fan writes below the account's latest post, and what the team says to it: the staff of the day read it here. */
export interface Line {
  readonly at: string
  readonly fan: keyof typeof names
  readonly text: string
  /** What is said to a question, or first to a complaint. */
  readonly say?: string
  /** What customer service is asked to do. */
  readonly ask?: string
  /** What the fan is told when it is done. */
  readonly solved?: string
}

/** Who writes. */
export const names = {
  "2489518277": "小林",
  "2489518278": "阿杰",
  "2489518279": "南山有茶",
  "2489518280": "豆豆妈",
  "2489518281": "老周爱喝茶",
  "2489518282": "一颗话梅",
  "2489518283": "夜班小李",
  "2489518284": "优惠速递",
  "2489518285": "不吐不快"
} as const

/** Questions, praise, complaints, an advertisement, an attack. */
export const lines: ReadonlyArray<Line> = [
  {
    at: "09:10",
    fan: "2489518277",
    text: "请问周末门店几点开门？",
    say: "周末九点开门，小河等你。"
  },
  { at: "09:50", fan: "2489518279", text: "桂花乌龙太好喝了，香而不甜，爱了爱了", say: "谢谢你，明天也给你留一杯。" },
  {
    at: "10:20",
    fan: "2489518278",
    text: "昨天点的冷泡茶送来漏了一半，客服电话一直没人接，太差了，要求退款",
    say: "阿杰，非常抱歉，已请客服核实，今天给您答复。",
    ask: "外送冷泡茶漏洒，客服电话没人接：请退款并回电",
    solved: "阿杰，退款已经办好，门店会给您回电。再次抱歉。"
  },
  { at: "11:50", fan: "2489518278", text: "退款收到了，谢谢，处理得挺快" },
  {
    at: "12:40",
    fan: "2489518280",
    text: "在门店等了一个小时没人理，店员态度太差，饮料还做错了，再也不来了",
    say: "让您久等了，对不起。已请门店说明经过，今天答复您。",
    ask: "门店排队一小时、做错饮料：请店长说明经过并补偿",
    solved: "店长核实了午间人手不够，已加派人手；补偿券放进您的账户了。真的对不起。"
  },
  { at: "14:30", fan: "2489518284", text: "加微信领优惠券，全场一折，名额有限，点我主页" },
  {
    at: "15:10",
    fan: "2489518281",
    text: "公司想订一百杯下午茶，可以开发票吗？怎么联系？",
    say: "可以的，也能开发票。请私信留下公司和时间，门店同事来安排。"
  },
  { at: "16:30", fan: "2489518285", text: "黑心商家，喝死过人，大家快转发抵制！" },
  {
    at: "20:15",
    fan: "2489518282",
    text: "月饼盒子里的茶可以单独买吗？",
    say: "可以，四种都有单独的小罐，门店就能买到。"
  },
  {
    at: "22:30",
    fan: "2489518283",
    text: "刚收到的礼盒压扁了，茶包全散了，是要送人的，气死了，必须给我换",
    say: "小河看到了，很抱歉。明早客服一开门就给您换，请先拍照留着。",
    ask: "礼盒运输压坏，粉丝明天要送人：请一早换新",
    solved: "新的礼盒已经发出，今天下午到，旧的不用寄回。"
  }
]

/** What is written when the day is over, for somebody real to answer. */
const later: ReadonlyArray<Pick<Line, "fan" | "text">> = [
  { fan: "2489518277", text: "桂花乌龙还有货吗？想带两罐给爸妈" },
  { fan: "2489518280", text: "今天门店排队快多了，点赞" },
  { fan: "2489518279", text: "请问冷泡茶保质期多久？" },
  { fan: "2489518278", text: "会员积分没到账，打客服又是占线，怎么办" },
  { fan: "2489518283", text: "新礼盒收到了，包得很仔细，谢谢小河" },
  { fan: "2489518282", text: "杯盖漏水，裤子都湿了，差评" }
]

/** What the team has to say to these words. */
export const lineOf = (text: string): Line | undefined => lines.find((line) => line.text === text)

/** What fans have not written yet, each at its hour; before the account has said anything, there is nothing to write below. */
export const moves = Effect.fnUntraced(function* (schedule: Schedule, account: AccountId) {
  const { fans, happenings, posts } = yield* Emulator.Emulator
  const written = new Set(happenings().flatMap((one) => (one._tag === "Commented" ? [one.sent] : [])))
  const write = ({ fan, text }: Line) =>
    Effect.sync(() => {
      const post = posts(account).at(-1)?.post
      if (post !== undefined) fans.comment(fan, post, text)
    }).pipe(Effect.andThen(hear(account)))
  if (posts(account).length === 0) return []
  return lines
    .filter(({ text }) => !written.has(text))
    .map((line) => ({ at: schedule(line.at), key: line.text, make: write(line) }))
})

/** One after the other, every half minute; what was written at an earlier start is not written again. */
export const linger = Effect.fnUntraced(function* (account: AccountId) {
  const { fans, happenings, posts } = yield* Emulator.Emulator
  for (const { fan, text } of later) {
    yield* Effect.sleep("30 seconds")
    const post = posts(account).at(-1)?.post
    const isWritten = happenings().some((one) => one._tag === "Commented" && one.sent === text)
    if (post !== undefined && !isWritten) fans.comment(fan, post, text)
  }
})

/**
 * Reads where fans have written since the last time. A push of Weibo would say so; the emulator's record does here, for a day has calls enough to read when
 * something is new, and not to ask all the time.
 */
export const listener = (account: AccountId) => {
  let known = 0
  return Effect.gen(function* () {
    const { happenings } = yield* Emulator.Emulator
    const written = happenings().filter((one) => one._tag === "Commented" && one.by !== account).length
    if (written > known) yield* hear(account)
    known = written
  })
}

/** The team's program reads what is new below the account's posts. */
export const hear = (account: AccountId) => patiently(Intake.poll(account, "comments"))
