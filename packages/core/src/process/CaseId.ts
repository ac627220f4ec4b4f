/**
 * The name of a case, and how a name is bound: it stands in keys and addresses of every store.
 *
 * @module
 */
import { Schema } from "effect"
import * as Expected from "../finding/Expected.ts"

/** What in a text no store keeps, or gives back as something else; nothing where there is nothing. */
export const unstorableIn = (text: string): "null character" | "half character" | undefined =>
  text.includes("\u0000") ? "null character" : text.isWellFormed() ? undefined : "half character"
const storable = Expected.check({
  zh: "没有半个字符、也没有空字符（U+0000）的文字",
  en: "text without half characters and null characters (U+0000)"
})

/** Some text that every store keeps, of at most so many UTF-16 code units. */
export const textUpTo = (longest: number) =>
  Schema.NonEmptyString.check(
    Schema.isMaxLength(longest),
    Schema.makeFilter((text) => unstorableIn(text) === undefined, storable)
  )

/** The name of a case is not longer, in UTF-16 code units. */
export const longestCaseId = 200

/** The name of a case, unique within its process. */
export const CaseId = textUpTo(longestCaseId).pipe(Schema.brand("CaseId"))
/** The name of a case, unique within its process. */
export type CaseId = typeof CaseId.Type
