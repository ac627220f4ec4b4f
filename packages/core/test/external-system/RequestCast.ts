import { Actor, Allowance, Case } from "@dualops/core/process"
import { Resource, type ResourceRequest, ResourceRequestProcess } from "@dualops/core/resources"
import { ProcessSpec, type Traces } from "@dualops/core/testing"
import { DateTime } from "effect"

type Deed<S extends keyof (typeof ResourceRequestProcess)["steps"]> = ProcessSpec.Deed<typeof ResourceRequestProcess, S>

/** Lin asks for the account; the prizes are Hao's, and Yun vouches for him; Mei asks and answers as well, but has no resource. */
export const [lin, mei, hao, yun] = [
  Actor.PersonId.make("Lin"),
  Actor.PersonId.make("Mei"),
  Actor.PersonId.make("Hao"),
  Actor.PersonId.make("Yun")
]

const may: Readonly<Record<string, ReadonlyArray<Actor.PersonId>>> = {
  "planning.ask": [lin, mei, hao],
  "resource.answer": [mei, hao, yun]
}

export const monday = (time: string) => DateTime.makeUnsafe(`2026-11-23T${time}+08:00`)

export const prizes = Resource.ResourceId.make("prizes")
export const settings: ResourceRequest.Settings = {
  resources: { [prizes]: { owner: hao, sponsor: yun, answers: Allowance.always("1 day") } }
}

type Deeds = ReadonlyArray<ProcessSpec.Deed<typeof ResourceRequestProcess>>
type Rulebook = ProcessSpec.Rulebook<typeof ResourceRequestProcess>

export const given = (...deeds: Deeds) => givenWith({}, ...deeds)

/** With others who are told, and who is there. */
export const givenWith = (
  { others = [], presence }: { others?: ReadonlyArray<Actor.PersonId>; presence?: Rulebook["presence"] & {} },
  ...deeds: Deeds
) =>
  ProcessSpec.given(
    ResourceRequestProcess,
    {
      handbook: Case.HandbookVersion.make("edition 1"),
      settings: { ...settings, others },
      ...(presence && { presence }),
      entitled: (person, permission) => may[permission]?.includes(Actor.authority(person)) ?? false
    },
    ...deeds
  )

type Who = Actor.PersonId | Actor.Person
const as = (who: Who): Actor.Person => (typeof who === "string" ? Actor.person(who) : who)

export const ask = (who: Who, resource = prizes, at = monday("09:00")): Deed<"Ask"> => ({
  step: "Ask",
  by: as(who),
  at,
  input: { resource, need: "Ten phones for the draw." }
})
export const grant = (who: Who, at = monday("10:00")): Deed<"Grant"> => ({
  step: "Grant",
  by: as(who),
  at,
  input: { terms: "Eight." }
})
export const refuse = (who: Who, at = monday("10:00")): Deed<"Refuse"> => ({
  step: "Refuse",
  by: as(who),
  at,
  input: { reason: "None are left." }
})
export const withdraw = (who: Who, at = monday("10:00")): Deed<"Withdraw"> => ({ step: "Withdraw", by: as(who), at })
export const escalate = (at = monday("23:00")): Deed<"Escalate"> => ({
  step: "Escalate",
  by: Actor.clock("answer"),
  at
})
export const remind = (rung = 1, at = monday("23:30")): Deed<"Remind"> => ({
  step: "Remind",
  by: Actor.clock("sponsor", rung),
  at
})

/** What random runs of a request are made of: mostly the one resource there is. */
export const cast: Traces.Cast<typeof ResourceRequestProcess> = {
  people: [lin, mei, hao, yun],
  settings: [settings],
  inputs: {
    Ask: (pick) => ({
      resource: pick(8) > 0 ? prizes : Resource.ResourceId.make(pick(2) > 0 ? "cars" : "toString"),
      need: "Ten phones for the draw."
    })
  }
}
