/**
 * `dualops check`: reads a handbook's file and says what the verifier has against it.
 *
 * @module
 */
import { parseArgs } from "node:util"
import { ChineseHolidays, Finding, FindingText, Sarif, Verifier, WallClock } from "@dualops/core"
import { DateTime, Option, Schema } from "effect"

/** What a command is given by the machine: files, and today. */
export interface Surroundings {
  /** The text of a file; throws where there is none. */
  readonly read: (file: string) => string
  readonly now: DateTime.Utc
}

/** What a command prints, and how it ends: 0 without errors, 1 with some, 2 where nothing could be checked. */
export interface Outcome {
  readonly out: string
  readonly error: string
  readonly exit: 0 | 1 | 2
}

/** How the commands are used. */
export const usage = `dualops check FILE.yaml [--format text|json|sarif] [--language en|zh] [--at YYYY-MM-DD]
dualops roster export FILE.yaml [--roster ID]... [--from YYYY-MM-DD] [--until YYYY-MM-DD] [--language en|zh]
dualops roster import FILE.yaml FILE.ics [--roster ID] [--person NAME=ID]... [--language en|zh]
`

const pages = "https://github.com/dualops/dualops/blob/main/docs/rules/"
const encode = Schema.encodeSync(Schema.toCodecJson(Schema.Array(Finding.Finding)))

/** Runs the command line. */
export const run = (args: ReadonlyArray<string>, { now, read }: Surroundings): Outcome => {
  const asked = parse(args)
  if (typeof asked === "string") return { out: "", error: `${asked}\n${usage}`, exit: 2 }
  if (asked.help) return { out: usage, error: "", exit: 0 }
  let text: string
  try {
    text = read(asked.file)
  } catch (error) {
    return {
      out: "",
      error: `${asked.file} cannot be read: ${error instanceof Error ? error.message : error}\n`,
      exit: 2
    }
  }
  const findings = Verifier.checkFile(asked.file, text, {
    holidays: ChineseHolidays.holidays,
    at: asked.at ?? now
  })
  return { out: print(asked, findings, text), error: "", exit: Finding.blocks(findings) ? 1 : 0 }
}

interface Asked {
  readonly file: string
  readonly format: "text" | "json" | "sarif"
  readonly language: "en" | "zh"
  readonly at: DateTime.Utc | undefined
  readonly help: boolean
}

const print = ({ format, language }: Asked, findings: ReadonlyArray<Finding.Finding>, text: string): string => {
  switch (format) {
    case "text":
      return FindingText.print(findings, text, language)
    case "json":
      return `${JSON.stringify(encode(findings), undefined, 2)}\n`
    case "sarif":
      return `${JSON.stringify(Sarif.log(findings, Verifier.described, { language, pages }), undefined, 2)}\n`
  }
}

const options = {
  format: { type: "string", default: "text" },
  language: { type: "string", default: "en" },
  at: { type: "string" },
  help: { type: "boolean", short: "h", default: false }
} as const

/** What was asked, or what is wrong with how it was asked. */
const parse = (args: ReadonlyArray<string>): Asked | string => {
  try {
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [command, file, ...more] = positionals
    const { format, help, language } = values
    if (help) return { file: "", format: "text", language: "en", at: undefined, help }
    if (command !== "check" || file === undefined || more.length > 0)
      return "The commands are check, with one file, and roster."
    if (format !== "text" && format !== "json" && format !== "sarif") return `There is no format ${format}.`
    if (language !== "en" && language !== "zh") return `There is no language ${language}.`
    const at = values.at === undefined ? undefined : midnight(values.at)
    return values.at !== undefined && at === undefined
      ? `${values.at} is not a date as YYYY-MM-DD.`
      : { file, format, language, at, help }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** The date's first moment in China. */
const midnight = (date: string): DateTime.Utc | undefined =>
  /^\d{4}-\d{2}-\d{2}$/.test(date)
    ? Option.getOrUndefined(
        Option.map(DateTime.make(`${date}T00:00:00Z`), (utc) =>
          DateTime.makeUnsafe(WallClock.make("Asia/Shanghai").reaches(DateTime.toEpochMillis(utc)))
        )
      )
    : undefined
