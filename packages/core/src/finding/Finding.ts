/**
 * What a check says: one type for content rules, file readers, the verifier and the audit.
 *
 * @module
 */
import { Schema } from "effect"
import { Bilingual } from "./Bilingual.ts"

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

/** What a check says: where, what and why, on which evidence, and what would mend it. */
export const Finding = Schema.Struct({
  code: Schema.NonEmptyString,
  severity: Severity,
  where: Place,
  message: Bilingual,
  evidence: Schema.String,
  fix: Bilingual
})
/** What a check says. */
export type Finding = typeof Finding.Type

/** Whether any of the findings stops the work. */
export const blocks = (findings: ReadonlyArray<Finding>): boolean => findings.some((one) => one.severity === "error")
