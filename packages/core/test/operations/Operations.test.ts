import { Post, PostProcess } from "@dualops/core/content"
import { Bilingual } from "@dualops/core/finding"
import { Caseload, Editions, Operations } from "@dualops/core/operations"
import { Process, Refusal } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { DateTime, Effect, Schema } from "effect"
import { TestClock } from "effect/testing"
import {
  approved,
  at9,
  composed,
  edition,
  inReview,
  later,
  lin,
  moon,
  nine,
  qin,
  scheduled,
  send,
  slot,
  state,
  tang,
  zhou
} from "./house.ts"

describe("taking a step", () => {
  it.effect("is done once, and answered alike, however often it is sent", () =>
    at9(
      Effect.gen(function* () {
        const first = yield* composed
        yield* TestClock.setTime(later(5).epochMilliseconds)
        const again = yield* composed
        assertEquals(again, first)
        assert.strictEqual((yield* Operations.read(PostProcess, moon)).length, 1)
      })
    )
  )

  it.effect("is answered with the case as it was then, also when it has moved on", () =>
    at9(
      Effect.gen(function* () {
        yield* approved
        const again = yield* composed
        assert.strictEqual(again.case.state._tag, "Draft")
        assert.strictEqual((yield* state)?._tag, "Approved")
      })
    )
  )

  it.effect("is refused if its key was another step's", () =>
    at9(
      Effect.gen(function* () {
        yield* inReview
        const refusal = yield* Effect.flip(send("Approve", zhou, {}, "Compose by lin"))
        assertEquals(refusal, new Operations.KeyReused({ key: "Compose by lin", step: "Approve", was: "Compose" }))
      })
    )
  )

  it.effect("leaves nothing behind when it is refused", () =>
    at9(
      Effect.gen(function* () {
        yield* inReview
        const refusal = yield* Effect.flip(send("Approve", lin, {}))
        assertEquals(refusal, new Refusal.NotSeparate({ step: "Approve", did: "Compose", person: lin.person }))
        assert.strictEqual((yield* Operations.read(PostProcess, moon)).length, 2)
      })
    )
  )

  it.effect("is taken again after a lost race, so two approvals at once both count", () =>
    at9(
      Effect.gen(function* () {
        yield* inReview
        yield* Effect.all([send("Approve", zhou, {}), send("Approve", qin, {})], { concurrency: "unbounded" })
        const post = yield* state
        assert.deepStrictEqual(post?._tag === "Approved" && post.review.given, [zhou, qin])
      }),
      edition("1", {
        review: {
          approvers: [zhou.person, qin.person],
          needs: "all",
          within: edition("1").settings(PostProcess).review.within
        }
      })
    )
  )

  it.effect("never runs a history backwards, though two machines' clocks may differ", () =>
    at9(
      Effect.gen(function* () {
        yield* composed
        yield* TestClock.setTime(DateTime.subtract(nine, { minutes: 1 }).epochMilliseconds)
        const { event } = yield* send("Submit", lin, {})
        assertEquals(event.at, nine)
      })
    )
  )
})

describe("an edition of the handbook", () => {
  const all = { ...edition("1").settings(PostProcess).review, needs: "all" as const }

  it.effect("rules a case to its end, whatever comes after it", () =>
    at9(
      Effect.gen(function* () {
        yield* inReview
        const editions = Editions.layer(edition("2", { review: all }), edition("1"))
        const { event } = yield* Effect.provide(send("Approve", zhou, {}), editions)
        assert.strictEqual(event.handbook, "1")
        assert.strictEqual((yield* state)?._tag, "Approved")
      })
    )
  )

  it.effect("says today who may do what, also in a case that began under another", () =>
    at9(
      Effect.gen(function* () {
        yield* inReview
        const editions = Editions.layer(
          edition("2", {}, ({ person }) => person !== "zhou"),
          edition("1")
        )
        const refusal = yield* Effect.flip(Effect.provide(send("Approve", zhou, {}), editions))
        assertEquals(refusal, new Refusal.NotPermitted({ step: "Approve", by: zhou, needs: "content.approve" }))
      })
    )
  )
})

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
