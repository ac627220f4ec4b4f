/**
 * Reads a handbook from YAML: the whole of it, or every mistake in it at once.
 *
 * @module
 */
import { Result, Schema } from "effect"
import type { Finding } from "../finding/Finding.ts"
import { fromIssue } from "../finding/SchemaFindings.ts"
import { Handbook } from "./Handbook.ts"
import { missingNames } from "./References.ts"
import { parse } from "./YamlText.ts"

/** Reads the text of a file; `file` is its name for people. */
export const read = (file: string, text: string): Result.Result<Handbook, ReadonlyArray<Finding>> => {
  const yaml = parse(file, text)
  if (yaml.findings.length > 0) return Result.fail(yaml.findings)
  const names = missingNames(yaml.value, yaml.locate)
  const decoded = Schema.decodeUnknownResult(Handbook)(yaml.value, strictly)
  if (Result.isFailure(decoded))
    return Result.fail([...fromIssue(decoded.failure.issue, yaml.locate), ...names].sort(byLine))
  return names.length > 0 ? Result.fail(names) : Result.succeed(decoded.success)
}

/** Every mistake, not the first one; a word that nobody knows is a mistake; and findings show what stands there. */
const strictly = { errors: "all", onExcessProperty: "error", reportInput: true } as const

const byLine = (one: Finding, other: Finding): number =>
  (one.where.line ?? 0) - (other.where.line ?? 0) || (one.where.column ?? 0) - (other.where.column ?? 0)
