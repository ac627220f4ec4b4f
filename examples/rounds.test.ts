import { assert, describe, it } from "@effect/vitest"
import { names } from "./rounds.ts"

describe("the week from 14 September of 星河茶饮", () => {
  it("has the weekly report, the care of fans, and the warm-up of the Mid-Autumn cup", () => {
    const week = ["duty/reporting/week/2026-09-14", "duty/fan-care/week/2026-09-14", "plan/mid-autumn/warm-up/once"]
    for (const name of week) assert.include(names.map(String), `round/${name}`)
  })
})
