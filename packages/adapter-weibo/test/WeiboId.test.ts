import { WeiboId } from "@dualops/adapter-weibo"
import { assert, describe, it } from "@effect/vitest"
import fc from "fast-check"

describe("A Weibo id", () => {
  it("comes back from its form in addresses, whatever its digits", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 9_999_999_999_999_999_999n }), (id) => {
        assert.strictEqual(WeiboId.fromBase62(WeiboId.toBase62(String(id))), String(id))
      })
    )
  })

  it("is the first of its second, and says so", () => {
    const second = Date.UTC(2026, 0, 1)
    assert.strictEqual(WeiboId.millisOf(String(WeiboId.firstOf(second + 999))), second)
  })
})
