import { Screening, StylePack } from "@dualops/core/content"
import { StyleCard } from "@dualops/core/positioning"
import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"

const free: StyleCard.StyleCard = { persona: { zh: "热心的小编", en: "A warm editor" }, mustSay: [], neverSay: [] }
const findings = (card: Partial<StyleCard.StyleCard>, text: string) =>
  Screening.ofPacks([StylePack.make({ ...free, ...card })]).screen({ text, pictures: [] })
const said = (card: Partial<StyleCard.StyleCard>, text: string) =>
  findings(card, text).map((one) => `${one.severity} ${one.code} ${one.evidence}`.trim())

describe("the style card", () => {
  it("that leaves everything free says nothing", () => assert.deepStrictEqual(said({}, "亲，在下😀#a#"), []))

  it("stops what the account never says, and says what instead", () => {
    const card = { neverSay: [{ phrase: "亲", reason: { zh: "太随便。", en: "Too casual." }, rather: "您" }] }
    assert.deepStrictEqual(said(card, "親，来看"), ["error style/never-say 親"])
    assert.strictEqual(findings(card, "亲")[0]?.fix.zh, "改说“您”。")
  })

  it("stops it within a first person in use as well", () => {
    const card = {
      firstPerson: { use: ["亲爱的我们"], avoid: [] },
      neverSay: [{ phrase: "亲爱的", reason: { zh: "太亲昵。", en: "Too close." } }]
    }
    assert.deepStrictEqual(said(card, "亲爱的我们"), ["error style/never-say 亲爱的"])
  })

  it("lets 我们 be, where 我 is avoided", () => {
    const card = { firstPerson: { use: ["我们"], avoid: ["我"] } }
    assert.deepStrictEqual(said(card, "我们觉得，我觉得"), ["warning style/first-person 我"])
  })

  it("asks for what must be said and for the sign-off, after which links and topics may come", () => {
    const card = { mustSay: ["新品"], signOff: "明天见" }
    assert.deepStrictEqual(said(card, "你好"), ["warning style/must-say", "note style/sign-off"])
    assert.deepStrictEqual(said(card, "新品。明天见 https://brand.com/a #新品#"), [])
  })

  it("takes a sign-off that is all the text, and one before a link without a lock", () => {
    assert.deepStrictEqual(said({ signOff: "明天见" }, "明天见"), [])
    assert.deepStrictEqual(said({ signOff: "明天见" }, "明天见 http://brand.com/a"), [])
    assert.deepStrictEqual(said({ signOff: "明天见" }, "明天见，好吗"), ["note style/sign-off"])
  })

  it("counts emoji and Weibo's bracketed ones, and knows the account's own", () => {
    const card = { emoji: { most: 2, allowed: ["❤️", "[哈哈]", "👨‍👩‍👧"] } }
    assert.deepStrictEqual(said(card, "❤[哈哈]"), [])
    assert.deepStrictEqual(said(card, "👨‍👩‍👧好[怒]"), ["note style/emoji [怒]"])
    assert.deepStrictEqual(said(card, "❤️❤️❤️"), ["note style/too-many-emoji ❤️"])
  })

  it("takes a flag for one emoji, and what stands in brackets for one if it is short enough to be a name", () => {
    assert.deepStrictEqual(said({ emoji: { most: 1 } }, "🇨🇳"), [])
    assert.deepStrictEqual(said({ emoji: { most: 0 } }, "[笑cry]"), ["note style/too-many-emoji [笑cry]"])
    assert.deepStrictEqual(said({ emoji: { most: 0 } }, "[一二三四五六七八九]"), [])
  })

  it("counts topics and misses the ones that are always there", () => {
    const card = { tags: { least: 1, most: 2, always: ["新品"] } }
    assert.deepStrictEqual(said(card, "#新品##春天#"), [])
    assert.deepStrictEqual(said(card, "#新品#"), [])
    assert.deepStrictEqual(said(card, "#新品##春天##茶#"), ["note style/tags"])
    assert.deepStrictEqual(said(card, "好"), ["note style/tags", "note style/tag-missing"])
  })
})

it("a style card is read from data", () => {
  const card = Schema.decodeUnknownSync(StyleCard.StyleCard)({ ...free, signOff: "明天见" })
  assert.strictEqual(card.signOff, "明天见")
})
