/** A page that is open hears that something has moved, and of nothing that its person does not see. */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { as, claim } from "./house.ts"
import { house, served } from "./serving.ts"

/** What comes of a stream until there are so many events of it, or until something else has happened. */
const listen = (address: string, person: string, headers: Readonly<Record<string, string>> = {}) =>
  Effect.gen(function* () {
    const gone = new AbortController()
    yield* Effect.addFinalizer(() => Effect.sync(() => gone.abort()))
    const answer = yield* Effect.promise(() =>
      fetch(`${address}/events?since=0`, { headers: { ...as(person), ...headers }, signal: gone.signal })
    )
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
    return {
      type: answer.headers.get("content-type"),
      next: Effect.promise(async () => (await reader?.read())?.value ?? "")
    }
  })

/** The next event; what only keeps the line open is none. */
const moved = (next: Effect.Effect<string>): Effect.Effect<string> =>
  Effect.flatMap(next, (text) => (text.startsWith(":") ? moved(next) : Effect.succeed(text)))

describe("A page that is open", () => {
  it.live("hears of each step once, and of what it has missed when it comes back", () =>
    Effect.gen(function* () {
      const address = yield* served
      const first = yield* listen(address, "zhou")
      assert.strictEqual(first.type, "text/event-stream")
      yield* claim("claim 1")
      assert.match(yield* moved(first.next), /^id: 1\nevent: moved\ndata: 1\n\n$/)
      yield* claim("claim 2")
      assert.match(yield* moved(first.next), /^id: 2\n/)
      yield* claim("claim 3")
      const back = yield* listen(address, "zhou", { "last-event-id": "2" })
      assert.match(yield* moved(back.next), /^id: 3\n/)
    }).pipe(Effect.scoped, Effect.provide(house))
  )

  it.live("of somebody who sees nothing of the house hears nothing", () =>
    Effect.gen(function* () {
      const address = yield* served
      const [zhou, stranger] = [yield* listen(address, "zhou"), yield* listen(address, "stranger")]
      yield* claim("claim 1")
      yield* moved(zhou.next)
      const heard = yield* Effect.race(stranger.next, Effect.as(Effect.sleep("700 millis"), "nothing"))
      assert.include(["nothing", ": here\n\n"], heard)
    }).pipe(Effect.scoped, Effect.provide(house))
  )
})
