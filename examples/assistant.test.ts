import { assert, describe, it } from "@effect/vitest"

describe("An assistant as a colleague", () => {
  it("drafts, approves nothing, and a post that it changes after the approval is not published", async () => {
    const { answer } = await import("./assistant.ts")
    const { tools, ...others } = answer
    assert.isBelow(tools, 40)
    assert.deepStrictEqual(others, {
      approval: "Process.NotPermitted",
      approved: "Approved",
      edited: "Draft",
      published: "Process.OutOfOrder"
    })
  })
})
