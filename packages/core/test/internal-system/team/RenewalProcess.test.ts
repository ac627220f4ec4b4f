import { AccountId } from "@dualops/core/account"
import { Actor, Allowance, Case, Refusal } from "@dualops/core/process"
import { Renewal, RenewalProcess } from "@dualops/core/team"
import { ProcessLaws, ProcessSpec } from "@dualops/core/testing"
import { describe, it } from "@effect/vitest"
import { DateTime } from "effect"

const [lead, agent, lin] = ["bao", "mei", "lin"].map((name) => Actor.PersonId.make(name)) as [
  Actor.PersonId,
  Actor.PersonId,
  Actor.PersonId
]
const account = AccountId.make("1902538057")
const grant = Renewal.GrantName.make("5f4dcc3b5aa765d6")
const newer = Renewal.GrantName.make("e99a18c428cb38d5")
const at = (time: string) => DateTime.makeUnsafe(`2026-11-23T${time}+08:00`)
const expiresAt = at("21:00")
const settings: Renewal.Settings = { lead, attention: Allowance.always("2 hours") }
const rulebook: ProcessSpec.Rulebook<typeof RenewalProcess> = {
  handbook: Case.HandbookVersion.make("edition 1"),
  settings,
  entitled: ({ person }, permission) => permission === "team.authorise" && person !== lin
}
type Deed<S extends keyof (typeof RenewalProcess)["steps"]> = ProcessSpec.Deed<typeof RenewalProcess, S>
const given = (...deeds: ReadonlyArray<ProcessSpec.Deed<typeof RenewalProcess>>) =>
  ProcessSpec.given(RenewalProcess, rulebook, ...deeds)

const isDead: Renewal.Wish = { account, grant, why: "dead", detail: "21327 expired_token" }
const expires: Renewal.Wish = { account, grant, why: "expiring", detail: "soon", expiresAt }
const want = (input: Renewal.Wish): Deed<"Want"> => ({ step: "Want", by: Actor.world, at: at("09:00"), input })
const takeOn = (who = agent): Deed<"TakeOn"> => ({ step: "TakeOn", by: Actor.person(who), at: at("10:00") })
const findDead: Deed<"FindDead"> = {
  step: "FindDead",
  by: Actor.world,
  at: at("11:00"),
  input: { detail: "21321 revoked" }
}
const seeRenewed = (name: Renewal.GrantName): Deed<"SeeRenewed"> => ({
  step: "SeeRenewed",
  by: Actor.world,
  at: at("12:00"),
  input: { newer: name }
})
const deadOf = (detail: string) => ({
  zh: `账号 1902538057 的授权已失效，现在既不能发布也不能读取，请有权限的人重新授权应用。（${detail}）`,
  en: `The grant of account 1902538057 is dead: nothing is written or read before somebody authorises the app again (${detail}).`
})
const dead = new Renewal.DeadAlready({ grant })

describe("A grant that has to be renewed", () => {
  it("is a task, and the lead is told at once", () => {
    given()
      .when(want(isDead))
      .thenStands("Wanted", { why: "dead" })
      .thenAsks({ notify: { to: lead, message: deadOf("21327 expired_token") } })
    given(want(isDead)).when(takeOn()).thenStands("Renewing", { by: agent })
    given(want(isDead))
      .when(takeOn(lin))
      .thenRefused(new Refusal.NotPermitted({ step: "TakeOn", by: Actor.person(lin), needs: "team.authorise" }))
  })

  it("is told of again while nobody has renewed it, whoever is at it", () => {
    const remind = { step: "Remind", by: Actor.clock("attention"), at: at("13:00") } as const
    given(want(isDead), takeOn())
      .when(remind)
      .thenStands("Renewing")
      .thenAsks({ notify: { to: lead, message: deadOf("21327 expired_token") } })
  })

  it("is told of ahead of its death, and once more when it has died: at its time, or before", () => {
    const expire = { step: "Expire", by: Actor.clock("expiry"), at: expiresAt } as const
    given()
      .when(want(expires))
      .thenAsks({
        notify: {
          to: lead,
          message: {
            zh: "账号 1902538057 的授权即将过期（2026-11-23 21:00），请提前重新授权应用。",
            en: "The grant of account 1902538057 expires at 2026-11-23 21:00: somebody has to authorise the app again before."
          }
        }
      })
    given(want(expires))
      .when(expire)
      .thenStands("Wanted", { why: "dead" })
      .thenAsks({ notify: { to: lead, message: deadOf("its time is up") } })
    given(want(expires), takeOn()).when(findDead).thenStands("Wanted", { why: "dead", detail: "21321 revoked" })
    given(want(isDead)).when(findDead).thenRefused(dead)
  })

  it("is settled when another grant is seen, and not by itself", () => {
    given(want(isDead)).when(seeRenewed(newer)).thenStands("Renewed", { newer })
    given(want(isDead), takeOn()).when(seeRenewed(grant)).thenRefused(new Renewal.SameGrant({ grant }))
  })

  it("is settled by a person where no other will come", () => {
    const settle = { step: "Settle", by: Actor.person(agent), at: at("14:00"), input: { note: "Sold." } } as const
    given(want(isDead)).when(settle).thenStands("Settled", { note: "Sold.", by: agent })
  })
})

ProcessLaws.suite("RenewalProcess", RenewalProcess, {
  people: [lead, agent],
  settings: [settings],
  inputs: {
    Want: (pick, now) => ({
      account,
      grant,
      ...(pick(2) === 0
        ? ({ why: "dead", detail: "21327" } as const)
        : ({ why: "expiring", detail: "soon", expiresAt: DateTime.add(now, { hours: pick(5) * 9 }) } as const))
    })
  }
})
