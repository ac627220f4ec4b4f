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
import { mostOf } from "../operations/Storable.ts"
import { longestOf, oddTexts, refusesNames } from "./HardNames.ts"

const [tea, books] = [AccountId.make("1902538057"), AccountId.make("1902538058")]

/** Runs the suite on cursors of which none has been kept. */
export const suite = <E>(name: string, layer: Layer.Layer<Cursors.Cursors, E>): void => {
  const test = (sentence: string, body: Effect.Effect<void, unknown, Cursors.Cursors>) =>
    it.live(sentence, () => Effect.provide(body, layer))

  describe(`${name} is a Cursors`, () => {
    test("what nobody has read is to be read from the beginning", begins)
    test("finds what was kept last, with the gap that was open and without one that is closed", finds)
    test("keeps every source of every account apart", keepsApart)
    test("keeps names as long as they may be, in whatever script, and cursors whatever is in them", keepsHard)
    test("refuses names that no database keeps before they are tried, and has nothing of them", refusesHard)
  })
}

const find = (account: AccountId, source: Interactions.Source) =>
  Cursors.Cursors.use((cursors) => cursors.find(account, source))
const keep = (account: AccountId, source: Interactions.Source, cursor: Interactions.Cursor) =>
  Cursors.Cursors.use((cursors) => cursors.keep(account, source, cursor))

const repostsOf = (id: string): Interactions.Source => ({ repostsOf: PostId.make(id) })

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
  const sources = ["comments", "mentions", "mentions in comments", repostsOf("1"), repostsOf("2")] as const
  const all = [tea, books].flatMap((account) => sources.map((source) => [account, source] as const))
  for (const [index, [account, source]] of all.entries()) yield* keep(account, source, { since: String(index) })
  for (const [index, [account, source]] of all.entries()) {
    assert.deepEqual(yield* find(account, source), { since: String(index) })
  }
})

const keepsHard = Effect.gen(function* () {
  const [one, other] = [1, 2].map((seed) => AccountId.make(longestOf("account", seed)))
  const source = repostsOf(longestOf("source", 3).slice(Interactions.nameOf(repostsOf(" ")).length - 1))
  for (const account of [one, other]) {
    if (account === undefined) return assert.fail("there are two")
    for (const since of [...oddTexts, account]) {
      yield* keep(account, source, { since })
      assert.deepEqual(yield* find(account, source), { since })
    }
  }
})

const refusesHard = Effect.gen(function* () {
  yield* refusesNames("account", (name) => keep(AccountId.make(name), "comments", Interactions.start))
  const named = Interactions.nameOf(repostsOf(" ")).length - 1
  const refused = yield* Effect.flip(keep(tea, repostsOf("a\u0000b"), Interactions.start))
  assert.deepInclude(refused, { what: "source", wrong: "null character" })
  const long = yield* Effect.flip(keep(tea, repostsOf("1".repeat(mostOf("source") - named + 1)), Interactions.start))
  assert.deepInclude(long, { what: "source", wrong: "too long" })
  assert.deepEqual(yield* find(AccountId.make("a\u0000b"), "comments"), Interactions.start)
  assert.deepEqual(yield* find(tea, repostsOf("a\u0000b")), Interactions.start)
})
