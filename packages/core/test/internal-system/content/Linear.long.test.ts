import { Screening } from "@dualops/core/content"
import { assert, describe, it } from "@effect/vitest"
import * as Link from "../../../src/internal-system/content/Link.ts"

const screening = Screening.compile({
  route: "share",
  safeDomains: ["brand.com"],
  bannedWords: ["加微信", "SM", "刷单", "兼职", "大麻"],
  allowedWords: ["大麻烦"],
  styleCard: {
    persona: { zh: "小编", en: "An editor" },
    signOff: "明天见",
    emoji: { most: 1 },
    tags: { least: 1, most: 2, always: ["新品"] },
    mustSay: [],
    neverSay: []
  }
})

/** Pieces of what the rules look for, with which a careless pattern begins again at every one of them. */
const pieces = [
  ...["1", "1 -", "138", "转发抽1", "价值1", "1 ", "抽十", "\uFEFF\n", "\u200B ", "\n", "a.", "a@"],
  ...["http://", "#a", "加。", "\u202E加", "w e ", "weixin", "微1"],
  // Of the words, of what may stand around them, and of each check of its own.
  ...[
    "微信",
    "微 信号",
    "qq1",
    "qq:12345 ",
    "加v",
    "微信a_",
    "vx:ab1234 ",
    "一三八",
    "138.1234.",
    "@a qq12345 ",
    "微信/qq"
  ],
  ...["加微信", "SM ", "国家级", "[国旗]", "大麻烦", "印刷单", "兼🈶", "加V", "亻言", "加威信"],
  ...[
    "抽一个人",
    "随机",
    "三位",
    "评论区",
    "挑三个",
    "祝",
    "转发随机送",
    "抽奖",
    "价值1元",
    "@a",
    "[哈哈]",
    "😀\u200D",
    "明天见",
    "https://taobao.com/ 下单"
  ]
]

const replies = Screening.ofReplies({ route: "share" })

/** Milliseconds of this program's own work, whatever else the machine is busy with. */
const timeOf = (text: string): number => {
  const start = process.cpuUsage()
  screening.screen({ text, pictures: [] })
  replies.screen({ text, pictures: [] })
  const { system, user } = process.cpuUsage(start)
  return (system + user) / 1000
}

describe("Screening a megabyte takes no longer by the character than screening a sixteenth of it", () => {
  it.each(pieces)("of %j", (piece) => {
    const text = (units: number) => piece.repeat(Math.ceil(units / piece.length))
    const [small, large] = [text(1 << 16), text(1 << 20)]
    timeOf(small)
    const share = Math.min(timeOf(small), timeOf(small))
    // What is quadratic takes 256 times as long, and what is linear 16 times; of a second it is no matter.
    assert.isBelow(timeOf(large), 1000 + 16 * 5 * share)
  })

  it("of 转发抽 and twenty thousand digits, in no time", () => {
    assert.isBelow(timeOf(`转发抽${"1".repeat(20_000)}`), 1000)
  })

  it("of names of hosts without an end", () => {
    const start = performance.now()
    Link.addresses("a-".repeat(1 << 19))
    assert.isBelow(performance.now() - start, 5000)
  })
})
