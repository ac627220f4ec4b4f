/** What a plan says that it cannot do, and what a brief may not say. */
import { ContentPlan } from "@dualops/core/content-plan"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Result } from "effect"
import { at, category, every, mixOf, plan, teaHouse, words } from "./briefs.ts"

const festival = {
  title: words("中秋"),
  from: "2026-03-10",
  until: "2026-03-11",
  posts: 1,
  categories: [category("activity")]
}

describe("A quota that is not met", () => {
  it("comes with the smallest explanation: without any rule of it, the quota is met", () => {
    const silence = { title: words("静默"), from: "2026-03-04", until: "2026-03-05" }
    const launch = {
      title: words("上新"),
      from: "2026-03-04",
      until: "2026-03-06",
      posts: 5,
      categories: [category("activity")]
    }
    const brief = {
      ...teaHouse,
      mix: { ...teaHouse.mix, quantity: { ...teaHouse.mix.quantity, least: 0 } },
      blackouts: { silence },
      occasions: { launch }
    }
    const { findings } = plan(brief)
    assert.deepStrictEqual(
      findings.map(({ code, message }) => `${code}: ${message.en}`),
      ["content-plan/occasion-short: 上新 should have 5 posts, and lacks 2. Because 静默 keeps the account silent."]
    )
    assert.deepStrictEqual(plan({ ...brief, blackouts: {} }).findings, [])
  })

  it("names the slots that are kept for others, the limit of a day and the other occasion, where those are in the way", () => {
    const launch = {
      title: words("上新"),
      from: "2026-03-04",
      until: "2026-03-05",
      posts: 4,
      categories: [category("service")]
    }
    assert.deepStrictEqual(
      plan({ ...teaHouse, occasions: { launch } }).findings.map(({ message }) => message.en),
      ["上新 should have 4 posts, and lacks 1. Because the slot at 08:30 is kept for 茶."]
    )
    const few = { ...teaHouse, mix: { ...teaHouse.mix, quantity: { ...teaHouse.mix.quantity, most: 2 } } }
    assert.deepStrictEqual(
      plan({ ...few, occasions: { launch: { ...launch, posts: 3 } } }).findings.map(({ message }) => message.en),
      ["上新 should have 3 posts, and lacks 1. Because at most 2 posts a day."]
    )
    const other = { ...launch, title: words("联名"), posts: 2 }
    const both = plan({ ...teaHouse, occasions: { launch: { ...launch, posts: 2 }, other } })
    assert.match(
      both.findings[0]?.message.en ?? "",
      /lacks 1\. Because the slot at 08:30 is kept for 茶; (上新|联名) asks for 2\./
    )
  })

  it("of a share names the slots that others are kept, where the least of a day fills them", () => {
    const slots = [
      { on: every, at: "09:00", category: "tea" },
      { on: every, at: "12:00", category: "tea" },
      { on: every, at: "15:00" }
    ]
    const { findings } = plan({
      ...teaHouse,
      mix: mixOf({ ...teaHouse.mix, slots, quantity: { least: 3, most: 3, per: "day" } })
    })
    const why = "Because the slot at 09:00 is kept for 茶; the slot at 12:00 is kept for 茶; at least 3 posts a day."
    assert.isAbove(findings.length, 1)
    for (const { message } of findings) assert.include(message.en, why)
  })

  it("is one finding for many stretches that lack it for one reason", () => {
    const mix = { ...teaHouse.mix, quantity: { ...teaHouse.mix.quantity, least: 5, most: 6 } }
    const { findings } = plan({ ...teaHouse, mix })
    assert.strictEqual(findings.length, 1)
    assert.include(findings[0]?.message.en ?? "", "and so 27 more")
  })
})

describe("A brief that contradicts itself", () => {
  it("is refused with everything at once", () => {
    const wrong = ContentPlan.make({
      ...teaHouse,
      until: "2026-02-30",
      mix: { ...teaHouse.mix, quantity: { least: 5, most: 2, per: "day" } },
      occasions: {
        a: { ...festival, until: "2026-03-01" },
        b: { ...festival, posts: -1 },
        c: { ...festival, categories: [category("te")] }
      },
      blackouts: { d: { title: words("静默"), from: "tomorrow", until: "2026-04-01" } },
      given: [
        { slot: at("2026-03-02T12:00"), category: category("tea"), firm: "planned" },
        { slot: at("2026-03-02T12:00"), category: category("nothing"), firm: "planned" }
      ]
    })
    assert.isTrue(Result.isFailure(wrong))
    const findings = Result.isFailure(wrong) ? wrong.failure : []
    assert.deepStrictEqual(
      findings.map(({ code, where }) => `${code.slice(13)} ${where.path}`),
      [
        "date until",
        "quantity mix.quantity",
        "dates occasions.a.until",
        "number occasions.b.posts",
        "unknown-category occasions.c.categories",
        "date blackouts.d.from",
        "unknown-category given[1].category",
        "slot-twice given[1].slot"
      ]
    )
  })

  it("has its first hundred mistakes listed and the others counted", () => {
    const given = Array.from({ length: 1000 }, (_, index) => ({
      slot: DateTime.addDuration(at("2026-03-02T12:00"), `${index} minutes`),
      category: category(`no${index}`),
      firm: "planned" as const
    }))
    const wrong = ContentPlan.make({ ...teaHouse, given })
    assert.strictEqual(Result.isFailure(wrong) ? wrong.failure.length : 0, 100)
  })
})

describe("Slots", () => {
  it("keep their time on the wall when the clocks are changed, as posts of others do not (postiz-app#1145)", () => {
    const brief = {
      ...teaHouse,
      from: "2026-03-28",
      until: "2026-03-31",
      timeZone: "Europe/Berlin",
      mix: mixOf({
        ...teaHouse.mix,
        slots: [
          { on: every, at: "09:00" },
          { on: every, at: "02:30" }
        ]
      })
    }
    assert.deepStrictEqual(
      plan(brief)
        .entries.filter(({ time }) => time === "09:00")
        .map(({ slot }) => DateTime.formatIso(slot)),
      ["2026-03-28T08:00:00.000Z", "2026-03-29T07:00:00.000Z", "2026-03-30T07:00:00.000Z"]
    )
    // The time that is skipped is reached with the jump.
    assert.deepStrictEqual(
      plan(brief)
        .entries.filter(({ time }) => time === "02:30")
        .map(({ slot }) => DateTime.formatIso(slot))[1],
      "2026-03-29T01:00:00.000Z"
    )
  })

  it("that meet are one, so that no two posts go out at once (postiz-app#1779)", () => {
    const slots = [
      { on: every, at: "12:00" },
      { on: every, at: "12:00", category: "tea" },
      { on: every, at: "24:00" },
      { on: every, at: "00:00" }
    ]
    const { entries } = plan({ ...teaHouse, mix: mixOf({ ...teaHouse.mix, slots }) })
    assert.strictEqual(new Set(entries.map(({ slot }) => DateTime.formatIso(slot))).size, entries.length)
  })
})
