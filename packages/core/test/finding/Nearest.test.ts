import { assert, describe, it } from "@effect/vitest"
import { nearest } from "../../src/finding/Nearest.ts"

describe("What may have been meant by a name", () => {
  const known = ["he", "lin", "zhou", "owner", "duties", "standIns", "permissions"]

  it("is a known one that is a slip away: a letter wrong, missing, too many, or in its neighbour's place", () => {
    for (const [name, meant] of [
      ["lim", "lin"],
      ["iln", "lin"],
      ["eh", "he"],
      ["zhuo", "zhou"],
      ["onwer", "owner"],
      ["dutys", "duties"],
      ["standins", "standIns"],
      ["premisions", "permissions"]
    ] as const) {
      assert.strictEqual(nearest(name, known), meant, name)
    }
  })

  it("is nothing when a short name merely has as many letters", () => {
    for (const name of ["hr", "tan", "tin", "xu", "chou3", "w"]) {
      assert.isUndefined(nearest(name, ["he", "lin", "tang3", "zhou"]), name)
    }
  })

  it("is nothing for a name that nobody would write", () => {
    assert.isUndefined(nearest("o".repeat(65), ["o".repeat(64)]))
    assert.isUndefined(nearest("own", ["o".repeat(65)]))
  })
})
