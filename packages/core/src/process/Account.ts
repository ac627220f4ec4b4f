/**
 * The account that a step is about. Wherever the input of a step has an {@link AccountId}, however deep, the kernel asks whether the handbook
 * knows the account: no process has to think of it.
 *
 * @module
 */
import { Schema, SchemaAST } from "effect"

const key = "~dualops/AccountId"

/** The account's id at the platform. */
export const AccountId = Schema.NonEmptyString.annotate({ [key]: true }).pipe(Schema.brand("AccountId"))
/** The account's id at the platform. */
export type AccountId = typeof AccountId.Type

/** Every account that a value of the schema names; nothing where no value of it names any. */
export const accountsIn = (schema: Schema.Constraint): ((value: unknown) => ReadonlyArray<string>) | undefined => {
  const collect = collector(schema.ast, [])
  if (collect === undefined) return undefined
  return (value) => {
    const found: Array<string> = []
    collect(value, found)
    return found
  }
}

type Collect = (value: unknown, found: Array<string>) => void

/** Looks only where accounts can be; a schema that comes back to itself is looked through once. */
const collector = (ast: SchemaAST.AST, above: ReadonlyArray<SchemaAST.AST>): Collect | undefined => {
  if (above.includes(ast)) return undefined
  const inside = (one: SchemaAST.AST) => collector(one, [...above, ast])
  if (SchemaAST.resolve(ast)?.[key] === true) {
    return (value, found) => void (typeof value === "string" && found.push(value))
  }
  if (SchemaAST.isSuspend(ast)) return inside(ast.thunk())
  if (SchemaAST.isUnion(ast)) return together(ast.types.map((member) => whereItIs(member, inside(member))))
  if (SchemaAST.isArrays(ast)) {
    const { elements, rest } = ast
    return together([
      ...elements.map((element, index) => at(index, inside(element))),
      eachOf((value) => (Array.isArray(value) ? value.slice(elements.length) : []), together(rest.map(inside)))
    ])
  }
  return SchemaAST.isObjects(ast)
    ? together([
        ...ast.propertySignatures.map(({ name, type }) => at(name, inside(type))),
        ...ast.indexSignatures.flatMap(({ parameter, type }) => [
          eachOf(Object.keys, inside(parameter)),
          eachOf(Object.values, inside(type))
        ])
      ])
    : undefined
}

const together = (all: ReadonlyArray<Collect | undefined>): Collect | undefined => {
  const some = all.filter((one) => one !== undefined)
  return some.length === 0 ? undefined : (value, found) => some.forEach((one) => void one(value, found))
}

const at = (name: PropertyKey, below: Collect | undefined): Collect | undefined =>
  below &&
  ((value, found) => {
    if (isObject(value)) below(Reflect.get(value, name), found)
  })

/** What stands in one member of a union is no account of another. */
const whereItIs = (member: SchemaAST.AST, below: Collect | undefined): Collect | undefined => {
  if (below === undefined) return undefined
  const is = Schema.is(Schema.make(member))
  return (value, found) => {
    if (is(value)) below(value, found)
  }
}

const eachOf = (parts: (value: object) => ReadonlyArray<unknown>, each: Collect | undefined): Collect | undefined =>
  each &&
  ((value, found) => {
    if (isObject(value)) for (const part of parts(value)) each(part, found)
  })

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null
