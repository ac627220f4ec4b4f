import { assert, it } from "@effect/vitest"
import { answer } from "./asked-often.ts"

it("what is asked often is answered by a projection, and what is about one thing by its tag", () => {
  assert.deepStrictEqual(answer.arrivals, { "ResourceRequest Asked": 2 })
  assert.deepStrictEqual<ReadonlyArray<string>>(answer.about, ["prizes in June", "prizes in May"])
})
