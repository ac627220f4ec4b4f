/**
 * The fields of a step, derived from the schema of its input: what has a label says it, and what has none is called by its name.
 *
 * @module
 */
import { Tag } from "@dualops/core/account"
import { Bilingual, Expected, Label, Name } from "@dualops/core/finding"
import { Picture } from "@dualops/core/pictures"
import { Schema, SchemaAST } from "effect"
import type { Choice, Field, Member, Shape } from "./Field.ts"

/** The fields of a struct, as its JSON has them. Made once for each schema. */
export const of = (schema: Schema.Constraint): ReadonlyArray<Field> => {
  const known = made.get(schema)
  if (known !== undefined) return known
  const shape = shapeOf(Schema.toCodecJson(schema).ast)
  const fields = shape.kind === "group" ? shape.fields : []
  made.set(schema, fields)
  return fields
}

const { same } = Bilingual

/** The field at the end of a way: `content`, `pictures`, `0`, `source`. */
export const at = (fields: ReadonlyArray<Field>, [first, ...keys]: ReadonlyArray<string>): Field | undefined => {
  const found = fields.find(({ name }) => name === first)
  if (found === undefined || keys.length === 0) return found
  const { shape } = found
  if (shape.kind === "group") return at(shape.fields, keys)
  const [, ...below] = keys
  return shape.kind === "list" && shape.item.kind === "group" && below.length > 0 ? at(shape.item.fields, below) : found
}

/** The names of a form under which pictures stand, each with whether there may be several: of a list, the list's own. */
export const pictures = (
  fields: ReadonlyArray<Field>,
  at: string
): ReadonlyArray<{ readonly name: string; readonly isMany: boolean }> => {
  const below = (shape: Shape, name: string): ReturnType<typeof pictures> => {
    if (shape.kind === "picture") return [{ name, isMany: false }]
    if (shape.kind === "group") return pictures(shape.fields, name)
    return shape.kind === "list" && shape.item.kind === "picture" ? [{ name, isMany: true }] : []
  }
  return fields.flatMap(({ name, shape }) => below(shape, `${at}.${name}`))
}

const made = new WeakMap<Schema.Constraint, ReadonlyArray<Field>>()

const fieldOf = ({ name, type }: SchemaAST.PropertySignature): Field => {
  const shape = shapeOf(type)
  return {
    name: String(name),
    label: Label.labelOf(type) ?? same(inWords(String(name))),
    // Of a moment the schema says how JSON writes it, and nobody writes it so in a form.
    hint: shape.kind === "text" ? Expected.wordsOf(encodedOf(type)) : undefined,
    isOptional: SchemaAST.isOptional(type),
    shape
  }
}

/** The field as its JSON has it: what a moment is, is a text there. */
const encodedOf = (ast: SchemaAST.AST): SchemaAST.AST => {
  const link = ast.encoding?.at(-1)
  return link === undefined ? ast : encodedOf(link.to)
}

const shapeOf = (type: SchemaAST.AST): Shape => {
  const ast = encodedOf(type)
  if (Picture.isMarked({ ...SchemaAST.resolve(ast), ...SchemaAST.resolve(type) })) return { kind: "picture" }
  if (SchemaAST.isString(ast) || SchemaAST.isTemplateLiteral(ast)) return textOf(type, ast)
  if (SchemaAST.isNumber(ast)) return { kind: "number", isWhole: checksOf(ast).has("isInt") }
  if (SchemaAST.isBoolean(ast)) return { kind: "yes-no" }
  if (SchemaAST.isLiteral(ast)) return typeof ast.literal === "bigint" ? json : { kind: "fixed", value: ast.literal }
  if (SchemaAST.isNull(ast)) return { kind: "fixed", value: null }
  if (SchemaAST.isEnum(ast))
    return { kind: "choice", choices: ast.enums.map(([name, value]) => ({ value, label: same(name) })) }
  if (SchemaAST.isArrays(ast)) return listOf(ast)
  if (SchemaAST.isUnion(ast)) return eitherOf(ast.types)
  if (SchemaAST.isObjects(ast) && ast.indexSignatures.length === 0)
    return { kind: "group", fields: inBoth(ast.propertySignatures.map(fieldOf)) }
  return json
}

const json: Shape = { kind: "json" }

/** What is said in both languages is asked for in each. */
const inBoth = (fields: ReadonlyArray<Field>): ReadonlyArray<Field> =>
  fields.length === 2 && fields.every(({ name }) => Object.hasOwn(languages, name))
    ? fields.map((field) => ({ ...field, label: languages[field.name] ?? field.label }))
    : fields

const languages: Readonly<Record<string, Bilingual.Bilingual>> = {
  zh: { zh: "中文", en: "in Chinese" },
  en: { zh: "英文", en: "in English" }
}

const textOf = (type: SchemaAST.AST, ast: SchemaAST.AST): Shape => {
  const annotations = { ...SchemaAST.resolve(ast), ...SchemaAST.resolve(type) }
  const { format } = SchemaAST.resolve(ast) ?? {}
  if (format === "date-time") return { kind: "moment" }
  if (format === "date") return { kind: "date" }
  const checks = checksOf(ast)
  const of = Tag.kindOf(annotations)
  const named = Name.markOf(annotations)?.named
  const isName = of !== undefined || named !== undefined
  const longest = Number(checks.get("isMaxLength")?.["maxLength"] ?? Number.POSITIVE_INFINITY)
  // What is read as something else than a text, a length of time for one, is a text of a certain form.
  const isFree = type === ast && !isName && !checks.has("isPattern")
  const [isLong, mayBeEmpty] = [isFree && longest > shortest, isFree && !checks.has("isMinLength")]
  return { kind: "text", isLong, mayBeEmpty, of, ...(named && { named }) }
}

/** What is not longer fits on a line. */
const shortest = 120

const listOf = ({ elements, rest }: SchemaAST.Arrays): Shape => {
  const [first = elements[0], ...others] = rest
  // A list of certain places, each with something of its own, is no list that a form can make longer.
  if (first === undefined || others.length > 0 || rest.length === 0) return json
  const item = shapeOf(first)
  return item.kind === "text" && !item.isLong ? { kind: "lines" } : { kind: "list", item, least: elements.length }
}

const eitherOf = (types: ReadonlyArray<SchemaAST.AST>): Shape => {
  // What may be nothing is left out.
  const some = types.filter((one) => !SchemaAST.isUndefined(one) && !SchemaAST.isNull(encodedOf(one)))
  const [only, ...others] = some
  if (only === undefined) return { kind: "fixed", value: null }
  if (others.length === 0) return shapeOf(only)
  const choices = some.flatMap((one): ReadonlyArray<Choice> => {
    const shape = shapeOf(one)
    if (shape.kind === "fixed") return [{ value: shape.value, label: Label.labelOf(one) ?? same(String(shape.value)) }]
    return shape.kind === "choice" ? shape.choices : []
  })
  return choices.length >= some.length ? { kind: "choice", choices } : { kind: "either", members: some.map(memberOf) }
}

/** One of several is called by its label, or else by what tells it from the others: its tag, or the values that it has alone. */
const memberOf = (one: SchemaAST.AST, index: number): Member => {
  const shape = shapeOf(one)
  const told = shape.kind === "group" ? shape.fields.flatMap((field) => tagsOf(field.shape)) : []
  const [tag = { zh: `第 ${index + 1} 种`, en: `kind ${index + 1}` }] = told
  return { label: Label.labelOf(one) ?? tag, shape }
}

const tagsOf = (shape: Shape): ReadonlyArray<Bilingual.Bilingual> => {
  if (shape.kind === "fixed") return [same(inWords(String(shape.value)))]
  if (shape.kind !== "choice") return []
  const labels = shape.choices.map(({ label }) => label)
  return [{ zh: labels.map(({ zh }) => zh).join("、"), en: labels.map(({ en }) => en).join(", ") }]
}

/** What the checks of Effect demand, by their names. */
const checksOf = ({ checks }: SchemaAST.AST): ReadonlyMap<string, Readonly<Record<string, unknown>>> =>
  new Map(
    (checks ?? []).flatMap((check) => {
      const { id, payload } = Object(check.annotations?.["representation"])
      return typeof id === "string" ? [[id.replace("effect/schema/", ""), Object(payload)]] : []
    })
  )

/** A name as words: `publishedAt` is "published at". */
const inWords = (name: string): string =>
  name
    .replace(/(?<=[a-z\d])(?=[A-Z])/g, " ")
    .replace(/[_-]+/g, " ")
    .toLowerCase()
