import { type Finding, FindingText, Sarif } from "@dualops/core/finding"
import { Verifier } from "@dualops/core/verifier"
import { describe, expect, it } from "@effect/vitest"
import { assertSarif } from "./officialSarif.ts"

const finding = (code: string, where: Finding.Place): Finding.Finding => ({
  code,
  severity: "error",
  where,
  evidence: "lin",
  message: { zh: "只有一人。", en: "There is but one." },
  fix: { zh: "再找一人。", en: "Find one more." }
})

const findings = [
  finding("duty/no-stand-in", { path: "duties.posting", file: "our books/手册.yaml", line: 3, column: 5 }),
  finding("file/not-yaml", { path: "", file: "our books/手册.yaml" }),
  finding("file/not-yaml", { path: "", file: "our books/手册.yaml", line: 7 })
]

describe("Sarif", () => {
  const log = Sarif.log(findings, Verifier.described(), { page: (code) => `https://dualops.example/rules/${code}.md` })

  it("a log is one of SARIF 2.1.0, and one that code hosts take", () => {
    assertSarif(log)
  })

  it("every result points at its rule", () => {
    const [run] = log.runs
    const ids = run?.tool.driver.rules.map(({ id }) => id) ?? []
    for (const { ruleId, ruleIndex } of run?.results ?? []) expect(ids[ruleIndex]).toBe(ruleId)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it("a file's name is a URI", () => {
    expect(log.runs[0]?.results[0]?.locations[0]?.physicalLocation?.artifactLocation.uri).toBe(
      "our%20books/%E6%89%8B%E5%86%8C.yaml"
    )
  })
})

describe("FindingText", () => {
  it("puts a caret under the place, also behind Chinese characters", () => {
    const place = { path: "brand.en", file: "h.yaml", line: 2, column: 12 }
    expect(FindingText.print([finding("duty/no-stand-in", place)], "a: 1\nzh: 星河, en: x\n")).toBe(
      [
        "h.yaml:2:12 error duty/no-stand-in brand.en",
        "  There is but one.",
        "    2 | zh: 星河, en: x",
        "      |              ^",
        "  Find one more.",
        "",
        "Errors: 1, warnings: 0, notes: 0.",
        ""
      ].join("\n")
    )
  })

  it("lets nothing of a handbook reach the terminal as a command", () => {
    const place = { path: "brand", line: 1, column: 1 }
    expect(FindingText.print([finding("x", place)], "brand: \u001b[31m\u202Ered")).not.toMatch(/[^\n\P{C}]/u)
    const strange = { path: "people.\u001b[2J\u202E.name", file: "\u001b]0;h.yaml", line: 1 }
    expect(FindingText.print([finding("x", strange)], "")).not.toMatch(/[^\n\P{C}]/u)
  })
})
