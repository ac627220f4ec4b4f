import { PostId } from "@dualops/core/account"
import { Policy } from "@dualops/core/triage"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Duration } from "effect"
import { Flood } from "../../../src/internal-system/triage/Flood.ts"
import { account, morning, wrote } from "./TriageCast.ts"

describe("What is counted of a flood", () => {
  it("is forgotten when its time is over, however many posts there were", () => {
    const flood = new Flood(Policy.usual.flood)
    for (let hour = 0; hour < 48; hour++) {
      const at = DateTime.addDuration(morning, Duration.hours(hour))
      for (let index = 0; index < 20; index++) {
        const post = PostId.make(`${hour}-${index}`)
        flood.take(account, { ...wrote(`${hour}-${index}`, "question"), post }, false, at)
      }
    }
    assert.isAtMost(flood.size, 50)
  })

  it("is one turn for each, however often it comes", () => {
    const flood = new Flood({ underPost: 1, ofAccount: 2, within: Duration.hours(1) })
    const take = (id: string, isComplaint = false) => flood.take(account, wrote(id, ""), isComplaint, morning)
    assert.deepStrictEqual(
      ["1", "1", "2", "1", "2"].map((id) => take(id)),
      ["in", "in", "untold", "in", "untold"]
    )
    flood.told(account, wrote("2", ""), morning)
    assert.deepStrictEqual(
      [take("2"), take("3", true), take("4", true), take("3", true)],
      ["out", "in", "untold", "in"]
    )
  })
})
