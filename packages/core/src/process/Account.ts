/**
 * The account that a step is about. Wherever the input of a step has an `AccountId`, however deep, the kernel asks whether the handbook knows
 * the account: no process has to think of it.
 *
 * @module
 */
import { Schema } from "effect"
import { mark } from "../account/AccountId.ts"
import { lookInto, type Question } from "../finding/Annotated.ts"

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
  marked: (annotations) => (annotations[mark] === true ? true : undefined),
  // What stands in one member of a union is no account of another.
  isMember: (member) => Schema.is(Schema.make(member))
}
