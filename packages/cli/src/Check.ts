/**
 * `dualops check`: reads handbooks and says what the verifier has against them.
 *
 * @module
 */
import { relative, resolve } from "node:path"
import { ChineseHolidays } from "@dualops/core/calendar"
import { type Bilingual, Finding, FindingText, Sarif } from "@dualops/core/finding"
import { type DateTime, Effect, Schema } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import * as Asked from "./Asked.ts"
import * as Config from "./Config.ts"
import * as Files from "./Files.ts"
import * as Paint from "./Paint.ts"
import * as RulePage from "./RulePage.ts"
import * as Watch from "./Watch.ts"
import { Found, inWords, say, undone } from "./Words.ts"

const formats = ["text", "json", "sarif"] as const

/** Says what is wrong with handbooks. */
export const command = (language: Bilingual.Language) => {
  const words = inWords(language)
  const asks = {
    handbooks: Asked.file("handbook", language).pipe(Argument.variadic({ min: 1 })),
    format: Flag.Literals("format", formats).pipe(
      Flag.withDescription(words("给人看、给程序、给代码托管平台", "for people, for programs, for code hosts")),
      Flag.withDefault("text")
    ),
    watch: Flag.Boolean("watch").pipe(
      Flag.withAlias("w"),
      Flag.withDescription(words("文件一改就再检查，Ctrl-C 结束", "check again whenever a file changes, until Ctrl-C")),
      Flag.withDefault(false)
    ),
    at: Asked.at(language)
  }
  return Command.make("check", asks, ({ at, format, handbooks, watch }) =>
    Effect.gen(function* () {
      yield* Files.onlyOnce(handbooks)
      const once = Effect.flatMap(at, (today) => check(handbooks, today, format, language))
      if (!watch) return yield* once
      if (format !== "text" || handbooks.includes(Files.standardInput))
        return yield* undone(
          "--watch 只用于文件，也只用 text 格式。",
          "With --watch there are files and the format text, no other."
        )
      yield* Watch.run(handbooks, language, once)
    })
  ).pipe(
    Command.withShortDescription(words("手册会出什么问题", "what will go wrong with a handbook")),
    Command.withDescription(
      words(
        "手册会出什么问题：在哪一行，应为什么，怎么改。有错误时以 1 结束。",
        "What will go wrong with a handbook: at which line, what was expected, what mends it. It ends with 1 where there is an error."
      )
    ),
    Command.withExamples([
      { command: "dualops check handbook.yaml" },
      { command: "dualops check brands/*.yaml --format sarif > findings.sarif" },
      { command: "git show HEAD:handbook.yaml | dualops check -" }
    ])
  )
}

/** A handbook's text, and what was found in it. */
interface Checked {
  readonly file: string
  readonly text: string
  readonly findings: ReadonlyArray<Finding.Finding>
}

const check = Effect.fnUntraced(function* (
  files: ReadonlyArray<string>,
  at: DateTime.Utc,
  format: (typeof formats)[number],
  language: Bilingual.Language
) {
  const texts = yield* Effect.forEach(files, (file) => Effect.map(Files.read(file), (text) => ({ file, text })))
  const { Verifier } = yield* Effect.promise(() => import("@dualops/core/verifier"))
  const practices = yield* Config.practices
  const checked = texts.map(({ file, text }): Checked => {
    const name = format === "sarif" ? belowFolder(file) : Files.nameOf(file)
    return {
      file,
      text,
      findings: Verifier.checkFile(name, text, { holidays: ChineseHolidays.holidays, at, practices })
    }
  })
  const findings = checked.flatMap((one) => one.findings)
  if (format === "json") yield* say(`${JSON.stringify(encode(findings), undefined, 2)}\n`)
  else if (format === "sarif") {
    const log = Sarif.log(findings, Verifier.described(practices), { language, page: RulePage.of })
    yield* say(`${JSON.stringify(log, undefined, 2)}\n`)
  } else yield* print(checked, language)
  if (Finding.blocks(findings)) return yield* new Found()
})

const print = Effect.fnUntraced(function* (checked: ReadonlyArray<Checked>, language: Bilingual.Language) {
  const paint = yield* Paint.forTerminal
  for (const { file, findings, text } of checked) {
    if (checked.length > 1) yield* say(paint(FindingText.safe(Files.nameOf(file)), "place"))
    yield* say(FindingText.print(findings, text, language, paint))
  }
  yield* say(
    RulePage.links(
      checked.flatMap(({ findings }) => findings),
      language
    )
  )
})

const encode = Schema.encodeSync(Schema.toCodecJson(Schema.Array(Finding.Finding)))

/** Code hosts look for the file below the folder that was checked. */
const belowFolder = (file: string): string =>
  file === Files.standardInput ? Files.nameOf(file) : relative("", resolve(file))
