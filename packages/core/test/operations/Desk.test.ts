import { Post, PostProcess } from "@dualops/core/content"
import { Bilingual } from "@dualops/core/finding"
import { Caseload, Operations } from "@dualops/core/operations"
import { Process } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { Effect, Schema } from "effect"
import { approved, at9, inReview, lin, moon, scheduled, send, slot, tang, zhou } from "./house.ts"

describe("a desk", () => {
  const desk = (person: typeof lin) =>
    Effect.map(Caseload.make([PostProcess]).desk(person), (tasks) => tasks.map(({ step }) => step))

  it.effect("has what its person may do now, and not what they may not", () =>
    at9(
      Effect.gen(function* () {
        yield* inReview
        assert.include(yield* desk(zhou), "Approve")
        assert.notInclude(yield* desk(lin), "Approve")
        assert.notInclude(yield* desk(tang), "Approve")
      })
    )
  )

  it.effect("tells until when", () =>
    at9(
      Effect.gen(function* () {
        yield* approved
        const [task] = yield* Caseload.make([PostProcess]).desk(tang)
        assertEquals(task?.due?.at, slot)
      })
    )
  )

  it.effect("follows what happens, and is empty of what is over", () =>
    at9(
      Effect.gen(function* () {
        const caseload = Caseload.make([PostProcess])
        yield* scheduled
        assert.isNotEmpty(yield* caseload.desk(tang))
        yield* send("Withdraw", tang, { reason: "the festival is off" })
        assert.isEmpty(yield* caseload.desk(tang))
      })
    )
  )

  it.effect("keeps nothing of a case that is over, which a report finds all the same", () =>
    at9(
      Effect.gen(function* () {
        const caseload = Caseload.make([PostProcess])
        yield* scheduled
        assert.lengthOf(yield* caseload.cases, 1)
        yield* send("Withdraw", tang, { reason: "the festival is off" })
        assert.isEmpty(yield* caseload.cases)
        const [over] = yield* Caseload.everyCase([PostProcess])
        assert.strictEqual(over?.case.state._tag, "Withdrawn")
      })
    )
  )

  it.effect("has a case again to which something has happened when it was over", () =>
    at9(
      Effect.gen(function* () {
        // A process that is not sound, and was never checked.
        const { start, process, step } = Process.define("Switch", {
          title: Bilingual.same("Switch"),
          states: {
            On: { title: Bilingual.same("On"), times: Schema.Int },
            Off: { title: Bilingual.same("Off"), times: Schema.Int }
          }
        })
        const by = "switch.turn"
        const Switch = process({
          about: () => Bilingual.same("Switch"),
          steps: {
            Make: start({
              title: Bilingual.same("Make"),
              to: ["On"],
              by,
              input: {},
              evolve: () => ({ _tag: "On", times: 1 })
            }),
            Off: step({
              title: Bilingual.same("Off"),
              from: ["On"],
              to: ["Off"],
              by,
              evolve: (state) => ({ ...state, _tag: "Off" })
            }),
            On: step({
              title: Bilingual.same("On"),
              from: ["Off"],
              to: ["On"],
              by,
              evolve: ({ times }) => ({ _tag: "On", times: times + 1 })
            })
          },
          final: ["Off"]
        })
        const turn = (step: "Make" | "On" | "Off") =>
          Operations.send(Switch, { key: step, case: moon, step, by: tang, input: {} })
        const caseload = Caseload.make([Switch])
        for (const step of ["Make", "Off"] as const) yield* turn(step)
        assert.isEmpty(yield* caseload.cases)
        const { case: current } = yield* turn("On")
        assertEquals(yield* caseload.cases, [{ process: Switch, case: current }])
      })
    )
  )

  it.effect("may be asked for by many at once, and reads every event once", () =>
    at9(
      Effect.gen(function* () {
        const caseload = Caseload.make([PostProcess])
        yield* approved
        const [one, other] = yield* Effect.all([caseload.cases, caseload.cases], { concurrency: "unbounded" })
        assertEquals(one, other)
        assert.strictEqual(one?.[0]?.case.version, 3)
      })
    )
  )

  it.effect("offers nothing that would be refused whatever is said", () =>
    at9(
      Effect.gen(function* () {
        yield* inReview
        const refusal = yield* Effect.flip(send("Approve", tang, {}))
        assertEquals(refusal, new Post.NotAnApprover({ person: tang.person }))
        assert.notInclude(yield* desk(tang), "Approve")
      })
    )
  )
})
