import { FanId, PostId } from "@dualops/core/account"
import { AnswerProcess, Interaction } from "@dualops/core/interaction"
import { Actions, Caseload, Operations } from "@dualops/core/operations"
import { type Embargo, EmbargoProcess, Practices } from "@dualops/core/practices"
import { Actor, Case, Refusal, Standing, Weighing } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { DateTime, Effect } from "effect"
import { minimal, xinghe } from "../handbook/worked.ts"
import { later, nine } from "../operations/house.ts"
import {
  cups,
  he,
  impose,
  inHouse,
  lift,
  lin,
  out,
  pass,
  publishNow,
  qin,
  schedule,
  settings,
  stateOf,
  tea,
  told,
  work,
  write,
  zhou
} from "./EmbargoCast.ts"

describe("Under an embargo", () => {
  it.effect("given posts of two accounts, those of the one do not go out, and those of the other do", () =>
    inHouse(
      Effect.gen(function* () {
        yield* write("tea before", tea, later(30))
        yield* schedule("tea before", later(30))
        yield* write("cups", cups, later(30))
        yield* schedule("cups", later(30))
        yield* impose(tea, 60)
        // What is written, approved and scheduled meanwhile is held alike.
        yield* write("tea after", tea, later(40))
        yield* schedule("tea after", later(40))
        yield* pass(59)
        assert.deepStrictEqual(yield* out, ["cups"])
      })
    )
  )

  it.effect(
    "when a slot has passed, the post is on the desk, and goes out when a person has said when, and not before",
    () =>
      inHouse(
        Effect.gen(function* () {
          yield* write("moon", tea, later(30))
          yield* schedule("moon", later(30))
          yield* impose(tea, 60)
          yield* pass(31)
          const state = yield* stateOf("moon")
          assert.deepInclude(state, { _tag: "Failed", code: "slot-missed" })
          const desk = yield* Caseload.make(work.processes).desk(zhou)
          const steps = desk.flatMap(({ case: id, step }) => (id === "moon" ? [step] : []))
          assert.includeMembers(steps, ["Schedule", "Withdraw"])
          assert.notInclude(steps, "PublishNow")
          yield* pass(120)
          assert.deepStrictEqual(yield* out, [])
          yield* schedule("moon", later(160), "again")
          yield* pass(15)
          assert.deepStrictEqual(yield* out, ["moon"])
        })
      )
  )

  it.effect("when it is over before a slot, the post goes out at its slot", () =>
    inHouse(
      Effect.gen(function* () {
        yield* write("moon", tea, later(30))
        yield* schedule("moon", later(30))
        yield* impose(tea, 60)
        yield* pass(20)
        yield* lift()
        yield* pass(11)
        assert.deepStrictEqual(yield* out, ["moon"])
      })
    )
  )

  it.effect("whom it names publishes at once, and nobody else does", () =>
    inHouse(
      Effect.gen(function* () {
        yield* write("statement", tea, later(600))
        yield* impose(tea, 60)
        assertEquals(
          yield* Effect.flip(publishNow("statement", zhou)),
          new Refusal.Suspended({
            step: "PublishNow",
            process: "Embargo",
            case: "mourning",
            title: EmbargoProcess.title,
            heldBy: he.person,
            until: later(60)
          })
        )
        const { event } = yield* publishNow("statement", qin)
        assert.deepStrictEqual(event.decidedBy, [{ process: "Embargo", case: Case.CaseId.make("mourning") }])
        yield* pass(1)
        assert.deepStrictEqual(yield* out, ["statement"])
      })
    )
  )

  it.effect("given a post that is on its way and has not been carried yet, it waits, and then a person looks", () =>
    inHouse(
      Effect.gen(function* () {
        yield* write("moon", tea, later(600))
        yield* publishNow("moon", zhou)
        yield* impose(tea, 60)
        yield* Actions.carryWaiting(work, 9)
        yield* pass(90)
        assert.deepStrictEqual(yield* out, [])
        assert.strictEqual((yield* stateOf("moon"))?._tag, "Unconfirmed")
      })
    )
  )

  const fan = Interaction.Interaction.make({
    kind: "comment",
    id: Interaction.InteractionId.make("4321"),
    post: PostId.make("5034567890123456789"),
    from: { id: FanId.make("77"), name: "阿桂" },
    text: "还营业吗？",
    at: nine
  })
  const say = Effect.gen(function* () {
    const order = { case: Case.CaseId.make("question"), key: "1" }
    const receive = { ...order, step: "Receive", by: Actor.world, input: { account: tea, interaction: fan } } as const
    yield* Operations.send(AnswerProcess, receive)
    yield* impose(tea, 60)
    return yield* Operations.send(AnswerProcess, {
      ...order,
      key: "2",
      step: "Say",
      by: lin,
      input: { text: "照常。" }
    })
  })
  it.effect("a fan is answered, and not where the handbook says so", () =>
    Effect.gen(function* () {
      const { event } = yield* inHouse(say)
      assert.strictEqual(event.step, "Say")
      const refusal = yield* Effect.flip(inHouse(say, { ...settings, stopsAnswers: true }))
      assert.strictEqual(refusal._tag, "Process.Suspended")
    })
  )

  it.effect("two that stand at once hold until both are over, and each tells of itself", () =>
    inHouse(
      Effect.gen(function* () {
        yield* write("moon", tea, later(30))
        yield* schedule("moon", later(30))
        yield* impose(tea, 60)
        yield* impose(tea, 50, "accident")
        yield* lift()
        yield* pass(1)
        assert.lengthOf(
          told.filter((line) => line.startsWith("lin: ")),
          3
        )
        yield* pass(40)
        assert.deepStrictEqual(yield* out, [])
      })
    )
  )

  it.effect("given many posts whose slots have passed, none of them goes out when it ends", () =>
    inHouse(
      Effect.gen(function* () {
        const names = Array.from({ length: 30 }, (_, index) => `moon ${index}`)
        for (const [index, name] of names.entries()) {
          yield* write(name, tea, later(1 + index))
          yield* schedule(name, later(1 + index))
        }
        yield* impose(tea, 32)
        yield* pass(60)
        assert.deepStrictEqual(yield* out, [])
        const states = yield* Effect.forEach(names, stateOf)
        assert.deepStrictEqual([...new Set(states.map((state) => state?._tag))], ["Failed"])
      })
    )
  )
})

describe("What an embargo holds", () => {
  const held = (stopsAnswers: boolean) => {
    const state: Embargo.State = {
      _tag: "InForce",
      account: tea,
      reason: "全国哀悼日",
      since: nine,
      until: DateTime.add(nine, { hours: 1 }),
      mayPublish: [],
      by: he.person,
      told: [lin.person],
      stopsAnswers
    }
    return Weighing.heldBy(EmbargoProcess, { state }).map(({ name }) => name)
  }
  const ofTea = (...names: ReadonlyArray<string>) => names.map((name) => Standing.suspending(name, `account:${tea}`))
  const unasked = ofTea("Post", "PaidPromotion", "Campaign", "InvitationCampaign", "WinBack", "PrizeDraw")
  const answers = ofTea(AnswerProcess.name, "PrivateAnswer")

  it("are all that goes out unasked, and answers to fans where the handbook says so", () => {
    assert.deepStrictEqual(held(false), unasked)
    assert.deepStrictEqual(held(true), [...unasked, ...answers])
  })
})

describe("The practice of embargoes", () => {
  it("is run by a handbook that has the section, and by no other", () => {
    const runs = (handbook: typeof xinghe) => Practices.runBy(handbook).some(({ name }) => name === "embargoes")
    assert.deepStrictEqual([runs(xinghe), runs(minimal)], [true, false])
  })

  it("tells the process who hears of one: everybody who writes or schedules", () => {
    const run = Practices.house.flatMap(({ runs }) => runs).find(({ process }) => process === EmbargoProcess)
    assert.deepInclude(run?.settings(xinghe), {
      lead: "he",
      writers: ["he", "lin", "zhou", "chen", "sunyue", "wutong", "zhenghao"],
      stopsAnswers: false
    })
  })
})
