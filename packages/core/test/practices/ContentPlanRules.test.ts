/** A content plan that can be met has no finding, up to the last slot. */
import { assert, describe, it } from "@effect/vitest"
import type { Draft } from "../verifier/broken.ts"
import { check, worked } from "../verifier/worked.ts"

const told = (section: Readonly<Record<string, unknown>>, change: (draft: Draft) => void = () => {}) => {
  const draft = structuredClone(worked)
  Object.assign(draft, { contentPlan: { planner: "zhou", checkAt: "10:00", ...section } })
  change(draft)
  return check(draft).map(({ code, fix, message }) => `${code}: ${message.en} ${fix?.en}`)
}
const more = "content-plan/more-than-its-slots"

describe("A content plan", () => {
  it("may ask for as many posts as a festival's fullest dates have slots for its categories, no more", () => {
    const asking = (posts: number, ahead?: number, categories?: ReadonlyArray<string>) =>
      told({ festivals: { "mid-autumn": { posts, ...(ahead && { ahead }), ...(categories && { categories }) } } })
    // A Friday has four slots, and one for anything beside that of the tea.
    assert.deepStrictEqual(asking(4), [])
    assert.lengthOf(asking(5), 1)
    assert.deepStrictEqual(asking(2, 0, ["tea"]), [])
    assert.match(asking(3, 0, ["tea"])[0] ?? "", /Mid-Autumn Festival asks for 3 posts, and its dates have 2 slots/)
    assert.deepStrictEqual(asking(22, 6), [])
    assert.lengthOf(asking(23, 6), 1)
  })

  it("may ask for as many posts as the dates of an entry have slots, before it and while it lasts", () => {
    // From Friday until Sunday there are 10 slots; from Monday to the Sunday after, whose end is midnight, 22.
    const activity = (asked: Readonly<Record<string, unknown>>) => told({ entries: { activity: asked } })
    assert.deepStrictEqual(activity({ warmUp: 10, posts: 22 }), [])
    assert.match(activity({ warmUp: 11 })[0] ?? "", new RegExp(`^${more}: .*\\(mid-autumn\\) asks for 11 posts`))
    assert.match(activity({ posts: 23 })[0] ?? "", new RegExp(`^${more}: .*asks for 23 posts, and its dates have 22`))
    // What has no warm-up asks for no post of one.
    assert.deepStrictEqual(told({ entries: { occasion: { warmUp: 50 } } }), [])
  })

  it("may keep as many slots free as the mix leaves, by the week or by the day", () => {
    const free = (slots: number, per: "day" | "week", least = 3) =>
      told({ free: { slots, per } }, (draft) => {
        const mix = draft.content.mix
        if (mix !== undefined) mix.quantity = { least, most: 5, per: "day" }
      })
    assert.deepStrictEqual(free(1, "week"), [])
    assert.lengthOf(free(2, "week"), 1)
    assert.deepStrictEqual(free(1, "day", 2), [])
    assert.lengthOf(free(2, "day", 2), 1)
  })

  it("keeps one date silent where until is the date after, and none where both are one", () => {
    const title = { zh: "公祭日", en: "Memorial Day" }
    const silent = (until: string) => told({ silence: { memorial: { title, from: "2026-12-13", until } } })
    assert.deepStrictEqual(silent("2026-12-14"), [])
    assert.match(silent("2026-12-13")[0] ?? "", /Memorial Day keeps no date silent.*For one date, write 2026-12-14/)
  })
})
