/**
 * Findings as SARIF 2.1.0, the form in which code hosts and editors take the results of checks and show them at their lines.
 *
 * Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 *
 * @module
 */
import type { Bilingual, Language } from "./Bilingual.ts"
import type { Finding, Severity } from "./Finding.ts"

/** What SARIF tells of a rule. */
export interface Described {
  readonly code: string
  readonly severity: Severity
  readonly demands: Bilingual
  readonly fix: Bilingual
}

/** The log of one check. The rules are those that may be found; the page of each stands at `pages` and its code. */
export const log = (
  findings: ReadonlyArray<Finding>,
  rules: ReadonlyArray<Described>,
  { language = "en", pages }: { readonly language?: Language; readonly pages?: string } = {}
) => {
  // Readers and schemas have codes of their own, which no rule describes.
  const others = [...new Set(findings.map(({ code }) => code))].filter(
    (code) => !rules.some((rule) => rule.code === code)
  )
  const ids = [...rules.map(({ code }) => code), ...others]
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "dualops",
            informationUri: "https://github.com/dualops/dualops",
            rules: [
              ...rules.map(({ code, demands, fix, severity }) => ({
                id: code,
                shortDescription: { text: demands[language] },
                help: { text: fix[language] },
                defaultConfiguration: { level: severity },
                ...(pages !== undefined && { helpUri: `${pages}${code}.md` })
              })),
              ...others.map((id) => ({ id }))
            ]
          }
        },
        columnKind: "utf16CodeUnits",
        results: findings.map((finding) => result(finding, ids.indexOf(finding.code), language))
      }
    ]
  }
}

const result = ({ code, evidence, fix, message, severity, where }: Finding, ruleIndex: number, language: Language) => ({
  ruleId: code,
  ruleIndex,
  level: severity,
  message: { text: `${message[language]} ${fix[language]}` },
  locations: [
    {
      ...(where.file !== undefined && {
        physicalLocation: {
          artifactLocation: { uri: where.file.split(/[\\/]/).map(encodeURIComponent).join("/") },
          region: { startLine: where.line ?? 1, startColumn: where.column ?? 1 }
        }
      }),
      logicalLocations: [{ fullyQualifiedName: where.path === "" ? "handbook" : where.path }]
    }
  ],
  // The same finding on another line is the same finding.
  partialFingerprints: { "codePathEvidence/v1": `${code}|${where.path}|${evidence}` }
})
