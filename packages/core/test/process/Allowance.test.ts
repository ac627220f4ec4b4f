import { Allowance } from "@dualops/core/process"
import { describe, it } from "@effect/vitest"
import { assertEquals, assertFalse, assertTrue, throws } from "@effect/vitest/utils"
import { Duration, Exit, Schema } from "effect"

const read = Schema.decodeUnknownExit(Allowance.Allowance)

describe("How much time something may take", () => {
  it("is a length of time, and the calendar that it is counted on", () => {
    const written = { time: "4 hours", calendar: "office" }
    assertEquals(read(written), Exit.succeed({ time: Duration.hours(4), calendar: "office" }))
    assertEquals(read(written), Exit.succeed(Allowance.of("4 hours", "office")))
    assertEquals(Allowance.of(Duration.hours(4), "always"), Allowance.always("4 hours"))
    assertEquals(Allowance.always("4 hours"), { time: Duration.hours(4), calendar: "always" })
  })

  it("is never nothing: a reminder would come again at once, and again", () => {
    assertFalse(Exit.isSuccess(read({ time: "0 hours", calendar: "office" })))
    assertTrue(Exit.isSuccess(read({ time: "1 minute", calendar: "office" })))
  })

  it("is a minute at least and a year at most: a program that asks for less or more is told what it asked for", () => {
    const limits = 'An allowance is 1 minute to 366 days, such as "30 minutes" or "4 hours"; this is '
    const tooShort: ReadonlyArray<readonly [Duration.Input, string]> = [
      ["3 seconds", '"3 seconds"'],
      [Duration.millis(59_999), "59999 millis"],
      [Duration.infinity, "Infinity millis"],
      ["367 days", '"367 days"'],
      // What no compiler has looked at.
      ["half an hour" as Duration.Input, '"half an hour"']
    ]
    for (const [time, said] of tooShort) throws(() => Allowance.always(time), new RangeError(`${limits}${said}.`))
    assertEquals(Allowance.always("60 seconds"), Allowance.of("1 minute", "always"))
  })
})
