import { assert, describe, it } from "@effect/vitest"
import { outcome } from "./channels.ts"

describe("A link in the company's own channels", () => {
  it("says where it stands, is looked at on the page itself, told when it is missing, and counted", () => {
    const { told, ...rest } = outcome
    assert.deepStrictEqual(rest, {
      link: "https://weibo.com/xinghe?utm_source=website&utm_medium=website&utm_campaign=%E5%AF%BB%E6%A2%85&utm_content=footer",
      placed: "Placed",
      missing: "Missing",
      sleeve: "<svg",
      visits: 2,
      result:
        "1500 spent; shown 300000 (5 a thousand); engaged 600 (2.5 each); new followers 0 (no result to divide by)."
    })
    assert.lengthOf(told, 1)
    assert.match(told[0] ?? "", /^xu: “页脚” is missing/)
  })
})
