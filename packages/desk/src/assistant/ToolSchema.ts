/**
 * JSON Schemas as every client reads them: without references, which some drop and others refuse, and with one schema for the items of a list.
 *
 * @module
 */

/** A JSON Schema. */
export type JsonSchema = { readonly [keyword: string]: unknown }

/** The same schema, with every definition where it is used. What goes on in itself for ever is anything from the second time on. */
export const plain = (schema: object): JsonSchema => {
  const { $defs = {}, $schema: _, ...rest } = schema as { readonly $defs?: Definitions; readonly $schema?: string }
  return Object(written(rest, $defs, []))
}

type Definitions = Readonly<Record<string, unknown>>

const written = (part: unknown, defs: Definitions, within: ReadonlyArray<string>): unknown => {
  if (Array.isArray(part)) return part.map((one) => written(one, defs, within))
  if (typeof part !== "object" || part === null) return part
  const { $ref, ...rest } = part as { readonly $ref?: unknown } & JsonSchema
  if (typeof $ref === "string") {
    const name = $ref
      .replace(/^#\/\$defs\//, "")
      .replaceAll("~1", "/")
      .replaceAll("~0", "~")
    const known = Object.hasOwn(defs, name) && !within.includes(name) ? defs[name] : {}
    return { ...Object(written(known, defs, [...within, name])), ...Object(written(rest, defs, within)) }
  }
  return listed(
    Object.fromEntries(
      Object.entries(rest).flatMap(([keyword, one]) => {
        if (isBoundOfAll(keyword, one)) return []
        if (values.has(keyword)) return [[keyword, one]]
        return [[keyword, named.has(keyword) ? each(one, defs, within) : written(one, defs, within)]]
      })
    )
  )
}

/** What stands under names of the house's own, which may be words of JSON Schema too. */
const each = (part: unknown, defs: Definitions, within: ReadonlyArray<string>) =>
  Object.fromEntries(Object.entries(Object(part)).map(([name, one]) => [name, written(one, defs, within)]))

const named: ReadonlySet<string> = new Set(["properties", "patternProperties"])
const values: ReadonlySet<string> = new Set(["enum", "const", "default", "examples", "required"])

/** What every whole number of a program is, is no news. */
const isBoundOfAll = (keyword: string, one: unknown): boolean =>
  (keyword === "minimum" && one === Number.MIN_SAFE_INTEGER) ||
  (keyword === "maximum" && one === Number.MAX_SAFE_INTEGER)

/**
 * A list that has one thing at least says so by its length: several models take no schema for the first of a list alone. What all of has to hold stands
 * side by side where it can; a pattern that only some engines read is left to the step, which reads it at any rate.
 */
const listed = ({ allOf = [], items, pattern, prefixItems, ...rest }: JsonSchema): JsonSchema => {
  const isOne = Array.isArray(prefixItems) && JSON.stringify(prefixItems[0]) === JSON.stringify(items)
  const least = isOne ? { minItems: Math.max(Number(rest["minItems"] ?? 0), prefixItems.length) } : {}
  const read = typeof pattern === "string" && !/\\[pPk]|\(\?[<!=]|\[\\s\\S\]/.test(pattern) ? { pattern } : {}
  const own = {
    ...rest,
    ...read,
    ...(items !== undefined && { items }),
    ...(prefixItems !== undefined && !isOne && { prefixItems }),
    ...least
  }
  const others = (Array.isArray(allOf) ? allOf : []).map((one): JsonSchema => Object(one))
  const apart = others.filter((one) => Object.keys(one).some((keyword) => Object.hasOwn(own, keyword)))
  const beside = others.filter((one) => !apart.includes(one))
  return Object.assign({}, ...beside, own, apart.length > 0 ? { allOf: apart } : {})
}
