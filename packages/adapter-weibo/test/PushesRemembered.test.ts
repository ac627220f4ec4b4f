import { MemoryInbox } from "@dualops/adapter-memory"
import { WeiboPushHandler } from "@dualops/adapter-weibo"
import { assert, describe, it } from "@effect/vitest"
import { Duration, Effect, Redacted } from "effect"
import * as VirtualClock from "./law/VirtualClock.ts"
import { request, secret, text } from "./pushing.ts"

const day = Duration.toMillis("1 day")

/** How often a message was handled that was delivered at once, and again after so many days, each time newly signed. */
const handled = async (days: ReadonlyArray<number>, options: Partial<WeiboPushHandler.Options<never>> = {}) => {
  const clock = VirtualClock.make("2026-06-01T02:00:00Z")
  const begin = clock.now()
  let times = 0
  const handle = () => Effect.sync(() => void times++)
  const answer = await Effect.runPromise(
    WeiboPushHandler.make({ secret: Redacted.make(secret), handle, ...options }).pipe(
      Effect.provide(MemoryInbox.layer),
      Effect.provide(clock.layer)
    )
  )
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

  it("is known as long as the program says, and no less than its signature is good", async () => {
    assert.strictEqual(await handled([0, 29.9], { remembers: "30 days" }), 1)
    assert.strictEqual(await handled([0, 9 / 1440], { remembers: "1 second", window: "5 minutes" }), 1)
    assert.strictEqual(await handled([0, 11 / 1440], { remembers: "1 second", window: "5 minutes" }), 2)
  })
})
