import { Actor, Case } from "@dualops/core"
import { ComplaintProcess } from "@dualops/core/complaints"
import { EveryRun } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"
import { cast, dismiss, fanWrites, given, handled, monday, receive, wrote } from "./ComplaintCast.ts"

describe("What was dismissed as no complaint", () => {
  it("is over when it was answered", () => {
    given(receive(), dismiss()).when(handled()).thenStands("Dismissed")
    given(receive(), dismiss()).when(handled(1, "Left")).thenStands("Dismissed")
  })

  it("is open again where the fan has written more than what was answered", () => {
    given(receive(), dismiss(), fanWrites("那我的钱呢？"))
      .when(handled(1))
      .thenStands("Open", { latest: wrote("那我的钱呢？", 2) })
  })

  it("is open again where whoever should answer has passed it on", () => {
    given(receive(), dismiss())
      .when({
        step: "NotSaid",
        by: Actor.child("answer", Case.CaseId.make("the answer"), "PassedOn"),
        at: monday("10:30")
      })
      .thenStands("Open", { latest: wrote() })
  })
})

describe("Whatever happens, and in whatever order it is heard", () => {
  it("where nobody owes a word, the fan's last was answered, or somebody has read that they agree", () =>
    EveryRun.of(
      ComplaintProcess,
      cast,
      fc.readConfigureGlobal().numRuns ?? 300
    )(({ history, tried }) => {
      let answered: string | undefined
      for (const { after, answer, attempt, before } of tried) {
        if (answer._tag === "Failure" || after === undefined) continue
        const { step } = attempt
        const { facts } = answer.success
        if ((step === "Said" || step === "Handled") && "interaction" in facts) answered = facts.interaction.id
        // What is said elsewhere than the fan wrote is about what they had written there.
        if (step === "Said" && before !== undefined && "about" in before.state)
          answered = before.state.about ?? answered
        if (step === "Confirm" || step === "TellElsewhere") answered = after.state.latest.id
        const isQuiet = ["InHand", "WaitingForFan", "Proposed", "Closed", "Asked", "Done", "Dismissed"].includes(
          after.state._tag
        )
        if (isQuiet) assert.strictEqual(answered, after.state.latest.id, history.map((one) => one.step).join())
      }
    }))
})
