/**
 * Which texts of a schema are of people outside: what a fan wrote, what a fan is called. Where a house keeps personal data apart, these are kept under
 * a key that can be destroyed, wherever they stand; no process has to think of it.
 *
 *     const Fan = Schema.Struct({ id: FanId, name: Schema.String.annotate(Personal.text) })
 *
 * @module
 */
import { Schema } from "effect"
import { lookInto } from "../finding/Annotated.ts"

const key = "~dualops/Personal"

/** Annotation of the schema of a text that is of somebody outside. */
export const text: Readonly<Record<string, true>> = { [key]: true }

/** How the texts of people outside are found in a value of the schema, each once; nothing where no value of it has any. */
export const textsIn = (schema: Schema.Constraint): ((value: unknown) => ReadonlyArray<string>) | undefined => {
  const look = lookInto(schema, {
    marked: (annotations) => annotations[key],
    isMember: (member) => Schema.is(Schema.make(member))
  })
  return (
    look &&
    ((value) => {
      const found = new Set<string>()
      look(value, (part) => collect(part, found))
      return [...found]
    })
  )
}

/** A marked part may hold texts in several languages. */
const collect = (part: unknown, found: Set<string>): void => {
  if (typeof part === "string") found.add(part)
  else if (typeof part === "object" && part !== null) for (const one of Object.values(part)) collect(one, found)
}
