/**
 * A handbook as a YAML file: read in whole or with every mistake at once, and written so that reading it gives the same handbook.
 *
 * @module
 */
import { Result, Schema } from "effect"
import { stringify } from "yaml"
import type { Finding } from "../finding/Finding.ts"
import { check, Handbook } from "./Handbook.ts"
import { parse } from "./YamlText.ts"

/** Reads the text of a file; `file` is its name for people. */
export const read = (file: string, text: string): Result.Result<Handbook, ReadonlyArray<Finding>> => {
  const yaml = parse(file, text)
  return yaml.findings.length > 0 ? Result.fail(yaml.findings) : check(yaml.value, yaml.locate)
}

/** The text of a handbook's file, without the comments that a hand-written one may have had. */
export const write = (handbook: Handbook): string =>
  stringify(encode(handbook), { lineWidth: 0, aliasDuplicateObjects: false, version: "1.2" })

const encode = Schema.encodeSync(Handbook)
