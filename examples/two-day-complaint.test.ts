import { Html } from "@dualops/core/pages"
import { assert, beforeAll, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import type { Ending } from "./complaint/Story.ts"
import { page, story } from "./two-day-complaint.ts"

describe("A complaint at a customer desk that has much to do", () => {
  let without: Ending
  let first: Ending
  beforeAll(async () => {
    ;[without, first] = await Effect.runPromise(Effect.all([story(false), story(true)]))
  })

  it("takes two days where it waits its turn, and an hour where Weibo goes first", () => {
    assert.isAtLeast(without.hours.department, 40)
    assert.isAtMost(first.hours.department, 2)
  })

  it("has a word for the fan within the hour, either way", () => {
    assert.isBelow(without.hours.word, 1)
    assert.isBelow(first.hours.word, 1)
  })

  it("is told to the owner before it is late and to the sponsor when it is, and to nobody where it is not", () => {
    assert.deepStrictEqual(
      without.late.map(({ to }) => to),
      ["gao", "gao", "he", "he"]
    )
    assert.deepStrictEqual(first.late, [])
  })

  it("ends only after the fan was told, and had nothing against it for three days", () => {
    for (const { steps, state } of [without, first]) {
      assert.strictEqual(state, "Done")
      const said = steps.map(({ what }) => what.en)
      const told = said.lastIndexOf("complaint: hear that it was said")
      assert.isAbove(said.indexOf("complaint: hear no objection"), told)
      const [closed, tellingAt] = [steps[said.indexOf("complaint: hear no objection")]?.at, steps[told]?.at]
      assert.isAtLeast(Number(closed?.epochMilliseconds) - Number(tellingAt?.epochMilliseconds), 3 * 24 * 3_600_000)
    }
  })

  it("stands side by side on one page", () => {
    const text = Html.render(page(without, first))
    for (const words of ["先来先办", "微博优先", "告知粉丝", "48.0 h"]) assert.include(text, words)
  })
})
