import { Publisher, Sighting } from "@dualops/core"
import { assert, describe, it } from "@effect/vitest"
import { DateTime } from "effect"

const attempted = DateTime.makeUnsafe("2026-06-01T02:00:00Z")
const content = { text: "#新品# 明天见：https://www.brand.example/a?b=c 欢迎 <来看>", pictures: [] }
const stored = "明天见：http://t.cn/A6x8Kq2 欢迎 &lt;来看&gt;"

const publication = (text: string, minutes: number): Publisher.Publication => ({
  post: Publisher.PostId.make("5034567890123456"),
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
