/**
 * How large an inbox on an SQL database becomes; the same on both databases.
 *
 * @module
 */
import { Inbox } from "@dualops/core/interaction"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Duration, Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import { SqlInbox } from "../src/index.ts"

const begin = DateTime.makeUnsafe("2026-06-01T00:00:00Z")
const minute = (number: number) => DateTime.addDuration(begin, Duration.minutes(number))

const size = Effect.map(
  SqlClient.SqlClient.use(
    (sql) => sql<{ n: unknown }>`SELECT COUNT(*) AS n FROM dualops_inbox UNION ALL SELECT COUNT(*) FROM dualops_firsts`
  ),
  (rows) => rows.map(({ n }) => Number(n))
)

/** A message a minute is handled, remembered for an hour and a half, and one in ten breaks off in the middle. */
const stream = (from: number, until: number) =>
  Effect.gen(function* () {
    const inbox = yield* Inbox.Inbox
    for (let number = from; number < until; number++) {
      const [at, over] = [minute(number), minute(number + 90)]
      yield* inbox.first(`reply ${number}`, "in a moment", at, over)
      assert.strictEqual(yield* inbox.claim(`push ${number}`, at, minute(number + 5)), "yours")
      if (number % 10 !== 0) yield* inbox.done(`push ${number}`, over)
    }
  })

/** The tests of how large it becomes on a client of a new database. */
export const suite = <E>(name: string, database: Layer.Layer<SqlClient.SqlClient, E>): void => {
  const test = (title: string, body: Effect.Effect<void, unknown, Inbox.Inbox | SqlClient.SqlClient>) =>
    it.live(title, () => Effect.provide(body, Layer.provideMerge(SqlInbox.layer, database)))

  describe(`An inbox on ${name}`, () => {
    test(
      "is as large as what is remembered, however long messages keep coming",
      Effect.gen(function* () {
        for (const end of [200, 400, 600]) {
          yield* stream(end - 200, end)
          // Of the last ninety, nine broke off; of those the last five minutes ago or less are still under way.
          const [inbox = 0, firsts = 0] = yield* size
          assert.isAtLeast(inbox, 81)
          assert.isAtMost(inbox, 91)
          assert.strictEqual(firsts, 90)
        }
      })
    )

    test(
      "takes away a hundred at a time of what is over, and nothing that is not",
      Effect.gen(function* () {
        const inbox = yield* Inbox.Inbox
        yield* Effect.forEach(Array.from({ length: 250 }).keys(), (number) => inbox.done(`old ${number}`, minute(1)))
        yield* inbox.done("kept", minute(3))
        yield* inbox.claim("under way", minute(0), minute(3))
        const sizes: Array<number | undefined> = []
        for (let number = 0; number < 4; number++) {
          yield* inbox.claim(`new ${number}`, minute(2), minute(9))
          sizes.push((yield* size)[0])
        }
        assert.deepStrictEqual(sizes, [153, 54, 5, 6])
        assert.strictEqual(yield* inbox.claim("kept", minute(2), minute(9)), "done")
        assert.strictEqual(yield* inbox.claim("under way", minute(2), minute(9)), "busy")
      })
    )

    test(
      "is tidied by many at once, none of whom waits for another or has a turn that is another's",
      Effect.gen(function* () {
        const inbox = yield* Inbox.Inbox
        yield* Effect.forEach(Array.from({ length: 500 }).keys(), (number) => inbox.done(`old ${number}`, minute(1)))
        const turns = yield* Effect.forEach(
          Array.from({ length: 100 }, (_, number) => `old ${450 + (number % 50)}`),
          (key) => inbox.claim(key, minute(2), minute(9)),
          { concurrency: 10 }
        )
        // What was done is over, also where it is not yet gone: of two who ask one has the turn, and the other is told that it is being handled.
        assert.strictEqual(turns.filter((turn) => turn === "yours").length, 50)
        assert.notInclude(turns, "done")
        assert.deepStrictEqual((yield* size)[0], 50)
      })
    )
  })
}
