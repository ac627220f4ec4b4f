import { assert, it } from "@effect/vitest"
import { refusals } from "./two-pairs-of-eyes.ts"

it("whoever asked for a coupon does not give it, and one that costs much is given by the lead", () => {
  assert.deepStrictEqual(refusals, [
    "zhou did Ask, so somebody else has to do Give.",
    "Whoever is not the lead gives 50 yuan at most, and not 80.",
    undefined
  ])
})
