/**
 * What a schema has against a value, as findings: every issue, each with its place and what was expected there.
 *
 * @module
 */
import type { SchemaAST, SchemaIssue } from "effect"
import type { Bilingual } from "./Bilingual.ts"
import type { Finding, Place } from "./Finding.ts"
import { advice, excerpt } from "./Nearest.ts"

/** Where a path of the value stands in the file that it came from; `key` asks for the key instead of its value. */
export type Locate = (path: ReadonlyArray<PropertyKey>, key: boolean) => Place

/** A path as people write it: `people.lin.roles[0]`. */
export const pathText = (path: ReadonlyArray<PropertyKey>): string =>
  path.reduce<string>(
    (text, key) => (typeof key === "number" ? `${text}[${key}]` : text === "" ? String(key) : `${text}.${String(key)}`),
    ""
  )

/** Every issue as a finding, the first hundred of them: whoever has more begins with those. */
export const fromIssue = (issue: SchemaIssue.Issue, locate: Locate): ReadonlyArray<Finding> =>
  leaves(issue, [])
    .slice(0, 100)
    .map((leaf) => findingOf(leaf, locate))

/** An issue that is not about its parts, and where it is. */
interface Leaf {
  readonly issue: SchemaIssue.Issue
  readonly path: ReadonlyArray<PropertyKey>
}

const leaves = (issue: SchemaIssue.Issue, path: ReadonlyArray<PropertyKey>): ReadonlyArray<Leaf> => {
  switch (issue._tag) {
    case "Pointer":
      return leaves(issue.issue, [...path, ...issue.path])
    case "Composite":
      return issue.issues.flatMap((inner) => leaves(inner, path))
    case "AnyOf":
      return nearestMember(issue.issues, path) ?? [{ issue, path }]
    case "Encoding":
      return leaves(issue.issue, path)
    // What a check says of a part of its value stands at that part.
    case "Filter":
      return annotated(issue.filter) === undefined &&
        (issue.issue._tag === "Pointer" || issue.issue._tag === "Composite")
        ? leaves(issue.issue, path)
        : [{ issue, path }]
    case "OneOf":
    case "MissingKey":
    case "UnexpectedKey":
    case "InvalidType":
    case "InvalidValue":
    case "Forbidden":
      return [{ issue, path }]
  }
}

/** What the member has against the value that comes nearest to it: a key too many or too few is further off than a wrong value below. */
const nearestMember = (
  members: ReadonlyArray<SchemaIssue.Issue>,
  path: ReadonlyArray<PropertyKey>
): ReadonlyArray<Leaf> | undefined => {
  const told = members
    .map((member) => leaves(member, path))
    .filter((found) => found.some((leaf) => leaf.path.length > path.length || leaf.issue._tag === "Filter"))
  const distanceOf = (found: ReadonlyArray<Leaf>) =>
    found.reduce((sum, { issue }) => sum + (issue._tag === "MissingKey" || issue._tag === "UnexpectedKey" ? 2 : 1), 0)
  return told.sort((one, other) => distanceOf(one) - distanceOf(other))[0]
}

const findingOf = ({ issue, path }: Leaf, locate: Locate): Finding => {
  switch (issue._tag) {
    case "MissingKey":
      return missing(path, locate)
    case "UnexpectedKey":
      return unknownKey(issue, path, locate)
    case "AnyOf":
    case "OneOf":
    case "InvalidType":
      return wrong(issue, path, locate, expectedBy(issue.ast))
    case "Filter":
      return wrong(issue, path, locate, annotated(issue.filter) ?? inner(issue.issue) ?? "another value")
    case "InvalidValue":
    case "Forbidden":
    case "Pointer":
    case "Composite":
    case "Encoding":
      return wrong(issue, path, locate, inner(issue) ?? "another value")
  }
}

const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined)

const annotated = (of: { readonly annotations?: Readonly<Record<string, unknown>> | undefined }): string | undefined =>
  text(of.annotations?.["message"]) ?? text(of.annotations?.["expected"])

const inner = (issue: SchemaIssue.Issue): string | undefined => ("annotations" in issue ? annotated(issue) : undefined)

const expectedBy = (ast: SchemaAST.AST): string =>
  annotated(ast) ??
  text(ast.annotations?.["description"])?.replace(/\.$/, "") ??
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
  return finding(
    "unknown-key",
    where,
    excerpt(String(path.at(-1))),
    { zh: `没有 ${excerpt(where.path)} 这一项。`, en: `There is no such thing as ${excerpt(where.path)}.` },
    advice(String(path.at(-1)), knownKeys(issue.ast), { zh: "删除它。", en: "Take it out." })
  )
}

const knownKeys = (ast: SchemaAST.AST): ReadonlyArray<string> =>
  "propertySignatures" in ast ? ast.propertySignatures.map(({ name }) => String(name)) : []
