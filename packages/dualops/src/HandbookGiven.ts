/**
 * The handbook of a house, as a program has it: a file, the text of one, or a value. It is read in whole, or every mistake in it is told at once.
 *
 * @module
 */
import { readFile } from "node:fs/promises"
import { HandbookFile } from "@dualops/core/files"
import { Finding, FindingText, SchemaFindings } from "@dualops/core/finding"
import type { Handbook } from "@dualops/core/handbook"
import { type Practice, Practices } from "@dualops/core/practices"
import { Result, Schema } from "effect"

/** A handbook: of a YAML file, of the text of one (`name` is what people call it), or as a value, decoded or as it is written. */
export type HandbookGiven =
  | { readonly file: string | URL }
  | { readonly text: string; readonly name?: string }
  | Handbook.Handbook
  | Handbook.Written

/** The handbook has mistakes: all of them, each with its place and what mends it. `message` says them as `dualops check` prints them. */
export class HandbookFaulty extends Schema.TaggedError<HandbookFaulty>()("Dualops.HandbookFaulty", {
  findings: Schema.Array(Finding.Finding),
  /** The text, where there is one: its lines are shown beside the findings. */
  text: Schema.String
}) {
  override get message() {
    return `The handbook cannot be run:\n${FindingText.print(this.findings, this.text, "en")}`
  }
}

/** Reads it. */
export const read = async (
  given: HandbookGiven,
  practices: ReadonlyArray<Practice.Practice>
): Promise<Handbook.Handbook> => {
  if ("file" in given) return fromText(await readFile(given.file, "utf8"), String(given.file), practices)
  if ("text" in given) return fromText(given.text, given.name ?? "handbook", practices)
  const { check, schema } = Practices.formOf(practices)
  if (Schema.is(schema)(given)) return given
  return orFaulty(
    check(given, (path) => ({ path: SchemaFindings.pathText(path) })),
    ""
  )
}

const fromText = (text: string, name: string, practices: ReadonlyArray<Practice.Practice>) =>
  orFaulty(HandbookFile.read(name, text, practices), text)

const orFaulty = (
  read: Result.Result<Handbook.Handbook, ReadonlyArray<Finding.Finding>>,
  text: string
): Handbook.Handbook => {
  if (Result.isFailure(read)) throw new HandbookFaulty({ findings: read.failure, text })
  return read.success
}
