import { Cursors, Unread } from "@dualops/core/interaction"
import { EventLog, Reading, StoreUnavailable } from "@dualops/core/operations"
import { Quota } from "@dualops/core/planning"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect } from "effect"
import { answerTo, inTheMorning, log, morning, wrote } from "./IntakeCast.ts"
import { facts, listen, nothing, pauses, piece, quiet, saying } from "./PollingCast.ts"

describe("Each source is heard", () => {
  it.effect("at once, and then at least so often that half of the promise is left to whoever answers", () =>
    inTheMorning(
      Effect.gen(function* () {
        // The tea house promises an answer within two hours.
        const { of } = yield* listen(24, quiet)
        for (const source of ["comments", "mentions", "mentions in comments"]) {
          assert.strictEqual(of(source)[0], 0)
          assert.isAtMost(Math.max(...pauses(of(source))), 60, source)
        }
      })
    )
  )

  it.effect("as often as the calls of the day allow, without those that are kept for posts and answers", () =>
    inTheMorning(
      Effect.gen(function* () {
        const { all } = yield* listen(23.9, quiet, { writes: 10 })
        assert.approximately(all.length, 80, 3)
        const many = { ...Quota.ordinary, callsPerDay: 100_000 }
        const often = yield* listen(2, quiet, { sources: ["comments"], limits: many })
        assert.deepStrictEqual(new Set(pauses(often.of("comments"))), new Set([3]))
      })
    )
  )

  it.effect("less often than is promised where the calls are too few, and that is said", () =>
    inTheMorning(
      Effect.gen(function* () {
        const limits = { ...Quota.ordinary, callsPerDay: 30 }
        const { of, told } = yield* listen(23.9, quiet, { limits, sources: ["comments"] })
        assert.approximately(of("comments").length, 10, 1)
        assert.match(told[0] ?? "", /^Warn: The calls left today are too few: comments is to be noticed within 60 /)
      })
    )
  )

  it.effect("to its end, piece by piece, while there is more", () =>
    inTheMorning(
      Effect.gen(function* () {
        const { of, told } = yield* listen(
          0.01,
          (_, time) => piece(String(time), time < 3, wrote(String(time)), wrote(String(10 + time))),
          { sources: ["comments"] }
        )
        assert.deepStrictEqual(of("comments"), [0, 0, 0])
        assert.deepStrictEqual(yield* log, ["11", "1", "12", "2", "13", "3"].map(answerTo))
        assert.deepStrictEqual(
          told,
          [1, 2, 3].map(() => "Info: comments: 2 heard")
        )
      })
    )
  )
})

describe("An account that is not new", () => {
  it.effect("hears what was written from a moment on", () =>
    inTheMorning(
      Effect.gen(function* () {
        const at = DateTime.subtract(morning, { minutes: 1 })
        const page = piece("2", false, wrote("2"), wrote("1", { at }))
        yield* listen(0.01, () => page, { sources: ["comments"], from: morning })
        assert.deepStrictEqual(yield* log, [answerTo("2")])
      })
    )
  )
})

describe("The house itself is not well", () => {
  it.effect("what was read is held while the store does not answer, and not read a second time", () =>
    inTheMorning(
      Effect.gen(function* () {
        const store = yield* EventLog.EventLog
        const isBack = Effect.map(DateTime.now, (now) =>
          DateTime.isGreaterThan(now, DateTime.add(morning, { minutes: 5 }))
        )
        const { of, told } = yield* listen(
          0.2,
          (_, time) => (time === 1 ? piece("1", false, wrote("1")) : Effect.succeed(nothing)),
          { sources: ["comments"] }
        ).pipe(
          Effect.provideService(EventLog.EventLog, {
            ...store,
            append: (commit) =>
              Effect.flatMap(isBack, (back) =>
                back ? store.append(commit) : Effect.fail(new StoreUnavailable({ cause: new Error("no disk") }))
              )
          })
        )
        assert.deepStrictEqual(of("comments"), [0])
        assert.deepStrictEqual(yield* log, [answerTo("1")])
        assert.include(told, "Warn: The store does not answer: no disk")
      })
    )
  )

  it.effect("nothing is read while a cursor cannot be found, for then it could not be kept either", () =>
    inTheMorning(
      Effect.gen(function* () {
        const failure = Effect.fail(new StoreUnavailable({ cause: "no disk" }))
        const { all } = yield* Effect.provideService(listen(1, quiet), Cursors.Cursors, {
          find: () => failure,
          keep: () => failure
        })
        assert.deepStrictEqual(all, [])
      })
    )
  )

  it.effect("a source that breaks is tried again in an hour, and stops no other", () =>
    inTheMorning(
      Effect.gen(function* () {
        const { of, told } = yield* listen(1.1, (source, time) =>
          source === "mentions" && time === 1 ? Effect.die("a bug") : quiet(source, time)
        )
        assert.deepStrictEqual(of("mentions").slice(0, 2), [0, 60])
        assert.isAbove(of("comments").length, 1)
        assert.include(told[0], "Error: mentions cannot be heard; it is tried again in an hour")
      })
    )
  )

  it.effect("where the platform does not say how many calls are left, the ledger is believed", () =>
    inTheMorning(
      Effect.gen(function* () {
        const silent = saying(Effect.fail(new Reading.TryLater(facts)))
        const { of } = yield* listen(12, quiet, {}, silent)
        // Eighty calls for three sources, over a day.
        for (const pause of pauses(of("comments"))) assert.approximately(pause, 54, 3)
      })
    )
  )

  it.effect("where somebody else has used the calls of the day, what is left is shared out, and that is said", () =>
    inTheMorning(
      Effect.gen(function* () {
        const few = saying(Effect.succeed({ calls: { most: 100, left: 32 } }))
        const { of, told } = yield* listen(20, quiet, { sources: ["comments"] }, few)
        assert.isAbove(Math.min(...pauses(of("comments")).slice(0, 3)), 90)
        assert.match(
          told[0] ?? "",
          /^Warn: Weibo says that 32 calls of 100 are left, and the ledger 99: something else/
        )
      })
    )
  )
})

describe("What the platform counts as unread", () => {
  const counting = (count: ReturnType<Unread.Unread["Service"]["count"]>) =>
    Effect.provideService(Unread.Unread, { count: () => count })

  it.effect("and cannot be read, is not asked for again before it was counted again", () =>
    inTheMorning(
      Effect.gen(function* () {
        const all = { comments: 7, mentions: 7, "mentions in comments": 7 }
        const { of } = yield* listen(6, () => Effect.fail(new Reading.TryLater(facts))).pipe(
          counting(Effect.succeed(all))
        )
        assert.isAbove(of("comments").length, 5)
        assert.isAtLeast(Math.min(...pauses(of("comments"))), 3)
      })
    )
  )

  it.effect("is no concern of those who read: a count that breaks stops nothing", () =>
    inTheMorning(
      Effect.gen(function* () {
        const { of, told } = yield* listen(6, quiet).pipe(counting(Effect.die("a bug")))
        assert.isAbove(of("comments").length, 5)
        assert.include(told.join(), "Error: what is unread cannot be counted")
      })
    )
  )
})
