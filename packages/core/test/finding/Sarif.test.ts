/** SARIF, held against the parts of its schema that we use. */
import { type Finding, FindingText, Sarif, Verifier } from "@dualops/core"
import { describe, expect, it } from "@effect/vitest"
import { Schema } from "effect"

const Text = Schema.Struct({ text: Schema.NonEmptyString })
const Level = Schema.Literals(["none", "note", "warning", "error"])
const Line = Schema.Int.check(Schema.isGreaterThan(0))

/** Of sarif-2.1.0.json: the properties that we write, which of them are required, and nothing else. */
const Log = Schema.Struct({
  $schema: Schema.String,
  version: Schema.Literal("2.1.0"),
  runs: Schema.Array(
    Schema.Struct({
      columnKind: Schema.Literals(["utf16CodeUnits", "unicodeCodePoints"]),
      tool: Schema.Struct({
        driver: Schema.Struct({
          name: Schema.NonEmptyString,
          informationUri: Schema.NonEmptyString,
          rules: Schema.Array(
            Schema.Struct({
              id: Schema.NonEmptyString,
              shortDescription: Schema.optionalKey(Text),
              help: Schema.optionalKey(Text),
              helpUri: Schema.optionalKey(Schema.NonEmptyString),
              defaultConfiguration: Schema.optionalKey(Schema.Struct({ level: Level }))
            })
          )
        })
      }),
      results: Schema.Array(
        Schema.Struct({
          ruleId: Schema.NonEmptyString,
          ruleIndex: Schema.Int.check(Schema.isGreaterThanOrEqualTo(0)),
          level: Level,
          message: Text,
          locations: Schema.Array(
            Schema.Struct({
              physicalLocation: Schema.optionalKey(
                Schema.Struct({
                  artifactLocation: Schema.Struct({ uri: Schema.NonEmptyString }),
                  region: Schema.Struct({ startLine: Line, startColumn: Line })
                })
              ),
              logicalLocations: Schema.Array(Schema.Struct({ fullyQualifiedName: Schema.NonEmptyString }))
            })
          ),
          partialFingerprints: Schema.Record(Schema.String, Schema.String)
        })
      )
    })
  )
})

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
  finding("file/not-yaml", { path: "" })
]

describe("Sarif", () => {
  const log = Sarif.log(findings, Verifier.described, { pages: "https://dualops.example/rules/" })

  it("a log has the shape of SARIF 2.1.0 and nothing besides", () => {
    expect(() => Schema.decodeUnknownSync(Log)(log, { onExcessProperty: "error" })).not.toThrow()
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
  })
})
