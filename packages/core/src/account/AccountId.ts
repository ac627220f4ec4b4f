/**
 * The account's id at the platform. The schema marks it, so that the kernel finds the account wherever an input names one.
 *
 * @module
 */
import { Schema } from "effect"

/** The annotation of a schema whose values name an account. */
export const mark = "~dualops/AccountId"

/** The account's id at the platform. */
export const AccountId = Schema.NonEmptyString.annotate({ [mark]: true }).pipe(Schema.brand("AccountId"))
/** The account's id at the platform. */
export type AccountId = typeof AccountId.Type
