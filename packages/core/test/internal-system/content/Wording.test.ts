// What is said and what only meets, what hides a word, and what hides none.
import { BannedWords, Screening, TextLength } from "@dualops/core/content"
import { assert, describe, it } from "@effect/vitest"
import * as Link from "../../../src/internal-system/content/Link.ts"
import { banned, developed, heldOut } from "./evasions.ts"

const said = (text: string, words: ReadonlyArray<string>, allowed: ReadonlyArray<string> = []) =>
  Screening.ofPacks([BannedWords.make(words, allowed)])
    .screen({ text, pictures: [] })
    .map(({ code, evidence }) => `${code.replace("banned-words/", "")} ${evidence}`)
const rules = Screening.compile({ route: "business" })
const told = (text: string) =>
  rules
    .screen({ text, pictures: [] })
    .filter(({ severity }) => severity !== "note")
    .map(({ code, evidence }) => `${code} ${evidence}`)

describe("Words that only meet are no word", () => {
  it.each([
    "星河茶中国旗舰店今天开业",
    "中国旗袍展的茶席由我们布置",
    "中國旗艦店開業",
    "中国 旗舰店",
    "爱国歌曲大赛的奶茶",
    "红包过期的产品",
    "环保过程的产品",
    "完全能喝的茶",
    "谢绝对外销售产品",
    "喝茶最高兴",
    "喝奶茶最快乐"
  ])("%s", (text) => assert.deepStrictEqual(told(text), []))

  it.each([
    ["大麻烦来了", "大麻"],
    ["时代购物中心", "代购"],
    ["开发票据系统", "发票"],
    ["Smoking", "SM"],
    ["ESME", "SM"],
    ["高级酒精", "酒精品"],
    ["母亲节", "亲"],
    ["印刷单", "刷单"],
    ["南京东路店", "京东"],
    ["北京·东关南里", "京东"],
    // Reported of other filters: Yeuoly/maleme#17, k5h9999/keywordfilter#1, houbb/sensitive-word#143, TwiN/go-away#13, qiyer/DFA_Cplusplus#1.
    ["可靠度很高", "靠"],
    ["舌头发颤", "头发"],
    ["宝鸡巴士改线", "鸡巴"],
    ["女儿", "女儿在美"],
    ["Scunthorpe", "cunt"],
    ["买了手机", "手机魔卡"],
    // And novicezk/midjourney-proxy#61.
    ["green grass", "ass"],
    ["我计算了一下", "算了"],
    ["太不合算了", "算了"],
    ["去死胡同", "去死"],
    ["说了算", "算了"],
    ["带购物袋", "代购"]
  ])("%s has no %s", (text, word) => assert.deepStrictEqual(said(text, [word]), []))

  it.each([
    ["不要 SM 字样", "SM", "found SM"],
    ["SM2026", "SM", "found SM"],
    ["买茶送国旗", "国旗", "found 国旗"],
    ["國旗班", "国旗", "found 國旗"],
    ["我的微信号", "微信", "found 微信"],
    ["代开发票", "发票", "found 发票"],
    ["亲，在吗", "亲", "found 亲"],
    ["招人刷单", "刷单", "found 刷单"],
    ["在京东买", "京东", "found 京东"],
    ["菜好难吃", "难吃", "found 难吃"],
    ["晚了就算了", "算了", "found 算了"],
    // Missed by other filters: stephenhaunts/ProfanityDetector#6, IEvangelist/GitHub.ProfanityFilter#14, elulis/sensitive-words#8.
    ["sm1", "SM", "found sm"],
    ["ѕm 片", "SM", "found ѕm"],
    ["加**微**信", "加微信", "broken-up 加**微**信"],
    // And by houbb/sensitive-word#119, FireLustre/php-dfa-sensitive#26.
    ["发@#￥%票", "发票", "broken-up 发@#￥%票"],
    ["麻。。。痹", "麻痹", "broken-up 麻。。。痹"],
    ["代购", "代购", "found 代购"]
  ])("%s has %s", (text, word, finding) => assert.deepStrictEqual(said(text, [word]), [finding]))
})

describe("An allowed phrase", () => {
  it("settles the banned word within it, and no other", () => {
    assert.deepStrictEqual(said("大麻花，大麻", ["大麻"], ["大麻花"]), ["found 大麻"])
    assert.deepStrictEqual(said("大 麻 花", ["大麻"], ["大麻花"]), [])
  })
})

describe("An address says nothing to a reader", () => {
  it.each([
    "新品在这里 https://xinghe.example.com/no1-vip?from=weibo 来看看",
    "见 www.xinghe.com/SM/no1 ",
    "写信到 sm@xinghe.com 吧"
  ])("in %s", (text) => {
    assert.deepStrictEqual(said(text, ["SM", "no1"]), [])
    assert.deepStrictEqual(told(text), [])
  })
  it("but a banned address is found in one", () => {
    assert.deepStrictEqual(said("见 https://m.taobao.com/x ", ["taobao.com"]), ["found taobao.com"])
  })
  it("and a word beside it is said", () => assert.deepStrictEqual(said("SM https://a.com/SM", ["SM"]), ["found SM"]))
})

describe("Signs between characters hide no word", () => {
  it.each([
    ..."加@微@信 加#微#信 加￥微￥信 加%微%信 加&微&信 加、微、信 加。。。微。。。信 加（微）信 加1微1信".split(" "),
    ..."加丶微丶信 加《微》信 加a微b信 加🍵微🍵信 加，微，信 加\n微\n信".split(" ")
  ])("%j", (text) => assert.deepStrictEqual(said(text, ["加微信"]), [`broken-up ${text}`]))

  it("nor do emoji that are characters, which are read as such as well", () => {
    assert.deepStrictEqual(said("招兼🈶职员工", ["兼职"]), ["broken-up 兼🈶职"])
    assert.deepStrictEqual(said("兼㊗️职", ["兼职"]), ["broken-up 兼㊗️职"])
    assert.deepStrictEqual(said("🈚️风险", ["无风险"]), ["found 🈚️风险"])
  })

  it("nor do blanks between spelled letters, and those between words part them", () => {
    assert.deepStrictEqual(said("v x", ["vx"]), ["broken-up v x"])
    assert.deepStrictEqual(said("new york", ["newyork"]), [])
  })

  it.each(["多加。微信", "多加\n微信", "多加，微信", "多加！微信", "多加！！微信"])(
    "but the end of %j parts words",
    (text) => assert.deepStrictEqual(said(text, ["加微信"]), [])
  )
})

describe("Controls of direction", () => {
  it("hide no word that a reader is shown", () => {
    assert.deepStrictEqual(said("快\u202E信微加\u202C吧", ["加微信"]), ["found 信微加"])
    assert.deepStrictEqual(said("\u2067\u202E购代\u202C\u2069", ["代购"]), ["found 购代"])
    assert.deepStrictEqual(said("\u202E𠮷茶\u202C", ["茶𠮷"]), ["found 𠮷茶"])
  })
  it("are told for themselves", () => {
    assert.deepStrictEqual(told("桂花\u202E乌龙\u202C来了"), ["weibo/bidi-control \u202E", "weibo/bidi-control \u202C"])
  })
})

describe("A word is told in disguise", () => {
  it.each([
    ["jia微信", "disguised jia微信"],
    ["加we1x1n", "disguised 加we1x1n"],
    ["加薇信", "disguised 加薇信"],
    ["力口微亻言", "disguised 力口微亻言"],
    ["加V：tea88", "disguised 加V"],
    ["刷蛋", "sounds-like 刷蛋"]
  ])("%s", (text, finding) => assert.deepStrictEqual(said(text, ["加微信", "刷单"]), [finding]))
  it.each(["威信", "加V认证", "读博", "增加威信", "he can", "武大吗"])("and %s is none", (text) =>
    assert.deepStrictEqual(said(text, ["微信", "加微信", "赌博", "大麻"]), [])
  )
  it("as long as the list is no longer than what is listened for", () => {
    const many = Array.from({ length: 4000 }, (_, at) => `甲${String.fromCharCode(0x4e00 + at)}乙`)
    assert.deepStrictEqual(said("daigou", ["代购"]), ["disguised daigou"])
    assert.deepStrictEqual(said("daigou", ["代购", ...many]), [])
  })
})

describe("Of the evasions", () => {
  const screening = Screening.ofPacks([BannedWords.make(banned)])
  const recall = (list: typeof developed) => {
    const texts = list.flatMap(({ texts }) => texts)
    const missed = texts.filter((text) => screening.screen({ text, pictures: [] }).length === 0)
    console.log(`${texts.length - missed.length} of ${texts.length}`)
    return (texts.length - missed.length) / texts.length
  }
  it("nine in ten are told of those that the rules were developed on", () => assert.isAtLeast(recall(developed), 0.9))
  it("nine in ten are told of those that nobody looked at", () => assert.isAtLeast(recall(heldOut), 0.9))
})

describe("A link counts nineteen", () => {
  it.each([
    ["茶 https://xinghe.example.com/osmanthus-oolong-2026?utm_source=weibo&utm_medium=social 好", 2 + 1 + 19 + 1 + 2],
    ["http://t.cn/abcdefg", 19],
    ["http://t.cn/a", 19],
    ["https://a.cn/1 http://b.cn/2", 39],
    ["没有", 4]
  ])("%s", (text, units) => assert.strictEqual(TextLength.units(text), units))
  it("and is not cut", () => {
    const text = `${"茶".repeat(130)} https://xinghe.example.com/a`
    assert.strictEqual(TextLength.fitting(text, 280), text.length)
    assert.strictEqual(TextLength.fitting(text, 279), 131)
  })
  it("as long as it stands: 260 units with a long link go out by every route with topics", () => {
    const text = `${"茶".repeat(120)} https://xinghe.example.com/osmanthus-oolong-2026?utm_source=weibo&utm_medium=social&utm_campaign=autumn`
    assert.strictEqual(TextLength.units(text), 260)
    const screening = Screening.compile({ route: "share", safeDomains: ["example.com"] })
    assert.deepStrictEqual(screening.screen({ text, pictures: [] }), [])
  })
})

describe("Addresses and names", () => {
  it("are found where they stand", () => {
    const text = "https://a.com/b，c@d.cn x.com/y。@星河茶 1.5元"
    assert.deepStrictEqual(
      Link.addresses(text).map(({ end, start }) => text.slice(start, end)),
      ["https://a.com/b", "c@d.cn", "x.com/y"]
    )
    assert.deepStrictEqual(Link.mentions("@星河茶 好").length, 1)
  })
})

describe("A text that other filters let through, as their users have reported it, is told", () => {
  it.each([
    ["houbb/sensitive-word#119", "傻@#￥%逼", ["傻逼"], ["broken-up 傻@#￥%逼"]],
    ["houbb/sensitive-word#41", "傻1逼", ["傻逼"], ["broken-up 傻1逼"]],
    ["houbb/sensitive-word#41", "cao#你大爷", ["操你大爷"], ["disguised cao#你大爷"]],
    ["FireLustre/php-dfa-sensitive#26", "你麻。。。痹的——————", ["麻痹"], ["broken-up 麻。。。痹"]],
    ["wear/harmonious_dictionary#1", "ddddddd敏感词eeeee", ["敏感词"], ["found 敏感词"]],
    ["AstrBotDevs/AstrBot#18", "翻 墙", ["翻墙"], ["broken-up 翻 墙"]],
    ["assimon/captcha-bot#8", "/start /settings 加微信", ["加微信"], ["found 加微信"]],
    ["twikoojs/twikoo#970", "https://abcd.com/", ["abcd.com"], ["found abcd.com"]]
  ])("%s: %s", (_, text, words, right) => assert.deepStrictEqual(said(text, words), right))

  it.each([
    ["importcjj/sensitive#26", "看 http://xx.info/a 这里", ["info", "xx"]],
    ["observerss/textfilter#4", "我的茶", ["的"]],
    ["sealdice/sealdice-core#330", "没事", ["", "  ", "坏词"]]
  ])("and what they tell for nothing is not, %s: %s", (_, text, words) => assert.deepStrictEqual(said(text, words), []))
})
