// What a handbook says is screened for, and how rules made of words speak.
import { ContentRule, Screening } from "@dualops/core/content"
import { assert, describe, it } from "@effect/vitest"

describe("the rules of a handbook", () => {
  const styleCard = { persona: { zh: "小编", en: "An editor" }, mustSay: [], neverSay: [never("亲")] }
  const codes = (rules: Screening.Rules, text: string) =>
    Screening.of(rules)
      .screen({ text, pictures: [] })
      .map(({ code }) => code)

  it("are Weibo's, the advertising law's and the draw's, and besides them the brand's own list and style", () => {
    const text = "亲，加微信，转发抽奖"
    const always = codes({ route: "business" }, text)
    assert.deepStrictEqual([...new Set(always.map((code) => code.split("/")[0]))], ["lottery"])
    const more = codes({ route: "business", bannedWords: ["加微信"], styleCard }, text)
    assert.deepStrictEqual(
      more.filter((code) => !always.includes(code)),
      ["style/never-say", "banned-words/found"]
    )
  })

  it("let a trademark hold a superlative", () => {
    const text = "最好喝的茶馆上新"
    assert.deepStrictEqual(codes({ route: "business" }, text), ["advertising-law/superlative"])
    assert.deepStrictEqual(codes({ route: "business", trademarks: ["最好喝的茶馆"] }, text), [
      "advertising-law/trademark"
    ])
  })

  it("are compiled once for as long as somebody holds them", () => {
    const rules: Screening.Rules = { route: "business" }
    for (const ask of [Screening.of, Screening.ofReplies]) {
      assert.strictEqual(ask(rules), ask(rules))
      assert.notStrictEqual(ask(rules), ask({ ...rules }))
    }
    assert.notStrictEqual(Screening.of(rules), Screening.ofReplies(rules))
  })
})

describe("what is said under a post", () => {
  const demanding: Screening.Rules = {
    route: "share",
    bannedWords: ["加微信"],
    trademarks: ["第一坊"],
    styleCard: {
      persona: { zh: "小编", en: "An editor" },
      mustSay: ["新品"],
      signOff: "明天见",
      tags: { least: 1, most: 2, always: ["新品"] },
      neverSay: [never("亲")]
    }
  }
  const codes = (text: string, rules = demanding) =>
    Screening.ofReplies(rules)
      .screen({ text, pictures: [] })
      .map(({ code }) => code)

  it("needs no link, and nothing that the style card asks of a whole post; it may speak of a draw", () => {
    assert.deepStrictEqual(codes("抽奖结果明天公布"), [])
    assert.deepStrictEqual(codes("有的", { route: "share" }), [])
  })

  it("has no banned word, no illegal one, and nothing that the account never says", () => {
    assert.deepStrictEqual(codes("亲，加微信，国家级好茶，第一坊"), [
      "style/never-say",
      "banned-words/found",
      "advertising-law/statutory",
      "advertising-law/trademark"
    ])
  })
})

describe("a word", () => {
  const says = { code: "a", severity: "note", message: never("").reason, fix: never("").reason } as const
  const codes = (text: string, ...packs: ReadonlyArray<ReadonlyArray<ContentRule.ContentRule>>) =>
    Screening.ofPacks(packs.map((rules, at) => ({ name: `${at}`, rules })))
      .screen({ text, pictures: [] })
      .map(({ code, evidence }) => `${code} ${evidence}`)

  it("of two packs is said by both, and written twice in one list it is said once", () => {
    const one = ContentRule.words({ words: ["茶", "茶"], says })
    const other = ContentRule.words({ words: ["茶"], says: { ...says, code: "b" } })
    assert.deepStrictEqual(codes("茶，", [one], [other]), ["a 茶", "b 茶"])
  })

  it("is weighed by the sixteen units on either side of it, and may be let be", () => {
    const heard: Array<ContentRule.Surroundings> = []
    const weigh = (around: ContentRule.Surroundings) => {
      heard.push(around)
      return undefined
    }
    const rule = ContentRule.words({ words: ["茶"], says, weigh })
    assert.deepStrictEqual(codes(`${"前".repeat(20)}茶${"后".repeat(20)}`, [rule]), [])
    assert.deepStrictEqual(heard, [{ before: "前".repeat(16), after: "后".repeat(16) }])
  })

  it("of two rules that give way is said by both, for neither is within the other", () => {
    const one = ContentRule.words({ words: ["茶"], says, givesWay: true })
    const other = ContentRule.words({ words: ["茶"], says: { ...says, code: "b" }, givesWay: true })
    assert.deepStrictEqual(codes("茶，", [one, other]), ["a 茶", "b 茶"])
  })

  it("is silent within a longer one, also where it does not give way", () => {
    const longer = ContentRule.words({ words: ["茶馆", "tearoom"] })
    const yielding = ContentRule.words({ words: ["茶", "tea"], says, givesWay: true })
    const firm = ContentRule.words({ words: ["茶", "tea"], says: { ...says, code: "b" } })
    assert.deepStrictEqual(codes("茶馆 tearoom steam", [longer, yielding, firm]), [])
    assert.deepStrictEqual(codes("茶 tea", [longer, yielding]), ["a 茶", "a tea"])
  })
})

function never(phrase: string) {
  return { phrase, reason: { zh: "太随便。", en: "Too casual." } }
}
