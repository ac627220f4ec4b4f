/**
 * `dualops roster export`: the handbook's rosters and absences as a calendar.
 *
 * @module
 */
import { CalendarDate, WallClock } from "@dualops/core/calendar"
import type { Bilingual } from "@dualops/core/finding"
import { DateTime, Effect, Option } from "effect"
import { Command, Flag } from "effect/cli"
import * as Asked from "./Asked.ts"
import * as Files from "./Files.ts"
import * as Handbooks from "./Handbooks.ts"
import { inWords, say, undone } from "./Words.ts"

/** Exports rosters. */
export const command = (language: Bilingual.Language) => {
  const words = inWords(language)
  const does = words(
    "把班次和缺勤导出为日历，默认从今天起一年",
    "shifts and absences as a calendar, a year from today as it is"
  )
  const asks = {
    handbook: Asked.file("handbook", language),
    rosters: Flag.String("roster").pipe(
      Flag.withMetavar("ID"),
      Flag.filter(
        (id) => id !== "",
        () => words("排班名", "the name of a roster")
      ),
      Flag.withDescription(words("只导出此排班，可重复", "this roster only; may be repeated")),
      Flag.atLeast(0)
    ),
    from: Asked.date("from", language).pipe(Flag.withDescription(words("从这一天起", "the first date"))),
    until: Asked.date("until", language).pipe(
      Flag.withDescription(words("到这一天为止，不含当天", "the date after the last one"))
    ),
    out: Flag.Path("out").pipe(
      Flag.withMetavar("FILE"),
      Flag.filter(
        (file) => /\.ics$/i.test(file),
        () => words("以 .ics 结尾的文件名", "the name of a file that ends with .ics")
      ),
      Flag.withDescription(words("写入这个 .ics 文件", "the .ics file that it goes to")),
      Flag.optional
    ),
    at: Asked.at(language)
  }
  return Command.make("export", asks, (asked) =>
    Effect.gen(function* () {
      const handbook = yield* Handbooks.read(asked.handbook, language)
      const known = Object.keys(handbook.team.rosters ?? {})
      const unknown = asked.rosters.find((id) => !known.includes(id))
      if (unknown !== undefined)
        return yield* undone(
          `手册里没有排班「${unknown}」，${known.length === 0 ? "一个也没有" : `有「${known.join("」「")}」`}。`,
          `The handbook has no roster ${unknown}, but ${known.join(", ") || "none at all"}.`
        )
      const now = DateTime.toEpochMillis(yield* asked.at)
      const today = WallClock.make(handbook.timeZone).dayAt(now)
      const from = Option.getOrElse(asked.from, () => CalendarDate.fromNumber(today))
      const until = Option.getOrElse(asked.until, () => CalendarDate.fromNumber(CalendarDate.toNumber(from) + aYear))
      if (until <= from) return yield* undone(`${until} 不在 ${from} 之后。`, `${until} is not after ${from}.`)
      if (CalendarDate.toNumber(until) - CalendarDate.toNumber(from) > 10 * aYear)
        return yield* undone("最多导出十年。", "Ten years are the most that is exported.")
      const { TeamCalendar } = yield* Effect.promise(() => import("@dualops/core/files"))
      const { Roster } = yield* Effect.promise(() => import("@dualops/core/team"))
      const rosters = asked.rosters.length === 0 ? undefined : asked.rosters.map((id) => Roster.RosterId.make(id))
      const stamp = yield* DateTime.now
      const text = TeamCalendar.write(handbook, { from, until, stamp, rosters, language })
      if (Option.isNone(asked.out)) return yield* say(text)
      yield* Files.write(asked.out.value, text, [asked.handbook])
      yield* say(`${asked.out.value}\n`)
    })
  ).pipe(
    Command.withDescription(does),
    Command.withExamples([{ command: "dualops roster export handbook.yaml --out team.ics" }])
  )
}

const aYear = 366
