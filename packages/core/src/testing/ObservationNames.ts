/**
 * Which names every store of observations keeps, and which it refuses before it tries; a part of its suite.
 *
 * @module
 */
import { assert } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { DateTime, Effect } from "effect"
import { AccountId } from "../account/AccountId.ts"
import * as Moment from "../calendar/Moment.ts"
import { Refused } from "../observations/ObservationStore.ts"
import { longest } from "../operations/Storable.ts"
import { longestOf, oddTexts, scrambled } from "./HardNames.ts"
import { account, everything, mention, minute, paged, type Test } from "./SampleObservations.ts"

/** The tests of what it keeps. */
export const keepsNames = (test: Test): void => {
  test("what a database cannot keep is refused before it is tried, everything that is wrong at once, and nothing of it is kept", (store) =>
    Effect.gen(function* () {
      const long = longestOf("kind", 1)
      const early = DateTime.subtract(Moment.minimum, { milliseconds: 1 })
      const refused = yield* Effect.flip(
        store.record([
          mention(0),
          mention(1, { kind: `${long}长`, key: "a\u0000b" }),
          mention(2, { source: "half \ud83d" }),
          mention(3, { tags: ["kept", scrambled(longest.name + 1, 1)] }),
          mention(4, { personal: { persons: ["half \ud83d"], data: {} } }),
          mention(5, { personal: { persons: [], data: {} } }),
          mention(6, { at: early }),
          mention(7, { account: AccountId.make("长".repeat(201)) })
        ])
      )
      if (!(refused instanceof Refused)) return assert.fail(String(refused))
      assert.deepStrictEqual(
        refused.wrong.map(({ index }) => index),
        [1, 1, 2, 3, 4, 5, 6, 7]
      )
      assert.match(refused.message, /^Nothing of the batch was recorded\. observation 1: The kind .* and 5 more$/)
      assert.isTrue(refused.message.isWellFormed())
      assert.deepStrictEqual(yield* everything(store), [])
    }))

  // hyperindex#1195, kodus-ai#1683: one null character in what fans wrote took a whole batch with it.
  test("names as long as they may be are kept and found again, in whatever script, and texts whatever is in them", (store) =>
    Effect.gen(function* () {
      const series = { kind: longestOf("kind", 1), account: AccountId.make(longestOf("account", 2)) }
      const [key, tag, person, source] = [3, 4, 5, 6].map((seed) => longestOf("name", seed))
      const hard = { ...series, key: key ?? "", tags: [tag ?? ""], source: source ?? "" }
      const row = mention(1, { ...hard, personal: { persons: [person ?? ""], data: oddTexts } })
      yield* store.record([row])
      for (const query of [{ tag: tag ?? "" }, { person: person ?? "" }, {}]) {
        const [entry] = yield* paged(store, { ...series, ...query })
        assert.deepInclude(entry, { ...hard, personal: oddTexts })
      }
      assertEquals(yield* store.record([row]), { recorded: 0, repeated: 1, tooOld: 0 })
    }))

  test("of a name that cannot be kept there is nothing, and asking for it is no outage", (store) =>
    Effect.gen(function* () {
      for (const odd of ["a\u0000b", "half \ud83d"]) {
        const nobody = { kind: odd, account }
        assert.deepStrictEqual(yield* paged(store, nobody), [])
        assert.deepStrictEqual(yield* paged(store, { tag: odd }), [])
        assert.deepStrictEqual(yield* paged(store, { person: odd }), [])
        assert.deepStrictEqual(yield* store.count(nobody, [0, 9].map(minute)), [0])
        assert.strictEqual(yield* store.erase(odd), 0)
        assert.strictEqual(yield* store.forget(nobody, minute(9), 9), 0)
      }
    }))
}
