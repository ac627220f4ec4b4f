import { MemoryPersonalKeys } from "@dualops/adapter-memory"
import { FanId } from "@dualops/core/account"
import { ComplaintProcess } from "@dualops/core/complaints"
import { AnswerProcess, type Incoming, Interaction, Reception } from "@dualops/core/interaction"
import { Observations } from "@dualops/core/observations"
import { Carrier, EventLog, Operations, Worker } from "@dualops/core/operations"
import { PersonalData, SealedLog } from "@dualops/core/personal-data"
import { PrivateAnswerProcess } from "@dualops/core/private-messages"
import { Actor, Allowance, Case, Notify } from "@dualops/core/process"
import { ProcessLaws } from "@dualops/core/testing"
import {
  Correction,
  CorrectionCarriers,
  CorrectionProcess,
  Corrections,
  FanView,
  type Label
} from "@dualops/core/triage"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { account, cases, inTheMorning, morning, receive, standing, wrote } from "./TriageCast.ts"

const [lin, zhou] = [Actor.person("lin"), Actor.person("zhou")]

ProcessLaws.suite("Correction", CorrectionProcess, {
  people: [lin.person, zhou.person],
  settings: [
    { lead: lin.person, attention: Allowance.always("1 day"), counted: ["praise"], complaints: true },
    { lead: zhou.person, attention: Allowance.always("1 day"), counted: [], complaints: false }
  ]
})

const tell = Carrier.make(Notify.notify, () => Effect.succeed({}))
const work = { processes: [CorrectionProcess], carriers: [...CorrectionCarriers.carriers, tell] }

/** Somebody says what it is, and a worker carries that. */
const correct = (text: string, meant: Label.Label, by = lin, key = `${text} ${meant}`) =>
  Effect.gen(function* () {
    const interaction = Interaction.InteractionId.make(text)
    const id = Case.CaseId.make(key)
    const input = { account, interaction, meant }
    yield* Operations.send(CorrectionProcess, { key, case: id, step: "Correct", by, input })
    while ((yield* Worker.round(work)).carried > 0);
    return (yield* Operations.load(CorrectionProcess, id))?.state
  })
const meant = Effect.map(Corrections.meant, (all) => Object.fromEntries(all))
const became = (state: CorrectionState) => (state?._tag === "Recorded" ? state.mended : state?._tag)
type CorrectionState = Effect.Success<ReturnType<typeof correct>>

describe("A person's word on a judgement", () => {
  it.effect("is kept with what it was taken for, by which classifier, who says so and when", () =>
    inTheMorning(
      Effect.gen(function* () {
        yield* receive(wrote("1", "praise: well done, again"))
        yield* TestClock.adjust("1 hour")
        yield* correct("1", "complaint")
        const asked = { account, order: "oldest", limit: 9 } as const
        const { observations } = yield* Observations.page(Correction.kind, asked)
        const facts = { text: "1", said: "praise", meant: "complaint", by: "lin", classifier: "the first word" }
        assert.deepStrictEqual<unknown>(
          observations.map((one) => [one.facts, one.personal, one.at.epochMilliseconds]),
          [[facts, { fan: "2489518277" }, Date.parse("2026-11-23T10:00:00+08:00")]]
        )
      })
    )
  )

  it.effect("is corrected by the next one, whoever says it, and the last is what the next training reads", () =>
    inTheMorning(
      Effect.gen(function* () {
        yield* receive(wrote("1", "praise: well done, again"), wrote("2", "spam", { fan: "2" }))
        yield* correct("1", "question")
        yield* TestClock.adjust("1 hour")
        yield* correct("1", "attack", zhou)
        yield* correct("2", "lead")
        assert.deepStrictEqual(yield* meant, { 1: "attack", 2: "lead" })
        assert.deepStrictEqual<unknown>(yield* Corrections.lessons, [
          { id: "1", text: "praise: well done, again", label: "attack" },
          { id: "2", text: "spam", label: "lead" }
        ])
      })
    )
  )

  it.effect("is not recorded of what nobody here has judged, and whoever said it is told", () =>
    inTheMorning(
      Effect.gen(function* () {
        const state = yield* correct("77", "complaint")
        assert.strictEqual(state?._tag, "NotRecorded")
        assert.deepStrictEqual(yield* meant, {})
        assert.deepStrictEqual(yield* cases, ["Correction 77 complaint"])
      })
    )
  )

  it.effect("that is carried twice is kept once, and begins one case", () =>
    inTheMorning(
      Effect.gen(function* () {
        yield* receive(wrote("1", "praise"))
        yield* correct("1", "question")
        const [carrier] = CorrectionCarriers.carriers
        // Only its own kind knows what the carrier is asked.
        const request = { account, text: "1", meant: "question", wants: "answer", by: lin, at: morning } as never
        yield* TestClock.adjust("1 hour")
        const done = yield* carrier?.carry(request, "again", { process: "Correction", case: Case.CaseId.make("1") }) ??
          Effect.void
        assert.propertyVal(done, "mended", "stays")
        const asked = { account, order: "oldest", limit: 9 } as const
        assert.lengthOf((yield* Observations.page(Correction.kind, asked)).observations, 1)
        assert.deepStrictEqual(yield* cases, ["Correction 1 question", "Answer 1"])
      })
    )
  )
})

describe("By a person's word, what became of a text is put right:", () => {
  it.effect("what was only counted becomes a complaint, or an answer that is owed", () =>
    inTheMorning(
      Effect.gen(function* () {
        yield* receive(wrote("1", "praise: well done, again"), wrote("2", "noise", { fan: "2" }))
        assert.strictEqual(became(yield* correct("1", "complaint")), "complaint")
        assert.strictEqual(became(yield* correct("2", "lead")), "answer")
        const complaint = yield* standing(ComplaintProcess, "1")
        assert.deepStrictEqual(complaint?.interaction, wrote("1", "praise: well done, again"))
        assert.strictEqual((yield* standing(AnswerProcess, "2"))?._tag, "Waiting")
      })
    )
  )

  it.effect("what was written in private is answered in private", () =>
    inTheMorning(
      Effect.gen(function* () {
        const { post: _, ...words } = wrote("1", "praise")
        const message: Incoming.PrivateMessage = { ...words, kind: "private message" }
        yield* Reception.use((reception) => reception.receive(account, [message]))
        assert.strictEqual(became(yield* correct("1", "question")), "answer")
        assert.deepStrictEqual((yield* standing(PrivateAnswerProcess, "1"))?.interaction, message)
      })
    )
  )

  it.effect("an answer that waits is passed on to the complaint that begins", () =>
    inTheMorning(
      Effect.gen(function* () {
        yield* receive(wrote("1", "question"))
        assert.strictEqual(became(yield* correct("1", "complaint")), "complaint")
        assert.strictEqual((yield* standing(AnswerProcess, "1"))?._tag, "PassedOn")
        assert.strictEqual((yield* standing(ComplaintProcess, "1"))?._tag, "Open")
      })
    )
  )

  it.effect("a second complaint of a fan is part of the one that is open, and of nobody else's (ticketz#451)", () =>
    inTheMorning(
      Effect.gen(function* () {
        yield* receive(wrote("1", "question"))
        yield* receive(wrote("2", "complaint"))
        assert.strictEqual(became(yield* correct("1", "complaint")), "thread")
        assert.strictEqual((yield* standing(AnswerProcess, "1"))?._tag, "PassedOn")
        assert.isUndefined(yield* standing(ComplaintProcess, "1"))
        // Nobody else's complaint takes it in.
        yield* receive(wrote("3", "question", { fan: "3" }))
        assert.strictEqual(became(yield* correct("3", "complaint")), "complaint")
      })
    )
  )

  it.effect("a complaint that is none is dismissed, and answered as anything else", () =>
    inTheMorning(
      Effect.gen(function* () {
        yield* receive(wrote("1", "complaint"))
        assert.strictEqual(became(yield* correct("1", "question")), "dismissed")
        const complaint = yield* standing(ComplaintProcess, "1")
        assert.strictEqual(complaint?._tag, "Answering")
        assert.strictEqual(became(yield* correct("1", "praise")), "stays")
      })
    )
  )

  it.effect("what is still counted, and more of a complaint that is open, stays as it was", () =>
    inTheMorning(
      Effect.gen(function* () {
        yield* receive(wrote("1", "praise", { fan: "1" }), wrote("2", "complaint"))
        yield* receive(wrote("3", "praise"))
        assert.strictEqual(became(yield* correct("1", "noise")), "stays")
        assert.strictEqual(became(yield* correct("3", "question")), "stays")
        assert.notInclude(yield* cases, "Answer 3")
      })
    )
  )
})

describe("Erasing a fan", () => {
  it.effect("reaches what was corrected: the word stays, and neither words nor fan stand by it", () =>
    inTheMorning(
      Effect.gen(function* () {
        yield* receive(wrote("1", "praise: well done, again"))
        yield* correct("1", "noise")
        const fan = FanId.make("2489518277")
        const view = yield* FanView.of([CorrectionProcess], account, fan)
        assert.lengthOf(view.cases, 1)
        const { cases: erased, open } = yield* PersonalData.erase([CorrectionProcess], fan)
        assert.deepStrictEqual([erased, open], [1, []])
        const asked = { account, order: "oldest", limit: 9 } as const
        const { observations } = yield* Observations.page(Correction.kind, asked)
        assert.deepStrictEqual(
          observations.map(({ facts, personal }) => [facts.meant, personal]),
          [["noise", undefined]]
        )
        assert.deepStrictEqual(yield* Corrections.lessons, [])
        assert.notInclude(JSON.stringify(yield* EventLog.EventLog.use((log) => log.log(0, 100))), "well done")
        // Nothing is owed any more to somebody of whom nothing is known.
        assert.strictEqual(became(yield* correct("1", "complaint")), "stays")
      }).pipe(Effect.provide(SealedLog.layer.pipe(Layer.provideMerge(MemoryPersonalKeys.layer))))
    )
  )
})
