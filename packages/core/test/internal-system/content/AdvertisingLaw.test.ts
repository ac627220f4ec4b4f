import { AdvertisingLaw, Screening } from "@dualops/core/content"
import { assert, describe, it } from "@effect/vitest"

const screening = Screening.ofPacks([AdvertisingLaw.make({ trademarks: ["第一坊", "Top1 Coffee"] })])
const findings = (text: string) => screening.screen({ text, pictures: [] })
const said = (text: string) =>
  findings(text).map((one) => `${one.code.replace("advertising-law/", "")} ${one.evidence}`)

describe("an error is only what the statute names", () => {
  it.each(["国家级", "最高级", "最佳", "國家級", "最\u200B佳"])("%s", (word) => {
    assert.deepStrictEqual(
      findings(`本品${word}`).map(({ code, severity }) => [code, severity]),
      [["advertising-law/statutory", "error"]]
    )
  })
  it("and the state's flag, anthem, emblem and leaders", () => {
    assert.deepStrictEqual(said("国旗同款，国家领导人也爱"), ["state-symbol 国旗", "state-symbol 国家领导人"])
  })
  it("a statutory word that is broken up by blanks is a warning", () => {
    assert.deepStrictEqual(said("本品最 佳"), ["statutory-broken-up 最 佳"])
  })
  it("one that is spelled in pinyin, all of it or a part, is a warning", () => {
    assert.deepStrictEqual(said("本品zui佳"), ["statutory-disguised zui佳"])
    assert.deepStrictEqual(said("星河茶饮，国家jí品质"), ["statutory-disguised 国家jí"])
    assert.deepStrictEqual(said("zuigaoji的奶茶品质"), ["statutory-disguised zuigaoji"])
  })
})

describe("a warning with its reason is", () => {
  it.each([
    "最便宜",
    "销量第一",
    "No.1",
    "ＮＯ１",
    "TOP1",
    "唯一",
    "首选",
    "顶级",
    "极致",
    "独一无二",
    "万能",
    "100%",
    "全网最低价"
  ])("%s, once", (word) => {
    assert.deepStrictEqual(said(`本品${word}！`), [`superlative ${word}`])
    assert.deepStrictEqual(
      findings(`本品${word}`).map((one) => one.severity),
      ["warning"]
    )
  })
  it("a word of a trade with rules of its own", () => assert.deepStrictEqual(said("保本又好吃"), ["trade 保本"]))
})

describe("a superlative of goods that have no name here is a claim", () => {
  it.each([
    ["among rivals", "我们的桂花乌龙是全城最佳", "statutory 最佳"],
    ["among rivals, whatever comes behind it", "城里唯一用鲜桂花窨三遍的乌龙", "superlative 唯一"],
    ["of their quality, in front of it", "品质最好", "superlative 最好"],
    ["of their quality, behind it", "国家级品质，来尝一口", "statutory 国家级"]
  ])("%s", (_, text, expected) => assert.deepStrictEqual(said(text), [expected]))
})

describe("a superlative that is no claim about goods is advice:", () => {
  it.each(["你是我最好的朋友，最美", "今日最佳", "中国最大的瀑布", "爱是唯一", "绝对不会再来", "第一，要有耐心"])(
    "%s",
    (text) => {
      const severities = findings(text).map(({ severity }) => severity)
      assert.deepStrictEqual([...new Set(severities.filter((one) => one !== "note"))], [])
    }
  )
})

describe("plain language is in order:", () => {
  it.each([
    "最近",
    "最后",
    "最新",
    "最终",
    "最多",
    "第一次",
    "第一时间",
    "第一季度",
    "万一",
    "最高人民法院",
    "你最好别来",
    "NO.10",
    "TOP10",
    "2100%"
  ])("%s", (text) => assert.deepStrictEqual(said(text), []))
})

describe("advice with its condition is", () => {
  it.each([
    ["a tip for the consumer", "最佳食用时间七天", "consumer-advice 最佳"],
    ["a grade of a standard", "国家级非物质文化遗产", "graded 国家级"],
    ["a prize of record", "她是最佳女主角", "graded 最佳"],
    ["a trademark", "第一坊上新", "trademark 第一坊"],
    ["a comparison within the brand", "本店卖得最好", "self-comparison 最好"]
  ])("%s", (_, text, expected) => {
    assert.deepStrictEqual(said(text), [expected])
    assert.deepStrictEqual(
      findings(text).map((one) => one.severity),
      ["note"]
    )
  })
})

describe("a comparison of the brand's own goods", () => {
  it.each([
    "本店",
    "本品牌",
    "我们家",
    "我家",
    "自家",
    "本系列",
    "同系列",
    "我司",
    "本公司",
    "历代",
    "我们的产品中",
    "我们产品中",
    "旗下"
  ])("is one behind %s", (own) => assert.deepStrictEqual(said(`${own}卖得最好`), ["self-comparison 最好"]))
  it.each([
    "我们家。最好的茶",
    "我们家！最好的茶",
    "我们家,最好的茶",
    "我们家;最好的茶",
    "我们家?最好的茶",
    "我们家\n最好的茶",
    "别家最好的茶"
  ])("is none in %s", (text) => assert.deepStrictEqual(said(text), ["superlative 最好"]))
})

describe("the mark 广告", () => {
  const sells = " https://item.jd.com/1.html"
  it.each([
    "广告",
    "广告 新品",
    "新品\n广告\n好",
    "(广告)新品",
    "[广告]新品",
    "【广告】新品",
    "#广告#新品",
    "新品 广告"
  ])("is one in %s", (text) => assert.deepStrictEqual(said(text + sells), []))
  it.each(["广告片", "看广告 ", "公益广告"])("is none in %s", (text) =>
    assert.strictEqual(said(text + sells).length, 1)
  )
})

describe("a shop is known by its host:", () => {
  it.each([
    "https://jd.com/1",
    "http://x.tmall.com",
    "https://a.b.taobao.com/?c",
    "https://m.vip.com",
    "https://y.tmall.hk"
  ])("%s", (link) => assert.deepStrictEqual(said(`新品 ${link}`), [`unmarked ${link}`]))
  it.each([
    "https://myjd.com",
    "https://jd.com.cn",
    "https://jd.brand.com",
    "https://brand.com/jd.com",
    "https://jdxcom.com"
  ])("and not %s", (link) => assert.deepStrictEqual(said(`新品 ${link}`), []))
})

describe("a post that sells with a buying link", () => {
  const link = "https://item.jd.com/1.html"
  it("is marked 广告", () => assert.deepStrictEqual(said(`新品上市 ${link}`), [`unmarked ${link}`]))
  it("is in order with the mark", () => {
    assert.deepStrictEqual(said(`【广告】新品上市 ${link}`), [])
    assert.deepStrictEqual(said(`#广告# 点击购买 http://brand.com/a`), [])
  })
  it("is known by its words too", () =>
    assert.deepStrictEqual(said("下单 http://brand.com/a"), ["unmarked http://brand.com/a"]))
  it("is not meant where 广告 is only a word in it", () => {
    assert.deepStrictEqual(said(`看我们的广告片 ${link}`), [`unmarked ${link}`])
  })
  it("is none without a link or without selling", () => {
    assert.deepStrictEqual(said("下单吧"), [])
    assert.deepStrictEqual(said("新品 http://brand.com/a"), [])
  })
})

describe("Goods that the handbook names", () => {
  it("make a claim of a superlative beside them", () => {
    const codes = (goods: ReadonlyArray<string>) =>
      Screening.ofPacks([AdvertisingLaw.make({ goods, trademarks: [] })])
        .screen({ text: "星河(大)毯最佳", pictures: [] })
        .map(({ code }) => code)
    assert.deepStrictEqual(codes(["星河（大）毯"]), ["advertising-law/statutory"])
    assert.deepStrictEqual(codes([]), ["advertising-law/in-passing"])
  })
})
