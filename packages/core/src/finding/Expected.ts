/**
 * What should stand at a place, in both languages: as a schema's own words have it, or else as its kind does.
 *
 *     Schema.String.check(Schema.makeFilter(isDate)).annotate(Expected.words({ zh: "真实日期", en: "a date that exists" }))
 *
 * @module
 */
import { SchemaAST, SchemaIssue } from "effect"
import type { Bilingual } from "./Bilingual.ts"

/** What schemas and checks of this house say of themselves. */
export interface Words {
  readonly expected: Bilingual
  /** The value that somebody may have meant who wrote this one, such as `09:00` for `9:00`. */
  readonly meant?: ((value: unknown) => string | undefined) | undefined
}

const key = "~dualops/Expected"
const schemaKey = "~dualops/Expected/schema"

/** What a schema expects that is for any text. */
export const text: Bilingual = { zh: "文字", en: "text" }

/** Annotations, as schemas and checks take them. */
export interface Annotating {
  /** What Effect's own formatter says. */
  readonly expected: string
  readonly [annotation: string]: unknown
}

/** Annotations that say what a schema expects, be its type or its check at fault; the English describes it to editors as well. */
export const words = (expected: Bilingual, meant?: Words["meant"]): Annotating & { readonly description: string } => ({
  description: `${expected.en.slice(0, 1).toUpperCase()}${expected.en.slice(1)}.`,
  [schemaKey]: true,
  ...check(expected, meant)
})

/** Annotations that say what one check expects. */
export const check = (expected: Bilingual, meant?: Words["meant"]): Annotating => ({
  expected: expected.en,
  [key]: { expected, meant } satisfies Words
})

/** What a check or a transformation has against a value when that is more than its schema could say. */
export const instead = (expected: Bilingual, value: unknown, meant?: Words["meant"]): SchemaIssue.Issue =>
  new SchemaIssue.InvalidValue(check(expected, meant), value, { reportInput: true })

/** What should stand where the issue is. */
export const of = (issue: SchemaIssue.Issue): Words => {
  switch (issue._tag) {
    case "InvalidType":
    case "AnyOf":
    case "OneOf":
      return ofSchema(issue.ast)
    case "Filter":
      return ofCheck(issue.filter.annotations) ?? of(issue.issue)
    case "InvalidValue":
      return ofCheck(issue.annotations) ?? { expected: other }
    case "Pointer":
    case "Encoding":
      return of(issue.issue)
    case "Composite":
      return ofSchema(issue.ast)
    case "Forbidden":
    case "MissingKey":
    case "UnexpectedKey":
      return { expected: other }
  }
}

/** The texts that may stand there, where only some may. */
export const choices = (issue: SchemaIssue.Issue): ReadonlyArray<string> =>
  issue._tag === "AnyOf" || issue._tag === "InvalidType" ? literals(issue.ast) : []

const literals = (ast: SchemaAST.AST): ReadonlyArray<string> => {
  if (ast._tag === "Union") return ast.types.flatMap(literals)
  return ast._tag === "Literal" && typeof ast.literal === "string" ? [ast.literal] : []
}

const other: Bilingual = { zh: "其他值", en: "another value" }

type Annotations = Readonly<Record<string, unknown>> | undefined

// Nothing but `check` writes under this key.
const own = (annotations: Annotations): Words | undefined => annotations?.[key] as Words | undefined

const ofCheck = (annotations: Annotations): Words | undefined => {
  const said = own(annotations)
  if (said !== undefined) return said
  const expected = ofBound(annotations) ?? foreign(annotations)
  return expected && { expected }
}

/** What schemas from elsewhere say, they say in one language. */
const foreign = (annotations: Annotations): Bilingual | undefined => {
  const text = annotations?.["message"] ?? annotations?.["expected"]
  return typeof text === "string" ? { zh: text, en: text } : undefined
}

/** What Effect's own checks demand. */
const ofBound = (annotations: Annotations): Bilingual | undefined => {
  const { id, payload } = (annotations?.["representation"] ?? {}) as {
    readonly id?: string
    readonly payload?: Readonly<Record<string, unknown>> | null
  }
  switch (id) {
    case "effect/schema/isMinLength":
      return payload?.["minLength"] === 1
        ? { zh: "非空的内容", en: "something, not nothing" }
        : { zh: `至少 ${payload?.["minLength"]} 个`, en: `at least ${payload?.["minLength"]} long` }
    case "effect/schema/isMaxLength":
      return { zh: `最多 ${payload?.["maxLength"]} 个字`, en: `at most ${payload?.["maxLength"]} characters long` }
    case "effect/schema/isInt":
      return { zh: "整数", en: "a whole number" }
    case "effect/schema/isFinite":
      return { zh: "数字", en: "a number" }
    case "effect/schema/isGreaterThan":
      return {
        zh: `大于 ${payload?.["exclusiveMinimum"]} 的数`,
        en: `a number greater than ${payload?.["exclusiveMinimum"]}`
      }
    case "effect/schema/isGreaterThanOrEqualTo":
      return { zh: `不小于 ${payload?.["minimum"]} 的数`, en: `a number of at least ${payload?.["minimum"]}` }
    case "effect/schema/isBetween":
      return {
        zh: `${payload?.["minimum"]} 到 ${payload?.["maximum"]} 的数`,
        en: `a number from ${payload?.["minimum"]} to ${payload?.["maximum"]}`
      }
    default:
      return undefined
  }
}

/** What should stand there, where its schema says so in words of its own: what a form says beside the field. */
export const wordsOf = (ast: SchemaAST.AST): Bilingual | undefined => {
  const annotations = SchemaAST.resolve(ast)
  return annotations?.[schemaKey] === true ? own(annotations)?.expected : undefined
}

const ofSchema = (ast: SchemaAST.AST): Words => {
  const annotations = SchemaAST.resolve(ast)
  return (annotations?.[schemaKey] === true ? own(annotations) : undefined) ?? { expected: ofKind(ast) }
}

const ofKind = (ast: SchemaAST.AST): Bilingual => {
  switch (ast._tag) {
    case "String":
      return text
    case "Number":
      return { zh: "数字", en: "a number" }
    case "Boolean":
      return { zh: "「true」或「false」", en: "true or false" }
    case "Literal":
      return { zh: JSON.stringify(ast.literal), en: JSON.stringify(ast.literal) }
    case "Arrays":
      return { zh: "列表", en: "a list" }
    case "Objects":
      return ofFields(ast)
    case "Suspend":
      return ofSchema(ast.thunk()).expected
    case "Union": {
      const members = ast.types.map((member) => ofSchema(member).expected)
      return {
        zh: either(
          members.map(({ zh }) => zh),
          "、",
          "或"
        ),
        en: either(
          members.map(({ en }) => en),
          ", ",
          " or "
        )
      }
    }
    default:
      return foreign(SchemaAST.resolve(ast)) ?? other
  }
}

const ofFields = ({ propertySignatures }: SchemaAST.Objects): Bilingual => {
  if (propertySignatures.length === 0) return { zh: "若干名称，各有内容", en: "names, each with what it stands for" }
  const names = propertySignatures.map(({ name }) => String(name)).slice(0, 4)
  const more = propertySignatures.length > names.length
  return {
    zh: `有「${names.join("」「")}」${more ? "等" : ""}字段的内容`,
    en: `an entry with ${more ? `${names.join(", ")} and more` : either(names, ", ", " and ")}`
  }
}

const either = (texts: ReadonlyArray<string>, comma: string, or: string): string => {
  const all = [...new Set(texts)]
  return [all.slice(0, -1).join(comma), ...all.slice(-1)].filter((text) => text !== "").join(or)
}
