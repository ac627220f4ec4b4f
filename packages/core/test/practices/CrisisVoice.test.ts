/** An account has one voice in all of its crises, and does not lose it unnoticed. */
import { FanId, PostId } from "@dualops/core/account"
import { AnswerProcess, Interaction } from "@dualops/core/interaction"
import { Editions } from "@dualops/core/operations"
import { CrisisProcess } from "@dualops/core/practices"
import type { Actor } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import * as fc from "fast-check"
import {
  declare,
  editions,
  he,
  inHouse,
  later,
  lin,
  pass,
  qin,
  standDown,
  take,
  tang,
  tea,
  told,
  zhou
} from "./CrisisCast.ts"

let names = 0
/** Whether this person may answer a fan now. */
const mayAnswer = (by: Actor.Person) => {
  const name = `answer ${names++}`
  const interaction: Interaction.Interaction = {
    kind: "comment",
    id: Interaction.InteractionId.make(name),
    post: PostId.make("5034567890123456"),
    from: { id: FanId.make("1000001") },
    text: "怎么回事",
    at: later(0)
  }
  return Effect.isSuccess(take(AnswerProcess, name, "Write", by, { account: tea, interaction, text: "正在查" }))
}
const answering = Effect.filter([he, qin, lin], mayAnswer)
const passTo = (name: string, voice: Actor.Person) =>
  take(CrisisProcess, name, "PassVoice", tang, { voice: voice.person, reason: "换班" })

describe("Two crises of an account that close its answers, each with a voice of its own,", () => {
  it.effect("leave the voice to whoever was named last, and to the other when that one is over", () =>
    inHouse(
      Effect.gen(function* () {
        yield* declare("leak")
        yield* pass(1)
        yield* Effect.provide(declare("mould"), awayIs(he))
        assert.deepStrictEqual(yield* answering, [qin])
        yield* pass(1)
        yield* passTo("leak", he)
        assert.deepStrictEqual(yield* answering, [he])
        yield* standDown("leak")
        assert.deepStrictEqual(yield* answering, [qin])
        yield* standDown("mould")
        assert.deepStrictEqual(yield* answering, [he, qin, lin])
      })
    )
  )

  const deed = fc.record({
    does: fc.constantFrom("declare" as const, "pass" as const, "pass" as const, "standDown" as const),
    crisis: fc.constantFrom("leak", "mould", "queue"),
    voice: fc.constantFrom(he, qin)
  })
  it("whatever is declared, passed on and stood down, one voice may answer: the last that was named", async () => {
    let two = 0
    const play = Effect.fnUntraced(function* (
      deeds: ReadonlyArray<typeof deed extends fc.Arbitrary<infer D> ? D : never>
    ) {
      const voices = new Map<string, Actor.Person>()
      for (const { crisis, does, voice } of deeds) {
        yield* TestClock.adjust("1 minute")
        const step = does === "declare" ? declare(crisis) : does === "pass" ? passTo(crisis, voice) : standDown(crisis)
        if (!(yield* Effect.isSuccess(Effect.asVoid(step as Effect.Effect<unknown, unknown, never>)))) continue
        // Whoever is named last stands last.
        voices.delete(crisis)
        if (does !== "standDown") voices.set(crisis, does === "declare" ? he : voice)
        const last = [...voices.values()].at(-1)
        if (new Set(voices.values()).size > 1) two++
        assert.deepStrictEqual(yield* answering, last === undefined ? [he, qin, lin] : [last])
      }
    })
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 5, maxLength: 15 }), (deeds) =>
        inHouse(play(deeds)).pipe(Effect.provide(TestClock.layer()), Effect.runPromise)
      ),
      { numRuns: globalThis.process.env.CI === "true" ? 300 : 40 }
    )
    assert.isAbove(two, 0, "No two crises ever had two voices.")
  })
})

/** The handbook's day on which somebody is away. */
const awayIs = (away: Actor.Person) =>
  Editions.layer({ ...editions, presence: (person) => (person === away.person ? "away" : "there") })
const ofAbsence = () => told.filter((line) => line.includes("is away, pass it on")).map((line) => line.split(":")[0])

describe("A voice that is away after it has spoken", () => {
  it.effect(
    "is missed when figures are told or late: the next of the chain who is there hears, until it is passed on",
    () =>
      inHouse(
        Effect.gen(function* () {
          yield* declare()
          yield* pass(30)
          const figures = { mentions: 12, complaints: 4, note: "" }
          yield* take(CrisisProcess, "leak", "Report", zhou, figures)
          yield* pass(1)
          assert.deepStrictEqual(ofAbsence(), [])
          yield* Effect.provide(take(CrisisProcess, "leak", "Report", zhou, figures), awayIs(he))
          yield* Effect.provide(pass(65), awayIs(he))
          assert.deepStrictEqual(ofAbsence(), ["qin", "qin"])
          yield* passTo("leak", qin)
          yield* Effect.provide(pass(65), awayIs(he))
          assert.deepStrictEqual(ofAbsence(), ["qin", "qin"])
        })
      )
  )
})
