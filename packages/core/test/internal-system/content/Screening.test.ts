import { BannedWords, ContentRule, Screening } from "@dualops/core/content"
import { Finding } from "@dualops/core/finding"
import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"
import * as fc from "fast-check"

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc
    .array(
      fc.constantFrom(
        "加",
        "微",
        "信",
        " ",
        "\u200B",
        "*",
        "最",
        "佳",
        "抽奖",
        "a",
        "😀",
        "\uD83D",
        "#",
        "http://brand.com"
      ),
      { maxLength: 30 }
    )
    .map((parts) => parts.join(""))
)
const anyWords = fc.array(
  fc.oneof(fc.string({ unit: "binary", maxLength: 3 }), fc.constantFrom("加微信", "微信", "信")),
  { maxLength: 8 }
)

const banned = (words: ReadonlyArray<string>, text: string) =>
  Screening.ofPacks([BannedWords.make(words)]).screen({ text, pictures: [] })
const found = (words: ReadonlyArray<string>, text: string) =>
  banned(words, text).map((one) => `${one.code} ${one.evidence}`)

describe("a banned word is found", () => {
  it.each([
    ["as it is", "加微信"],
    ["in traditional characters, full width and capitals", "請ＷＥＩＸＩＮ", "weixin"],
    ["with characters without width in it", "加\u200B微\u2060信"],
    ["with combining marks in it", "加\u0336微\u0336信"],
    ["with variation selectors in it", "加\uFE0F微\u{E0101}信"]
  ])("%s", (_, text, word = "加微信") => assert.strictEqual(banned([word], text)[0]?.code, "banned-words/found"))

  it("as an error, and with blanks or symbols in it as a warning", () => {
    const severities = banned(["加微信"], "加微信，加 微信").map(({ severity }) => severity)
    assert.deepStrictEqual(severities, ["error", "warning"])
  })

  it("with blanks or symbols in it, for a person to judge", () => {
    assert.deepStrictEqual(found(["加微信"], "快加 微*信吧"), ["banned-words/broken-up 加 微*信"])
    assert.deepStrictEqual(found(["加微信"], "加❤️微❤️信"), ["banned-words/broken-up 加❤️微❤️信"])
  })

  it("whole with its accent, so that no character is cut", () => {
    assert.deepStrictEqual(found(["cafe"], "un cafe\u0301 !"), ["banned-words/found cafe\u0301"])
  })

  it("not across the end of a sentence or a line", () => {
    assert.deepStrictEqual(found(["加微信"], "多加。微信"), [])
    assert.deepStrictEqual(found(["加微信"], "多加\n微信"), [])
  })

  it("with its blanks and symbols, if it has them itself", () => {
    assert.deepStrictEqual(found(["C++", "new york"], "c++ in New York"), [
      "banned-words/found c++",
      "banned-words/found New York"
    ])
  })
})

it("a word of which nothing is to be seen is passed over", () => {
  assert.deepStrictEqual(found(["", "\u200B"], "中\u200B"), [])
})

describe("a screening", () => {
  const screening = Screening.compile({ route: "share", safeDomains: ["brand.com"], bannedWords: ["加微信"] })

  it("never throws and says findings that can be kept, whatever the text", () => {
    const isFinding = Schema.is(Finding.Finding)
    fc.assert(fc.property(anyText, (text) => screening.screen({ text, pictures: [] }).every((one) => isFinding(one))))
  })

  it("points with every range at its evidence in the original text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { where, evidence } of screening.screen({ text, pictures: [] })) {
          if (where.range === undefined) continue
          assert.isTrue(where.range.start < where.range.end)
          assert.strictEqual(text.slice(where.range.start, where.range.end), evidence)
        }
      })
    )
  })

  it("says the same of the same post", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        assert.deepStrictEqual(screening.screen({ text, pictures: [] }), screening.screen({ text, pictures: [] }))
      })
    )
  })

  it("loses no finding when a banned word is added", () => {
    fc.assert(
      fc.property(anyWords, fc.string({ unit: "binary", maxLength: 3 }), anyText, (words, word, text) => {
        const more = banned([...words, word], text).map((one) => JSON.stringify(one))
        for (const one of banned(words, text)) assert.include(more, JSON.stringify(one))
      })
    )
  })

  it("takes the brand's own rules", () => {
    const loud = ContentRule.check(({ content }) => {
      const says = {
        code: "brand/loud",
        severity: "note",
        message: { zh: "太响。", en: "Too loud." },
        fix: { zh: "轻一点。", en: "Lower." }
      } as const
      const at = content.text.indexOf("！！！")
      return at < 0 ? [] : [ContentRule.inText(content, says, { start: at, end: at + 3 })]
    })
    const own = Screening.compile({ route: "business", packs: [{ name: "brand", rules: [loud] }] })
    assert.deepStrictEqual(
      own.screen({ text: "好！！！", pictures: [] }).map((one) => one.evidence),
      ["！！！"]
    )
  })

  it("says first what is about the post as a whole, and then what it finds by its place", () => {
    const said = screening.screen({ text: "快加微信，#新品#，本品最佳", pictures: [] }).map(({ code }) => code)
    assert.deepStrictEqual(said, [
      "weibo/no-safe-link",
      "banned-words/found",
      "weibo/topic",
      "advertising-law/statutory"
    ])
  })

  it("is done in time with a text of any length, hostile or not", () => {
    const signOff = {
      persona: { zh: "小编", en: "An editor" },
      signOff: "明天见",
      emoji: { most: 1 },
      mustSay: [],
      neverSay: []
    }
    const screening = Screening.compile({
      route: "share",
      safeDomains: ["brand.com"],
      bannedWords: ["加微信"],
      styleCard: signOff
    })
    for (const piece of [
      "最佳",
      "转发抽",
      "1",
      "\uFEFF\n",
      "价值1",
      "\u202E加",
      "加。",
      "微1",
      "weixin",
      "a.",
      "a@",
      "v：",
      "http://",
      "转发",
      "#",
      "加 ",
      "\u0336",
      "1,",
      "抽奖价值1元",
      "[哈",
      "#a#",
      "http://a#a#",
      "#a#http://a "
    ]) {
      const start = process.cpuUsage()
      screening.screen({ text: piece.repeat(50_000), pictures: [] })
      // Of the processor's time: what else the machine does is nobody's fault here.
      assert.isBelow(process.cpuUsage(start).user / 1000, 5000, piece)
    }
  })
})
