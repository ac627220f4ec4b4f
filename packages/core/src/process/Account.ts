/**
 * The account that a step is about. Wherever the input of a step has an {@link AccountId}, however deep, the kernel asks whether the handbook
 * knows the account: no process has to think of it.
 *
 * @module
 */
import { Schema } from "effect"
import * as Tag from "./Tag.ts"

const kind = "account"

/** The account's id at the platform. */
export const AccountId = Schema.NonEmptyString.annotate(Tag.as(kind)).pipe(Schema.brand("AccountId"))
/** The account's id at the platform. */
export type AccountId = typeof AccountId.Type

/** Every account that a value of the schema names; nothing where no value of it names any. */
export const accountsIn = (schema: Schema.Constraint): ((value: unknown) => ReadonlyArray<string>) | undefined => {
  const ids = Tag.idsIn(schema, kind)
  return ids && ((value) => ids(value).map(({ id }) => id))
}
