import { Lottery, Screening } from "@dualops/core/content"
import { assert, describe, it } from "@effect/vitest"
import { developed } from "./evasionsOfRules.ts"

const screening = Screening.ofPacks([Lottery.pack])
const codes = (text: string) => screening.screen({ text, pictures: [] }).map((one) => one.code.replace("lottery/", ""))
const lacks = (text: string) =>
  screening
    .screen({ text, pictures: [] })
    .filter(({ code }) => code === "lottery/incomplete")
    .map(({ message }) => message.zh)
    .join()

const complete = "转发本条微博，5月20日抽10位送保温杯一个（价值99元），@微博抽奖平台"

describe("a draw", () => {
  it("is in order when it names prize, count, value, time and platform", () =>
    assert.deepStrictEqual(codes(complete), []))

  it.each([
    ["the time of the draw", "开奖时间", "5月20日", ""],
    ["the value", "奖品价值", "（价值99元）", ""],
    ["the platform", "@微博抽奖平台", "@微博抽奖平台", ""]
  ])("names %s", (_, what, part, instead) =>
    assert.strictEqual(lacks(complete.replace(part, instead)), `抽奖博文没有写明：${what}。`)
  )

  it("that names nothing lacks everything, in one finding", () => {
    assert.deepStrictEqual(codes("转发抽奖"), ["incomplete"])
    assert.strictEqual(lacks("转发抽奖"), "抽奖博文没有写明：奖品、奖品数量、奖品价值、开奖时间、@微博抽奖平台。")
  })

  it.each(["評論抽三位", "关注并转发，揪5人", "抽奖"])("is known by %s", (text) =>
    assert.include(lacks(text), "@微博抽奖平台")
  )

  it("has no prize of more than 50,000 yuan", () => {
    assert.deepStrictEqual(codes(complete.replace("99元", "50000元")), [])
    assert.deepStrictEqual(codes(complete.replace("99元", "5.1万元")), ["prize-too-valuable"])
    assert.deepStrictEqual(codes(complete.replace("99元", "50,001元")), ["prize-too-valuable"])
  })

  it("of cash is filed first", () => assert.deepStrictEqual(codes(complete.replace("保温杯", "现金")), ["cash"]))
})

describe("a draw is known by", () => {
  it.each([
    ...["抽奖", "转发抽三位", "转发后抽三位", "评论抽一个", "关注并抽人", "留言，抽3人", "点赞抽十名", "赞揪两个"],
    ...["抽10位送茶", "送茶，抽取三名", "抽出5个得礼盒", "揪一人免单", `转发${"，".repeat(16)}抽`]
  ])("%s", (text) => assert.include(lacks(text), "@微博抽奖平台"))
})

describe("the time of a draw may be", () => {
  it.each([
    ...[
      "5月20日",
      "12 月 31",
      "20日",
      "9 号",
      "5.20",
      "12/31",
      "05-20",
      "今晚",
      "明天",
      "后日",
      "周五",
      "下周一",
      "星期日"
    ],
    ...["20:00", "8点", "24小时后", "3 天后", "1小时后"]
  ])("%s", (time) => assert.deepStrictEqual(codes(complete.replace("5月20日", time)), []))

  it.each(["", "5.5元", "9.90元", "9.9%", "一会儿", "第2版"])("and is not %s", (time) =>
    assert.deepStrictEqual(codes(complete.replace("5月20日", time)), ["incomplete"])
  )
})

describe("how many prizes there are may be said as", () => {
  const uncounted = complete.replace("抽10位", "抽奖").replace("一个", "")
  it.each(["10位", "三名", "十 份", "100套", "两台", "5  张", "一盒", "双十双"])("%s", (count) =>
    assert.deepStrictEqual(codes(uncounted.replace("保温杯", `保温杯${count}`)), [])
  )
  it("and has to be", () => assert.deepStrictEqual(codes(uncounted), ["incomplete"]))
})

describe("what a prize is worth may be said as", () => {
  it.each(["99元", "99 元", "9块", "199 RMB", "￥99", "$ 9", "五万元"])("%s", (value) =>
    assert.deepStrictEqual(codes(complete.replace("99元", value)), [])
  )
  it.each([
    "价值60000元",
    "单价 6万元",
    "市场价约50,000.5元",
    "售价5.01 万元",
    "奖品为100000元",
    "价值60,000元，售价9元"
  ])("and is too much as %s", (value) =>
    assert.deepStrictEqual(codes(complete.replace("价值99元", value)), ["prize-too-valuable"])
  )
  it("is looked for in every one of them, and pointed at", () => {
    const text = complete.replace("价值99元", "价值60000元，奖品70000元")
    const seen = screening.screen({ text, pictures: [] }).map(({ evidence }) => evidence)
    assert.deepStrictEqual(seen, ["价值60000元", "奖品70000元"])
  })
  it("is the prize's own and not that of the sentence before", () => {
    assert.deepStrictEqual(codes(complete.replace("价值99元", "价值。运费60000元")), [])
  })
})

describe("the outcome of a draw is none itself:", () => {
  it.each([
    "中奖名单：抽奖结束",
    "获奖名单，抽奖",
    "抽奖的中奖者是小明",
    "中奖用户请看抽奖",
    "恭喜小明抽中",
    "开奖结果：抽奖"
  ])("%s", (text) => assert.deepStrictEqual(codes(text), []))
  it("but good wishes in a sentence before it are no outcome", () => {
    assert.include(lacks("恭喜发财。转发抽三位获得保温杯"), "@微博抽奖平台")
  })
})

describe("no draw is", () => {
  it.each([
    "转发别抽血",
    "转发抽空",
    "转发抽屉",
    "转发抽纸",
    "转发抽泣",
    "转发抽筋",
    "转发抽搐",
    "转发。抽个空",
    "抽象"
  ])("%s", (text) => assert.deepStrictEqual(codes(text), []))
  it("what stands too far behind", () => assert.deepStrictEqual(codes(`转发${"，喝茶".repeat(6)}抽`), []))
  it.each([
    "抽一个人骂我",
    "关注我抽一个人吵架",
    "转发抽一个人骂我",
    "评论区抽三个出来打",
    "抽取三名学生背诵课文",
    "揪出三位偷懒的同事，罚他们请客喝茶",
    "在这里许个愿，希望自己可以中奖",
    "谢谢主办方的有奖转发",
    "转发我这条锦鲤，祝宝宝们吃饭免单",
    "参与才艺展示还能抽奖，真有创意",
    "大家抽奖艾特我太频繁了吧",
    "转发，一定要把他揪出来"
  ])("%s", (text) => assert.deepStrictEqual(codes(text), []))
  it.each(["中奖名单公布，抽奖结束", "转发时请勿抽烟", "今天抽空喝茶", "恭喜@小明抽奖获得保温杯"])("%s", (text) =>
    assert.deepStrictEqual(codes(text), [])
  )
})

describe("who is picked without the word for it is drawn as well:", () => {
  it.each(developed.filter(({ kind }) => kind === "draws").flatMap(({ texts }) => texts))("%s", (text) =>
    assert.include(lacks(text), "@微博抽奖平台")
  )
})

describe("whoever asks and chooses, and gives what has no name here, may promise a draw:", () => {
  it.each([
    "这盆多肉找新主人，留言排队，骰子说了算",
    "转评里闭眼选仨，手机壳安排",
    "写下愿望，悄悄满足五个人",
    "按个爪印，明天看谁是幸运鹅"
  ])("%s", (text) => assert.deepStrictEqual(codes(text), ["perhaps"]))
  it("a choice that nobody is asked for is none", () => assert.deepStrictEqual(codes("这盆多肉归谁，骰子说了算"), []))
})

describe("words of a draw that signs break up are read", () => {
  it.each(["转发🎁抽🎁三🎁位🎁送礼盒", "抽 5 个 姐 妹 送 面 膜，转 发 即 可"])("%s", (text) =>
    assert.include(codes(text), "incomplete")
  )
})

describe("who is chosen, in words of any kind, is drawn:", () => {
  it.each([
    ...[
      "评论区挑三条最走心的，送出新品一份",
      "扭蛋机开转啦，留言送扭蛋机会，大奖是Switch",
      "点赞过千就从评论区拉一位送耳机"
    ],
    ...["like+comment，lucky draw三名，送香薰蜡烛", "从有效留言中遴选十名用户，赠送礼盒", "转发有礼"]
  ])("%s", (text) => assert.include(codes(text), "incomplete"))
})

describe("a draw that is promised beside one that is over counts:", () => {
  it.each([
    "上周的抽奖已结束。今天转发抽3位送奶茶",
    "感谢@微博抽奖平台 ，上周的奖品已全部寄出！今天继续转发抽奖送奶茶",
    "转发抽3位送奶茶，中奖名单将于5月20日公布",
    "不抽奖怎么行，转发抽3位送奶茶",
    "要不抽3位送奶茶"
  ])("%s", (text) => assert.include(codes(text), "incomplete"))
})

it("幸运大转盘 asks for nothing with its 转", () => {
  const seen = screening.screen({ text: "幸运大转盘抽奖", pictures: [] }).map(({ evidence }) => evidence)
  assert.deepStrictEqual(seen, ["抽奖"])
})
