/** What is planned stays where it is when a plan is made anew. */
import { ContentPlan } from "@dualops/core/content-plan"
import { assert, describe, it } from "@effect/vitest"
import { DateTime } from "effect"
import * as fc from "fast-check"
import { at, category, mixOf, plan, someBrief, stands, teaHouse, words } from "./briefs.ts"

const codes = ({ findings }: ContentPlan.ContentPlan) => findings.map(({ code }) => code.replace("content-plan/", ""))

describe("A plan made anew", () => {
  it("is the plan that there was, as long as nothing has changed", () => {
    fc.assert(
      fc.property(someBrief(21), (brief) => {
        const before = plan(brief)
        const after = plan({ ...brief, given: ContentPlan.given(before) })
        assert.deepStrictEqual(stands(after), stands(before))
        assert.deepStrictEqual(after.moved, [])
      })
    )
  })

  it("makes room for a launch that nobody foresaw in its own days, and moves nothing after them", () => {
    const before = plan({ ...teaHouse, until: "2026-12-31", free: { slots: 2, per: "week" } })
    const launch = {
      title: words("上新"),
      from: "2026-03-04",
      until: "2026-03-06",
      posts: 3,
      categories: [category("service")]
    }
    const after = plan({
      ...teaHouse,
      until: "2026-12-31",
      free: { slots: 2, per: "week" },
      given: ContentPlan.given(before),
      now: at("2026-03-03T09:00"),
      occasions: { launch }
    })
    assert.strictEqual(after.entries.filter(({ occasion }) => occasion === "launch").length, 3)
    assert.isTrue(after.moved.every(({ was }) => DateTime.isLessThan(was.slot, at("2026-03-06T00:00"))))
    assert.isAtMost(after.moved.length, 3)
  })

  it("never moves what is frozen, pinned or out, and says why a quota is short then", () => {
    const before = plan(teaHouse)
    const launch = {
      title: words("上新"),
      from: "2026-03-04",
      until: "2026-03-05",
      posts: 3,
      categories: [category("service")]
    }
    const after = plan({
      ...teaHouse,
      given: ContentPlan.given(before),
      frozenUntil: at("2026-03-08T00:00"),
      occasions: { launch }
    })
    assert.deepStrictEqual(after.moved, [])
    assert.deepStrictEqual(codes(after), ["occasion-short"])
    assert.include(after.findings[0]?.message.en ?? "", "pinned or frozen")
  })

  it("tells what a new blackout has moved, and why", () => {
    const before = plan(teaHouse)
    const silence = { title: words("公祭"), from: "2026-03-10", until: "2026-03-11" }
    const after = plan({
      ...teaHouse,
      given: ContentPlan.given(before),
      frozenUntil: at("2026-03-15T00:00"),
      blackouts: { silence }
    })
    assert.strictEqual(after.moved.length, 4)
    assert.deepStrictEqual(after.moved[0]?.because, [{ _tag: "Blackout", blackout: "silence" }])
    assert.deepStrictEqual([...new Set(codes(after))].sort(), ["moved", "too-few-posts"])
  })

  it("keeps what a person pinned to a time of its own, and what is out", () => {
    const given = [
      { slot: at("2026-03-03T10:17"), category: category("service"), firm: "pinned" },
      { slot: at("2026-03-02T12:00"), category: category("service"), firm: "published" }
    ] as const
    const { entries } = plan({ ...teaHouse, given, now: at("2026-03-02T13:00") })
    assert.deepStrictEqual(
      entries.filter(({ firm }) => firm !== "planned").map(({ date, firm, time }) => `${date} ${time} ${firm}`),
      ["2026-03-02 12:00 published", "2026-03-03 10:17 pinned"]
    )
  })

  it("follows a new mix only from where it is made anew", () => {
    const before = plan(teaHouse)
    const mix = mixOf({
      ...teaHouse.mix,
      categories: {
        ...teaHouse.mix.categories,
        fans: { title: words("粉丝"), share: 10 },
        service: { title: words("服务"), share: 30 }
      }
    })
    const still = plan({ ...teaHouse, mix, given: ContentPlan.given(before) })
    assert.deepStrictEqual(still.moved, [])
    const anew = plan({ ...teaHouse, mix, given: ContentPlan.given(before), anewFrom: at("2026-03-16T00:00") })
    assert.isAbove(anew.moved.length, 0)
    assert.isTrue(anew.moved.every(({ was }) => DateTime.isGreaterThanOrEqualTo(was.slot, at("2026-03-16T00:00"))))
  })
})
