/**
 * Findings as SARIF 2.1.0, the form in which code hosts and editors take the results of checks and show them at their lines.
 *
 * Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 *
 * @module
 */
import type { Bilingual, Language } from "./Bilingual.ts"
import type { Finding, Place, Severity } from "./Finding.ts"

/** What SARIF tells of a rule. */
export interface Described {
  readonly code: string
  readonly severity: Severity
  readonly demands: Bilingual
  readonly fix: Bilingual
}

/** The log of one check. The rules are those that may be found; `page` says where a code is explained. */
export const log = (
  findings: ReadonlyArray<Finding>,
  rules: ReadonlyArray<Described>,
  { language = "en", page }: { readonly language?: Language; readonly page?: (code: string) => string } = {}
) => {
  // Readers and schemas have codes of their own, which no rule describes: the first finding has to speak for the others.
  const known = new Set(rules.map(({ code }) => code))
  const others = [...Map.groupBy(findings, ({ code }) => code)].flatMap(([code, [first]]) =>
    known.has(code) || first === undefined ? [] : [{ ...first, demands: first.message }]
  )
  const all: ReadonlyArray<Described> = [...rules, ...others]
  const indices = new Map(all.map(({ code }, index) => [code, index]))
  const times = new Map<string, number>()
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0" as const,
    runs: [
      {
        tool: {
          driver: {
            name: "dualops",
            informationUri: "https://github.com/dualops/dualops",
            rules: all.map(({ code, demands, fix, severity }) => ({
              id: code,
              shortDescription: { text: plain(demands[language]) },
              fullDescription: { text: plain(demands[language]) },
              help: { text: plain(fix[language]) },
              defaultConfiguration: { level: severity },
              ...(page !== undefined && { helpUri: page(code) })
            }))
          }
        },
        columnKind: "utf16CodeUnits" as const,
        results: findings.map((finding) => result(finding, indices.get(finding.code) ?? 0, language, times))
      }
    ]
  }
}

const result = (finding: Finding, ruleIndex: number, language: Language, times: Map<string, number>) => {
  const { code, fix, followers = [], message, severity, where } = finding
  return {
    ruleId: code,
    ruleIndex,
    level: severity,
    message: { text: plain(`${message[language]} ${fix[language]}`) },
    locations: [location(where)],
    ...(followers.length > 0 && {
      relatedLocations: followers.map((follower, id) => ({
        id,
        ...location(follower.where),
        message: { text: plain(`${follower.code} ${follower.message[language]}`) }
      }))
    }),
    partialFingerprints: { "codePathEvidence/v1": fingerprint(finding, times) }
  }
}

const location = ({ column = 1, file, line = 1, path }: Place) => ({
  ...(file !== undefined && {
    physicalLocation: {
      artifactLocation: { uri: file.split(/[\\/]/).map(encodeURIComponent).join("/") },
      region: { startLine: line, startColumn: column }
    }
  }),
  logicalLocations: [{ fullyQualifiedName: path === "" ? "handbook" : path }]
})

/** A text as a message string without placeholders and links: braces stand twice (3.11.5), brackets behind a backslash (3.11.6). */
const plain = (text: string): string =>
  text.replaceAll(/[{}[\]\\]/g, (sign) => (sign === "{" || sign === "}" ? sign + sign : `\\${sign}`))

/** The same finding on another line is the same finding; of several that are alike, each is told by its number. */
const fingerprint = ({ code, evidence, where }: Finding, times: Map<string, number>): string => {
  const text = `${code}|${where.path}|${evidence}`
  const before = times.get(text) ?? 0
  times.set(text, before + 1)
  return before === 0 ? text : `${text}|${before + 1}`
}
