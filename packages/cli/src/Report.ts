/**
 * `dualops report`: a report of a house for a period, from its store, as a page, a text or a table.
 *
 * @module
 */
import { CalendarDate, WallClock } from "@dualops/core/calendar"
import type { Bilingual } from "@dualops/core/finding"
import { Case } from "@dualops/core/process"
import { Period } from "@dualops/core/reports"
import { DateTime, Effect, Option, Schema } from "effect"
import { Command, Flag } from "effect/cli"
import * as Asked from "./Asked.ts"
import * as Files from "./Files.ts"
import { inWords, say, undone } from "./Words.ts"

const kinds = ["daily", "weekly", "monthly", "people"] as const
const pers = { daily: "day", weekly: "week", monthly: "month", people: "week" } as const
const endings = ["html", "md", "csv", "xlsx", "parquet"] as const

/** Makes a report. */
export const command = (language: Bilingual.Language) => {
  const words = inWords(language)
  const asks = {
    ...Asked.house(language, { zh: "用本机模拟微博的存储", en: "of the store of the Weibo on this machine" }),
    kind: Flag.Literals("kind", kinds).pipe(
      Flag.withDescription(words("日报、周报、月报或人员与部门，默认周报", "which report; weekly as it is")),
      Flag.withDefault("weekly")
    ),
    on: Asked.date("on", language).pipe(
      Flag.withDescription(
        words(
          "含有这一天的那一期，默认刚结束的一期",
          "the period that has this date; the one that was over last as it is"
        )
      )
    ),
    campaign: Flag.String("campaign").pipe(
      Flag.withMetavar("ID"),
      Flag.filterMap(Schema.decodeUnknownOption(Case.CaseId), () =>
        words("活动的编号", "the name of a campaign's case")
      ),
      Flag.withDescription(
        words(
          "这一个活动的报告，从预热到结束",
          "of this campaign alone, from its warm-up to its end, instead of a period"
        )
      ),
      Flag.optional
    ),
    out: Flag.Path("out").pipe(
      Flag.withMetavar("FILE"),
      Flag.filterMap(
        (file) => {
          const ending = endings.find((one) => file.toLowerCase().endsWith(`.${one}`))
          return ending === undefined ? Option.none() : Option.some({ file, ending })
        },
        () =>
          words(
            "以 .html、.md、.csv、.xlsx 或 .parquet 结尾的文件名",
            "the name of a file that ends with .html, .md, .csv, .xlsx or .parquet"
          )
      ),
      Flag.withDescription(words("写入这个文件", "the file that it goes to"))
    ),
    at: Asked.at(language)
  }
  return Command.make("report", asks, ({ at, campaign, config, emulator, kind, on, out }) =>
    Effect.gen(function* () {
      const now = DateTime.toEpochMillis(yield* at)
      const today = WallClock.make("Asia/Shanghai").dayAt(now)
      const per = pers[kind]
      const period = Option.match(on, {
        onNone: () => Period.before(Period.around(per, CalendarDate.fromNumber(today))),
        onSome: (date) => Period.around(per, date)
      })
      const { Refused, report } = yield* Effect.promise(() => import("@dualops/cli/run"))
      const of = Option.match(campaign, { onNone: () => ({ kind, period }), onSome: (one) => ({ campaign: one }) })
      const asked = { config: Option.getOrUndefined(config), emulator, language, of, ending: out.ending }
      const made = yield* Effect.tryPromise({
        try: () => report(asked),
        catch: (why) => (why instanceof Refused ? why.text.trimEnd() : String(why))
      }).pipe(Effect.catch((why) => undone(why, why)))
      yield* Files.write(out.file, made, [])
      yield* say(`${out.file}\n`)
    })
  ).pipe(
    Command.withDescription(
      words(
        "从存储里的日志与观察做出一期报告：网页、文本或表格，由文件名的结尾决定",
        "a report of a period, of the log and the observations in the store: a page, a text or a table, by the ending of its file"
      )
    ),
    Command.withExamples([{ command: "dualops report --kind weekly --out week.html" }])
  )
}
