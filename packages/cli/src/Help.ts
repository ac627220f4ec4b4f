/**
 * Help and mistakes of the command line in Chinese and in English. Help is what was asked for, and goes to standard output; whoever made a
 * mistake is told that alone, and where help is.
 *
 * @module
 */
import { type Bilingual, Nearest } from "@dualops/core/finding"
import { Effect, Layer, Option } from "effect"
import { CliConfig, type CliError, CliOutput, Flag, GlobalFlag, type HelpDoc, TerminalCapabilities } from "effect/cli"
import { complain, inWords, safe, say } from "./Words.ts"

/** How the command line presents itself; the commands are those that somebody may have meant by a flag. */
export const layer = (language: Bilingual.Language, commands: ReadonlyArray<string>): Layer.Layer<never> =>
  Layer.merge(
    CliOutput.layerPresenter({ present: present(language, commands) }),
    CliConfig.layer({ builtIns: builtIns(language) })
  )

/** The flags that every command has; the guided mode and levels of logs of the library are left out: one is English, the other has no logs. */
const builtIns = (language: Bilingual.Language): ReadonlyArray<GlobalFlag.BuiltIn> => {
  const words = inWords(language)
  const said = <A>(flag: GlobalFlag.Action<A>, zh: string, en: string): GlobalFlag.Action<A> => ({
    ...flag,
    flag: Flag.withDescription(flag.flag, words(zh, en))
  })
  return [
    said(GlobalFlag.Help, "显示帮助", "shows this help"),
    said(GlobalFlag.Version, "显示版本", "shows the version"),
    said(GlobalFlag.Completions, "输出该 shell 的补全脚本", "prints what makes this shell complete commands")
  ]
}

const present = (language: Bilingual.Language, commands: ReadonlyArray<string>): CliOutput.Presenter["present"] =>
  Effect.fnUntraced(function* (event) {
    const { canColor } = yield* TerminalCapabilities.TerminalCapabilities
    const formatter = CliOutput.defaultFormatter({ colors: canColor })
    switch (event._tag) {
      case "Version":
        return yield* say(`${event.name} ${event.version}\n`)
      case "Help": {
        const help = `${translated(formatter.formatHelpDoc(event.helpDoc), language)}\n\n${exits[language]}\n`
        return yield* event.reason === "Requested" ? say(help) : complain(help)
      }
      case "InvalidInvocation": {
        const command = event.commandPath.join(" ")
        const unknown = event.errors.filter(({ _tag }) => _tag === "UnrecognizedOption")
        // Behind a flag that there is not, a word may be its value.
        const errors = unknown.length > 0 ? unknown : event.errors
        const mistakes = errors.map(
          (error) => `${Nearest.brief(mistakeOf(error, event.helpDoc, commands)[language])}\n`
        )
        const more = inWords(language)(`用法见 ${command} --help`, `How it is used: ${command} --help`)
        return yield* complain(`${safe([...new Set(mistakes)].join(""))}${more}\n`)
      }
    }
  })

/** What `$?` says. */
const exits: Bilingual.Bilingual = {
  zh: "退出码\n  0  照做了，没有错误\n  1  文件里有错误\n  2  没能照做：写错了命令，或读写不了文件",
  en: "EXIT CODES\n  0  it is done, and nothing is wrong\n  1  a file has errors\n  2  it could not be done: the command is wrong, or a file cannot be read or written"
}

/** What the library writes in English, as it stands in the help; the longer before what is a part of it. */
const inChinese: Readonly<Record<string, string>> = {
  DESCRIPTION: "说明",
  USAGE: "用法",
  ARGUMENTS: "参数",
  "GLOBAL FLAGS": "通用选项",
  FLAGS: "选项",
  SUBCOMMANDS: "命令",
  EXAMPLES: "示例",
  "<subcommand>": "<命令>",
  "[flags]": "[选项]",
  "(optional)": "（可省略）"
}

const translated = (help: string, language: Bilingual.Language): string =>
  language === "en"
    ? help
    : Object.entries(inChinese)
        .reduce((text, [en, zh]) => text.replaceAll(en, zh), help)
        .replaceAll(/ \(choices: ([^)]+)\)/g, (_, choices: string) => `（可选：${choices}）`)

/** A mistake on the command line; where something is missing, with what the help says of it. */
const mistakeOf = (
  error: CliError.NonShowHelpErrors,
  help: HelpDoc.HelpDoc,
  commands: ReadonlyArray<string>
): Bilingual.Bilingual => {
  switch (error._tag) {
    case "UnrecognizedOption": {
      const [zh, en] = [`没有选项 ${error.option}。`, `There is no flag ${error.option}.`]
      const meant = Nearest.nearest(error.option.replace(/^-+/, ""), commands)
      return error.suggestions.length === 0 && meant !== undefined
        ? suggest(zh, en, [`dualops ${meant}`])
        : suggest(zh, en, error.suggestions)
    }
    case "UnknownSubcommand":
      return suggest(`没有命令 ${error.subcommand}。`, `There is no command ${error.subcommand}.`, error.suggestions)
    case "MissingArgument": {
      const about = aboutOf(help.args, error.argument)
      return { zh: `缺少参数 <${error.argument}>${about.zh}。`, en: `<${error.argument}> is missing${about.en}.` }
    }
    case "MissingOption":
      return { zh: `缺少选项 --${error.option}。`, en: `--${error.option} is missing.` }
    case "UnexpectedArgument": {
      const many = error.arguments.join(", ")
      return { zh: `多余的参数：${many}。`, en: `Too many arguments: ${many}.` }
    }
    case "InvalidValue":
      return wrongValue(error, help)
    case "DuplicateOption":
    case "ValidationError":
    case "UserError":
      return { zh: error.message, en: error.message }
  }
}

const wrongValue = ({ expected, option, value }: CliError.InvalidValue, help: HelpDoc.HelpDoc): Bilingual.Bilingual => {
  // The library counts how often a flag stands there in the place of its value.
  if (expected.startsWith("at most "))
    return { zh: `--${option} 只写一次。`, en: `--${option} stands there more than once.` }
  // Choices come as they are written in TypeScript.
  const should = expected.replaceAll('"', "").replaceAll(" | ", ", ")
  if (value !== "")
    return {
      zh: `--${option} 的值「${value}」不对，应为：${should}。`,
      en: `--${option} is "${value}", and should be ${should}.`
    }
  const about = aboutOf([...help.flags, ...(help.globalFlags ?? [])], option)
  return {
    zh: `--${option} 后面缺少值${about.zh}。应为：${should}。`,
    en: `--${option} has no value${about.en}. It takes ${should}.`
  }
}

/** What the help says of a flag or an argument, in the language of the run; its choices are told as what it takes. */
const aboutOf = (docs: ReadonlyArray<HelpDoc.FlagDoc | HelpDoc.ArgDoc> = [], name: string): Bilingual.Bilingual => {
  const said = docs.find((one) => one.name === name)?.description
  const about = said === undefined ? "" : Option.getOrElse(said, () => "").replace(/ \(choices: .*\)$/, "")
  return about === "" ? { zh: "", en: "" } : { zh: `：${about}`, en: `: ${about}` }
}

const suggest = (zh: string, en: string, near: ReadonlyArray<string>): Bilingual.Bilingual =>
  near.length === 0
    ? { zh, en }
    : { zh: `${zh}是否应为 ${near.join(" 或 ")}？`, en: `${en} Did you mean ${near.join(" or ")}?` }
