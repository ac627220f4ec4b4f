import { ComplaintProcess } from "@dualops/core/complaints"
import { AnswerProcess } from "@dualops/core/interaction"
import { Observations } from "@dualops/core/observations"
import { FanView } from "@dualops/core/triage"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { account, inTheMorning, receive, wrote } from "./TriageCast.ts"

const { id: lin } = wrote("1", "").from
const view = Effect.map(FanView.of([AnswerProcess, ComplaintProcess], account, lin), ({ cases, wrote }) => ({
  cases: cases.map(({ case: { id }, process }) => `${process.name} ${id.slice(account.length + 1)}`),
  wrote: wrote.map(({ personal }) => personal?.text)
}))

describe("What is known of a fan", () => {
  it.effect("is what they wrote, also what became no case, and every case in which they are", () =>
    inTheMorning(
      Effect.gen(function* () {
        yield* receive(wrote("1", "praise"), wrote("2", "question"), wrote("3", "complaint"))
        yield* receive(wrote("4", "question of another", { fan: "2" }))
        const { cases, wrote: said } = yield* view
        assert.sameMembers(cases, ["Answer 2", "Complaint 3"])
        assert.sameMembers(said, ["praise", "question", "complaint"])
      })
    )
  )

  it.effect("is no word any more of what was erased", () =>
    inTheMorning(
      Effect.gen(function* () {
        yield* receive(wrote("1", "praise"))
        yield* Observations.erase(lin)
        assert.deepStrictEqual(yield* view, { cases: [], wrote: [] })
      })
    )
  )
})
