import { assert, it } from "@effect/vitest"
import { findings, outcome } from "./launch.ts"

it("a launch whose third need is refused is not ready, and its other requests are withdrawn", () => {
  assert.deepStrictEqual(findings, [])
  assert.deepStrictEqual<unknown>(outcome, {
    state: { _tag: "NotReady", product: "桂花乌龙", why: "来不及拍" },
    children: [
      "Launch/osmanthus/1/ask/2 Refused",
      "Launch/osmanthus/1/ask/1 Withdrawn",
      "Launch/osmanthus/1/ask/0 Withdrawn"
    ]
  })
})
