import { Complaint, ComplaintProcess, Referral, ReferralProcess } from "@dualops/core/complaints"
import { AnswerProcess } from "@dualops/core/interaction"
import { Caseload, Operations, Worker } from "@dualops/core/operations"
import { Actor, Case, Face, type Process } from "@dualops/core/process"
import { Resource } from "@dualops/core/resources"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { account, inTheMorning, receive, wrote } from "../triage/TriageCast.ts"

const processes = [ComplaintProcess, AnswerProcess, ReferralProcess]
const round = Worker.round({ processes, carriers: [] })
const order = { case: Case.CaseId.make(`${account}/1`), by: Actor.person("lin") }
type Input<S extends "Reply" | "Refer"> = Process.InputOf<typeof ComplaintProcess, S>
const takes = <S extends "Reply" | "Refer">(step: S, input: Input<S>) =>
  Operations.send<typeof ComplaintProcess, S>(ComplaintProcess, { ...order, key: step, step, input })

const steps = Effect.map(Operations.read(ComplaintProcess, order.case), (history) => history.map(({ step }) => step))

describe("Whatever a fan writes in a complaint", () => {
  const texts = {
    "a megabyte": "啊".repeat(400_000),
    "a null character": "退款\u0000",
    "half a character": "退款\ud83d",
    "signs that turn the text round": "\u202e退款\u2066",
    markup: "<script>alert(1)</script>"
  }
  for (const [what, text] of Object.entries(texts)) {
    it.effect(`the fan is answered and a department asked: ${what}`, () =>
      inTheMorning(
        Effect.gen(function* () {
          yield* receive(wrote("1", `complaint ${text}`))
          yield* takes("Refer", { department: Resource.ResourceId.make("customer-service"), note: "请退款" })
          yield* takes("Reply", { text: "已为您登记。" })
          yield* round
          const begun = yield* Caseload.everyCase([AnswerProcess, ReferralProcess])
          assert.sameMembers(
            begun.map(({ process }) => process.name),
            ["Answer", "Referral"],
            (yield* steps).join()
          )
        })
      )
    )
  }
})

describe("What people read of a complaint", () => {
  const text = `complaint \u202e退款\u0000\ud83d${"啊".repeat(400_000)}`
  const plain = (said: string) => {
    assert.isBelow(said.length, 1_000)
    assert.isFalse(/[\p{Cc}\p{Bidi_Control}]/u.test(said), said)
    assert.isTrue(said.isWellFormed())
  }

  it.effect("is one short line, in which nothing turns the others round", () =>
    inTheMorning(
      Effect.gen(function* () {
        yield* receive(wrote("1", text))
        yield* takes("Refer", { department: Resource.ResourceId.make("customer-service"), note: "请退款" })
        yield* round
        for (const { case: one, process } of yield* Caseload.everyCase([ComplaintProcess, ReferralProcess])) {
          const { about } = Face.reading(process, one)
          for (const said of [about.zh, about.en]) plain(said)
          if (process !== ReferralProcess) continue
          // The case is one of this process.
          const { en, zh } = Referral.isAsked(one.state as Referral.State, String)
          for (const said of [zh, en]) plain(said)
        }
      })
    )
  )
})

describe("A department that is not there", () => {
  for (const name of ["nobody", "constructor", "__proto__", "toString"]) {
    it.effect(`is refused at once, with those that there are: ${name}`, () =>
      inTheMorning(
        Effect.gen(function* () {
          yield* receive(wrote("1", "complaint"))
          const department = Resource.ResourceId.make(name)
          const refusal = yield* Effect.flip(takes("Refer", { department, note: "请退款" }))
          assert.instanceOf(refusal, Complaint.UnknownDepartment)
          assert.include(refusal.message, "customer-service")
        })
      )
    )
  }
})
