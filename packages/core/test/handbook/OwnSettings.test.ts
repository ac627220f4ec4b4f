import { ChineseHolidays } from "@dualops/core/calendar"
import { Bilingual } from "@dualops/core/finding"
import { ClaimProcess, Edition, Practice, Practices } from "@dualops/core/practices"
import { Allowance, Process } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { Errand } from "../process/Errand.ts"
import { xinghe } from "./worked.ts"

const edition = (...own: ReadonlyArray<Practice.Practice>) =>
  Edition.edition(xinghe, ChineseHolidays.holidays, [...Practices.house, ...own])

describe("A process of the brand's own", () => {
  it("is told what was given for it, beside the handbook", () => {
    const settings = { patience: Allowance.of("4 hours", "office"), most: 3 }
    assertEquals(edition(Practice.own(Errand, settings)).settings(Errand), settings)
  })

  it("cannot be told what it does not ask for", () => {
    // @ts-expect-error The most is a number.
    Practice.own(Errand, { patience: Allowance.always("4 hours"), most: "3" })
    // @ts-expect-error The patience is left out.
    Practice.own(Errand, { most: 3 })
  })

  it("may count in every calendar of the handbook, and in every minute", () => {
    for (const calendar of ["always", ...Object.keys(xinghe.calendars)]) {
      edition(Practice.own(Errand, { patience: Allowance.of("1 hour", calendar), most: 3 }))
    }
  })

  it("may not count in one that the handbook does not have: every minute would count, and nobody would know", () => {
    const mistyped = (calendar: string) => () =>
      edition(Practice.own(Errand, { patience: Allowance.of("1 hour", calendar), most: 3 }))
    assert.throws(mistyped("ofice"), "The settings of Errand name the calendar ofice, which the handbook does not have")
    assert.throws(mistyped("ofice"), /did you mean office\?$/)
    assert.throws(mistyped("moon"), /it has always, .*office/)
  })

  it("says so when it has been told nothing, unless it asks for nothing", () => {
    const { start, process } = Process.define("Quiet", {
      title: Bilingual.same("Quiet"),
      states: { Over: { title: Bilingual.same("Over") } }
    })
    const Begin = start({
      title: Bilingual.same("Begin"),
      to: ["Over"],
      by: "team.lend",
      input: {},
      evolve: () => ({ _tag: "Over" })
    })
    assert.deepStrictEqual(
      edition().settings(process({ about: () => Bilingual.same("Quiet"), steps: { Begin }, final: ["Over"] })),
      {}
    )
    assert.throws(
      () => edition().settings(Errand),
      "Nobody has told Errand its settings: name its practice, or Practice.own(Errand"
    )
  })
})

describe("A process of the house whose section the handbook lacks", () => {
  it("says which section it would run by, and not that nobody has told it anything", () => {
    const { claims: _, ...without } = { ...xinghe, claims: undefined }
    assert.throws(
      () => Edition.edition(without, ChineseHolidays.holidays).settings(ClaimProcess),
      "The handbook 2026-autumn-1 does not have the sections by which it would run Claim: write claims, or do not send"
    )
  })
})
