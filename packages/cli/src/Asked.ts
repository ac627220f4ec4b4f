/**
 * What several commands ask for alike: files, the day that is taken for today, where the page goes and in which form.
 *
 * @module
 */
import { CalendarDate, WallClock } from "@dualops/core/calendar"
import type { Bilingual } from "@dualops/core/finding"
import { DateTime, Effect, Option, Schema } from "effect"
import { Argument, Flag } from "effect/cli"
import { inWords, undone } from "./Words.ts"

/** A file that is read, or - for standard input. */
export const file = (name: string, language: Bilingual.Language) =>
  Argument.Path(name).pipe(
    Argument.withDescription(inWords(language)("文件，「-」为标准输入", "a file, or - for standard input"))
  )

/** The day that is taken for today, at its first moment in China; today, where nothing is said. */
export const at = (language: Bilingual.Language) =>
  date("at", language).pipe(
    Flag.map((written) =>
      Option.match(written, {
        onNone: () => DateTime.now,
        onSome: (day) => {
          const wall = WallClock.make("Asia/Shanghai")
          return Effect.succeed(DateTime.makeUnsafe(wall.reaches(CalendarDate.toNumber(day) * CalendarDate.dayMillis)))
        }
      })
    ),
    Flag.withDescription(inWords(language)("把这一天当作今天", "the day that is taken for today"))
  )

/** The house that is meant: its settings, and whether its Weibo is the one on this machine; `emulates` says of a command what that means. */
export const house = (language: Bilingual.Language, emulates: Bilingual.Bilingual) => ({
  config: Flag.Path("config").pipe(
    Flag.withMetavar("FILE"),
    Flag.withDescription(
      inWords(language)(
        "设置文件，默认 dualops.config.ts 或 .json",
        "the settings; dualops.config.ts or .json as it is"
      )
    ),
    Flag.optional
  ),
  emulator: Flag.Boolean("emulator").pipe(Flag.withDescription(emulates[language]), Flag.withDefault(false))
})

/** A date of the years that handbooks are for, if it is given. */
export const date = (name: string, language: Bilingual.Language) =>
  Flag.String(name).pipe(
    Flag.withMetavar("YYYY-MM-DD"),
    Flag.filterMap(Schema.decodeUnknownOption(CalendarDate.CalendarDate), () =>
      inWords(language)("真实日期，形如 2026-09-01", "a date that exists, as 2026-09-01")
    ),
    Flag.filter(
      (day) => day >= "2009-01-01" && day <= "2099-12-31",
      () => inWords(language)("2009 年到 2099 年的日期", "a date of the years 2009 to 2099")
    ),
    Flag.optional
  )

/** The forms that a page has. */
export type Format = "md" | "html"

/** Where a page goes, and in which form. */
export const page = (language: Bilingual.Language) => ({
  out: Flag.Path("out").pipe(
    Flag.withMetavar("FILE"),
    Flag.filter(
      (file) => file !== "",
      () => "FILE"
    ),
    Flag.withDescription(inWords(language)("写入这个 .md 或 .html 文件", "the file that it goes to, .md or .html")),
    Flag.optional
  ),
  format: Flag.Literals("format", ["md", "html"]).pipe(
    Flag.withDescription(
      inWords(language)("格式，默认由文件名决定，否则为 md", "its form; as the file is called, or else md")
    ),
    Flag.optional
  )
})

/** The form of a page: as it is asked for, or as its file is called; the two must agree, and a name that says nothing is not guessed at. */
export const formatOf = Effect.fnUntraced(function* (asked: {
  readonly out: Option.Option<string>
  readonly format: Option.Option<Format>
}) {
  const { out, format } = { out: Option.getOrUndefined(asked.out), format: Option.getOrUndefined(asked.format) }
  if (out === undefined) return format ?? "md"
  const named = /\.html?$/i.test(out) ? "html" : /\.(md|markdown)$/i.test(out) ? "md" : undefined
  if (named === undefined && format === undefined)
    return yield* undone(
      `${out} 看不出格式：文件名以 .md 或 .html 结尾，或写明 --format。`,
      `${out} does not say its form: end the name with .md or .html, or say --format.`
    )
  if (named !== undefined && format !== undefined && named !== format)
    return yield* undone(
      `${out} 的结尾与 --format ${format} 不一致。`,
      `The name ${out} and --format ${format} do not agree.`
    )
  return format ?? named ?? "md"
})
