/** A practice of a brand's own: the house runs, checks, prints and compares it as one of its own, and is not changed for it. */
import { readFileSync } from "node:fs"
import { Actor, Allowance, ChineseHolidays } from "@dualops/core"
import { HandbookFile } from "@dualops/core/files"
import { Changes, EditorSchema } from "@dualops/core/handbook"
import { ChangesPage, HandbookPage, Markdown } from "@dualops/core/pages"
import { Edition, Practices } from "@dualops/core/practices"
import { ProcessLaws } from "@dualops/core/testing"
import { Verifier } from "@dualops/core/verifier"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { DateTime, Result } from "effect"
import { PrizeClaimProcess } from "./PrizeClaimProcess.ts"
import { prizes } from "./Prizes.ts"

const owner = Actor.PersonId.make("lin")

ProcessLaws.suite("PrizeClaim", PrizeClaimProcess, {
  people: [owner, Actor.PersonId.make("tang")],
  settings: [{ owner, answers: Allowance.always("1 day") }]
})

const { holidays } = ChineseHolidays
const at = DateTime.makeUnsafe("2026-09-14T02:00:00Z")
// #region list
const practices = [...Practices.house, prizes]
// #endregion
const plain = readFileSync(new URL("../handbooks/minimal.yaml", import.meta.url), "utf8")
const section = (who: string) => `${plain}\nprizes: { owner: ${who}, answers: { time: 4 hours, calendar: office } }\n`
const read = (text: string) => HandbookFile.read("handbook.yaml", text, practices)
const check = (text: string) =>
  Verifier.checkFile("handbook.yaml", text, { holidays, at, practices }).map(({ code, where }) => [code, where.path])
const handbook = Result.getOrThrow(read(plain))
const [someone] = Object.keys(handbook.team.people)
const withPrizes = Result.getOrThrow(read(section(someone ?? "")))

describe("A handbook without the section", () => {
  it("does not run the practice, and is as right as it was before", () => {
    assert.deepStrictEqual(check(plain), [])
    assert.notInclude(Practices.processes(Practices.runBy(handbook, practices)), PrizeClaimProcess)
  })

  it("that has it, in a house that does not know the practice, says so at the word", () => {
    const [finding] = Verifier.checkFile("handbook.yaml", section("lin"), { holidays, at })
    assert.deepStrictEqual([finding?.code, finding?.where.path], ["file/unknown-key", "prizes"])
  })
})

describe("A handbook with the section", () => {
  it("tells the process its settings", () => {
    const settings = Edition.edition(withPrizes, holidays, practices).settings(PrizeClaimProcess)
    assertEquals(settings, { owner: Actor.PersonId.make(someone ?? ""), answers: Allowance.of("4 hours", "office") })
  })

  it("has its names looked for, with what was meant", () => {
    const mistakes = Result.match(read(section(`${someone}x`)), { onFailure: (all) => all, onSuccess: () => [] })
    assert.deepStrictEqual(
      mistakes.map(({ code, where }) => [code, where.path]),
      [["file/unknown-name", "prizes.owner"]]
    )
    assert.include(mistakes[0]?.fix?.en, `Did you mean ${someone}?`)
  })

  it("is checked by the rules of the practice", () => {
    const mute = section(someone ?? "").replaceAll("resource.answer", "resource.request")
    assert.notInclude(check(section(someone ?? "")).flat(), "prizes/owner-may-not-settle")
    assert.deepInclude(check(mute), ["prizes/owner-may-not-settle", "prizes.owner"])
  })

  it("is printed, compared and described to editors with what the practice says", () => {
    const page = Markdown.render(HandbookPage.of(withPrizes, { holidays, week: at, practices }), "en")
    assert.include(page, "Settled within")
    assert.include(page, "prize claim")
    const changes = Changes.between(handbook, withPrizes)
    assert.deepStrictEqual(changes.chapters, ["prizes"])
    assert.include(Markdown.render(ChangesPage.of(changes, practices), "zh"), "兑奖")
    assert.include(JSON.stringify(EditorSchema.of(Practices.formOf(practices))), "Who hears of a claim that lies.")
  })
})
