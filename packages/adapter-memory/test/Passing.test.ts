import { assert, describe, it } from "@effect/vitest"
import { DateTime, Duration } from "effect"
import * as Passing from "../src/Passing.ts"

const begin = DateTime.makeUnsafe("2026-06-01T00:00:00Z")
const minute = (number: number) => DateTime.addDuration(begin, Duration.minutes(number))

describe("What is remembered until a moment", () => {
  it("is never much more in memory than is still remembered, however long it keeps coming", () => {
    const passing = Passing.make<number>()
    let most = 0
    for (let number = 0; number < 20_000; number++) {
      passing.tidy(minute(number))
      // Some for a day, most for an hour: what came first is not what is over first.
      passing.keep(`${number}`, number, minute(number + (number % 20 === 0 ? 1_440 : 60)))
      most = Math.max(most, passing.size())
      assert.strictEqual(passing.find(`${number - 30}`, minute(number)), number < 30 ? undefined : number - 30)
    }
    // Still remembered are 72 that stay for a day, and 57 that stay for an hour.
    assert.isAtMost(most, Math.ceil((129 * 10) / 9) + 10)
  })

  it("is gone at its moment, whether or not anybody has tidied", () => {
    const passing = Passing.make<string>()
    passing.keep("key", "value", minute(5))
    assert.strictEqual(passing.find("key", minute(4)), "value")
    assert.isUndefined(passing.find("key", minute(5)))
  })
})
