/** The pages of the rules, made of the rules' own values and of one way to break each of them. */
import { readFileSync } from "node:fs"
import type { Finding } from "@dualops/core/finding"
import { Verifier } from "@dualops/core/verifier"
import { stringify } from "yaml"
import { between } from "./mergePatch.ts"
import * as Mutations from "./mutations.ts"
import { stuck } from "./stuckProcess.ts"
import { check, checkWith, type Draft, worked } from "./worked.ts"

const mutations = Mutations.of(worked)

/** Every rule of the house. */
export const described = Verifier.described()

/** The text of every page, by its rule's code. */
export const pages = (): ReadonlyMap<string, string> =>
  new Map(described.map((rule) => [rule.code, rule.code === "process/unsound" ? ofProcess(rule) : page(rule)]))

/** The page that leads to all others. */
export const index = (): string => {
  const chapters = Map.groupBy(described, ({ code }) => code.split("/")[0] ?? "")
  return [
    "# The rules of a handbook",
    "",
    "What `dualops check` looks for. Each page has an example that breaks the rule and the same one mended; both are patches (JSON merge",
    "patch) on [the handbook of Xinghe Tea](../../examples/handbooks/xinghe.yaml), and both are run by the tests.",
    "",
    "A finding that a brand lives with is suppressed for a reason and until a date:",
    "",
    "```yaml",
    stringify({ suppressions: worked.suppressions?.slice(0, 1) }, { lineWidth: 0 }).trimEnd(),
    "```",
    "",
    ...[...chapters].flatMap(([chapter, rules]) => [
      `## ${chapter}`,
      "",
      "| rule | severity | what a good handbook has | |",
      "|---|---|---|---|",
      ...rules.map(
        ({ code, demands, severity }) => `| [${code}](${code}.md) | ${severity} | ${demands.en} | ${demands.zh} |`
      ),
      ""
    ])
  ].join("\n")
}

type Rule = (typeof described)[number]

const head = ({ code, demands, severity }: Rule) => [
  `# ${code}`,
  "",
  `${demands.en}`,
  "",
  `${demands.zh}`,
  "",
  `Severity: ${severity}.`,
  ""
]

const told = ({ code }: Rule, findings: ReadonlyArray<Finding.Finding>) => {
  const one = findings.find((finding) => finding.code === code)
  if (one === undefined) throw new Error(`Nothing breaks ${code}.`)
  return [
    `At \`${one.where.path}\`:`,
    "",
    `> ${one.message.en} ${one.fix.en}`,
    ">",
    `> ${one.message.zh}${one.fix.zh}`,
    ""
  ]
}

const mend = ({ fix }: Rule) => ["## Mended", "", `${fix.en} ${fix.zh}`, ""]

const page = (rule: Rule): string => {
  const broken = smallest(rule.code)
  return [
    ...head(rule),
    "## Broken",
    "",
    ...yaml(worked, broken),
    ...told(rule, check(broken)),
    ...mend(rule),
    ...yaml(broken, worked)
  ].join("\n")
}

/** The one of which least has to be shown. */
const smallest = (code: string): Draft => {
  const drafts = mutations
    .filter((way) => way.code === code)
    .map(({ change }) => {
      const draft = structuredClone(worked)
      change(draft)
      return draft
    })
  const [least] = drafts.toSorted((one, other) => yaml(worked, one).join().length - yaml(worked, other).join().length)
  if (least === undefined) throw new Error(`There is no way to break ${code}.`)
  return least
}

const yaml = (one: Draft, other: Draft): ReadonlyArray<string> => [
  "```yaml",
  // A handbook as it is written is JSON.
  stringify(between(JSON.parse(JSON.stringify(one)), JSON.parse(JSON.stringify(other))), {
    lineWidth: 0,
    aliasDuplicateObjects: false
  }).trimEnd(),
  "```",
  ""
]

const ofProcess = (rule: Rule): string => {
  const source = readFileSync(new URL("stuckProcess.ts", import.meta.url), "utf8")
  const region = (name: string) => [
    "```ts",
    /* the region is there */ source.split(`#region ${name}\n`)[1]?.split("\n// #endregion")[0] ?? "",
    "```",
    ""
  ]
  return [
    ...head(rule),
    "## Broken",
    "",
    ...region("broken"),
    ...told(rule, checkWith(worked, [stuck])),
    ...mend(rule),
    ...region("mended")
  ].join("\n")
}
