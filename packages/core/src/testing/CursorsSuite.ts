/**
 * What every `Cursors` does.
 *
 * @module
 */
import { assert, describe, it } from "@effect/vitest"
import { Effect, type Layer } from "effect"
import { AccountId } from "../account/AccountId.ts"
import { PostId } from "../account/PostId.ts"
import * as Cursors from "../internal-system/interaction/Cursors.ts"
import * as Interactions from "../internal-system/interaction/Interactions.ts"

const [tea, books] = [AccountId.make("1902538057"), AccountId.make("1902538058")]

/** Runs the suite on cursors of which none has been kept. */
export const suite = <E>(name: string, layer: Layer.Layer<Cursors.Cursors, E>): void => {
  const test = (sentence: string, body: Effect.Effect<void, unknown, Cursors.Cursors>) =>
    it.live(sentence, () => Effect.provide(body, layer))

  describe(`${name} is a Cursors`, () => {
    test("what nobody has read is to be read from the beginning", begins)
    test("finds what was kept last, with the gap that was open and without one that is closed", finds)
    test("keeps every source of every account apart", keepsApart)
  })
}

const find = (account: AccountId, source: Interactions.Source) =>
  Cursors.Cursors.use((cursors) => cursors.find(account, source))
const keep = (account: AccountId, source: Interactions.Source, cursor: Interactions.Cursor) =>
  Cursors.Cursors.use((cursors) => cursors.keep(account, source, cursor))

const begins = Effect.gen(function* () {
  assert.deepEqual(yield* find(tea, "comments"), Interactions.start)
})

const finds = Effect.gen(function* () {
  // As long as ids of Weibo are: a number would lose their last digits.
  const open = { since: "5034567890123456789", gap: { below: "5034567890123456791", top: "5034567890123456799" } }
  yield* keep(tea, "comments", open)
  assert.deepEqual(yield* find(tea, "comments"), open)
  const closed = { since: open.gap.top }
  yield* keep(tea, "comments", closed)
  assert.deepEqual(yield* find(tea, "comments"), closed)
})

const keepsApart = Effect.gen(function* () {
  const repostsOf = (id: string): Interactions.Source => ({ repostsOf: PostId.make(id) })
  const sources = ["comments", "mentions", "mentions in comments", repostsOf("1"), repostsOf("2")] as const
  const all = [tea, books].flatMap((account) => sources.map((source) => [account, source] as const))
  for (const [index, [account, source]] of all.entries()) yield* keep(account, source, { since: String(index) })
  for (const [index, [account, source]] of all.entries()) {
    assert.deepEqual(yield* find(account, source), { since: String(index) })
  }
})
