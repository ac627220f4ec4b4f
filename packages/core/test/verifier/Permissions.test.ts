/** What is told of a permission that no step needs. */
import { Bilingual, type Finding } from "@dualops/core/finding"
import { Practices } from "@dualops/core/practices"
import { Allowance, Process } from "@dualops/core/process"
import { describe, expect, it } from "@effect/vitest"
import * as FastCheck from "fast-check"
import { xinghe } from "../handbook/worked.ts"
import { the } from "./broken.ts"
import { check, checkWith, worked } from "./worked.ts"

const granting = (permission: string) => {
  const draft = structuredClone(worked)
  the(draft.team.roles.department).may.push(permission as never) // A mistyped one is no less a text with a dot.
  return draft
}
const fixes = (findings: ReadonlyArray<Finding.Finding>) =>
  findings.filter(({ code }) => code === "process/mistyped-permission").map(({ fix }) => fix.en)

/** Of the steps that this handbook runs: of the others nobody can be meant. */
const permissions = [
  ...new Set(
    Practices.processes(Practices.runBy(xinghe)).flatMap(({ steps }) =>
      Object.values(steps).flatMap(({ by }) => (["clock", "world", "child"].includes(by) ? [] : [by]))
    )
  )
]

const { deadline, start, process, stay, step } = Process.define("Keys", {
  title: Bilingual.same("Keys"),
  settings: {},
  states: { Lent: { title: Bilingual.same("Lent") }, Back: { title: Bilingual.same("Back") } }
})
const Keys = process({
  about: () => Bilingual.same("Keys"),
  steps: {
    Lend: start({
      title: Bilingual.same("Lend"),
      to: ["Lent"],
      by: "planning.asks",
      input: {},
      evolve: () => ({ _tag: "Lent" })
    }),
    TakeBack: step({
      title: Bilingual.same("TakeBack"),
      from: ["Lent"],
      to: ["Back"],
      by: "planning.asks",
      evolve: () => ({ _tag: "Back" })
    }),
    Remind: stay({ title: Bilingual.same("Remind"), from: ["Lent"], by: "clock" })
  },
  final: ["Back"],
  deadlines: {
    back: deadline({
      title: Bilingual.same("back"),
      while: ["Lent"],
      within: () => Allowance.always("1 day"),
      fires: "Remind"
    })
  }
})

describe("a permission that nobody has", () => {
  it("is told as that, not as one that nobody alone has", () => {
    const draft = structuredClone(worked)
    the(draft.duties.campaigns).permissions.push("shop.open")
    const told = check(draft).find(({ code }) => code === "people/permission-of-one")
    expect([told?.message, told?.fix]).toEqual([
      { zh: "没有人拥有权限 shop.open。", en: "Nobody has the permission shop.open." },
      { zh: "让至少两个人的角色有该权限。", en: "Grant it to roles of at least two people." }
    ])
  })
})

describe("a permission that no step needs", () => {
  it("with a letter twice is told, with the one that was meant", () => {
    const slips = permissions.flatMap((meant) =>
      Array.from(meant).flatMap((letter, at) => (letter === "." ? [] : [{ meant, at }]))
    )
    FastCheck.assert(
      FastCheck.property(FastCheck.constantFrom(...slips), ({ at, meant }) => {
        const slip = meant.slice(0, at) + meant.slice(at, at + 1) + meant.slice(at)
        expect(fixes(check(granting(slip)))).toEqual([`Did you mean ${meant}?`])
      }),
      { numRuns: 20 }
    )
  })

  it.each(["Planning.Schedule", "planing.shedule", "content.aprove ", "interaction.rout"])(
    "is told where it is close to one of a step: %s",
    (slip) => {
      expect(fixes(check(granting(slip)))).toHaveLength(1)
    }
  )

  it.each(["team.lend", "planning.lend", "content.schedule", "shop.open", "content.approvals.second"])(
    "may be one of a process that the check does not know, and is not told where it is far from all: %s",
    (own) => {
      expect(check(granting(own))).toEqual([])
    }
  )

  it("is one error where a duty asks for it, and nothing else is told that came of the slip", () => {
    const draft = structuredClone(worked)
    const { permissions } = the(draft.duties.campaigns)
    permissions[permissions.indexOf("planning.schedule")] = "planing.schedule"
    expect(check(draft).map(({ code, fix, severity, where }) => [severity, code, where.path, fix.en])).toEqual([
      [
        "error",
        "process/mistyped-permission",
        `duties.campaigns.permissions[${permissions.indexOf("planing.schedule")}]`,
        "Did you mean planning.schedule?"
      ]
    ])
  })

  it("is one error where a role grants it, and counts as granted", () => {
    const draft = structuredClone(worked)
    draft.team.roles.department = { ...the(draft.team.roles.department), may: ["resource.anwser", "problem.decide"] }
    expect(check(draft).map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      "error process/mistyped-permission"
    ])
  })

  it("is another permission where the handbook lives with it, and then what comes of it is told", () => {
    const draft = structuredClone(worked)
    draft.team.roles.department = { ...the(draft.team.roles.department), may: ["resource.answers", "problem.decide"] }
    draft.suppressions = [
      ...(draft.suppressions ?? []),
      {
        code: "process/mistyped-permission",
        path: "team.roles.department.may[0]",
        reason: { zh: "自有流程的权限", en: "It is of a process of our own." },
        until: "2027-01-01"
      }
    ]
    expect(check(draft).map(({ code, message }) => [code, message.en])).toEqual([
      [
        "process/step-of-one",
        "Referral.Report, Referral.Refuse, ResourceRequest.Grant, ResourceRequest.Refuse, EventNotice.Tell, EventNotice.Change, EventNotice.CallOff, EventNotice.Explain, Placement.Place, Placement.Remove need resource.answer, which nobody has."
      ]
    ])
  })

  it("is not told where it belongs to a process that the check was given", () => {
    expect(fixes(check(granting("planning.asks")))).toEqual(["Did you mean planning.ask?"])
    expect(fixes(checkWith(granting("planning.asks"), [...Practices.processes(), Keys]))).toEqual([])
  })
})
