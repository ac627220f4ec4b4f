import { ComplaintProcess } from "@dualops/core/complaints"
import { Intake } from "@dualops/core/interaction"
import { EventLog, Operations, StoreUnavailable } from "@dualops/core/operations"
import { Actor, Case } from "@dualops/core/process"
import { Classifier, Policy } from "@dualops/core/triage"
import { assert, describe, it } from "@effect/vitest"
import { Duration, Effect, Layer } from "effect"
import { account, cases, heard, inTheMorning, receive, standing, wrote } from "./TriageCast.ts"

const policy = { ...Policy.usual, flood: { underPost: 3, ofAccount: 6, within: Duration.hours(1) } }
const questions = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => wrote(`${from + index}`, "question", { fan: `${from + index}` }))

describe("What comes again", () => {
  it.effect("takes nobody's turn under a post where much is written", () =>
    inTheMorning(
      Effect.gen(function* () {
        for (let time = 0; time < 5; time++) yield* receive(...questions(1, 2))
        yield* receive(...questions(3, 1))
        assert.deepStrictEqual(yield* cases, ["Answer 1", "Answer 2", "Answer 3"])
      }),
      { policy }
    )
  )

  it.effect("is written down as what it became, where whoever began its case died before", () =>
    inTheMorning(
      Effect.gen(function* () {
        const complaint = wrote("1", "complaint")
        // The case is there, and nothing was written down.
        yield* Intake.begin(ComplaintProcess, account, complaint)
        yield* Intake.open(account, wrote("2", "question", { fan: "2" }))
        yield* receive(complaint, wrote("2", "complaint", { fan: "2" }))
        assert.deepStrictEqual(yield* cases, ["Complaint 1", "Answer 2"])
        assert.deepStrictEqual(yield* heard, ["1 complaint", "2 answer"])
      })
    )
  )

  it.effect("by two ways at once has one case, and one fan one complaint (chatwoot#14058, chatwoot#10798)", () =>
    inTheMorning(
      Effect.gen(function* () {
        const pieces = [1, 2, 3, 4, 5].map((id) => receive(wrote(`${id}`, "complaint")))
        yield* Effect.all([...pieces, ...pieces], { concurrency: "unbounded" })
        const begun = yield* cases
        assert.lengthOf(begun, 1, begun.join())
        assert.lengthOf(yield* heard, 5)
      })
    )
  )
})

describe("Somebody is told of a flood", () => {
  it.effect("also where the store did not answer at first", () =>
    inTheMorning(
      Effect.gen(function* () {
        yield* receive(...questions(1, 3))
        let fails = 1
        const log = yield* EventLog.EventLog
        const flaky = EventLog.EventLog.of({
          ...log,
          append: (commit) =>
            commit.process === "Notice" && fails-- > 0
              ? Effect.fail(new StoreUnavailable({ cause: "the line is down" }))
              : log.append(commit)
        })
        const more = receive(...questions(4, 2)).pipe(Effect.provideService(EventLog.EventLog, flaky))
        assert.strictEqual((yield* Effect.exit(more))._tag, "Failure")
        yield* more
        assert.lengthOf(
          (yield* cases).filter((one) => one.startsWith("Notice flood")),
          1
        )
      }),
      { policy }
    )
  )
})

describe("A fan with two complaints", () => {
  const raise = (id: string, fan: string) =>
    Operations.send(ComplaintProcess, {
      key: "raised",
      case: Case.CaseId.make(`${account}/${id}`),
      step: "Raise",
      by: Actor.person("lin"),
      input: { account, interaction: wrote(id, "complaint", { fan }) }
    })
  const end = (id: string) =>
    Effect.gen(function* () {
      const order = { case: Case.CaseId.make(`${account}/${id}`), by: Actor.person("lin") }
      yield* Operations.send(ComplaintProcess, { ...order, key: "d", step: "Dismiss", input: { reason: "a joke" } })
      const by = Actor.child("answer", Case.CaseId.make("a"), "Left")
      const input = { interaction: wrote(id, "complaint") }
      yield* Operations.send(ComplaintProcess, { ...order, by, key: "h", step: "Handled", input })
    })

  it.effect("is still heard in the one that is open, when the other is over", () =>
    inTheMorning(
      Effect.gen(function* () {
        yield* raise("1", "7")
        yield* raise("2", "7")
        yield* receive(wrote("3", "praise", { fan: "7" }))
        assert.strictEqual((yield* standing(ComplaintProcess, "2"))?.latest.id, "3")
        yield* end("2").pipe(Effect.ignore)
        yield* receive(wrote("4", "noise", { fan: "7" }))
        assert.strictEqual((yield* standing(ComplaintProcess, "2"))?.latest.id, "4")
      })
    )
  )

  it.effect("is heard in the first, when the last is over", () =>
    inTheMorning(
      Effect.gen(function* () {
        yield* raise("1", "7")
        yield* raise("2", "7")
        yield* receive(wrote("5", "question", { fan: "8" }))
        yield* end("2")
        yield* receive(wrote("6", "noise", { fan: "7" }))
        assert.strictEqual((yield* standing(ComplaintProcess, "1"))?.latest.id, "6")
      })
    )
  )
})

describe("A classifier that breaks", () => {
  const broken = Layer.succeed(Classifier.Classifier, { judge: () => Effect.die(new Error("out of memory")) })
  it.effect("leaves everything to people, and stops nothing", () =>
    inTheMorning(
      Effect.gen(function* () {
        yield* receive(wrote("1", "praise"))
        assert.deepStrictEqual(yield* cases, ["Answer 1"])
      }),
      { classifier: broken }
    )
  )
})

describe("Where it is heard under long names", () => {
  it.effect("a flood under a post stops nothing", () =>
    inTheMorning(
      Effect.gen(function* () {
        const post = "5".repeat(300)
        const many = questions(1, 5).map((one) => wrote(one.id, one.text, { fan: String(one.from.id), post }))
        yield* receive(...many)
        assert.lengthOf(yield* heard, 5)
      }),
      { policy }
    )
  )
})

describe("What a fan writes who has a complaint open", () => {
  it.effect("is heard however long it is, and whatever is in it", () =>
    inTheMorning(
      Effect.gen(function* () {
        yield* receive(wrote("1", "complaint"))
        const texts = ["啊".repeat(1_000_000), "\u0000", "\ud800", "\u202e<script>"]
        for (const [index, text] of texts.entries()) {
          yield* receive(wrote(`${index + 2}`, `noise ${text}`))
          assert.strictEqual((yield* standing(ComplaintProcess, "1"))?.latest.id, `${index + 2}`)
        }
        assert.deepStrictEqual(
          (yield* cases).filter((one) => !one.includes("unkept")),
          ["Complaint 1"]
        )
      })
    )
  )
})
