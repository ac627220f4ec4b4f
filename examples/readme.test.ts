import { readFileSync } from "node:fs"
import { assert, it } from "@effect/vitest"

const read = (file: string) => readFileSync(new URL(file, import.meta.url), "utf8")

it("the example of the README is the program that runs here", async () => {
  const region =
    /\/\/ #region review-a-post\n([\s\S]*?)\/\/ #endregion/.exec(read("review-a-post.ts"))?.[1] ?? "no region"
  assert.include(read("../README.md"), region.trim())
  const { answer } = await import("./review-a-post.ts")
  assert.strictEqual(answer.own, "Approve needs content.approve, and lin does not have it.")
  assert.include(answer.desk, "Approve")
})
