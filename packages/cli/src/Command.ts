/**
 * The form of a command: one value, in a file of its own. `Dualops` knows them all.
 *
 * @module
 */
import { resolve } from "node:path"
import { type Bilingual, Finding, FindingText, type Handbook, HandbookFile } from "@dualops/core"
import { type DateTime, Result } from "effect"

/** What a command is given by the machine: files, the folder it is called in, and today. */
export interface Surroundings {
  /** The text of a file; throws where there is none, or where it is not in UTF-8. */
  readonly read: (file: string) => string
  /** The bytes of a file; throws where there is none. */
  readonly bytes: (file: string) => Uint8Array
  /** Puts a text into a file; throws where it cannot. */
  readonly write: (file: string, text: string) => void
  readonly folder: string
  readonly now: DateTime.Utc
}

/** What a command prints, and how it ends: 0 without errors, 1 with some in the files, 2 where nothing could be done. */
export interface Outcome {
  readonly out: string
  readonly error: string
  readonly exit: 0 | 1 | 2
}

/** What was asked on the command line. */
export interface Asked {
  readonly files: ReadonlyArray<string>
  readonly lang: Bilingual.Language
  /** The day that is taken for today. */
  readonly at: DateTime.Utc
  /** The options of the command's own. */
  readonly values: Readonly<Record<string, string | undefined>>
  /** Those of them that may be repeated. */
  readonly lists: Readonly<Record<string, ReadonlyArray<string> | undefined>>
}

/** A command. */
export interface Command {
  /** What stands behind its name: its files and options. */
  readonly usage: string
  /** What it does, in a line. */
  readonly does: string
  /** How many files it is given. */
  readonly files: number
  /** The options that it has beside `--lang`, `--at` and `--help`, each with the values that it may have; none are any. */
  readonly options: Readonly<Record<string, ReadonlyArray<string>>>
  /** The options that may be repeated. */
  readonly lists?: ReadonlyArray<string>
  /** Does it. */
  readonly run: (asked: Asked, surroundings: Surroundings) => Outcome
}

/** It went well, and this is what it says. */
export const done = (out: string): Outcome => ({ out, error: "", exit: 0 })

/** It could not be done. The names of files and of what stands in them are said as text. */
export const undone = (error: string): Outcome => ({
  out: "",
  error: `${error.split("\n").map(FindingText.safe).join("\n")}\n`,
  exit: 2
})

/** The handbooks of some files, in their order, or how the command ends without them. */
export const handbooks = (
  { files, lang }: Asked,
  { read }: Surroundings
): Result.Result<ReadonlyArray<Handbook.Handbook>, Outcome> => {
  const all: Array<Handbook.Handbook> = []
  for (const file of files) {
    const text = textOf(file, read)
    if (Result.isFailure(text)) return Result.fail(text.failure)
    const handbook = HandbookFile.read(file, text.success)
    if (Result.isFailure(handbook)) {
      return Result.fail(found(handbook.failure, text.success, lang))
    }
    all.push(handbook.success)
  }
  return Result.succeed(all)
}

/** Something is wrong with a file. It is said where nobody takes it for what was asked for. */
export const found = (findings: ReadonlyArray<Finding.Finding>, text: string, lang: Bilingual.Language): Outcome => ({
  out: "",
  error: FindingText.print(findings, text, lang),
  exit: 1
})

/** The text of a file, or how the command ends without it. */
export const textOf = (file: string, read: Surroundings["read"]): Result.Result<string, Outcome> => got(file, read)

/** The bytes of a file, or how the command ends without them. */
export const bytesOf = (file: string, { bytes }: Surroundings): Result.Result<Uint8Array, Outcome> => got(file, bytes)

const got = <A>(file: string, read: (file: string) => A): Result.Result<A, Outcome> => {
  try {
    return Result.succeed(read(file))
  } catch (error) {
    return Result.fail(undone(`${file} cannot be read: ${said(error)}`))
  }
}

/** Puts a text into the file that `--out` names, and says so; else prints it. No file that was read is written over. */
export const put = (
  { files, values: { out: file } }: Asked,
  text: string,
  { folder, write }: Surroundings
): Outcome => {
  if (file === undefined) return done(text)
  if (files.some((one) => resolve(folder, one) === resolve(folder, file)))
    return undone(`${file} is the handbook itself; name another file.`)
  try {
    write(file, text)
    return done(`${file}\n`)
  } catch (error) {
    return undone(`${file} cannot be written: ${said(error)}`)
  }
}

/** How a check ends that has found this. */
export const exitOf = (findings: ReadonlyArray<Finding.Finding>): Outcome["exit"] => (Finding.blocks(findings) ? 1 : 0)

const said = (error: unknown): string => (error instanceof Error ? error.message : String(error))
