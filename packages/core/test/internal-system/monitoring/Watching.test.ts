/** What is watched for, as people read it. */
import { Watching, WatchTerm } from "@dualops/core/monitoring"
import { assert, describe, it } from "@effect/vitest"
import { Exit, Schema } from "effect"
import * as fc from "fast-check"

const says = (term: Partial<WatchTerm.WatchTerm>, text: string) => Watching.compile({ name: "term", ...term })(text)

describe("A watch term", () => {
  it("is heard where a word is said, in whatever width, case or script", () => {
    assert.isTrue(says({ any: ["漏水"] }, "小茶壶又漏水了"))
    assert.isTrue(says({ any: ["ABC"] }, "买了ａｂｃ的壶"))
    assert.isTrue(says({ any: ["发霉"] }, "茶葉發霉了"))
  })

  it("is not heard where two words only meet, nor in an address", () => {
    assert.isFalse(says({ any: ["国旗"] }, "中国旗舰店今天开业"))
    assert.isFalse(says({ any: ["leak"] }, "看 https://example.com/leak 就知道"))
  })

  it("takes every word of `all`, one of `any`, and none of `none`", () => {
    const term = { all: ["星河"], any: ["漏", "裂"], none: ["招聘"] }
    assert.isTrue(says(term, "星河的壶，裂了"))
    assert.isFalse(says(term, "星河的壶，真好"))
    assert.isFalse(says(term, "别家的壶，裂了"))
    assert.isFalse(says(term, "星河招聘：裂 了也能修的师傅"))
  })

  it("passes over a word within a longer phrase, and hears the same word beside it", () => {
    const term = { any: ["小米"], notIn: ["小米粥"] }
    assert.isFalse(says(term, "早上喝小米粥"))
    assert.isTrue(says(term, "喝着小米粥看小米发布会"))
  })

  it("asks that near words are near, in whatever order", () => {
    const term = { near: [{ words: ["壶盖", "裂"], within: 6 }] }
    assert.isTrue(says(term, "壶盖，昨天裂了"))
    assert.isTrue(says(term, "裂了的，是壶盖"))
    assert.isFalse(says(term, "壶盖很好看，颜色也喜欢，就是快递盒子裂了"))
  })

  it("says something, or is refused", () => {
    const read = Schema.decodeUnknownExit(WatchTerm.WatchTerm)
    assert.isTrue(Exit.isFailure(read({ name: "nothing", none: ["招聘"] })))
    assert.isTrue(Exit.isSuccess(read({ name: "leaks", any: ["漏水"] })))
  })

  it("takes time in proportion to a hostile text", () => {
    assert.isFalse(says({ near: [{ words: ["壶", "裂"], within: 0 }] }, "壶，".repeat(20_000)))
  })

  it("that has an exclusion never hears more than without it", () => {
    const words = fc.constantFrom("漏水", "茶壶", "招聘", "，", "今天", "x")
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (parts) => {
        const text = parts.join("")
        if (says({ any: ["漏水"], none: ["招聘"] }, text)) assert.isTrue(says({ any: ["漏水"] }, text))
      })
    )
  })
})
