import { Actor, Case } from "@dualops/core"
import { describe, it } from "@effect/vitest"
import { dismiss, fanWrites, given, handled, monday, receive, wrote } from "./ComplaintCast.ts"

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
