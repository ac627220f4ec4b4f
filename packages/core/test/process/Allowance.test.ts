import { Allowance } from "@dualops/core/process"
import { describe, it } from "@effect/vitest"
import { assertEquals, assertFalse, assertTrue } from "@effect/vitest/utils"
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
})
