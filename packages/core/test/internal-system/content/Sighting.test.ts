import { PostId } from "@dualops/core/account"
import { type Publication, Sighting, TextLength } from "@dualops/core/content"
import { assert, describe, it } from "@effect/vitest"
import { DateTime } from "effect"

const attempted = DateTime.makeUnsafe("2026-06-01T02:00:00Z")
const content = { text: "#新品# 明天见：https://www.brand.example/a?b=c 欢迎 <来看>", pictures: [] }
const stored = "明天见：http://t.cn/A6x8Kq2 欢迎 &lt;来看&gt;"

const publication = (text: string, minutes: number): Publication.Publication => ({
  post: PostId.make("5034567890123456"),
  text,
  at: DateTime.addDuration(attempted, `${minutes} minutes`)
})

describe("A post is found again", () => {
  it("although its links were shortened, its topics stripped and its signs escaped", () => {
    const out = publication(stored, 0)
    assert.strictEqual(Sighting.find(content, attempted, [publication("另一条", 1), out]), out)
  })

  it("although the platform's clock is two minutes behind", () => {
    assert.isDefined(Sighting.find(content, attempted, [publication(stored, -2)]))
  })

  it("although a long text is shown cut", () => {
    const long = "字".repeat(100)
    assert.isTrue(Sighting.shows(`${"字".repeat(70)}...全文`, long))
    assert.isFalse(Sighting.shows(`${"词".repeat(70)}...全文`, long))
  })

  it("not in an older post with the same text", () => {
    assert.isUndefined(Sighting.find(content, attempted, [publication(stored, -3)]))
  })

  it("not where several look like it: nobody can tell which it is", () => {
    const [one, other] = [publication(stored, 1), publication(stored.replace("A6x8Kq2", "A6x8Kq3"), 0)]
    assert.isUndefined(Sighting.find(content, attempted, [one, other]))
    assert.deepStrictEqual(Sighting.all(content, attempted, [one, other, publication(stored, -3)]), [one, other])
  })

  it("not in a post that says something else", () => {
    assert.isUndefined(Sighting.find(content, attempted, [publication("后天见：http://t.cn/A6x8Kq2 欢迎", 0)]))
  })
})

describe("What the platform shows is what was sent", () => {
  const cut = (length: number, mark: string) => [`${"字".repeat(length)}${mark}`, "字".repeat(100)] as const

  it.each([
    ["as it was", "明天见", "明天见"],
    ["with its link as it was", "明天见 https://brand.com/a", "明天见 https://brand.com/a"],
    ["with its link made short", "明天见 http://t.cn/A6x8Kq2", "明天见 https://brand.com/a"],
    ["with its link made short, with a lock", "明天见 https://t.cn/A6x8Kq2", "明天见 https://brand.com/a"],
    ["with its topics", "#新品#明天见#茶#", "#新品#明天见#茶#"],
    ["without its topics", "明天见", "#新品#明天见"],
    ["with other blanks and without those at its ends", "明天\n见", " 明 天　见\u200b\u200b "],
    ["with its signs escaped", "1 &lt; 2 &gt; 1 &amp; &quot;", '1 < 2 > 1 & "'],
    ["cut at sixty characters", ...cut(60, "...")],
    ["cut with one sign", ...cut(70, "…")],
    ["cut, with a word that leads to all of it", ...cut(70, "...全文")]
  ])("%s", (_, shown, sent) => assert.isTrue(Sighting.shows(shown, sent)))

  it.each([
    ["has other words", "后天见", "明天见"],
    ["has another link, and not a short one", "明天见 https://other.com/a", "明天见 https://brand.com/a"],
    ["has a short link within another", "明天见 https://other.com/http://t.cn/a", "明天见 https://brand.com/a"],
    ["has another topic", "#茶#明天见", "#新品#明天见"],
    ["has a topic, and none was sent", "#茶#明天见", "明天见"],
    ["has its topics in another order", "#茶##新品#明天见", "#新品##茶#明天见"],
    ["has a link, and none was sent", "明天见 http://t.cn/A6x8Kq2", "明天见"],
    ["is cut too soon to know it by", ...cut(59, "...")],
    ["is cut, and goes on otherwise", `${"字".repeat(70)}词...`, "字".repeat(100)],
    ["is cut at its beginning", `${"字".repeat(60)}...`, `词${"字".repeat(100)}`],
    ["has its dots in the middle", `${"字".repeat(60)}...好`, "字".repeat(100)],
    ["is nothing but a link, for every link looks alike", "http://t.cn/A6x8Kq2", "https://brand.com/a"],
    ["is nothing but links", "http://t.cn/a http://t.cn/b", "https://brand.com/a https://brand.com/b"]
  ])("and not when it %s", (_, shown, sent) => assert.isFalse(Sighting.shows(shown, sent)))
})

/** Sentences that differ, so that another beginning is another text. */
const sentences = Array.from({ length: 20 }, (_, day) => `第 ${day + 1} 天：桂花乌龙今天在 ${day * 7} 家门店上新。`)
const long = sentences.join("")
const shownOf = (text: string) => text.slice(0, TextLength.fitting(text, 280))

describe("A long post is shown cut, and is known by its beginning", () => {
  const length = TextLength.units(long)

  it.each([
    ["bare, where the platform says that it goes on", shownOf(long), { cut: true }],
    ["bare, and its length is said", shownOf(long), { cut: true, length }],
    ["bare, in the middle of a sentence of 263 units", long.slice(0, TextLength.fitting(long, 263)), {}],
    ["with a link to all of it", `${shownOf(long)}...全文： http://m.weibo.cn/1875436151/4129011002724711 \u200b`, {}],
    [
      "the same, where its length is said",
      `${shownOf(long)}...全文： http://m.weibo.cn/1/2 \u200b`,
      { cut: true, length }
    ],
    ["with a link to the page of it", `${shownOf(long)}...全文： http://weibo.com/5830819541/JAyLPsD78`, {}],
    ["with a word alone", `${shownOf(long)}...展开全文`, {}],
    ["in the oldest form, without a word", `${shownOf(long)}... http://m.weibo.cn/client/version`, {}],
    ["with a word and no dots", `${shownOf(long)}全文： http://m.weibo.cn/1/2`, {}]
  ])("%s", (_, shown, said) => assert.isTrue(Sighting.shows(shown, long, said)))

  const marked = `#新品上市#${sentences.slice(0, 7).join("")}见 https://brand.com/a?b=<1>&c 和 #桂花# 😀${long}`
  it("wherever in a topic, a link, a sign or an emoji it breaks off", () => {
    const stored = marked
      .replace("https://brand.com/a?b=", "http://t.cn/A6x8Kq2")
      .replace(/&/g, "&amp;")
      .replace(/</g, "&lt;")
      .replace(/>/g, "&gt;")
    for (let end = 130; end < stored.length; end++) {
      const shown = stored.slice(0, end)
      assert.isTrue(Sighting.shows(shown, marked, { cut: true }), shown)
      assert.isTrue(Sighting.shows(`${shown}...全文： http://m.weibo.cn/1/2 `, marked), shown)
    }
  })

  it.each([
    ["begins otherwise", shownOf(`今${long}`), { cut: true }],
    ["is not cut, as the platform says, and ends there", shownOf(long), { cut: false }],
    ["ends there, for it is too short to have been cut", long.slice(0, TextLength.fitting(long, 200)), {}],
    ["goes on otherwise, for its length is another", shownOf(long), { cut: true, length: length + 400 }],
    ["is another, for its length is another although all of it looks the same", long, { length: 280 }],
    [
      "goes on otherwise before its link to all of it",
      `${shownOf(long).slice(0, -1)}茶...全文： http://m.weibo.cn/1/2`,
      {}
    ]
  ])("and not where it %s", (_, shown, said) => assert.isFalse(Sighting.shows(shown, long, said)))

  it("and a short post is never taken for a cut one", () => {
    const short = shownOf(long).slice(0, -20)
    assert.isFalse(Sighting.shows(short.slice(0, -5), short, {}))
    assert.isTrue(Sighting.shows(short, short, { cut: false, length: TextLength.units(short) }))
  })
})

describe("The platform's count of a text", () => {
  it.each([
    ["with its link as one of its short ones", `${"茶".repeat(10)} https://www.brand.example/a/very/long/address`, 41],
    ["with a short link as one of its older ones", `${"茶".repeat(10)} https://brand.cn/a`, 41],
    ["with a sign that it counted escaped", `${"茶".repeat(10)}>好`, 25],
    ["without its topics", `#新品#${"茶".repeat(10)}`, 20],
    ["without the blanks at its ends", `  ${"茶".repeat(10)}\u200b`, 20]
  ])("is that of the text that was sent: %s", (_, sent, length) =>
    assert.isTrue(Sighting.shows(sent, sent, { length }))
  )
})
