import { WarningProcess } from "@dualops/core/attention"
import { PostProcess } from "@dualops/core/content"
import type { Bilingual } from "@dualops/core/finding"
import { Carrier, type Editions, Operations, type Store, Worker, WorkQueue, Writing } from "@dualops/core/operations"
import { Allowance, Due, Notify, Soundness } from "@dualops/core/process"
import { ProcessLaws } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { DateTime, Duration, Effect } from "effect"
import { TestClock } from "effect/testing"
import * as fc from "fast-check"
import { at9, edition, inReview, later, lin, moon, nine, qin, send, tang, work, zhou } from "./house.ts"

interface Said {
  readonly to: string
  readonly minute: number
  readonly message: Bilingual.Bilingual
}

/** A messenger that notes who is told what when, and reaches everybody but these people. */
const messenger = (...unreachable: ReadonlyArray<string>) => {
  const said: Array<Said> = []
  const carrier = Carrier.make(Notify.notify, ({ message, to }) =>
    Effect.flatMap(DateTime.now, (now) => {
      if (unreachable.includes(to)) return Effect.fail(new Writing.Refused({ code: "left", detail: "no such user" }))
      said.push({ to, minute: (now.epochMilliseconds - nine.epochMilliseconds) / 60_000, message })
      return Effect.succeed({})
    })
  )
  return { said, carrier }
}

const workAt = Effect.fnUntraced(function* (
  minute: number,
  carriers: ReadonlyArray<ReturnType<typeof messenger>["carrier"]>
) {
  yield* TestClock.setTime(later(minute).epochMilliseconds)
  for (let round = 0; round < 5; round++) yield* Worker.round({ ...work, carriers })
})

const house = <A, E>(body: Effect.Effect<A, E, Store | Editions.Editions>) => at9(body, edition("1"))

const who = (said: ReadonlyArray<Said>) => said.map(({ minute, to }) => [to, minute])

describe("A deadline that is going to run out", () => {
  it.effect("is told to everybody whom the case waits for, at four fifths of its time, once", () =>
    house(
      Effect.gen(function* () {
        const { carrier, said } = messenger()
        yield* inReview
        for (const minute of [47, 48, 50, 59]) yield* workAt(minute, [carrier])
        assert.deepStrictEqual(who(said), [
          ["zhou", 48],
          ["qin", 48]
        ])
        assertEquals(said[0]?.message, {
          zh: "微博「中秋预热 https://xinghe.example.com/moon」的审核期限将于 2026-11-23 10:00 到期。",
          en: "The review of the post “中秋预热 https://xinghe.example.com/moon” runs out at 2026-11-23 10:00."
        })
      })
    )
  )

  it.effect("goes to the lead where none of them is reached, and is not told again before its end", () =>
    house(
      Effect.gen(function* () {
        const { carrier, said } = messenger("zhou", "qin")
        yield* Effect.andThen(inReview, workAt(48, [carrier]))
        yield* workAt(59, [carrier])
        assert.deepStrictEqual(who(said), [["tang", 48]])
      })
    )
  )

  it.effect("is not told of when its case has moved on", () =>
    house(
      Effect.gen(function* () {
        const { carrier, said } = messenger()
        yield* Effect.andThen(inReview, send("Approve", zhou, {}))
        yield* workAt(48, [carrier])
        assert.isEmpty(said)
      })
    )
  )

  it.effect("is not told of when its case moves on while the message waits for somebody who can carry it", () =>
    house(
      Effect.gen(function* () {
        const { carrier, said } = messenger()
        yield* Effect.andThen(inReview, workAt(48, []))
        yield* send("Approve", zhou, {})
        yield* workAt(55, [carrier])
        assert.isEmpty(said)
      })
    )
  )

  it.effect("is forgotten when it is over, also where nobody can carry messages", () =>
    house(
      Effect.gen(function* () {
        yield* Effect.andThen(inReview, workAt(48, []))
        yield* send("Approve", zhou, {})
        yield* workAt(59, [])
        const queue = yield* WorkQueue.WorkQueue
        assert.isEmpty(yield* queue.claim(["Warning"], later(600), Duration.minutes(1), 10))
      })
    )
  )

  it.effect("is not told of after its end, however long nobody has worked", () =>
    house(
      Effect.gen(function* () {
        const { carrier, said } = messenger()
        yield* Effect.andThen(inReview, workAt(48, []))
        yield* workAt(61, [carrier])
        // Of the end itself the lead is told.
        assert.deepStrictEqual(who(said), [["tang", 61]])
        yield* workAt(300, [carrier])
        assert.isEmpty(said.filter(({ message }) => message.en.includes("runs out at")))
      })
    )
  )
})

/** Two have to approve, so that a post under review takes a step that leaves it where it is. */
const underTwo = edition("1", {
  review: { approvers: [zhou.person, qin.person], needs: "all", within: Allowance.always("1 hour") }
})

const inTestTime = <A, E>(body: Effect.Effect<A, E>) => Effect.runPromise(Effect.provide(body, TestClock.layer()))

/** What happens to a post: time passes and two workers look, or somebody decides. */
const happening = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(1, 2, 5, 16, 24, 30) },
  { weight: 1, arbitrary: fc.constantFrom("Submit" as const, "RequestChanges" as const, "Approve" as const) }
)

describe("Warnings", () => {
  it("come once each time that a deadline begins to run, before its end, and while the case is there", () =>
    fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 5, maxLength: 25 }), (happenings) =>
        inTestTime(
          at9(
            Effect.gen(function* () {
              const told = new Map<string, number>()
              const review = Effect.gen(function* () {
                const post = yield* Operations.load(PostProcess, moon)
                const all = post && Due.due(PostProcess, post, underTwo.settings(PostProcess), underTwo.calendars)
                return all?.find(({ name }) => name === "review")
              })
              const carrier = Carrier.make(Notify.notify, ({ message, to }) =>
                Effect.gen(function* () {
                  if (!message.en.includes("runs out at")) return {}
                  const running = yield* Effect.orDie(review)
                  if (running === undefined) assert.fail("The post is not under review any more")
                  assert.isBelow((yield* DateTime.now).epochMilliseconds, running.at.epochMilliseconds)
                  const key = `${to}/${running.since.epochMilliseconds}`
                  told.set(key, (told.get(key) ?? 0) + 1)
                  return {}
                })
              )
              yield* inReview
              let minute = 0
              for (const [index, happened] of happenings.entries()) {
                if (typeof happened === "number") {
                  minute += happened
                  yield* TestClock.setTime(later(minute).epochMilliseconds)
                  const round = Worker.round({ ...work, carriers: [carrier] })
                  for (let i = 0; i < 3; i++) yield* Effect.all([round, round], { concurrency: "unbounded" })
                  const running = yield* review
                  const isDue =
                    running !== undefined &&
                    DateTime.isLessThan(running.warn, running.at) &&
                    DateTime.isLessThanOrEqualTo(running.warn, later(minute)) &&
                    DateTime.isLessThan(later(minute), running.at)
                  if (isDue) assert.strictEqual(told.get(`qin/${running.since.epochMilliseconds}`), 1)
                } else {
                  const input = happened === "RequestChanges" ? { note: "shorter" } : {}
                  const by = happened === "Submit" ? lin : zhou
                  // Where it is not the time for it, nothing happens.
                  yield* Effect.exit(send(happened as never, by, input as never, `${index}`))
                }
              }
              assert.isTrue([...told.values()].every((times) => times === 1))
            }),
            underTwo
          )
        )
      ),
      // The one who has approved leaves the deadline where it is, after the other was warned.
      { numRuns: 60, examples: [[[24, 24, "Approve", 1]]] }
    ))
})

describe("WarningProcess", () => {
  it("is sound", () => {
    assert.deepStrictEqual(Soundness.check(WarningProcess), [])
  })
})

ProcessLaws.suite("Warning", WarningProcess, {
  people: [zhou.person, tang.person],
  settings: [{ lead: tang.person }, { lead: tang.person, others: [zhou.person, qin.person] }]
})
