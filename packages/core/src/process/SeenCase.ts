/**
 * A case as somebody has seen it: with so many events. What has happened since, they have not seen.
 *
 * @module
 */
import { Schema } from "effect"
import * as Tag from "../account/Tag.ts"
import * as Expected from "../finding/Expected.ts"
import * as Label from "../finding/Label.ts"
import { CaseId, longestCaseId } from "./CaseId.ts"

/** A case as somebody has seen it. */
export const SeenCase = Schema.Struct({
  process: Schema.NonEmptyString,
  case: CaseId,
  version: Schema.Int.check(Schema.isGreaterThan(0))
})
/** A case as somebody has seen it. */
export interface SeenCase extends Schema.Schema.Type<typeof SeenCase> {}

/** What kind of thing the name of such a case is the id of. */
export const kind = "seen case"

const form = /^([^/@]+)\/(.+)@([1-9]\d{0,9})$/su

/** The name by which a form asks for one: `Post/p-1@3`. */
export const Name = Schema.String.check(
  Schema.isMaxLength(longestCaseId + 200),
  Schema.isPattern(form, Expected.check({ zh: "形如「Post/p-1@3」的事项", en: "a case such as Post/p-1@3" }))
).annotate({
  ...Tag.as(kind),
  ...Label.of({ zh: "事项", en: "case" }),
  description: "The process, a slash, the case, an at sign, and with how many events it was seen."
})

/** Its name. */
export const nameOf = ({ case: id, process, version }: SeenCase): string => `${process}/${id}@${version}`

/** What the name says; nothing where it is none. */
export const read = (name: string): SeenCase | undefined => {
  const [, process, id, version] = form.exec(name) ?? []
  return process !== undefined && Schema.is(CaseId)(id) ? { process, case: id, version: Number(version) } : undefined
}
