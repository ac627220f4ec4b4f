import { WeiboDate, WeiboId } from "@dualops/adapter-weibo"
import { assert, describe, it } from "@effect/vitest"
import fc from "fast-check"
import * as fixtures from "./fixtures.ts"

describe("A Weibo id", () => {
  fixtures.withFixtures("says when its post was made, to two seconds", () => {
    const { rows } = fixtures.json<{ rows: ReadonlyArray<[string, string]> }>("derived/id-created_at.json")
    for (const [id, created] of rows) {
      const late = (WeiboDate.parse(created) ?? Number.NaN) - WeiboId.millisOf(id)
      assert.isTrue(late >= -2000 && late <= 2000, `${id} was made ${late} ms off`)
    }
  })

  fixtures.withFixtures("has the form that stands in addresses, and comes back from it", () => {
    const { vectors } = fixtures.json<{ vectors: ReadonlyArray<[string, string]> }>("derived/mid-base62-vectors.json")
    for (const [id, form] of vectors) {
      assert.strictEqual(WeiboId.toBase62(id), form)
      assert.strictEqual(WeiboId.fromBase62(form), id)
    }
  })

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
