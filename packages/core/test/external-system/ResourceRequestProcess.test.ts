import { Actor, Refusal } from "@dualops/core/process"
import { Resource, ResourceRequest, ResourceRequestProcess } from "@dualops/core/resources"
import { ProcessLaws } from "@dualops/core/testing"
import { describe, it } from "@effect/vitest"
import {
  ask,
  cast,
  escalate,
  given,
  givenWith,
  grant,
  hao,
  lin,
  mei,
  monday,
  prizes,
  refuse,
  remind,
  withdraw,
  yun
} from "./RequestCast.ts"

ProcessLaws.suite("ResourceRequest", ResourceRequestProcess, cast)

const { inPlaceOf } = Actor
const cars = Resource.ResourceId.make("cars")
const asked = { zh: "Lin 需要「prizes」：Ten phones for the draw.", en: "Lin needs “prizes”: Ten phones for the draw." }
const unanswered = {
  zh: "Hao 未答复 Lin 对「prizes」的请求：Ten phones for the draw.",
  en: "Hao has not answered Lin, who needs “prizes”: Ten phones for the draw."
}

describe("Where the sponsor is not there", () => {
  it("whoever comes after the sponsor is told that the owner is silent", () => {
    const rules = {
      others: [lin, mei],
      presence: (person: Actor.PersonId) => (person === yun ? "away" : "there")
    } as const
    givenWith(rules, ask(lin))
      .when(escalate())
      .thenAsks({ notify: { to: lin, message: unanswered } })
    givenWith(rules, ask(lin), escalate())
      .when(remind())
      .thenAsks({ notify: { to: lin, message: unanswered } })
  })
})

describe("The account asks the company for something", () => {
  it("the owner of the resource is told", () => {
    given()
      .when(ask(lin))
      .thenStands("Asked", { askedBy: lin, owner: hao, sponsor: yun })
      .thenAsks({ notify: { to: hao, message: asked } })
  })

  it("what the handbook does not know cannot be asked for", () => {
    given()
      .when(ask(lin, cars))
      .thenRefused(new ResourceRequest.UnknownResource({ resource: cars }))
    const odd = Resource.ResourceId.make("toString")
    given()
      .when(ask(lin, odd))
      .thenRefused(new ResourceRequest.UnknownResource({ resource: odd }))
  })

  it("the owner grants it on their terms, or refuses it with a reason", () => {
    given(ask(lin)).when(grant(hao)).thenStands("Granted", { terms: "Eight." })
    given(ask(lin)).when(refuse(hao)).thenStands("Refused", { reason: "None are left." })
  })

  it("who stands in for the owner answers for the owner", () => {
    given(ask(lin))
      .when(grant(inPlaceOf(mei, hao)))
      .thenStands("Granted")
  })

  it("who may answer, but owns something else, does not answer this", () => {
    given(ask(lin))
      .when(grant(mei))
      .thenRefused(new ResourceRequest.NotTheirs({ person: mei, resource: prizes }))
    given(ask(lin))
      .when(refuse(yun))
      .thenRefused(new ResourceRequest.NotTheirs({ person: yun, resource: prizes }))
  })

  it("nobody grants what they asked for themselves", () => {
    given(ask(hao))
      .when(grant(hao))
      .thenRefused(new Refusal.NotSeparate({ step: "Grant", did: "Ask", person: hao }))
    given(ask(hao))
      .when(grant(inPlaceOf(mei, hao)))
      .thenRefused(new Refusal.NotSeparate({ step: "Grant", did: "Ask", person: hao }))
  })

  it("a request that is no longer needed is withdrawn", () => {
    given(ask(lin)).when(withdraw(lin)).thenStands("Withdrawn")
    given(ask(lin), withdraw(lin))
      .when(grant(hao))
      .thenRefused(new Refusal.OutOfOrder({ step: "Grant", state: "Withdrawn" }))
  })
})

describe("An owner's silence is not an answer", () => {
  it("it becomes the sponsor's matter", () => {
    given(ask(lin))
      .when(escalate())
      .thenStands("Escalated")
      .thenAsks({ notify: { to: yun, message: unanswered } })
  })

  it("then the sponsor may answer, and the owner still", () => {
    given(ask(lin), escalate())
      .when(grant(yun, monday("23:10")))
      .thenStands("Granted")
    given(ask(lin), escalate())
      .when(refuse(hao, monday("23:10")))
      .thenStands("Refused")
    given(ask(lin), escalate())
      .when(grant(mei, monday("23:10")))
      .thenRefused(new ResourceRequest.NotTheirs({ person: mei, resource: prizes }))
  })

  it("a silent sponsor is reminded, as often as it takes", () => {
    given(ask(lin), escalate())
      .when(remind())
      .thenStands("Escalated")
      .thenAsks({ notify: { to: yun, message: unanswered } })
    given(ask(lin), escalate(), remind()).when(remind(2)).thenStands("Escalated")
  })
})
