/**
 * The command line. To add a command, write its file and name it here.
 *
 * @module
 */
import { type Bilingual, Nearest } from "@dualops/core/finding"
import { Effect, FileSystem, Path } from "effect"
import { Command, Flag, GlobalFlag } from "effect/cli"
import * as Check from "./Check.ts"
import * as Diff from "./Diff.ts"
import * as Explain from "./Explain.ts"
import * as Help from "./Help.ts"
import * as Init from "./Init.ts"
import * as Plan from "./Plan.ts"
import * as Print from "./Print.ts"
import * as Report from "./Report.ts"
import * as Roster from "./Roster.ts"
import * as Run from "./Run.ts"
import * as Schema from "./Schema.ts"
import { complain, inWords, languageOf, safe, Undone } from "./Words.ts"

/** Every command, in a language. */
export const command = (language: Bilingual.Language) => {
  const lang = GlobalFlag.Setting("lang")({
    flag: Flag.Literals("lang", ["en", "zh"]).pipe(
      Flag.withDescription(
        inWords(language)(
          "语言，默认英文；HTML 页中英都有，以此开头",
          "the language; a page of HTML has both, and begins with this one"
        )
      ),
      Flag.withDefault("en")
    )
  })
  return Command.make("dualops").pipe(
    Command.withDescription(
      inWords(language)(
        "会运行的运营手册：检查、启动、排期、打印、比较、排班。",
        "An operating handbook that runs: check it, run it, plan by it, print it, compare it, roster its people."
      )
    ),
    Command.withGlobalFlags([lang]),
    Command.withSubcommands([
      Init.command(language),
      Check.command(language),
      Run.command(language),
      Explain.command(language),
      Plan.command(language),
      Print.command(language),
      Diff.command(language),
      Report.command(language),
      Roster.command(language),
      Schema.command(language)
    ])
  )
}

/**
 * Runs what was asked on the command line; a failure has been told, and carries the exit code. The library would make an absolute path of
 * every file, and look whether it is there: here files are told by the names that they were called by, and looked at when they are read.
 */
export const run = (args: ReadonlyArray<string>, version: string) => {
  const language = languageOf(args)
  const dualops = command(language)
  const commands = dualops.subcommands.flatMap((group) => group.commands.map(({ name }) => name))
  return Command.runWith(dualops, { version })(asCommand(args, commands)).pipe(
    Effect.catchTag("ShowHelp", () => new Undone({ zh: "", en: "" })),
    Effect.tapErrorTag("Dualops.Undone", (error) => complain(safe(Nearest.brief(error[language])))),
    Effect.provide(Help.layer(language, commands)),
    Effect.updateService(Path.Path, (path) => ({ ...path, isAbsolute: () => true })),
    Effect.updateService(FileSystem.FileSystem, (files) => ({ ...files, exists: () => Effect.succeed(false) }))
  )
}

/** A command may be written as compilers have it, `--explain CODE`, before everything but the language. */
const asCommand = (args: ReadonlyArray<string>, commands: ReadonlyArray<string>): ReadonlyArray<string> => {
  const at = args.findIndex((arg, index) => !/^--lang(=|$)/.test(arg) && args[index - 1] !== "--lang")
  const [, name = "", value] = /^--([a-z]+)(?:=(.*))?$/s.exec(args[at] ?? "") ?? []
  if (!commands.includes(name)) return args
  return args.toSpliced(at, 1, name, ...(value === undefined ? [] : [value]))
}
