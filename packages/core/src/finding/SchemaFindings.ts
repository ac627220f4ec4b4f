/**
 * What a schema has against a value, as findings: every issue, each with its place and what was expected there.
 *
 * @module
 */
import type { SchemaAST, SchemaIssue } from "effect"
import { closest, distance } from "fastest-levenshtein"
import type { Bilingual } from "./Bilingual.ts"
import type { Finding, Place } from "./Finding.ts"

/** Where a path of the value stands in the file that it came from; `key` asks for the key instead of its value. */
export type Locate = (path: ReadonlyArray<PropertyKey>, key: boolean) => Place

/** A path as people write it: `people.lin.roles[0]`. */
export const pathText = (path: ReadonlyArray<PropertyKey>): string =>
  path.reduce<string>(
    (text, key) => (typeof key === "number" ? `${text}[${key}]` : text === "" ? String(key) : `${text}.${String(key)}`),
    ""
  )

/** Every issue as a finding. */
export const fromIssue = (issue: SchemaIssue.Issue, locate: Locate): ReadonlyArray<Finding> => leaves(issue, [], locate)

const leaves = (issue: SchemaIssue.Issue, path: ReadonlyArray<PropertyKey>, locate: Locate): ReadonlyArray<Finding> => {
  switch (issue._tag) {
    case "Pointer":
      return leaves(issue.issue, [...path, ...issue.path], locate)
    case "Composite":
      return issue.issues.flatMap((inner) => leaves(inner, path, locate))
    case "AnyOf":
    case "OneOf":
      return [wrong(issue, path, locate, expectedBy(issue.ast))]
    case "Encoding":
      return leaves(issue.issue, path, locate)
    case "Filter":
      return [wrong(issue, path, locate, annotated(issue.filter) ?? inner(issue.issue) ?? "another value")]
    case "MissingKey":
      return [missing(path, locate)]
    case "UnexpectedKey":
      return [unknownKey(issue, path, locate)]
    case "InvalidType":
      return [wrong(issue, path, locate, expectedBy(issue.ast))]
    case "InvalidValue":
    case "Forbidden":
      return [wrong(issue, path, locate, inner(issue) ?? "another value")]
  }
}

const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined)

const annotated = (of: { readonly annotations?: Readonly<Record<string, unknown>> | undefined }): string | undefined =>
  text(of.annotations?.["message"]) ?? text(of.annotations?.["expected"])

const inner = (issue: SchemaIssue.Issue): string | undefined => ("annotations" in issue ? annotated(issue) : undefined)

const expectedBy = (ast: SchemaAST.AST): string =>
  annotated(ast) ??
  text(ast.annotations?.["description"]) ??
  text(ast.annotations?.["identifier"]) ??
  kinds[ast._tag] ??
  (ast._tag === "Literal" ? JSON.stringify(ast.literal) : undefined) ??
  (ast._tag === "Union" ? ast.types.map(expectedBy).join(" or ") : "another value")

const kinds: Readonly<Record<string, string>> = {
  String: "text",
  Number: "a number",
  Boolean: "true or false",
  Objects: "fields with values",
  Arrays: "a list",
  TemplateLiteral: "text of that form"
}

const evidenceOf = (issue: SchemaIssue.Issue): string =>
  "input" in issue ? (JSON.stringify(issue.input) ?? String(issue.input)).slice(0, 200) : ""

const finding = (code: string, where: Place, evidence: string, message: Bilingual, fix: Bilingual): Finding => ({
  code: `file/${code}`,
  severity: "error",
  where,
  evidence,
  message,
  fix
})

const wrong = (
  issue: SchemaIssue.Issue,
  path: ReadonlyArray<PropertyKey>,
  locate: Locate,
  expected: string
): Finding => {
  const where = locate(path, false)
  const evidence = evidenceOf(issue)
  return finding(
    "wrong-value",
    where,
    evidence,
    {
      zh: `${where.path}：值 ${evidence} 不对，应为 ${expected}。`,
      en: `${where.path} is ${evidence}, and should be ${expected}.`
    },
    { zh: `改为 ${expected}。`, en: `Write ${expected}.` }
  )
}

const missing = (path: ReadonlyArray<PropertyKey>, locate: Locate): Finding => {
  const where = locate(path, false)
  return finding(
    "missing",
    where,
    "",
    { zh: `缺少 ${where.path}。`, en: `${where.path} is missing.` },
    { zh: `补上 ${String(path.at(-1))}。`, en: `Add ${String(path.at(-1))}.` }
  )
}

const unknownKey = (
  issue: Extract<SchemaIssue.Issue, { readonly _tag: "UnexpectedKey" }>,
  path: ReadonlyArray<PropertyKey>,
  locate: Locate
): Finding => {
  const where = locate(path, true)
  const known = knownKeys(issue.ast)
  const key = String(path.at(-1))
  const near = known.length === 0 ? undefined : closest(key, known)
  const meant = near !== undefined && distance(key, near) <= Math.max(2, key.length / 3) ? near : undefined
  return finding(
    "unknown-key",
    where,
    key,
    { zh: `没有 ${where.path} 这一项。`, en: `There is no such thing as ${where.path}.` },
    meant === undefined
      ? { zh: `删除它；可用的有 ${known.join("、")}。`, en: `Take it out; what may stand here is ${known.join(", ")}.` }
      : { zh: `是否应为 ${meant}？`, en: `Did you mean ${meant}?` }
  )
}

const knownKeys = (ast: SchemaAST.AST): ReadonlyArray<string> =>
  "propertySignatures" in ast ? ast.propertySignatures.map(({ name }) => String(name)) : []
