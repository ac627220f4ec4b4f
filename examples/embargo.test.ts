import { assert, describe, it } from "@effect/vitest"
import { outcome } from "./embargo.ts"

describe("A day of mourning, on SQLite", () => {
  it("stops one account of two, but for whom it names, and brings what was held back to people", () => {
    assert.deepStrictEqual<unknown>(outcome, {
      refused: "「立即发布」暂停办理，见「停更」mourning：经办人 qin，至 2026-12-13 20:00。",
      decidedBy: [{ process: "Embargo", case: "mourning" }],
      during: ["声明", "新杯"],
      held: ["午茶", "早安"],
      afterwards: ["晚安"],
      toldOfIt: 2
    })
  })
})
