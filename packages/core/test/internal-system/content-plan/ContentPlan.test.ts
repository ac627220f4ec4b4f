/** What goes out when: quotas are met or explained, and what is planned stays where it is. */
import { type ContentPlan, Layout, Model, Search } from "@dualops/core/content-plan"
import { assert, describe, it } from "@effect/vitest"
import { DateTime } from "effect"
import * as fc from "fast-check"
import { at, category, dateAfter, plan, review, someBrief, stands, teaHouse, words } from "./briefs.ts"

const count = (all: ReadonlyArray<string>) =>
  Object.fromEntries(Object.entries(Object.groupBy(all, (one) => one)).map(([key, some]) => [key, some?.length ?? 0]))
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
