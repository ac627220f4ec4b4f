/**
 * A handbook as a YAML file: read in whole or with every mistake at once, and written so that reading it gives the same handbook.
 *
 * @module
 */
import { Result, Schema } from "effect"
import { stringify } from "yaml"
import type { Finding } from "../finding/Finding.ts"
import type { Locate } from "../finding/SchemaFindings.ts"
import type { Form, Handbook } from "../handbook/Handbook.ts"
import { folded } from "../handbook/Mends.ts"
import { parse } from "../handbook/YamlText.ts"
import type { Practice } from "../practice/Practice.ts"
import { formOf, house } from "./Practices.ts"

/** A handbook, and where its parts stand in its file. */
export interface Located {
  readonly handbook: Handbook
  readonly locate: Locate
}

/** Reads the text of a file; `file` is its name for people. It may have the sections of the practices; those of the house unless it is said. */
export const read = (
  file: string,
  text: string,
  practices: ReadonlyArray<Practice> = house
): Result.Result<Handbook, ReadonlyArray<Finding>> =>
  Result.map(readLocated(file, text, practices), ({ handbook }) => handbook)

/** The same, with the way back to the lines of the file. */
export const readLocated = (
  file: string,
  text: string,
  practices: ReadonlyArray<Practice> = house
): Result.Result<Located, ReadonlyArray<Finding>> => {
  const form = formOf(practices)
  return Result.mapError(readOnce(file, text, form), (findings) =>
    folded(findings, text, (mended) =>
      Result.match(readOnce(file, mended, form), { onFailure: (left) => left, onSuccess: () => [] })
    )
  )
}

const readOnce = (file: string, text: string, { check }: Form): Result.Result<Located, ReadonlyArray<Finding>> => {
  const { findings, locate, value } = parse(file, text)
  return findings.length > 0
    ? Result.fail(findings)
    : Result.map(check(value, locate), (handbook) => ({ handbook, locate }))
}

/** The text of a handbook's file, without the comments that a hand-written one may have had. */
export const write = (handbook: Handbook, practices: ReadonlyArray<Practice> = house): string =>
  stringify(Schema.encodeSync(formOf(practices).schema)(handbook), {
    lineWidth: 0,
    aliasDuplicateObjects: false,
    version: "1.2"
  })
