/** What goes out when: quotas are met or explained, and what is planned stays where it is. */
import { ContentPlan, Layout, Model, Search } from "@dualops/core/content-plan"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Result } from "effect"
import * as fc from "fast-check"
import { at, category, dateAfter, every, mixOf, plan, review, someBrief, stands, teaHouse, words } from "./briefs.ts"

const count = (all: ReadonlyArray<string>) =>
  Object.fromEntries(Object.entries(Object.groupBy(all, (one) => one)).map(([key, some]) => [key, some?.length ?? 0]))
const codes = ({ findings }: ContentPlan.ContentPlan) => findings.map(({ code }) => code.replace("content-plan/", ""))
const festival = {
  title: words("中秋"),
  from: "2026-03-10",
  until: "2026-03-11",
  posts: 1,
  categories: [category("activity")]
}

describe("A content plan", () => {
  it("has the categories in their shares, in every week and in the whole", () => {
    const { entries, findings } = plan(teaHouse)
    const counts = count(entries.map((one) => one.category))
    assert.deepStrictEqual(findings, [])
    assert.strictEqual(entries.length, 28 * 4)
    for (const [name, share] of [
      ["tea", 40],
      ["fans", 30],
      ["activity", 20],
      ["service", 10]
    ] as const)
      assert.closeTo(counts[name] ?? 0, (share / 100) * entries.length, 1)
    for (const week of [0, 7, 14, 21]) {
      const some = entries.filter(
        ({ date }) => dateAfter(teaHouse.from, week) <= date && date < dateAfter(teaHouse.from, week + 7)
      )
      assert.closeTo(some.filter((one) => one.category === "tea").length, 11.2, 1)
    }
  })

  it("says of each entry which rule asked for it", () => {
    const { entries } = plan({ ...teaHouse, occasions: { festival } })
    const reasons = new Map(entries.map(({ date, reason, time }) => [`${date} ${time}`, reason]))
    assert.deepStrictEqual(reasons.get("2026-03-02 08:30"), { _tag: "Slot", index: 0 })
    assert.deepStrictEqual(
      entries.filter(({ reason }) => reason._tag === "Occasion").map(({ category, date }) => [date, category]),
      [["2026-03-10", "activity"]]
    )
    assert.isTrue(entries.some(({ reason }) => reason._tag === "Share" && reason.share === 10))
  })

  it("leaves slots free for the unforeseen, on different days", () => {
    const { entries, free } = plan({ ...teaHouse, free: { slots: 3, per: "week" } })
    const days = free.map((slot) => DateTime.formatIso(DateTime.add(slot, { hours: 8 })).slice(0, 10))
    assert.strictEqual(free.length, 12)
    assert.strictEqual(new Set(days).size, 12)
    assert.strictEqual(entries.length, 28 * 4 - 12)
  })

  it("puts nothing where its reviewers have no time to read it before", () => {
    const { entries, findings } = plan({ ...teaHouse, until: "2026-03-09", review, now: at("2026-03-02T08:00") })
    assert.deepStrictEqual(stands({ entries } as ContentPlan.ContentPlan)[0]?.slice(0, 16), "2026-03-02 15:30")
    assert.strictEqual(DateTime.formatIso(entries[0]?.draftBy ?? at("2000-01-01T00:00")), "2026-03-02T03:30:00.000Z")
    assert.deepStrictEqual(
      findings.map(({ message }) => message.en),
      []
    )
  })

  it("counts back over closed days: what goes out on Monday morning is drafted on Friday", () => {
    const { entries } = plan({ ...teaHouse, review, now: at("2026-02-20T08:00") })
    const monday = entries.find(({ date, time }) => date === "2026-03-09" && time === "08:30")
    assert.strictEqual(DateTime.formatIso(monday?.draftBy ?? at("2000-01-01T00:00")), "2026-03-06T06:00:00.000Z")
  })

  it("keeps silent in a blackout, of everything or of a category", () => {
    const silence = { title: words("公祭"), from: "2026-03-10", until: "2026-03-12" }
    const all = plan({
      ...teaHouse,
      mix: { ...teaHouse.mix, quantity: { ...teaHouse.mix.quantity, least: 0 } },
      blackouts: { silence }
    })
    assert.isFalse(all.entries.some(({ date }) => date === "2026-03-10" || date === "2026-03-11"))
    const some = plan({ ...teaHouse, blackouts: { silence: { ...silence, categories: [category("activity")] } } })
    assert.isFalse(some.entries.some(({ category, date }) => date === "2026-03-10" && category === "activity"))
    assert.isTrue(some.entries.some(({ date }) => date === "2026-03-10"))
  })

  it("is the same plan every time", () => {
    fc.assert(fc.property(someBrief(21), (brief) => assert.deepStrictEqual(plan(brief), plan(brief))))
  })

  it("puts at most one post into a slot, and only into slots that there are", () => {
    fc.assert(
      fc.property(someBrief(21), (brief) => {
        const { entries, free } = plan(brief)
        const places = new Set(Layout.lay(brief).map((place) => place.at))
        const taken = [...entries.map(({ slot }) => slot), ...free].map(DateTime.toEpochMillis)
        assert.strictEqual(new Set(taken).size, taken.length)
        assert.isTrue(taken.every((one) => places.has(one)))
      })
    )
  })

  it("costs as little as any plan does, where all plans can be tried", () => {
    fc.assert(
      fc.property(someBrief(2), (brief) => {
        const model = Model.make(brief, Layout.lay(brief))
        const all = model.seats.reduce((product, { allowed }) => product * allowed.length, 1)
        fc.pre(all <= 20_000)
        let least = Number.POSITIVE_INFINITY
        const labels = new Int32Array(model.seats.length)
        const tryAll = (seat: number): void => {
          if (seat === labels.length) least = Math.min(least, Model.cost(model, labels))
          else
            for (const label of model.seats[seat]?.allowed ?? []) {
              labels[seat] = label
              tryAll(seat + 1)
            }
        }
        tryAll(0)
        assert.isAtMost(Model.cost(model, Search.search(model)), least * 1.02 + 1e-6)
      }),
      { numRuns: 60 }
    )
  })
})

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
