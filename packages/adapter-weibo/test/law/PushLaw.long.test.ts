/** Law: each genuine message is handled once, and no forged one. */
import { Chance } from "@dualops/adapter-weibo/emulator"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { handler, now, request, text } from "../pushing.ts"

describe("The address for pushes", () => {
  it("of 10,000 deliveries, twice, out of order, forged and stale, handles each genuine message once and no other", async () => {
    const chance = Chance.make(42)
    const handled = new Map<string, number>()
    const failedOnce = new Set<string>()
    const answer = await handler((message) =>
      Effect.suspend(() => {
        if (message.text.endsWith("7") && !failedOnce.has(message.text)) {
          failedOnce.add(message.text)
          return Effect.fail("not now")
        }
        handled.set(message.text, (handled.get(message.text) ?? 0) + 1)
        return Effect.succeed(undefined)
      })
    )
    const genuine = Array.from({ length: 2_500 }, (_, number) => text(`真 ${number}`))
    const forged = Array.from({ length: 2_500 }, (_, number) => text(`假 ${number}`))
    const deliveries = [
      ...genuine.flatMap((body) => [body, body, body]).map((body) => () => request(body)),
      ...forged.map(
        (body, number) => () =>
          number % 2 === 0 ? request(body, { key: "guess" }) : request(body, { timestamp: now - 400_000 })
      )
    ]
    for (let last = deliveries.length - 1; last > 0; last--) {
      const other = Chance.below(chance, last + 1)
      const [one, two] = [deliveries[last], deliveries[other]]
      if (one && two) [deliveries[last], deliveries[other]] = [two, one]
    }
    // As Weibo does it: up to three times, until it is taken.
    const deliver = async (delivery: () => Request, tries = 3): Promise<void> => {
      const { status } = await answer(delivery())
      return status === 503 && tries > 1 ? deliver(delivery, tries - 1) : undefined
    }
    for (let start = 0; start < deliveries.length; start += 50) {
      await Promise.all(deliveries.slice(start, start + 50).map((delivery) => deliver(delivery)))
    }
    assert.strictEqual(deliveries.length, 10_000)
    assert.strictEqual(handled.size, genuine.length)
    assert.isTrue([...handled.values()].every((times) => times === 1))
    assert.isTrue([...handled.keys()].every((words) => words.startsWith("真")))
  })
})
