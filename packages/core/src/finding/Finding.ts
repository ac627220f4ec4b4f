/**
 * What a check says: one type for content rules, file readers, the verifier and the audit.
 *
 * @module
 */
import { Schema } from "effect"
import { Bilingual } from "./Bilingual.ts"
import { brief } from "./Nearest.ts"

/** `error` stops the work, `warning` wants a person's judgement, `note` is advice. The names are SARIF's. */
export const Severity = Schema.Literals(["error", "warning", "note"])
/** `error` stops the work, `warning` wants a person's judgement, `note` is advice. */
export type Severity = typeof Severity.Type

/** Half-open range of UTF-16 code units in the text that was checked. */
export const Range = Schema.Struct({ start: Schema.Int, end: Schema.Int })
/** Half-open range of UTF-16 code units in the text that was checked. */
export type Range = typeof Range.Type

/** Where a finding is: a path inside a value, and for files the file with its line and column (from 1). */
export const Place = Schema.Struct({
  path: Schema.String,
  file: Schema.optionalKey(Schema.String),
  line: Schema.optionalKey(Schema.Int),
  column: Schema.optionalKey(Schema.Int),
  range: Schema.optionalKey(Range)
})
/** Where a finding is. */
export type Place = typeof Place.Type

/** What came of another finding, and goes when that one is mended. */
export const Follower = Schema.Struct({ code: Schema.NonEmptyString, where: Place, message: Bilingual })
/** What came of another finding. */
export type Follower = typeof Follower.Type

/** What a check says: where, what and why, on which evidence, and what would mend it. */
export const Finding = Schema.Struct({
  code: Schema.NonEmptyString,
  severity: Severity,
  where: Place,
  message: Bilingual,
  evidence: Schema.String,
  fix: Bilingual,
  /** The word that may have been meant where another one stands. */
  instead: Schema.optionalKey(Schema.String),
  /** What came of it; one mistake is one finding. */
  followers: Schema.optionalKey(Schema.Array(Follower))
})
/** What a check says. */
export type Finding = typeof Finding.Type

/** The finding with others folded under it, and with what was folded under those. */
export const leading = (cause: Finding, others: ReadonlyArray<Finding>): Finding => {
  const followers = others.flatMap(({ code, followers = [], message, where }) => [
    { code, where, message },
    ...followers
  ])
  return followers.length === 0 ? cause : { ...cause, followers: [...(cause.followers ?? []), ...followers] }
}

/** The finding in words of bounded length, however long the names and texts are that it is about; its place stays exact. */
export const bounded = ({ evidence, fix, followers, message, ...finding }: Finding): Finding => ({
  ...finding,
  message: inBoth(message),
  evidence: brief(evidence),
  fix: inBoth(fix),
  ...(followers && { followers: followers.map((one) => ({ ...one, message: inBoth(one.message) })) })
})

const inBoth = ({ en, zh }: Bilingual): Bilingual => ({ zh: brief(zh), en: brief(en) })

/** Whether any of the findings stops the work. */
export const blocks = (findings: ReadonlyArray<Finding>): boolean => findings.some((one) => one.severity === "error")
