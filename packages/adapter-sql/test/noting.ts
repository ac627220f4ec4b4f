/**
 * A process of its own that takes steps of the same cases as others do, with the same keys: `node noting.ts FILE WORD COUNT BEGIN`.
 *
 * It says what it was answered: the word that was noted, and when; or why it was refused.
 *
 * @module
 */
import { Effect, Layer, Result } from "effect"
import { editions, note } from "./errand.ts"
import * as Scratch from "./Scratch.ts"

const [, , filename = ":memory:", word = "word", count = "1", begin = "0"] = process.argv

const noting = Effect.gen(function* () {
  yield* Effect.sleep(Math.max(0, Number(begin) - Date.now()))
  for (let number = 0; number < Number(count); number++) {
    const taken = yield* Effect.result(note(`errand ${number}`, "click", word))
    console.log(
      Result.match(taken, {
        onSuccess: ({ event: { at, facts, version } }) => `${number} ${JSON.stringify({ version, at, facts })}`,
        onFailure: ({ _tag }) => `${number} ${_tag}`
      })
    )
  }
})

await Effect.runPromise(Effect.provide(noting, Layer.merge(editions, Scratch.store(filename))))
