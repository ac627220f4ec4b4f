import { Carrier, type Editions, type Store, Worker, Writing } from "@dualops/core/operations"
import { Notify } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import type { Presence } from "../../src/process/Presence.ts"
import { at9, edition, inReview, later, qin, work, zhou } from "./house.ts"

type Hours = Readonly<Record<string, ReadonlyArray<readonly [until: number, how: Presence]>>>

/** People of whom nothing is said are there; of the others, how it is with them until which minute after nine. */
const house = <A, E>(hours: Hours, body: Effect.Effect<A, E, Store | Editions.Editions>) =>
  at9(body, {
    ...edition("1", { others: [qin.person, zhou.person] }),
    presence: (person, at) =>
      hours[person]?.find(([until]) => at.epochMilliseconds < later(until).epochMilliseconds)?.[1] ?? "there"
  })

/** Whom a messenger has told, who reaches everybody but these people, until the minute. */
const toldUntil = Effect.fnUntraced(function* (minute: number, ...unreachable: ReadonlyArray<string>) {
  const told: Array<string> = []
  const carrier = Carrier.make(Notify.notify, ({ to }) =>
    Effect.suspend(() => {
      if (unreachable.includes(to)) return Effect.fail(new Writing.Refused({ code: "left", detail: "no such user" }))
      told.push(to)
      return Effect.succeed({})
    })
  )
  yield* inReview
  for (let now = 0; now <= minute; now++) {
    yield* TestClock.setTime(later(now).epochMilliseconds)
    yield* Worker.round({ ...work, carriers: [carrier] })
  }
  return told
})

/** Longer than any of these tests, in minutes. */
const always = 10_000

describe("A warning goes to those who are there", () => {
  const warned = (hours: Hours, ...unreachable: ReadonlyArray<string>) => house(hours, toldUntil(50, ...unreachable))

  it.effect("of the people whom the case waits for", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* warned({ zhou: [[always, "away"]] }), ["qin"])
      // Back a minute before the warning.
      assert.deepStrictEqual(yield* warned({ zhou: [[47, "away"]] }), ["zhou", "qin"])
    })
  )

  it.effect("and where none of them is, to the lead, or to whoever comes after the lead", () =>
    Effect.gen(function* () {
      const off = { zhou: [[always, "off"]], qin: [[always, "off"]] } as const
      assert.deepStrictEqual(yield* warned(off), ["tang"])
      // One of them has only the hour off, and can be reached sooner than who is away.
      assert.deepStrictEqual(yield* warned({ ...off, tang: [[always, "away"]] }), ["zhou"])
    })
  )

  it.effect("and where nobody is there at all, to somebody all the same", () =>
    Effect.gen(function* () {
      const away = { zhou: [[always, "away"]], qin: [[always, "away"]], tang: [[always, "away"]] } as const
      assert.deepStrictEqual(yield* warned(away), ["zhou"])
      assert.deepStrictEqual(yield* warned(away, "zhou"), ["qin"])
    })
  )
})

describe("What has waited too long", () => {
  // The people whom it waits for were warned before.
  const reminded = (hours: Hours, ...unreachable: ReadonlyArray<string>) =>
    Effect.map(house(hours, toldUntil(61, ...unreachable)), (told) => told.slice(2))

  it.effect("is told to the lead, and to the next who is there while the lead is not", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* reminded({}), ["tang"])
      assert.deepStrictEqual(yield* reminded({ tang: [[always, "away"]] }), ["qin"])
      assert.deepStrictEqual(yield* reminded({ tang: [[60, "away"]] }), ["tang"])
    })
  )
})

describe("A notice", () => {
  it.effect("goes round by who is there at that time, each time that it is passed on", () =>
    Effect.gen(function* () {
      // The lead cannot be reached, so the others have it: first zhou, for qin is off; three hours later qin, who is back.
      const hours = {
        qin: [[120, "off"]],
        zhou: [
          [60, "there"],
          [always, "there"]
        ]
      } as const
      const told = yield* house(hours, toldUntil(61 + 180, "tang"))
      // The warning of the review goes to zhou alone.
      assert.deepStrictEqual(told, ["zhou", "zhou", "qin"])
    })
  )
})
