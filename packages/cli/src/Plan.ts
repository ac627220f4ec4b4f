/**
 * `dualops plan`: what goes out when, from the handbook's mix to a calendar for days or for a year.
 *
 * @module
 */
import { CalendarDate, ChineseHolidays, WallClock } from "@dualops/core/calendar"
import type { Bilingual } from "@dualops/core/finding"
import { FindingText } from "@dualops/core/finding"
import { DateTime, Effect, Option, Result } from "effect"
import { Command, Flag } from "effect/cli"
import * as Asked from "./Asked.ts"
import * as Files from "./Files.ts"
import * as Handbooks from "./Handbooks.ts"
import { complain, inWords, say, undone } from "./Words.ts"

/** Plans what goes out when. */
export const command = (language: Bilingual.Language) => {
  const words = inWords(language)
  const asks = {
    handbook: Asked.file("handbook", language),
    from: Asked.date("from", language).pipe(
      Flag.withDescription(words("从这一天起，默认今天", "the first date, today as it is"))
    ),
    until: Asked.date("until", language).pipe(
      Flag.withDescription(
        words("到这一天为止，不含当天，默认四周", "the date after the last one, four weeks later as it is")
      )
    ),
    given: Flag.Path("given").pipe(
      Flag.withMetavar("FILE"),
      Flag.withDescription(
        words(
          "已有的计划（.csv 或 .xlsx），尽量不动",
          "the plan that there is, .csv or .xlsx, which stays as far as it can"
        )
      ),
      Flag.optional
    ),
    house: Flag.Path("house").pipe(
      Flag.withMetavar("FILE"),
      Flag.withDescription(
        words(
          "运行账号的设置文件：其存储里已采用的选题和已有的微博不移动",
          "the settings of a house: the accepted ideas and the posts of its store are not moved"
        )
      ),
      Flag.optional
    ),
    out: Flag.Path("out").pipe(
      Flag.withMetavar("FILE"),
      Flag.filter(
        (file) => /\.(csv|xlsx|ics|html)$/i.test(file),
        () =>
          words(
            "以 .csv、.xlsx、.ics 或 .html 结尾的文件名",
            "the name of a file that ends with .csv, .xlsx, .ics or .html"
          )
      ),
      Flag.withDescription(
        words("写入这个文件，默认打印 CSV", "the file that it goes to; CSV on the terminal as it is")
      ),
      Flag.optional
    ),
    at: Asked.at(language)
  }
  return Command.make("plan", asks, (asked) =>
    Effect.gen(function* () {
      const handbook = yield* Handbooks.read(asked.handbook, language)
      const now = yield* asked.at
      const today = WallClock.make(handbook.timeZone).dayAt(DateTime.toEpochMillis(now))
      const from = Option.getOrElse(asked.from, () => CalendarDate.fromNumber(today))
      const until = Option.getOrElse(asked.until, () =>
        CalendarDate.fromNumber(CalendarDate.toNumber(from) + fourWeeks)
      )
      const { ContentPlan } = yield* Effect.promise(() => import("@dualops/core/content-plan"))
      const { HandbookBrief, PlanCsv, PlanIcal, PlanPage, PlanXlsx } = yield* Effect.promise(
        () => import("@dualops/core/content-plan-files")
      )
      const refused = (findings: Parameters<typeof Handbooks.refuse>[0]) => Handbooks.refuse(findings, "", language)
      const briefOf = (given: Parameters<typeof HandbookBrief.of>[1]["given"]) =>
        Result.match(HandbookBrief.of(handbook, { from, until, holidays: ChineseHolidays.holidays, now, given }), {
          onFailure: refused,
          onSuccess: (brief) => Effect.succeed(brief)
        })
      const empty = yield* briefOf([])
      const stored = yield* Option.match(asked.house, {
        onNone: () => Effect.succeed([]),
        onSome: (config) => storedIn(config, language)
      })
      const written = yield* Option.match(asked.given, {
        onNone: () => Effect.succeed([]),
        onSome: (file) =>
          /\.xlsx$/i.test(file)
            ? Effect.flatMap(Files.readBytes(file), (bytes) =>
                Effect.catch(PlanXlsx.read(Files.nameOf(file), bytes, empty), refused)
              )
            : /\.csv$/i.test(file)
              ? Effect.flatMap(table(file, language), (text) =>
                  Result.match(PlanCsv.read(Files.nameOf(file), text, empty), {
                    onFailure: refused,
                    onSuccess: (read) => Effect.succeed(read)
                  })
                )
              : undone(`${file} 不是 .csv 或 .xlsx。`, `${file} is neither .csv nor .xlsx.`)
      })
      // What the store has at a slot is newer than any file.
      const taken = new Set(stored.map(({ slot }) => slot.epochMilliseconds))
      const brief = yield* briefOf([...stored, ...written.filter(({ slot }) => !taken.has(slot.epochMilliseconds))])
      const made = ContentPlan.make(brief)
      if (Result.isFailure(made)) return yield* refused(made.failure)
      const plan = made.success
      yield* complain(plan.findings.length === 0 ? "" : FindingText.print(plan.findings, "", language))
      if (Option.isNone(asked.out)) return yield* say(PlanCsv.write(plan, brief, language).slice(1).trimEnd())
      const file = asked.out.value
      const { brand, account } = handbook
      const content = /\.xlsx$/i.test(file)
        ? yield* PlanXlsx.write(plan, brief, language)
        : /\.ics$/i.test(file)
          ? PlanIcal.write(plan, brief, { brand, account: account.id, stamp: yield* DateTime.now, language })
          : /\.html$/i.test(file)
            ? yield* page(PlanPage.of(plan, brief, brand), language)
            : PlanCsv.write(plan, brief, language)
      yield* Files.write(file, content, [asked.handbook, ...Option.toArray(asked.given)])
      yield* say(`${file}\n`)
    })
  ).pipe(
    Command.withDescription(
      words(
        "按内容比例、时段、节日和活动排出内容计划，默认从今天起四周",
        "what goes out when, by the mix, the slots, the festivals and the activities, four weeks from today as it is"
      )
    ),
    Command.withExamples([{ command: "dualops plan handbook.yaml --until 2027-01-01 --out plan.xlsx" }])
  )
}

const fourWeeks = 28

/** What the house of these settings has planned already. */
const storedIn = Effect.fnUntraced(function* (config: string, language: Bilingual.Language) {
  const { Refused, planned } = yield* Effect.promise(() => import("@dualops/cli/run"))
  return yield* Effect.tryPromise({
    try: () => planned({ config, emulator: false, language }),
    catch: (why) => (why instanceof Refused ? why.text.trimEnd() : String(why))
  }).pipe(Effect.catch((why) => undone(why, why)))
})

/** The text of a table, in whatever encoding a spreadsheet has saved it; what is to be looked at because of that is said. */
const table = Effect.fnUntraced(function* (file: string, language: Bilingual.Language) {
  const bytes = yield* Files.readBytes(file)
  const { TableText } = yield* Effect.promise(() => import("@dualops/core/files"))
  const decoded = TableText.decode(Files.nameOf(file), bytes)
  if (Result.isFailure(decoded)) return yield* Handbooks.refuse(decoded.failure, "", language)
  const { notes, text } = decoded.success
  if (notes.length > 0) yield* complain(FindingText.print(notes, "", language))
  return text
})

const page = (of: Parameters<typeof import("@dualops/core/pages").Html.render>[0], language: Bilingual.Language) =>
  Effect.map(
    Effect.promise(() => import("@dualops/core/pages")),
    ({ Html }) => Html.render(of, { language })
  )
