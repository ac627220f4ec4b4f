/**
 * The account that a step is about. Wherever the input of a step has an `AccountId`, however deep, the kernel asks whether the handbook knows
 * the account: no process has to think of it.
 *
 * @module
 */
import type { Schema } from "effect"
import { kind } from "../account/AccountId.ts"
import * as Tag from "../account/Tag.ts"

/** Every account that a value of the schema names; nothing where no value of it names any. */
export const accountsIn = (schema: Schema.Constraint): ((value: unknown) => ReadonlyArray<string>) | undefined => {
  const ids = Tag.idsIn(schema, kind)
  return ids && ((value) => ids(value).map(({ id }) => id))
}
