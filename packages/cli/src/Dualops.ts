/**
 * The command line: reads what was asked, and hands it to its command. To add a command, write its file and name it here.
 *
 * @module
 */
import { type ParseArgsOptionDescriptor, parseArgs } from "node:util"
import { CalendarDate, WallClock } from "@dualops/core"
import { DateTime, Option, Result, Schema } from "effect"
import * as Check from "./Check.ts"
import { type Asked, type Command, done, type Outcome, type Surroundings, undone } from "./Command.ts"
import * as Diff from "./Diff.ts"
import * as Print from "./Print.ts"
import * as RosterExport from "./RosterExport.ts"
import * as RosterImport from "./RosterImport.ts"

/** Every command by its name, which is a word or two. */
export const commands: Readonly<Record<string, Command>> = {
  check: Check.command,
  print: Print.command,
  diff: Diff.command,
  "roster export": RosterExport.command,
  "roster import": RosterImport.command
}

/** How they are used. */
export const usage = Object.entries(commands)
  .map(([name, { does, usage }]) => `dualops ${name} ${usage}\n    ${does}\n`)
  .join("")

/** Runs the command line. */
export const run = (args: ReadonlyArray<string>, surroundings: Surroundings): Outcome => {
  if (args.includes("--help") || args.includes("-h")) return done(usage)
  const name = [args[0] ?? "", args.slice(0, 2).join(" ")].find((words) => Object.hasOwn(commands, words))
  const command = name === undefined ? undefined : commands[name]
  if (name === undefined || command === undefined)
    return undone(`${args.length === 0 ? "Say a command." : `There is no command ${args[0]}.`}\n${usage}`)
  const asked = parse(args.slice(name.split(" ").length), command, surroundings)
  return Result.isSuccess(asked)
    ? command.run(asked.success, surroundings)
    : undone(`${asked.failure}\ndualops ${name} ${command.usage}`)
}

const text = { type: "string" } as const

/** What was asked, or what is wrong with how it was asked. */
const parse = (args: ReadonlyArray<string>, command: Command, { now }: Surroundings): Result.Result<Asked, string> => {
  try {
    const options: Readonly<Record<string, ParseArgsOptionDescriptor>> = Object.fromEntries([
      ...["lang", "at", ...Object.keys(command.options)].map((name) => [name, text]),
      ...(command.lists ?? []).map((name) => [name, { ...text, multiple: true }])
    ])
    const { positionals: files, values } = parseArgs({ args: [...args], options, allowPositionals: true })
    const { at, lang = "en", ...own } = values
    if (files.length !== command.files) {
      return Result.fail(command.files === 1 ? "It takes one file." : `It takes ${command.files} files.`)
    }
    if (lang !== "en" && lang !== "zh") return Result.fail(`There is no language ${lang}.`)
    const strange = Object.entries(command.options).find(
      ([name, may]) => own[name] !== undefined && may.length > 0 && !may.includes(String(own[name]))
    )
    if (strange !== undefined) return Result.fail(`There is no ${strange[0]} ${own[strange[0]]}.`)
    const day = typeof at === "string" ? midnight(at) : now
    return day === undefined
      ? Result.fail(`${at} is not a date as YYYY-MM-DD.`)
      : // Every option is a text, and those that may be repeated are lists of them: as they were asked for above.
        Result.succeed({ files, lang, at: day, values: own as Asked["values"], lists: own as Asked["lists"] })
  } catch (error) {
    return Result.fail(error instanceof Error ? error.message : String(error))
  }
}

const isDate: (text: string) => boolean = Schema.is(CalendarDate.CalendarDate)

/** The date's first moment in China. */
const midnight = (date: string): DateTime.Utc | undefined =>
  isDate(date)
    ? Option.getOrUndefined(
        Option.map(DateTime.make(`${date}T00:00:00Z`), (utc) =>
          DateTime.makeUnsafe(WallClock.make("Asia/Shanghai").reaches(DateTime.toEpochMillis(utc)))
        )
      )
    : undefined
