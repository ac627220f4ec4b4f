/**
 * The account's id at the platform. Its kind is a {@link Tag}, so that the kernel finds the account wherever an input names one.
 *
 * @module
 */
import { Schema } from "effect"
import * as Label from "../finding/Label.ts"
import * as Tag from "./Tag.ts"

/** What it is the id of. */
export const kind = "account"

/** The account's id at the platform. */
export const AccountId = Schema.NonEmptyString.annotate({
  ...Tag.as(kind),
  ...Label.of({ zh: "账号", en: "account" })
}).pipe(Schema.brand("AccountId"))
/** The account's id at the platform. */
export type AccountId = typeof AccountId.Type
