/**
 * What a schema has against a value, as findings: every issue, each with its place and what was expected there.
 *
 * @module
 */
import type { SchemaAST, SchemaIssue } from "effect"
import type { Bilingual } from "./Bilingual.ts"
import * as Expected from "./Expected.ts"
import type { Finding, Place } from "./Finding.ts"
import { beyond } from "./LeftOut.ts"
import { advice, excerpt, nearest } from "./Nearest.ts"

/** Where a path of the value stands in the file that it came from; `key` asks for the key instead of its value. */
export type Locate = (path: ReadonlyArray<PropertyKey>, key: boolean) => Place

/** A path as people write it: `people.lin.roles[0]`. */
export const pathText = (path: ReadonlyArray<PropertyKey>): string =>
  path.reduce<string>(
    (text, key) => (typeof key === "number" ? `${text}[${key}]` : text === "" ? String(key) : `${text}.${String(key)}`),
    ""
  )

/**
 * Every issue as a finding; of very many, the first. What was read is told as it was written (`400 days`), and not as what was made of it, where `written`
 * has the whole of it.
 */
export const fromIssue = (issue: SchemaIssue.Issue, locate: Locate, written?: unknown): ReadonlyArray<Finding> =>
  beyond(leaves(issue, []), (leaf) => findingOf(leaf, locate, written))

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
      // The parts of a template are not parts that people see.
      return issue.ast._tag === "TemplateLiteral"
        ? [{ issue, path }]
        : issue.issues.flatMap((inner) => leaves(inner, path))
    case "AnyOf":
      return nearestMember(issue.issues, path) ?? [{ issue, path }]
    case "Encoding":
      return leaves(issue.issue, path)
    // What a check says of a part of its value stands at that part.
    case "Filter":
      return issue.issue._tag === "Pointer" || issue.issue._tag === "Composite"
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

const findingOf = ({ issue, path }: Leaf, locate: Locate, written: unknown): Finding => {
  const asWritten = () => wrong(issue, path, locate, partOf(written, path) ?? inputOf(issue))
  switch (issue._tag) {
    case "MissingKey":
      return missing(path, locate)
    case "UnexpectedKey":
      return unknownKey(issue, path, locate)
    case "InvalidType":
      // Where nothing may stand, what stands there is too much.
      return issue.ast._tag === "Never" ? unknownKey(issue, path, locate) : asWritten()
    case "AnyOf":
    case "OneOf":
    case "Filter":
    case "InvalidValue":
    case "Forbidden":
    case "Pointer":
    case "Composite":
    case "Encoding":
      return asWritten()
  }
}

const partOf = (written: unknown, path: ReadonlyArray<PropertyKey>): unknown =>
  path.reduce<unknown>(
    (part, key) =>
      typeof part === "object" && part !== null && Object.hasOwn(part, key) ? Reflect.get(part, key) : undefined,
    written
  )

/** What stands there; the check of a transformation keeps it one issue further in. */
const inputOf = (issue: SchemaIssue.Issue): unknown => {
  if ("input" in issue && issue.input !== undefined) return issue.input
  return "issue" in issue ? inputOf(issue.issue) : undefined
}

const evidenceOf = (input: unknown): string => (JSON.stringify(input) ?? String(input)).slice(0, 200).toWellFormed()

const finding = (code: string, where: Place, evidence: string, message: Bilingual, fix: Bilingual): Finding => ({
  code: `file/${code}`,
  severity: "error",
  where,
  evidence,
  message,
  fix
})

const wrong = (issue: SchemaIssue.Issue, path: ReadonlyArray<PropertyKey>, locate: Locate, input: unknown): Finding => {
  const where = locate(path, false)
  const { expected, meant } = Expected.of(issue)
  const evidence = evidenceOf(input)
  // Chinese quotes stand for those of JSON.
  const written = typeof input === "string" ? evidence.slice(1, -1) : evidence
  return finding(
    "wrong-value",
    where,
    evidence,
    {
      zh: `「${where.path}」${input === null ? "没有内容" : input === "" ? "是空的" : `的值「${written}」不对`}，应为${expected.zh}。`,
      en: `${where.path} is ${input === null ? "empty" : evidence}, and should be ${expected.en}.`
    },
    fixOf(issue, input, expected, meant?.(input)) ?? { zh: `写入${expected.zh}。`, en: `Write ${expected.en}.` }
  )
}

/** What would mend a value that is nearly right. */
const fixOf = (
  issue: SchemaIssue.Issue,
  input: unknown,
  expected: Bilingual,
  meant: string | undefined
): Bilingual | undefined => {
  if (meant !== undefined) return { zh: `写成 "${meant}"。`, en: `Write "${meant}".` }
  if (expected === Expected.text && (typeof input === "number" || typeof input === "boolean")) {
    return {
      zh: "按文件里的原样加上引号；不加引号，长编号会丢失数位，首尾的零也会丢失。",
      en: "Put it in quotes, as it stands in the file; without them a long id loses digits, and zeros are lost at both ends."
    }
  }
  const near = typeof input === "string" ? nearest(input, Expected.choices(issue)) : undefined
  return near === undefined ? undefined : { zh: `是否应为「${near}」？`, en: `Did you mean ${near}?` }
}

const missing = (path: ReadonlyArray<PropertyKey>, locate: Locate): Finding => {
  const where = locate(path, false)
  const last = path.at(-1)
  return finding(
    "missing",
    where,
    "",
    { zh: `缺少「${where.path}」。`, en: `${where.path} is missing.` },
    typeof last === "number"
      ? { zh: "再写一项。", en: "Write one more item." }
      : { zh: `补上「${String(last)}」。`, en: `Add ${String(last)}.` }
  )
}

const unknownKey = (
  issue: Extract<SchemaIssue.Issue, { readonly _tag: "UnexpectedKey" | "InvalidType" }>,
  path: ReadonlyArray<PropertyKey>,
  locate: Locate
): Finding => {
  const where = locate(path, true)
  const key = String(path.at(-1))
  const known = knownKeys(issue.ast)
  const instead = nearest(key, known)
  return {
    ...finding(
      "unknown-key",
      where,
      excerpt(key),
      { zh: `没有「${excerpt(where.path)}」这一项。`, en: `There is no such thing as ${excerpt(where.path)}.` },
      advice(key, known, { zh: "删除它。", en: "Take it out." })
    ),
    ...(instead !== undefined && { instead })
  }
}

const knownKeys = (ast: SchemaAST.AST): ReadonlyArray<string> =>
  "propertySignatures" in ast ? ast.propertySignatures.map(({ name }) => String(name)) : []
