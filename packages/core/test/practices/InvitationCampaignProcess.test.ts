import { AccountId } from "@dualops/core/account"
import { Screening } from "@dualops/core/content"
import { Finding } from "@dualops/core/finding"
import { InvitationCampaign, InvitationCampaignProcess, InvitationHours } from "@dualops/core/practices"
import { Actor, Allowance, Case, Refusal } from "@dualops/core/process"
import { ProcessLaws, ProcessSpec } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Duration } from "effect"

const [lin, zhou, he] = ["lin", "zhou", "he"].map((id) => Actor.person(id)) as [
  // Three names make three people.
  Actor.Person,
  Actor.Person,
  Actor.Person
]
const at = (time: string) => DateTime.makeUnsafe(`2026-06-${time}+08:00`)
const settings: InvitationCampaign.Settings = {
  lead: he.person,
  attention: Allowance.always("1 day"),
  rules: { route: "business" },
  approvers: [he.person, zhou.person],
  segments: ["gold", "silver"],
  cap: 2,
  within: Duration.days(90),
  quiet: { from: "21:00", to: "09:00" },
  timeZone: "Asia/Shanghai",
  most: Duration.days(14)
}
const rulebook: ProcessSpec.Rulebook<typeof InvitationCampaignProcess> = {
  handbook: Case.HandbookVersion.make("edition 1"),
  settings,
  entitled: () => true
}
type Deed = ProcessSpec.Deed<typeof InvitationCampaignProcess>
const given = (...deeds: ReadonlyArray<Deed>) => ProcessSpec.given(InvitationCampaignProcess, rulebook, ...deeds)

const account = AccountId.make("1234567890")
const letter = {
  account,
  subject: "星河茶饮在微博等你",
  text: "会员日的暗号只在微博，来坐坐。",
  segments: ["gold"],
  until: at("18T23:59")
} as const
const draft: ProcessSpec.Deed<typeof InvitationCampaignProcess, "Draft"> = {
  step: "Draft",
  by: lin,
  at: at("08T10:00"),
  input: letter
}
const approve = { step: "Approve", by: zhou, at: at("08T11:00"), input: {} } as const
const begin = { step: "Begin", by: lin, at: at("08T12:00"), input: {} } as const
const page = (sent: number, next?: string) =>
  ({
    step: "Continue",
    by: Actor.world,
    at: at("08T12:05"),
    input: { sent, ...(next !== undefined && { next }) }
  }) as const
const stop = { step: "Stop", by: he, at: at("08T12:06"), input: {} } as const
const halt = { step: "Halt", by: Actor.world, at: at("08T12:05"), input: { detail: "no grant" } } as const

const asked = {
  account,
  subject: letter.subject,
  text: letter.text,
  segments: ["gold"],
  until: letter.until,
  cap: 2,
  within: settings.within,
  timeZone: "Asia/Shanghai",
  quiet: settings.quiet
} as const

describe("A campaign of invitations", () => {
  it("is approved by somebody else, whom the handbook names", () => {
    given(draft).when(approve).thenStands("Approved", { approvedBy: zhou })
    given({ ...draft, by: zhou })
      .when(approve)
      .thenRefused(new Refusal.NotSeparate({ step: "Approve", did: "Draft", person: zhou.person }))
    given({ ...draft, by: he })
      .when({ ...approve, by: lin })
      .thenRefused(new InvitationCampaign.NotAnApprover({ person: lin.person }))
  })

  it("that breaks the advertising law is not even drafted", () => {
    const text = "国家级好茶，全网第一。"
    const said = { text: `${letter.subject}\n${text}`, pictures: [] }
    const findings = Screening.ofLetters(settings.rules).screen(said, draft.at)
    assert.isTrue(Finding.blocks(findings))
    given()
      .when({ ...draft, input: { ...letter, text } })
      .thenRefused(new InvitationCampaign.NotSendable({ findings }))
  })

  it("reaches no groups but those of the handbook, and has an end within its time", () => {
    given()
      .when({ ...draft, input: { ...letter, segments: ["gold", "staff"] } })
      .thenRefused(new InvitationCampaign.OtherSegments({ segments: ["staff"] }))
    const latest = DateTime.addDuration(draft.at, settings.most)
    for (const until of [draft.at, DateTime.add(latest, { minutes: 1 })]) {
      given()
        .when({ ...draft, input: { ...letter, until } })
        .thenRefused(new InvitationCampaign.BadEnd({ until, latest }))
    }
  })

  it("given an approved one that is written anew, it is approved anew", () => {
    const { account: _, ...changed } = letter
    given(draft, approve)
      .when({ step: "Redraft", by: lin, at: at("08T11:30"), input: { ...changed, subject: "换个说法" } })
      .thenStands("Drafted", { subject: "换个说法" })
  })

  it("goes through the list page by page, under the handbook of each page's moment", () => {
    given(draft, approve)
      .when(begin)
      .thenStands("Running", { page: 0, sent: 0 })
      .thenAsks({ invitePage: { ...asked, page: 0 } })
    given(draft, approve, begin)
      .when(page(97, "somewhere"))
      .thenStands("Running", { page: 1, sent: 97, after: "somewhere" })
      .thenAsks({ invitePage: { ...asked, page: 1, after: "somewhere" } })
    given(draft, approve, begin, page(97, "somewhere")).when(page(3)).thenStands("Finished", { sent: 100 })
  })

  it("that is stopped asks for no other page, and ends when the one in hand has", () => {
    given(draft, approve, begin).when(stop).thenStands("Stopping")
    given(draft, approve, begin, stop).when(page(5, "somewhere")).thenStands("Stopped", { sent: 5 }).thenAsks({})
    given(draft, approve, begin, stop).when(halt).thenStands("Stopped").thenAsks({})
    given(draft, approve).when(stop).thenStands("Stopped", { sent: 0 })
  })

  it("that does not go through waits for a person, and goes on with the page that it was at", () => {
    given(draft, approve, begin, page(97, "somewhere"))
      .when(halt)
      .thenStands("Halted", { detail: "no grant" })
      .thenAsks({
        notify: {
          to: he.person,
          message: {
            zh: "会员邀请「星河茶饮在微博等你」已中断：no grant",
            en: "The invitation of members “星河茶饮在微博等你” was halted: no grant"
          }
        }
      })
    given(draft, approve, begin, page(97, "somewhere"), halt)
      .when({ step: "Resume", by: lin, at: at("08T14:00"), input: {} })
      .thenStands("Running", { page: 2, sent: 97 })
      .thenAsks({ invitePage: { ...asked, page: 2, after: "somewhere" } })
  })

  // listmonk#1801: a campaign that was scheduled long ago went out when the machine came back.
  it("goes out no more when its end has come, whatever it has come to", () => {
    const lapse = { step: "Lapse", by: Actor.clock("end"), at: letter.until } as const
    given(draft).when(lapse).thenStands("Stopped")
    given(draft, approve).when(lapse).thenStands("Stopped")
    given(draft, approve, begin).when(lapse).thenStands("Stopping")
    given(draft, approve, begin, halt).when(lapse).thenStands("Stopped")
  })
})

ProcessLaws.suite("InvitationCampaign", InvitationCampaignProcess, {
  people: [lin, zhou, he].map(({ person }) => person),
  settings: [settings, { ...settings, others: [zhou.person], cap: 1 }],
  inputs: {
    Draft: (pick, now) => ({ ...letter, until: DateTime.add(now, { minutes: pick(30_000) }) }),
    Redraft: (pick, now) => ({
      subject: `又一稿 ${pick(9)}`,
      text: letter.text,
      segments: ["silver"] as const,
      until: DateTime.add(now, { minutes: pick(30_000) })
    })
  }
})

describe("Quiet hours", () => {
  const quiet = { from: "21:00", to: "09:00" } as const
  const rest = (time: string) => {
    const left = InvitationHours.quietFor(quiet, "Asia/Shanghai", at(time))
    return left && Duration.toMinutes(left)
  }
  it("last from the evening to the morning of the handbook's wall, whichever day it is", () => {
    assert.deepStrictEqual(["08T20:59", "08T21:00", "08T23:59", "09T00:00", "09T08:59", "09T09:00"].map(rest), [
      undefined,
      720,
      541,
      540,
      1,
      undefined
    ])
    const noon = InvitationHours.quietFor({ from: "12:00", to: "14:00" }, "Asia/Shanghai", at("08T13:00"))
    assert.strictEqual(noon && Duration.toMinutes(noon), 60)
  })
})
