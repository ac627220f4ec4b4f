import { assert, it } from "@effect/vitest"
import { findings, live, outcome, without } from "./launch.ts"

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

it("a launch that is ready does not go live, in a sentence, before the product is released", () => {
  assert.deepStrictEqual<unknown>(live, {
    refused: {
      zh: "「上线」需要「发售许可」（桂花乌龙），目前没有。",
      en: "To go live, release of 桂花乌龙 has to be granted, and is not."
    },
    decidedBy: [{ process: "Release", case: "release" }]
  })
  assert.deepStrictEqual(without, ["process/never-granted"])
})
