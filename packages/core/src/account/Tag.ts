/**
 * What a case is about, so that all cases about it can be asked for: the account, a fan, a resource.
 *
 * The schema of an id says what it is the id of. Wherever it stands in the state of a case, however deep, the case bears its tag from then on:
 * no process has to think of it.
 *
 *     const FanId = Schema.NonEmptyString.annotate(Tag.as("fan")).pipe(Schema.brand("FanId"))
 *
 * @module
 */
import { Schema } from "effect"
import { lookInto, placesOf, type Question } from "../finding/Annotated.ts"

const key = "~dualops/Tag"

/** Annotation of the schema of an id of that kind. */
export const as = (kind: string): Readonly<Record<string, string>> => ({ [key]: kind })

/** The tag of the thing of that kind with that id, as a log keeps it. */
export const of = (kind: string, id: string): string => `${kind}:${id}`

/** The kind of thing that a schema with these annotations is the id of; nothing where it is no id. */
export const kindOf = (annotations: Readonly<Record<string, unknown>>): string | undefined => {
  const kind = annotations[key]
  return typeof kind === "string" ? kind : undefined
}

/** The kinds of things that a value of the schema may name. */
export const kindsIn = (schema: Schema.Constraint): ReadonlyArray<string> => [
  ...new Set(placesOf(schema, { marked: kindOf }).map(({ mark }) => mark))
]

/** How the ids of a value of the schema are found, of one kind or of all, each with its kind; nothing where no value of it has any. */
export const idsIn = (
  schema: Schema.Constraint,
  only?: string
): ((value: unknown) => ReadonlyArray<{ readonly kind: string; readonly id: string }>) | undefined => {
  const look = lookInto(schema, {
    marked: (annotations) => {
      const kind = kindOf(annotations)
      return only === undefined || only === kind ? kind : undefined
    },
    isMember
  })
  return (
    look &&
    ((value) => {
      const found: Array<{ kind: string; id: string }> = []
      look(value, (id, kind) => void (typeof id === "string" && found.push({ kind, id })))
      return found
    })
  )
}

/** What stands in one member of a union is no id of another. */
const isMember: Question<string>["isMember"] = (member) => Schema.is(Schema.make(member))
