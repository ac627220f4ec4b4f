/** What is told of a suppression that suppresses nothing. */
import { ChineseHolidays } from "@dualops/core/calendar"
import { SchemaFindings } from "@dualops/core/finding"
import { Practices } from "@dualops/core/practices"
import { Verifier } from "@dualops/core/verifier"
import { describe, expect, it } from "@effect/vitest"
import { Result } from "effect"
import { the } from "./broken.ts"
import { check, today, worked } from "./worked.ts"

const living = (code: string) => {
  const draft = structuredClone(worked)
  the(draft.suppressions?.[0]).code = code
  return draft
}
const told = (code: string) =>
  check(living(code))
    .filter((finding) => finding.code === "suppression/suppresses-nothing")
    .map(({ fix, message }) => `${message.en} ${fix.en}`)

describe("a suppression", () => {
  it("of a rule that is not there is told which may have been meant", () => {
    expect(told("plan/mising")).toEqual(["There is no rule plan/mising. Did you mean plan/missing?"])
    expect(told("shop/closed")).toEqual(["There is no rule shop/closed. Take the suppression out."])
  })

  it("of a rule that is there, and has nothing against the place, is told that", () => {
    expect(told("plan/missing")).toEqual(["There is no plan/missing at team.tools.archive. Take the suppression out."])
  })

  it("may be of a rule that the brand has written itself", () => {
    const rule = {
      code: "shop/closed",
      severity: "warning",
      demands: { zh: "店开着。", en: "The shop is open." },
      fix: { zh: "开店。", en: "Open it." },
      find: () => []
    } as const
    const handbook = Result.getOrThrow(
      Practices.formOf().check(living("shop/closed"), (path) => ({ path: SchemaFindings.pathText(path) }))
    )
    const findings = Verifier.check(handbook, { holidays: ChineseHolidays.holidays, at: today, rules: [rule] })
    expect(findings.map(({ message }) => message.en)).toContain("There is no shop/closed at team.tools.archive.")
  })
})
