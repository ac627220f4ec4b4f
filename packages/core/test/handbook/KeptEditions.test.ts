import { Holidays, WorkingTime } from "@dualops/core/calendar"
import { PostProcess } from "@dualops/core/content"
import { Settings } from "@dualops/core/handbook"
import { EditionStore, Editions, Operations, StoreUnavailable } from "@dualops/core/operations"
import { Edition, KeptEdition, KeptEditions, Practice, Practices } from "@dualops/core/practices"
import { Actor, Allowance, Case } from "@dualops/core/process"
import { assert, describe } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { DateTime, Duration, Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { reading } from "../operations/reading.ts"
import { Errand } from "../process/Errand.ts"
import { compose, desk, errands, holidays, later, lin, now, renamed, settingsOf, started, test } from "./keptHouse.ts"
import { minimal, xinghe } from "./worked.ts"

describe("A house that starts under a new edition", () => {
  test(
    "has every open case on the desks, each under the edition that it began under",
    Effect.gen(function* () {
      yield* started(compose("before"), minimal, holidays)
      yield* started(
        Effect.gen(function* () {
          yield* compose("after")
          assert.deepStrictEqual(yield* desk, ["before", "after"])
          const [before, after] = [
            yield* settingsOf(PostProcess, minimal.version),
            yield* settingsOf(PostProcess, "later")
          ]
          assertEquals(before, Settings.ofPosts(minimal))
          assertEquals(after.attention, Allowance.always("99 hours"))
        }),
        later,
        holidays
      )
    })
  )

  test(
    "finds the edition of a case that another program began meanwhile, under an edition of its own",
    Effect.gen(function* () {
      yield* started(
        Effect.gen(function* () {
          yield* started(compose("theirs"), later, holidays)
          assert.deepStrictEqual(yield* desk, ["theirs"])
        }),
        minimal,
        holidays
      )
    })
  )

  test(
    "knows since when each edition has held, however often it starts under one",
    Effect.gen(function* () {
      const sinces = Effect.gen(function* () {
        const editions = yield* Editions.Editions
        const both = yield* Effect.forEach([minimal.version, later.version], editions.edition)
        return [(yield* editions.today)[0].since, ...both.map(({ since }) => since)]
      })
      const [first, second] = [now, DateTime.add(now, { hours: 2 })]
      yield* started(Effect.void, minimal, holidays)
      yield* TestClock.adjust("2 hours")
      yield* started(Effect.void, later, holidays)
      yield* TestClock.adjust("1 hour")
      assertEquals(yield* started(sinces, later, holidays), [second, first, second])
      assertEquals(yield* started(sinces, minimal, holidays), [first, first, second])
    })
  )

  test(
    "reads what is new in the log, however much has happened before",
    Effect.gen(function* () {
      const names = Array.from({ length: 300 }, (_, index) => `post ${index}`)
      yield* started(Effect.forEach(names, compose, { discard: true }), minimal, holidays)
      assert.strictEqual(yield* reading(started(Effect.void, later, holidays)), 300)
      yield* started(compose("one more"), later, holidays)
      assert.strictEqual(yield* reading(started(Effect.void, later, holidays)), 1)
    })
  )

  test(
    "keeps what an edition says: the whole example comes back equal, and so do its settings",
    Effect.gen(function* () {
      yield* started(Effect.void, xinghe, holidays)
      const kept = yield* EditionStore.EditionStore.use((store) => store.find(xinghe.version))
      const read = KeptEdition.read(
        new Map(JSON.parse(JSON.stringify([...kept]))),
        xinghe.version,
        holidays,
        Practices.house
      )
      assert.strictEqual(read._tag, "Success")
      for (const process of Practices.processes(Practices.runBy(xinghe))) {
        assertEquals(
          read._tag === "Success" && read.success.settings(process),
          Edition.edition(xinghe, holidays).settings(process)
        )
      }
    })
  )

  test(
    "counts earlier editions by the holidays of now, for a year may have been announced since",
    Effect.gen(function* () {
      const before = Holidays.fromSchedules([])
      yield* started(compose("before"), minimal, before)
      const friday = DateTime.makeUnsafe("2026-09-30T09:30:00Z")
      const due = yield* started(
        Effect.flatMap(Editions.Editions, (editions) => editions.edition(minimal.version)),
        later,
        holidays
      )
      const nineAfter = ({ calendars }: Editions.Edition) =>
        WorkingTime.deadline(calendars("office"), friday, Duration.hours(9))
      assertEquals(nineAfter(due), nineAfter(Edition.edition(minimal, holidays)))
      assert.notDeepEqual(nineAfter(due), nineAfter(Edition.edition(minimal, before)))
    })
  )
})

describe("A start is refused", () => {
  test(
    "while open cases lack their edition, says which, and is mended by putting it there",
    Effect.gen(function* () {
      // A house from before editions were kept.
      const old = Editions.layer(Edition.edition(minimal, holidays))
      yield* Effect.provide(Effect.andThen(compose("one"), compose("two")), old)
      const refused = yield* Effect.flip(started(desk, later, holidays))
      assertEquals(
        refused,
        new KeptEdition.Lacking({
          lacking: [{ version: minimal.version, why: "is not kept", cases: ["Post one", "Post two"] }]
        })
      )
      assert.strictEqual(
        refused.message,
        `Edition ${minimal.version} is not kept, and under it run Post one, Post two. Put an edition there with KeptEditions.keep, ` +
          "as it was; then start again."
      )
      yield* KeptEditions.keep(minimal)
      assert.deepStrictEqual(yield* started(desk, later, holidays), ["one", "two"])
    })
  )

  test(
    "for no case that is over, and for none of a process that nobody runs here",
    Effect.gen(function* () {
      const old = Editions.layer(
        Edition.edition(minimal, holidays, [...Practices.house, Practice.own(Errand, errands)])
      )
      const [over, foreign] = [Case.CaseId.make("over"), Case.CaseId.make("foreign")]
      yield* Effect.provide(
        Effect.gen(function* () {
          yield* compose("over")
          const withdraw = { key: "w", case: over, step: "Withdraw", by: Actor.person("zhou") } as const
          yield* Operations.send(PostProcess, { ...withdraw, input: { reason: "overtaken" } })
          const write = { key: "1", case: foreign, step: "Write", by: lin } as const
          yield* Effect.ignore(Operations.send(Errand, { ...write, input: { text: "tea" } }))
        }),
        Layer.effect(
          Editions.Editions,
          Effect.map(Editions.Editions, ({ edition, today }) => ({
            edition,
            today: Effect.map(today, ([one]) => [{ ...one, entitled: () => true }] as const)
          }))
        ).pipe(Layer.provide(old))
      )
      yield* started(Effect.void, later, holidays)
      // The same house, now with the errands.
      const refused = yield* Effect.flip(
        started(Effect.void, later, holidays, [...Practices.house, Practice.own(Errand, errands)])
      )
      assert.include(refused.message, "under it run Errand foreign.")
    })
  )

  test(
    "where what is kept cannot be read any more, with the reason",
    Effect.gen(function* () {
      const store = yield* EditionStore.EditionStore
      yield* store.keep({ version: minimal.version, name: "handbook", content: { version: "3" } })
      yield* Effect.provide(compose("one"), Editions.layer(Edition.edition(minimal, holidays)))
      const refused = yield* Effect.flip(started(desk, later, holidays))
      assert.match(
        refused.message,
        /^Edition \S+ cannot be read any more \(brand is missing\.\), and under it run Post one\./
      )
    })
  )

  test(
    "with another handbook under the version of one that is kept, and says in which chapters",
    Effect.gen(function* () {
      yield* started(Effect.void, minimal, holidays)
      const changed = renamed(later, minimal.version)
      assertEquals(
        yield* Effect.flip(started(Effect.void, changed, holidays)),
        new KeptEdition.ChangedWithoutVersion({ version: minimal.version, changed: ["content"] })
      )
      // The first one has stayed, and starts.
      yield* started(Effect.void, minimal, holidays)
    })
  )
})

describe("While the store does not answer", () => {
  test(
    "a case whose edition is not at hand waits for the store, and is no defect",
    Effect.gen(function* () {
      const store = yield* EditionStore.EditionStore
      let down = false
      const cause = new Error("gone")
      const failing = Layer.succeed(EditionStore.EditionStore, {
        ...store,
        find: (version) =>
          Effect.suspend(() => (down ? Effect.fail(new StoreUnavailable({ cause })) : store.find(version)))
      })
      yield* started(
        Effect.gen(function* () {
          yield* started(compose("theirs"), later, holidays)
          down = true
          assertEquals(yield* Effect.flip(desk), new StoreUnavailable({ cause }))
          down = false
          assert.deepStrictEqual(yield* desk, ["theirs"])
          down = true
          // Found once, it is at hand.
          assert.deepStrictEqual(yield* desk, ["theirs"])
        }),
        minimal,
        holidays
      ).pipe(Effect.provide(failing))
    })
  )
})
