/** A week that is planned with a launch whose title a spreadsheet would run, for the tests of its files. */
import { ContentPlan } from "@dualops/core/content-plan"
import { at, category, plan, review, teaHouse } from "../internal-system/content-plan/briefs.ts"

export const brief = {
  ...teaHouse,
  until: "2026-03-09",
  review,
  now: at("2026-02-20T09:00"),
  occasions: {
    launch: {
      title: { zh: "=上新", en: '=HYPERLINK("x")' },
      from: "2026-03-04",
      until: "2026-03-05",
      posts: 1,
      categories: [category("activity")]
    }
  }
}
export const made = plan(brief)
export const given = ContentPlan.given(made)
export const stamp = at("2026-03-01T00:00")
