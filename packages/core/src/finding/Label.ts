/**
 * What people call a field of what a step is told: forms and pages take it from the schema of the field, or of what stands in it.
 *
 *     { why: Schema.NonEmptyString.annotate(Label.of({ zh: "理由", en: "reason" })) }
 *
 * @module
 */
import { SchemaAST } from "effect"
import type { Bilingual } from "./Bilingual.ts"
import * as Name from "./Name.ts"

const key = "~dualops/Label"

/** Annotation of a field, or of its schema. */
export const of = (label: Bilingual): Readonly<Record<string, Bilingual>> => ({ [key]: label })

/** What the field is called: by its own label, or else by what it is the name of; nothing where nobody has said it. */
export const labelOf = (ast: SchemaAST.AST): Bilingual | undefined => {
  const own = SchemaAST.resolve(ast) ?? {}
  // Nothing but `of` writes under this key.
  const label = (ast.context?.annotations?.[key] ?? own[key]) as Bilingual | undefined
  return label ?? Name.markOf(own)?.named.what
}
