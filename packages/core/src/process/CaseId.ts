/**
 * The name of a case, and how a name is bound: it stands in keys and addresses of every store.
 *
 * @module
 */
import { Schema } from "effect"
import * as Expected from "../finding/Expected.ts"

const wellFormed = Expected.check({ zh: "没有半个字符的文字", en: "text without halves of characters" })

/** Some text that no store refuses, of at most so many UTF-16 code units. */
export const textUpTo = (longest: number) =>
  Schema.NonEmptyString.check(
    Schema.isMaxLength(longest),
    Schema.makeFilter((text) => text.isWellFormed(), wellFormed)
  )

/** The name of a case, unique within its process. */
export const CaseId = textUpTo(200).pipe(Schema.brand("CaseId"))
/** The name of a case, unique within its process. */
export type CaseId = typeof CaseId.Type
