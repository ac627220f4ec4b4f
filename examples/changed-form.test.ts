import { assert, it } from "@effect/vitest"
import { read } from "./changed-form.ts"

it("what was given in the spring was lent for a day", () => {
  assert.deepStrictEqual([read.step, read.facts], ["Lend", { to: "qin", days: 1 }])
})
