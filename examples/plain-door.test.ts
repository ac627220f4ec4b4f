import { assert, describe, it } from "@effect/vitest"

describe("The plain door", () => {
  it("is a program of thirty lines: what its author may not approve, somebody else does, and it goes out once", async () => {
    const { answer } = await import("./plain-door.ts")
    assert.strictEqual(answer.why, "lin did Compose, so somebody else has to do Approve.")
    assert.lengthOf(answer.published, 1)
    assert.deepStrictEqual<ReadonlyArray<string>>(answer.desk, ["TakeDown"])
  })

  it("has every finding of a handbook, answers JSON, follows the log and gives everything back", async () => {
    const { answer } = await import("./behind-the-door.ts")
    assert.deepStrictEqual(answer.findings, ["duties.posting.owner"])
    assert.strictEqual(answer.refusal, "Operations.UnknownStep")
    assert.deepStrictEqual(answer.seen, ["Compose"])
    assert.isTrue(answer.form.includes("slot"))
  })
})
