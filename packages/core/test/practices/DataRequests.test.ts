/** What people outside ask about their data, and what is forgotten because its time is over. */
import { AccountId, FanId } from "@dualops/core/account"
import { DataRequest, DataRequestProcess, RetentionProcess } from "@dualops/core/practices"
import { Actor, Allowance, Case } from "@dualops/core/process"
import { ProcessLaws, ProcessSpec } from "@dualops/core/testing"
import { describe, it } from "@effect/vitest"
import { DateTime } from "effect"

const [lin, he, shen] = [Actor.PersonId.make("lin"), Actor.PersonId.make("he"), Actor.PersonId.make("shen")]
const people = [lin, he, shen]
const reminds = Allowance.always("1 day")
const settings = { lead: shen, answerWithin: Allowance.always("15 days"), reminds }

ProcessLaws.suite("DataRequest", DataRequestProcess, { people, settings: [settings] })
ProcessLaws.suite("Retention", RetentionProcess, { people, settings: [{ lead: shen, attention: reminds }] })

describe("Somebody outside wants to be forgotten", () => {
  type Deed = ProcessSpec.Deed<typeof DataRequestProcess>
  const at = DateTime.makeUnsafe("2026-11-23T09:00+08:00")
  const account = AccountId.make("5644764907")
  const given = (...deeds: ReadonlyArray<Deed>) =>
    ProcessSpec.given(
      DataRequestProcess,
      { handbook: Case.HandbookVersion.make("edition 1"), settings, entitled: () => true },
      ...deeds
    )
  const fan = FanId.make("mei")
  const input = { account, fan, wants: "erasure", note: "" } as const
  const ask = { step: "Ask", by: Actor.person(lin), at, input } as const
  const erase = { step: "Erase", by: Actor.person(he), at } as const
  const erased = (open: ReadonlyArray<Case.Address>) =>
    ({ step: "Erased", by: Actor.world, at, input: { cases: 3, observations: 7, open } }) as const

  const complaint = { process: "Complaint", case: Case.CaseId.make("7") }

  it("the fan is erased only by a step that a person takes", () => {
    given(ask).when(erase).thenStands("Erasing", { by: he }).thenAsks({ erase: { fan } })
  })

  it("the request is over when nothing of the fan is left, and says how much there was", () => {
    given(ask, erase).when(erased([])).thenStands("Erased", { by: he, cases: 3, observations: 7 })
  })

  it("the request comes back to whoever decided it for as long as cases of the fan are open", () => {
    given(ask, erase)
      .when(erased([complaint, { process: "Answer", case: Case.CaseId.make("9") }]))
      .thenStands("Asked", { told: he, open: 2 })
      .thenAsks({ notify: { to: he, message: DataRequest.waitsForCases(2) } })
    given(ask, erase, erased([complaint]))
      .when(erase)
      .thenStands("Erasing")
  })

  it("nothing counts as erased that the store did not erase", () => {
    given(ask, erase)
      .when({ step: "NotErased", by: Actor.world, at, input: { detail: "the store does not answer" } })
      .thenStands("Asked", { told: he })
      .thenAsks({ notify: { to: he, message: DataRequest.notErased("the store does not answer") } })
  })

  it("the lead is reminded when nobody has answered in time", () => {
    given(ask)
      .when({ step: "Remind", by: Actor.clock("answer", 1), at: DateTime.add(at, { days: 15 }) })
      .thenStands("Asked", { told: shen })
  })
})
