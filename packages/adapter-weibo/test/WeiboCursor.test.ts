import { WeiboCursor } from "@dualops/adapter-weibo"
import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"

describe("Reading a list of Weibo page by page", () => {
  it("goes on below the last thing of a page, as recorded, and ends at a page whose next is 0", () => {
    const first = WeiboCursor.advance({ since: "0" }, ["3935747314735304", "3935565248143374"], false)
    assert.deepStrictEqual(first, {
      cursor: { since: "0", gap: { below: "3935565248143374", top: "3935747314735304" } },
      more: true
    })
    const asked = WeiboCursor.ask(first?.cursor ?? { since: "" })
    assert.deepStrictEqual(asked, { since_id: "0", max_id: "3935565248143373" })
    const last = WeiboCursor.advance(
      first?.cursor ?? { since: "" },
      ["3935564463969016", "3935436483308642"],
      WeiboCursor.isLast({ since: "0" }, "0")
    )
    assert.deepStrictEqual(last, { cursor: { since: "3935747314735304" }, more: false })
  })

  it("ends at a page whose next is what it was asked to be newer than, and not where it does not say", () => {
    assert.isTrue(WeiboCursor.isLast({ since: "5" }, "5"))
    assert.isTrue(WeiboCursor.isLast({ since: "5" }, "0"))
    assert.isFalse(WeiboCursor.isLast({ since: "5" }, "6"))
    assert.isFalse(WeiboCursor.isLast({ since: "5" }, undefined))
  })

  it("has nothing to say where the same page has come again, and ends where it reaches what was known", () => {
    const open = { since: "1", gap: { below: "50", top: "90" } }
    assert.isUndefined(WeiboCursor.advance(open, ["90", "70", "50"], false))
    assert.deepStrictEqual(WeiboCursor.advance(open, ["40", "1"], false), { cursor: { since: "90" }, more: false })
    assert.deepStrictEqual(WeiboCursor.advance({ since: "60" }, ["60", "50"], false), {
      cursor: { since: "60" },
      more: false
    })
  })

  it("never goes back, whatever a page holds", () => {
    const id = fc.bigInt({ min: 1n, max: 1000n }).map(String)
    fc.assert(
      fc.property(id, fc.array(id), fc.boolean(), fc.option(fc.tuple(id, id)), (since, ids, last, gap) => {
        const cursor = { since, ...(gap && { gap: { below: gap[0], top: String(BigInt(gap[1]) + BigInt(since)) } }) }
        const after = WeiboCursor.advance(cursor, ids, last)?.cursor ?? cursor
        assert.isTrue(BigInt(after.since) >= BigInt(since))
      })
    )
  })
})
