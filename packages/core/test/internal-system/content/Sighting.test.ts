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
