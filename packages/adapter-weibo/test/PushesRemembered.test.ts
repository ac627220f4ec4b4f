import { assert, describe, it } from "@effect/vitest"
import { Duration, Effect } from "effect"
import { clock, handler, request, text } from "./pushing.ts"

const day = Duration.toMillis("1 day")

/** How often a message was handled that was delivered at once, and again after so many days, each time newly signed. */
const handled = async (days: ReadonlyArray<number>, options: Parameters<typeof handler>[1] = {}) => {
  let times = 0
  const answer = await handler(() => Effect.sync(() => void times++), options)
  const begin = clock.now()
  for (const after of days) {
    clock.skipTo(begin + after * day)
    assert.strictEqual((await answer(request(text("在吗"), { timestamp: clock.now() }))).status, 200)
  }
  return times
}

describe("A message that was handled", () => {
  it("is known again for a week, and then forgotten", async () => {
    assert.strictEqual(await handled([0, 0, 3, 6.99]), 1)
    assert.strictEqual(await handled([0, 7]), 2)
  })

  it("is known for as long as the program says, and never for less than its signature is good", async () => {
    assert.strictEqual(await handled([0, 29.9], { remembers: "30 days" }), 1)
    assert.strictEqual(await handled([0, 9 / 1440], { remembers: "1 second", window: "5 minutes" }), 1)
    assert.strictEqual(await handled([0, 11 / 1440], { remembers: "1 second", window: "5 minutes" }), 2)
  })
})
