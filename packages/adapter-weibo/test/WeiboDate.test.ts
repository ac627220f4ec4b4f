import { WeiboDate } from "@dualops/adapter-weibo"
import { assert, describe, it } from "@effect/vitest"
import fc from "fast-check"

describe("A time in Weibo's writing", () => {
  it("is Beijing's time, to the second", () => {
    assert.strictEqual(WeiboDate.parse("Tue May 24 18:04:53 +0800 2011"), Date.UTC(2011, 4, 24, 10, 4, 53))
    assert.strictEqual(WeiboDate.format(Date.UTC(2011, 4, 24, 10, 4, 53, 999)), "Tue May 24 18:04:53 +0800 2011")
  })

  it("means the same after it was written and read again", () => {
    const seconds = fc.integer({ min: Date.UTC(2009, 0, 1) / 1000, max: Date.UTC(2100, 0, 1) / 1000 })
    fc.assert(
      fc.property(seconds, (second) => {
        assert.strictEqual(WeiboDate.parse(WeiboDate.format(second * 1000)), second * 1000)
      })
    )
  })

  it.each([
    "Tue Feb 30 18:04:53 +0800 2011",
    "Wed Dec 28 18:29:28 CST 2016",
    "Tue May 24 18:04:53 +0800 1970",
    "Foo Bar 24 18:04:53 +0800 2011",
    ""
  ])("is not %j", (text) => {
    assert.isUndefined(WeiboDate.parse(text))
  })
})
