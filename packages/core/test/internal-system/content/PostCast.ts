import { AccountId, PostId } from "@dualops/core/account"
import { type Content, type Post, PostProcess } from "@dualops/core/content"
import { Actor, Allowance, Case } from "@dualops/core/process"
import { ProcessSpec, type Traces } from "@dualops/core/testing"
import { DateTime, Duration } from "effect"

export type Deed<S extends keyof (typeof PostProcess)["steps"]> = ProcessSpec.Deed<typeof PostProcess, S>

/** Lin and Mei write; Mei, Hao and Yun approve; Bao leads; Kai has no rights of his own, and stands in for whoever is away. */
export const [lin, mei, hao, yun, bao, kai] = [
  Actor.PersonId.make("Lin"),
  Actor.PersonId.make("Mei"),
  Actor.PersonId.make("Hao"),
  Actor.PersonId.make("Yun"),
  Actor.PersonId.make("Bao"),
  Actor.PersonId.make("Kai")
]

const may: Readonly<Record<string, ReadonlyArray<Actor.PersonId>>> = {
  "content.compose": [lin, mei],
  "content.approve": [mei, hao, yun],
  "content.withdraw": [lin, bao],
  "content.takeDown": [mei, bao],
  "planning.schedule": [bao],
  "monitoring.hold": [bao]
}

export const monday = (time: string) => DateTime.makeUnsafe(`2026-11-23T${time}+08:00`)
export const tuesday = (time: string) => DateTime.makeUnsafe(`2026-11-24T${time}+08:00`)

export const settings = (review: Partial<Post.ReviewPolicy> = {}): Post.Settings => ({
  review: { approvers: [mei, hao, yun], needs: "any", within: Allowance.always("4 hours"), ...review },
  rules: { route: "business" },
  lead: bao,
  attention: Allowance.always("2 hours"),
  tolerance: Duration.minutes(30),
  patience: Duration.minutes(5),
  looks: { every: Duration.minutes(2), times: 3 }
})

export const rulebook = (review?: Partial<Post.ReviewPolicy>): ProcessSpec.Rulebook<typeof PostProcess> => ({
  handbook: Case.HandbookVersion.make("edition 1"),
  settings: settings(review),
  entitled: (person, permission) => may[permission]?.includes(Actor.authority(person)) ?? false
})

/** Under the rules of the day, one approver's word is enough. */
export const given = (...deeds: ReadonlyArray<ProcessSpec.Deed<typeof PostProcess>>) =>
  ProcessSpec.given(PostProcess, rulebook(), ...deeds)

/** Under a review of another kind. */
export const givenReview = (
  review: Partial<Post.ReviewPolicy>,
  ...deeds: ReadonlyArray<ProcessSpec.Deed<typeof PostProcess>>
) => ProcessSpec.given(PostProcess, rulebook(review), ...deeds)

export const account = AccountId.make("brand")
export const content: Content.BoundContent = { text: "新品开售", pictures: [] }
export const better: Content.BoundContent = { text: "新品今晚开售", pictures: [] }
export const id = PostId.make("5034567890123456789")

const as = (who: Actor.PersonId | Actor.Actor): Actor.Actor => (typeof who === "string" ? Actor.person(who) : who)
type Who = Actor.PersonId | Actor.Person

export const compose = (who: Who, at = monday("09:00"), slot = monday("20:00")): Deed<"Compose"> => ({
  step: "Compose",
  by: as(who),
  at,
  input: { account, content, slot }
})
export const edit = (who: Who, at = monday("12:00"), slot = monday("20:00")): Deed<"Edit"> => ({
  step: "Edit",
  by: as(who),
  at,
  input: { content: better, slot }
})
export const submit = (who: Who, at = monday("10:00")): Deed<"Submit"> => ({ step: "Submit", by: as(who), at })
export const approve = (who: Who, at = monday("11:00")): Deed<"Approve"> => ({ step: "Approve", by: as(who), at })
export const requestChanges = (who: Who, at = monday("11:00")): Deed<"RequestChanges"> => ({
  step: "RequestChanges",
  by: as(who),
  at,
  input: { note: "Say when." }
})
export const schedule = (who: Who, at = monday("13:00"), slot = monday("20:00")): Deed<"Schedule"> => ({
  step: "Schedule",
  by: as(who),
  at,
  input: { slot }
})
export const hold = (who: Who, at = monday("14:00")): Deed<"Hold"> => ({
  step: "Hold",
  by: as(who),
  at,
  input: { reason: "An earthquake." }
})
export const release = (who: Who, at = monday("15:00")): Deed<"Release"> => ({ step: "Release", by: as(who), at })
export const withdraw = (who: Who, at = monday("15:00")): Deed<"Withdraw"> => ({
  step: "Withdraw",
  by: as(who),
  at,
  input: { reason: "It is no longer true." }
})
export const publish = (at = monday("20:00")): Deed<"Publish"> => ({
  step: "Publish",
  by: Actor.clock("publication"),
  at
})
export const missSlot = (at = monday("20:00")): Deed<"MissSlot"> => ({ step: "MissSlot", by: Actor.clock("slot"), at })
export const remind = (at: ReturnType<typeof monday>, deadline = "attention"): Deed<"Remind"> => ({
  step: "Remind",
  by: Actor.clock(deadline),
  at
})
export const timeOut = (at = monday("20:05")): Deed<"TimeOut"> => ({ step: "TimeOut", by: Actor.clock("patience"), at })
export const lookAgain = (at: ReturnType<typeof monday>): Deed<"LookAgain"> => ({
  step: "LookAgain",
  by: Actor.clock("nextLook"),
  at
})
export const confirm = (at = monday("20:01")): Deed<"Confirm"> => ({
  step: "Confirm",
  by: Actor.world,
  at,
  input: { post: id, publishedAt: monday("20:00") }
})
export const refuse = (at = monday("20:01")): Deed<"Refuse"> => ({
  step: "Refuse",
  by: Actor.world,
  at,
  input: { code: "20019", detail: "repeat content" }
})
export const loseSight = (at = monday("20:01")): Deed<"LoseSight"> => ({
  step: "LoseSight",
  by: Actor.world,
  at,
  input: { detail: "the line broke" }
})
export const notSeen = (at = monday("20:02")): Deed<"NotSeen"> => ({
  step: "NotSeen",
  by: Actor.world,
  at,
  input: { detail: "not on the timeline" }
})
export const find = (who: Who, at = monday("21:00")): Deed<"Find"> => ({
  step: "Find",
  by: as(who),
  at,
  input: { post: id, publishedAt: monday("20:00") }
})
export const giveUp = (who: Who, at = monday("21:00")): Deed<"GiveUp"> => ({ step: "GiveUp", by: as(who), at })

/** A post on its way: written by Lin, approved by Mei, scheduled by Bao. */
export const scheduled = [compose(lin), submit(lin), approve(mei), schedule(bao)]

/** What random runs of a post are made of: every kind of review, with slots that lie ahead. */
export const cast: Traces.Cast<typeof PostProcess> = {
  people: [lin, mei, hao, yun, bao],
  settings: [
    settings({ needs: "any" }),
    // A post that is given up early comes further: to another slot, and to a confirmation that is heard late.
    { ...settings({ needs: "any" }), looks: { every: Duration.minutes(2), times: 1 } },
    settings({ needs: "all" }),
    settings({ needs: { quorum: 2 } }),
    settings({ needs: "all", approvers: [mei, hao] }),
    settings({ needs: { quorum: 1 }, approvers: [lin] })
  ],
  inputs: {
    Compose: (pick, at) => ({ account, content: pick(2) === 0 ? content : better, slot: ahead(pick(9), at) }),
    Edit: (pick, at) => ({ content: pick(2) === 0 ? content : better, slot: ahead(pick(9), at) }),
    Schedule: (pick, at) => ({ slot: ahead(pick(9), at) }),
    // Mostly of somebody else, now and then of the author.
    Issue: (pick) => ({
      account,
      content,
      authors: [lin],
      approvedBy: Actor.person([mei, hao, yun, lin][pick(4)] ?? mei)
    })
  }
}

/** Mostly ahead; now and then gone. */
const ahead = (hours: number, at: ReturnType<typeof monday>) => DateTime.add(at, { hours: hours * 12 || -1 })
