/** The rules' own test: a clean handbook is broken in every way that we could think of, and the rule that should notice does. */
import { describe, expect, it } from "@effect/vitest"
import { DateTime } from "effect"
import * as Mutations from "./mutations.ts"
import { check, checkWith, today, worked } from "./worked.ts"

const mutations = Mutations.of(worked)

describe("a worked handbook", () => {
  it("has no finding at all", () => {
    expect(check(worked)).toEqual([])
  })

  it("has none in any week of its plan, whichever of its dates are past", () => {
    const weeks = Array.from({ length: 13 }, (_, week) => DateTime.add(today, { weeks: week }))
    expect(weeks.flatMap((at) => checkWith(worked, undefined, at))).toEqual([])
  })

  it("broken in more than two hundred ways, is noticed by the rule that should", () => {
    const missed = mutations.flatMap(({ change, code, what }) => {
      const broken = structuredClone(worked)
      change(broken)
      const codes = new Set(check(broken).map((finding) => finding.code))
      return codes.has(code) ? [] : [`${what} (told: ${[...codes].join(", ") || "nothing"})`]
    })
    console.log(`${mutations.length - missed.length} of ${mutations.length} ways are noticed.`)
    expect(mutations.length).toBeGreaterThan(200)
    expect(missed).toEqual([])
  })
})
