/** What is told of a permission that no step needs. */
import { Allowance, Edition, type Finding, Process } from "@dualops/core"
import { describe, expect, it } from "@effect/vitest"
import * as FastCheck from "fast-check"
import { the } from "./broken.ts"
import { check, checkWith, worked } from "./worked.ts"

const granting = (permission: string) => {
  const draft = structuredClone(worked)
  the(draft.team.roles.department).may.push(permission as never) // A mistyped one is no less a text with a dot.
  return draft
}
const fixes = (findings: ReadonlyArray<Finding.Finding>) =>
  findings.filter(({ code }) => code === "process/mistyped-permission").map(({ fix }) => fix.en)

const permissions = [
  ...new Set(
    Edition.processes.flatMap(({ steps }) =>
      Object.values(steps).flatMap(({ by }) => (by === "clock" || by === "world" ? [] : [by]))
    )
  )
]

const { deadline, opening, process, staying, step } = Process.words({ settings: {}, states: { Lent: {}, Back: {} } })
const Keys = process("Keys", {
  steps: {
    Lend: opening({ to: ["Lent"], by: "planning.asks", input: {}, evolve: () => ({ _tag: "Lent" }) }),
    TakeBack: step({ from: ["Lent"], to: ["Back"], by: "planning.asks", evolve: () => ({ _tag: "Back" }) }),
    Remind: staying({ from: ["Lent"], by: "clock" })
  },
  final: ["Back"],
  deadlines: { back: deadline({ while: ["Lent"], within: () => Allowance.always("1 day"), fires: "Remind" }) }
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

  it("is not told where it belongs to a process that the check was given", () => {
    expect(fixes(check(granting("planning.asks")))).toEqual(["Did you mean planning.ask?"])
    expect(fixes(checkWith(granting("planning.asks"), [...Edition.processes, Keys]))).toEqual([])
  })
})
