import { assert, describe, it } from "@effect/vitest"

describe("Another program", () => {
  it("hears by a webhook what has happened, and believes what is signed", async () => {
    const { answer } = await import("./webhooks.ts")
    assert.deepStrictEqual(answer, ["PrizeClaim.Ask: claim 1 is Asked"])
  })
})
