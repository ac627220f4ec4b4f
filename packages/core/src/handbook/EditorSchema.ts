/**
 * The JSON Schema of a written handbook, for editors: `# yaml-language-server: $schema=…` in a file's first line. Made for one handbook, it
 * offers the names that this handbook has wherever one of them has to stand.
 *
 * @module
 */
import { type JsonSchema, Schema } from "effect"
import { placesOf } from "../finding/Annotated.ts"
import * as Name from "../finding/Name.ts"
import type { Form, Handbook } from "./Handbook.ts"
import { namesIn } from "./References.ts"

/** The schema of handbooks of a form; with a handbook, one that knows its names. */
export const of = ({ schema: form }: Pick<Form, "schema">, handbook?: Handbook): object => {
  const made = Schema.toJsonSchemaDocument(form, { onExcessProperty: "error" })
  const document: Document = structuredClone({ root: made.schema, $defs: made.definitions })
  if (handbook !== undefined) offer(document, form, namesIn(form, handbook))
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "dualops handbook",
    ...document.root,
    $defs: document.$defs
  }
}

interface Document {
  readonly root: JsonSchema.JsonSchema
  readonly $defs: JsonSchema.Definitions
}

type Names = ReturnType<typeof namesIn>

/** Wherever a name has to be one that there is, those that there are. */
const offer = (document: Document, form: Form["schema"], names: Names): void => {
  for (const { isKey, mark, path } of placesOf(form, { marked: Name.markOf })) {
    const known = [...(names.get(mark.named) ?? [])]
    if (isKey || Name.isDeclared(mark, isKey) || known.length === 0) continue
    for (const name of at(document.root, path, document.$defs)) name["enum"] = known
  }
}

/** What stands at a place of {@link placesOf} in a schema. */
const at = (
  schema: unknown,
  path: ReadonlyArray<PropertyKey>,
  $defs: JsonSchema.Definitions
): ReadonlyArray<JsonSchema.JsonSchema> => {
  if (!isSchema(schema)) return []
  const { $ref, additionalProperties, anyOf, items, prefixItems, properties } = schema
  if (typeof $ref === "string") return at($defs[$ref.replace("#/$defs/", "")], path, $defs)
  if (Array.isArray(anyOf)) return anyOf.flatMap((member) => at(member, path, $defs))
  const [key, ...rest] = path
  if (key === undefined) return [schema]
  const inside =
    key === "*"
      ? [additionalProperties, items, prefixItems].flat()
      : isSchema(properties)
        ? [properties[String(key)]]
        : []
  return inside.flatMap((one) => at(one, rest, $defs))
}

const isSchema = (value: unknown): value is JsonSchema.JsonSchema => typeof value === "object" && value !== null
