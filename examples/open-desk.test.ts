import { assert, describe, it } from "@effect/vitest"

describe("The desk of a house", () => {
  it("opens on node:http, in Express and in Hono, to whoever is let in and to nobody else", async () => {
    const { answer } = await import("./open-desk.ts")
    assert.strictEqual(answer.length, 3)
    for (const { first, nobody, title } of answer) {
      assert.deepStrictEqual([title, nobody], ["我的桌面", 401])
      assert.isString(first)
    }
  })
})
