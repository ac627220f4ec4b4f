import { assert, it } from "@effect/vitest"
import { answer } from "./reports.ts"

it("Last week as a report: its chapters, its sentences, its files", () => {
  assert.deepStrictEqual(answer, {
    title: "Weekly report, 2026-09-07 to 2026-09-13",
    chapters: ["kpis", "cases", "promises", "heard", "people", "fans"],
    said: "投诉：从 50 增至 100（+100%）。这一变化的构成：「漏水」+40，占 80%；「其余」+10，占 20%。",
    open: "投诉：本期 12，上期 10；差别在偶然的范围内，说不出变化。",
    page: "<!doctype html>",
    bytes: true
  })
})
