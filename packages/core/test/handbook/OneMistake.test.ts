/** One mistake is one finding: the cause first, and what came of it folded under it. */
import { ChineseHolidays } from "@dualops/core"
import { HandbookFile } from "@dualops/core/files"
import { Verifier } from "@dualops/core/verifier"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Result } from "effect"
import { textOf } from "./worked.ts"

const handbook = textOf("xinghe")
const lines = handbook.split("\n")
const told = (text: string) =>
  Result.match(HandbookFile.read("handbook.yaml", text), { onFailure: (findings) => findings, onSuccess: () => [] })

interface Mistake {
  readonly what: string
  readonly line: number
  readonly text: string
}

/** Where it need not take long, every fourth mistake. */
const share = process.env.CI === undefined ? 4 : 1

/** A mistake in every so manieth line that a pattern takes. */
const each = (what: string, pattern: RegExp, wrong: (line: string) => string, every: number): ReadonlyArray<Mistake> =>
  lines
    .flatMap((line, at) =>
      pattern.test(line) ? [{ what, line: at + 1, text: lines.with(at, wrong(line)).join("\n") }] : []
    )
    .filter((_, index) => index % (every * share) === 0)

const mistakes = [
  ...each("a letter too many in a key of the whole", /^[a-z]{4,}:/, (line) => line.replace(":", "x:"), 1),
  ...each(
    "a letter too few in a key",
    /^ {4}(title|owner|standIns|hours|permissions):/,
    (line) => line.replace(/^ {4}./, "    "),
    5
  ),
  ...each("no colon", /^ {4}(title|owner|hours):/, (line) => line.replace(":", ""), 5),
  ...each("a line too far in", /^ {2}(lead|tolerance|attention|patience|looks):/, (line) => `  ${line}`, 1),
  ...each("no quote at the end of a text", /"$/, (line) => line.slice(0, -1), 3),
  ...each("no bracket at the end", /\]$/, (line) => line.slice(0, -1), 8),
  ...each("an anchor of another name", /: &/, (line) => line.replace("&", "&x"), 1),
  ...each("an alias of another name", /: \*/, (line) => line.replace("*", "*x"), 3),
  ...each("another name for a person", /^ {4}[a-z]+: \{ name:/, (line) => line.replace(":", "x:"), 2),
  ...each("another type", /^ {4}(owner|hours|standIns):/, (line) => line.replace(/:.*/, ": { a: 1 }"), 4)
]

const names = /(?:may|permissions|roles|skills|standIns|people|approvers): \[[^\]]*\]/g

/** Every third comma between names, each lost by itself. */
const commas = lines
  .flatMap((line, at) =>
    [...line.matchAll(names)].flatMap(({ 0: list, index }) =>
      [...list.matchAll(/,/g)].map((comma) => {
        const lost = line.slice(0, index + comma.index) + line.slice(index + comma.index + 1)
        return { line: at + 1, text: lines.with(at, lost).join("\n") }
      })
    )
  )
  .filter((_, index) => index % 3 === 0)

const someday = DateTime.makeUnsafe("2026-09-15T09:00:00+08:00")

describe("one mistake in a worked handbook", () => {
  it("is at most two findings, of which the first is on its line or the next", {
    timeout: mistakes.length * 2_000
  }, () => {
    const wrong = mistakes.flatMap(({ line, text, what }) => {
      const findings = told(text)
      const [first] = findings
      const near = first !== undefined && Math.abs((first.where.line ?? 0) - line) <= 1
      // An anchor shows where nothing has its name, and a name that nobody wrote where somebody uses it.
      const elsewhere = what.startsWith("an anchor") || what.startsWith("another name")
      return findings.length >= 1 && findings.length <= 2 && (near || elsewhere)
        ? []
        : [`${what}, ${line}: ${findings.length}, ${first?.where.line}`]
    })
    assert.isAtLeast(mistakes.length, 60 / share)
    assert.deepStrictEqual(wrong, [])
  })

  it("is one finding on its line where a comma is lost between names, and the check has nothing to add", {
    timeout: commas.length * 2_000
  }, () => {
    const wrong = commas.flatMap(({ line, text }) => {
      const findings = Verifier.checkFile("handbook.yaml", text, { holidays: ChineseHolidays.holidays, at: someday })
      const [first, ...others] = findings.map(({ code, where }) => `${code} ${where.line}`)
      return first === `file/unknown-name ${line}` && others.length === 0 ? [] : [`${line}: ${first} ${others}`]
    })
    assert.isAtLeast(commas.length, 25)
    assert.deepStrictEqual(wrong, [])
  })

  it("is said with what came of it", () => {
    const [teem, ...others] = told(handbook.replace("\nteam:", "\nteem:"))
    assert.deepStrictEqual([teem?.code, teem?.instead, others.length], ["file/unknown-key", "team", 0])
    assert.isAbove(teem?.followers?.length ?? 0, 30)
  })
})
