/** Figures that nobody means: of each there is a most, and a handbook beyond it is told of at its place. */
import { HandbookFile } from "@dualops/core/files"
import { assert, describe, it } from "@effect/vitest"
import { Array as Arrays, Result } from "effect"
import { textOf } from "./worked.ts"

const handbook = textOf("xinghe")
const figures = [...handbook.matchAll(/(?<=\w: )\d+(?:\.\d+)?(?=[,\n]| \}| (?:minutes?|hours?|days?)\b)/g)]
const told = (text: string) =>
  Result.match(HandbookFile.read("handbook.yaml", text), { onFailure: (findings) => findings, onSuccess: () => [] })
const lineAt = (at: number) => handbook.slice(0, at).split("\n").length
const lineOf = (at: number) => handbook.split("\n")[lineAt(at) - 1] ?? ""

describe("a figure of a handbook", () => {
  it.each(["9".repeat(300), "-1", ".nan"])("that is %s is told at its line", (absurd) => {
    // What a KPI is to come to may be less than nothing.
    const all = figures.filter(({ index }) => absurd !== "-1" || !lineOf(index).includes("target:"))
    // Of more than a hundred findings the first are shown.
    const missed = Arrays.chunksOf(all, 50).flatMap((some) => {
      const text = some.reduceRight(
        (text, { 0: figure, index }) => text.slice(0, index) + absurd + text.slice(index + figure.length),
        handbook
      )
      const lines = told(text).map(({ where }) => where.line)
      return some.flatMap(({ index }) => (lines.includes(lineAt(index)) ? [] : [lineOf(index)]))
    })
    assert.isAbove(all.length, 60)
    assert.deepStrictEqual(missed, [])
  })

  it.each(["400 days", "-3 minutes", "0 minutes"])("is told as it stands in the file, in one finding: %s", (lease) => {
    const findings = told(handbook.replace("lease: 30 minutes", `lease: ${lease}`))
    assert.deepStrictEqual(
      findings.map(({ evidence, where }) => `${where.path} ${evidence}`),
      [`claims.lease "${lease}"`]
    )
    assert.include(findings[0]?.message.zh, `「${lease}」`)
  })

  it("may be as great as a company's are", () => {
    const great = handbook
      .replace("reaches: 3000000", "reaches: 600000000")
      .replace("least: 6000000", "least: 90000000000")
    assert.deepStrictEqual(told(great), [])
  })

  it("is told for a plan of a thousand years, which no check could look through", () => {
    const text = handbook.replace("until: 2026-12-01 }", "until: 3026-12-01 }")
    assert.deepStrictEqual(
      told(text).map(({ message, where }) => `${where.line} ${message.en.split(", ").at(-1)}`),
      ["81 and should be a plan of at most two years."]
    )
  })
})
