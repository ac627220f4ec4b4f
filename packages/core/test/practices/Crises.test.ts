/** What a crisis holds, says, asks for and leaves behind, through the kernel and a worker. */
import { FanId, PostId } from "@dualops/core/account"
import { PostProcess } from "@dualops/core/content"
import { AnswerProcess, Interaction } from "@dualops/core/interaction"
import { Caseload, EventLog, Operations } from "@dualops/core/operations"
import { CrisisProcess, ProblemProcess } from "@dualops/core/practices"
import { type Actor, Case, Soundness } from "@dualops/core/process"
import { ProcessLaws } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import {
  approve,
  cups,
  declare,
  draft,
  he,
  id,
  inHouse,
  later,
  lin,
  out,
  pass,
  qin,
  schedule,
  settings,
  standDown,
  stateOf,
  take,
  tang,
  tea,
  told,
  work,
  write,
  zhou
} from "./CrisisCast.ts"

ProcessLaws.suite("Crisis", CrisisProcess, {
  people: [lin.person, zhou.person, he.person, tang.person],
  settings: [settings],
  inputs: {
    Declare: (pick) => ({ account: tea, level: pick(2) === 0 ? "grave" : "local", what: "漏水" }),
    Break: () => ({ account: tea, level: "grave", what: "漏水 200 人", alarm: id("alarm") }),
    Draft: (pick) => ({ content: { text: `我们已知悉 ${pick(3)}`, pictures: [] } }),
    PassVoice: () => ({ voice: he.person, reason: "换班" })
  }
})

const asked = (name: string, by: Actor.Person) =>
  take(AnswerProcess, name, "Write", by, {
    account: tea,
    interaction: {
      kind: "comment",
      id: Interaction.InteractionId.make(name),
      post: PostId.make("5034567890123456"),
      from: { id: FanId.make("1000001") },
      text: "怎么回事",
      at: later(0)
    },
    text: "正在查"
  })
const tagOf = (refusal: { readonly _tag: string }) => refusal._tag
const childrenOf = (process: string) =>
  Effect.gen(function* () {
    const log = yield* EventLog.EventLog
    const all = yield* log.log(0, 10_000)
    return [...new Set(all.filter((one) => one.process === process).map((one) => one.case))]
  })

describe("A crisis", () => {
  it("is sound: nobody waits for ever, and nothing is asked twice", () => {
    assert.deepStrictEqual(Soundness.check(CrisisProcess), [])
  })

  it.effect("holds what was scheduled before it and what is scheduled meanwhile, of its account only", () =>
    inHouse(
      Effect.gen(function* () {
        for (const [name, account] of [
          ["before", tea],
          ["cups", cups]
        ] as const) {
          yield* write(name, account, later(30))
          yield* schedule(name, later(30))
        }
        yield* declare()
        yield* write("after", tea, later(40))
        yield* schedule("after", later(40))
        const refusal = yield* Effect.flip(take(PostProcess, "after", "PublishNow", he, {}))
        assert.strictEqual(tagOf(refusal), "Process.Suspended")
        yield* pass(60)
        assert.deepStrictEqual(yield* out, ["cups"])
        const desk = yield* Caseload.make(work.processes).desk(zhou)
        yield* standDown()
        yield* pass(120)
        assert.deepStrictEqual(yield* out, ["cups"])
        assert.includeMembers(
          desk.map((one) => String(one.case)),
          ["before", "after"]
        )
        assert.isTrue(told.some((line) => line.startsWith("lin: The crisis is over")))
      })
    )
  )

  it.effect("speaks in statements that somebody else approves, each out at once, and once", () =>
    inHouse(
      Effect.gen(function* () {
        yield* declare()
        yield* draft("我们已知悉，正在检查。")
        const own = yield* Effect.flip(take(CrisisProcess, "leak", "Approve", he, {}))
        assert.strictEqual(tagOf(own), "Process.NotSeparate")
        yield* approve()
        yield* pass(2)
        yield* draft("已修好。")
        yield* take(CrisisProcess, "leak", "SendBack", tang, { note: "写明时间" })
        yield* draft("今天 10 点已修好。")
        yield* approve()
        yield* pass(10)
        assert.deepStrictEqual(yield* out, ["我们已知悉，正在检查。", "今天 10 点已修好。"])
        assert.lengthOf(yield* childrenOf("Post"), 2)
        assert.deepInclude(yield* stateOf(CrisisProcess, "leak"), { _tag: "Speaking" })
      })
    )
  )

  it.effect("lets only its voice answer, whoever that is now, where its level says so", () =>
    inHouse(
      Effect.gen(function* () {
        yield* declare()
        assert.strictEqual(tagOf(yield* Effect.flip(asked("a", lin))), "Process.Suspended")
        yield* asked("b", he)
        yield* take(CrisisProcess, "leak", "PassVoice", tang, { voice: qin.person, reason: "换班" })
        assert.strictEqual(tagOf(yield* Effect.flip(asked("c", he))), "Process.Suspended")
        yield* asked("d", qin)
        const stranger = take(CrisisProcess, "leak", "PassVoice", tang, { voice: lin.person, reason: "换班" })
        assert.strictEqual(tagOf(yield* Effect.flip(stranger)), "Crisis.NotAVoice")
        yield* standDown()
        yield* declare("queue", tea, "local")
        yield* asked("e", lin)
      })
    )
  )

  it.effect(
    "in which nothing is said tells the voice first, then the next, and figures that are late tell the lead",
    () =>
      inHouse(
        Effect.gen(function* () {
          yield* declare()
          yield* pass(95)
          const of = (words: string) => told.filter((line) => line.includes(words)).map((line) => line.split(":")[0])
          assert.deepStrictEqual(of("Nothing has been said yet"), ["he", "qin"])
          assert.deepStrictEqual(of("Figures were not told in time"), ["tang"])
          yield* take(CrisisProcess, "leak", "Report", zhou, { mentions: 120, complaints: 40, note: "" })
          yield* pass(55)
          assert.deepInclude(yield* stateOf(CrisisProcess, "leak"), { late: 1 })
        })
      )
  )

  it.effect(
    "is reviewed: a lesson is a problem of the register or an edition, and that there is none takes a reason",
    () =>
      inHouse(
        Effect.gen(function* () {
          yield* declare()
          yield* standDown()
          const conclude = take(CrisisProcess, "leak", "Conclude", tang, { conclusion: "照办" })
          assert.strictEqual(tagOf(yield* Effect.flip(conclude)), "Crisis.NoLessons")
          const raising = { what: "夜里找不到人", evidence: "两小时才发声", function: "monitoring" } as const
          yield* take(CrisisProcess, "leak", "Learn", zhou, raising)
          const same = { what: "没有清单", edition: Case.HandbookVersion.make("1") }
          const amend = take(CrisisProcess, "leak", "Amend", zhou, same)
          assert.strictEqual(tagOf(yield* Effect.flip(amend)), "Problem.SameEdition")
          yield* take(CrisisProcess, "leak", "Amend", zhou, { ...same, edition: Case.HandbookVersion.make("2") })
          const none = take(CrisisProcess, "leak", "NoLesson", zhou, { conclusion: "没有" })
          assert.strictEqual(tagOf(yield* Effect.flip(none)), "Crisis.HasLessons")
          yield* pass(2)
          const [problem = id("none")] = yield* childrenOf("Problem")
          assert.deepInclude(yield* stateOf(ProblemProcess, problem), { _tag: "Raised", raisedBy: zhou.person })
          yield* take(CrisisProcess, "leak", "Conclude", tang, { conclusion: "照办" })
          assert.deepInclude(yield* stateOf(CrisisProcess, "leak"), { _tag: "Over" })
        })
      )
  )

  it.effect("that nobody has reviewed within 72 hours is told of", () =>
    inHouse(
      Effect.gen(function* () {
        yield* declare()
        yield* standDown()
        yield* pass(2)
        told.splice(0)
        yield* pass(72 * 60)
        assert.isTrue(told.some((line) => line.startsWith("tang:") && line.includes("over, to be reviewed")))
      })
    )
  )

  it.effect("of no level of the handbook is not declared", () =>
    inHouse(
      Effect.gen(function* () {
        const refusal = yield* Effect.flip(declare("leak", tea, "huge"))
        assert.strictEqual(tagOf(refusal), "Crisis.NoSuchLevel")
        assert.isUndefined(yield* Operations.load(CrisisProcess, id("leak")))
      })
    )
  )
})
