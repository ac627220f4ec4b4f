/**
 * The account that a step is about. Wherever the input of a step has an {@link AccountId}, however deep, the kernel asks whether the handbook
 * knows the account: no process has to think of it.
 *
 * @module
 */
import { Schema } from "effect"
import { lookInto, type Question } from "../finding/Annotated.ts"

const key = "~dualops/AccountId"

/** The account's id at the platform. */
export const AccountId = Schema.NonEmptyString.annotate({ [key]: true }).pipe(Schema.brand("AccountId"))
/** The account's id at the platform. */
export type AccountId = typeof AccountId.Type

/** Every account that a value of the schema names; nothing where no value of it names any. */
export const accountsIn = (schema: Schema.Constraint): ((value: unknown) => ReadonlyArray<string>) | undefined => {
  const look = lookInto(schema, question)
  if (look === undefined) return undefined
  return (value) => {
    const found: Array<string> = []
    look(value, (part) => void (typeof part === "string" && found.push(part)))
    return found
  }
}

const question: Question<true> = {
  marked: (annotations) => (annotations[key] === true ? true : undefined),
  // What stands in one member of a union is no account of another.
  isMember: (member) => Schema.is(Schema.make(member))
}
