import { assert, describe, it } from "@effect/vitest"
import { outcome } from "./campaign.ts"

describe("A campaign for a launch", () => {
  it("needs notice to be approved, goes without what it may do without, and warms up by itself", () => {
    assert.deepStrictEqual(outcome, {
      untold: "Approve needs that somebody grants notice of plum-blossom, and nobody does.",
      hoursLate: 0,
      ready: "Ready",
      without: [["首页横幅", "横幅已排满"]],
      atWarmUp: "WarmingUp"
    })
  })
})
