/**
 * Where in a value that stands which a schema marks by an annotation. The schema is looked through once; a value is then looked into only
 * where something marked can be.
 *
 * @module
 */
import { SchemaAST } from "effect"

/** The way from the value to one of its parts, the last key first; nothing is the value itself. */
export interface Way {
  readonly above: Way | undefined
  readonly key: PropertyKey
}

/** The keys of a way, the first one first. */
export const keysOf = (way: Way | undefined): ReadonlyArray<PropertyKey> => {
  const keys: Array<PropertyKey> = []
  for (let at = way; at !== undefined; at = at.above) keys.push(at.key)
  return keys.reverse()
}

/** What is asked of a schema. */
export interface Question<A> {
  /** The annotation. */
  readonly marked: (annotations: Readonly<Record<string, unknown>>) => A | undefined
  /** Whether a value is that member of a union. */
  readonly isMember: (member: SchemaAST.AST) => (value: unknown) => boolean
}

/** A part that is marked. `isKey`: it is a key of a record, and the way leads to what stands under it. */
export type Visit<A> = (part: unknown, mark: A, way: Way | undefined, isKey: boolean) => void

/** Shows every marked part of a value. */
export type Look<A> = (value: unknown, visit: Visit<A>, way?: Way) => void

/** How a value of the schema is looked into; nothing where no part of it can be marked. */
export const lookInto = <A>({ ast }: { readonly ast: SchemaAST.AST }, question: Question<A>): Look<A> | undefined =>
  build(ast, question, new Map())

/** A place that a schema marks, in every value of it: a key of a record, or the index of an item, is `*`. */
export interface Place<A> {
  readonly path: ReadonlyArray<PropertyKey>
  readonly mark: A
  /** The keys of the record at the path are marked. */
  readonly isKey: boolean
}

/** Every place that the schema marks; what comes back to itself is looked through once. */
export const placesOf = <A>(
  { ast }: { readonly ast: SchemaAST.AST },
  { marked }: Pick<Question<A>, "marked">
): ReadonlyArray<Place<A>> => {
  const below = (
    one: SchemaAST.AST,
    path: ReadonlyArray<PropertyKey>,
    above: ReadonlyArray<SchemaAST.AST>
  ): ReadonlyArray<Place<A>> => {
    const mark = marked(SchemaAST.resolve(one) ?? {})
    if (mark !== undefined) return [{ path, mark, isKey: false }]
    if (above.includes(one)) return []
    const inside = (part: SchemaAST.AST, ...keys: ReadonlyArray<PropertyKey>) =>
      below(part, [...path, ...keys], [...above, one])
    if (SchemaAST.isSuspend(one)) return inside(one.thunk())
    if (SchemaAST.isUnion(one)) return one.types.flatMap((member) => inside(member))
    if (SchemaAST.isArrays(one)) return [...one.elements, ...one.rest].flatMap((item) => inside(item, "*"))
    if (!SchemaAST.isObjects(one)) return []
    return [
      ...one.propertySignatures.flatMap(({ name, type }) => inside(type, name)),
      ...one.indexSignatures.flatMap(({ parameter, type }) => {
        const key = marked(SchemaAST.resolve(parameter) ?? {})
        return [...(key === undefined ? [] : [{ path, mark: key, isKey: true }]), ...inside(type, "*")]
      })
    ]
  }
  return below(ast, [], [])
}

/** A schema that comes back to itself finds its own look here, once it is made. */
type Known<A> = Map<SchemaAST.AST, { look: Look<A> | undefined }>

const build = <A>(ast: SchemaAST.AST, question: Question<A>, known: Known<A>): Look<A> | undefined => {
  const before = known.get(ast)
  if (before !== undefined) return (value, visit, way) => before.look?.(value, visit, way)
  const here: { look: Look<A> | undefined } = { look: undefined }
  known.set(ast, here)
  here.look = ofNode(ast, question, known)
  known.delete(ast)
  return here.look
}

const ofNode = <A>(ast: SchemaAST.AST, question: Question<A>, known: Known<A>): Look<A> | undefined => {
  const inside = (one: SchemaAST.AST) => build(one, question, known)
  const mark = question.marked(SchemaAST.resolve(ast) ?? {})
  if (mark !== undefined) return (value, visit, way) => visit(value, mark, way, false)
  if (SchemaAST.isSuspend(ast)) return inside(ast.thunk())
  if (SchemaAST.isUnion(ast)) return together(ast.types.map((one) => onlyIf(question.isMember(one), inside(one))))
  if (SchemaAST.isArrays(ast)) {
    const { elements, rest } = ast
    return together([
      ...elements.map((element, index) => at(index, inside(element))),
      itemsFrom(elements.length, together(rest.map(inside)))
    ])
  }
  return SchemaAST.isObjects(ast)
    ? together([
        ...ast.propertySignatures.map(({ name, type }) => at(name, inside(type))),
        ...ast.indexSignatures.flatMap(({ parameter, type }) => [
          keys(question.marked(SchemaAST.resolve(parameter) ?? {})),
          entries(inside(type))
        ])
      ])
    : undefined
}

const together = <A>(all: ReadonlyArray<Look<A> | undefined>): Look<A> | undefined => {
  const some = all.filter((one) => one !== undefined)
  return some.length === 0
    ? undefined
    : (value, visit, way) => {
        for (const look of some) look(value, visit, way)
      }
}

const onlyIf = <A>(is: (value: unknown) => boolean, below: Look<A> | undefined): Look<A> | undefined =>
  below &&
  ((value, visit, way) => {
    if (is(value)) below(value, visit, way)
  })

const at = <A>(key: PropertyKey, below: Look<A> | undefined): Look<A> | undefined =>
  below &&
  ((value, visit, above) => {
    if (isObject(value) && Object.hasOwn(value, key)) below(Reflect.get(value, key), visit, { above, key })
  })

const itemsFrom = <A>(first: number, below: Look<A> | undefined): Look<A> | undefined =>
  below &&
  ((value, visit, above) => {
    if (!Array.isArray(value)) return
    for (let key = first; key < value.length; key++) below(value[key], visit, { above, key })
  })

const entries = <A>(below: Look<A> | undefined): Look<A> | undefined =>
  below &&
  ((value, visit, above) => {
    if (isObject(value)) for (const [key, part] of Object.entries(value)) below(part, visit, { above, key })
  })

const keys = <A>(mark: A | undefined): Look<A> | undefined =>
  mark === undefined
    ? undefined
    : (value, visit, above) => {
        if (isObject(value)) for (const key of Object.keys(value)) visit(key, mark, { above, key }, true)
      }

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null
