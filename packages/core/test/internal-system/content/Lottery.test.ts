import { Lottery, Screening } from "@dualops/core"
import { assert, describe, it } from "@effect/vitest"

const screening = Screening.ofPacks([Lottery.pack])
const codes = (text: string) => screening.screen({ text, pictures: [] }).map((one) => one.code.replace("lottery/", ""))

const complete = "转发本条微博，5月20日抽10位送保温杯一个（价值99元），@微博抽奖平台"

describe("a draw", () => {
  it("is in order when it names prize, count, value, time and platform", () =>
    assert.deepStrictEqual(codes(complete), []))

  it.each([
    ["the time of the draw", "no-time", "5月20日", ""],
    ["the value", "no-value", "（价值99元）", ""],
    ["the platform", "no-platform", "@微博抽奖平台", ""]
  ])("names %s", (_, code, part, instead) => assert.deepStrictEqual(codes(complete.replace(part, instead)), [code]))

  it("that names nothing lacks everything", () => {
    assert.deepStrictEqual(codes("转发抽奖"), ["no-prize", "no-count", "no-value", "no-time", "no-platform"])
  })

  it.each(["評論抽三位", "关注并转发，揪5人", "抽奖"])("is known by %s", (text) =>
    assert.include(codes(text), "no-platform")
  )

  it("has no prize of more than 50,000 yuan", () => {
    assert.deepStrictEqual(codes(complete.replace("99元", "50000元")), [])
    assert.deepStrictEqual(codes(complete.replace("99元", "5.1万元")), ["prize-too-valuable"])
    assert.deepStrictEqual(codes(complete.replace("99元", "50,001元")), ["prize-too-valuable"])
  })

  it("of cash is filed first", () => assert.deepStrictEqual(codes(complete.replace("保温杯", "现金")), ["cash"]))
})

describe("no draw is", () => {
  it.each(["中奖名单公布，抽奖结束", "转发时请勿抽烟", "今天抽空喝茶", "恭喜@小明抽奖获得保温杯"])("%s", (text) =>
    assert.deepStrictEqual(codes(text), [])
  )
})
