/**
 * `dualops roster import`: what a calendar says of rosters and absences, as a piece of the handbook.
 *
 * @module
 */
import type { Bilingual } from "@dualops/core/finding"
import { Effect, Option, Result } from "effect"
import { Command, Flag } from "effect/cli"
import * as Asked from "./Asked.ts"
import * as Files from "./Files.ts"
import * as Handbooks from "./Handbooks.ts"
import { inWords, say, undone } from "./Words.ts"

/** Imports rosters. */
export const command = (language: Bilingual.Language) => {
  const words = inWords(language)
  const asks = {
    handbook: Asked.file("handbook", language),
    calendar: Asked.file("calendar", language),
    roster: Flag.String("roster").pipe(
      Flag.withMetavar("ID"),
      Flag.filter(
        (id) => id !== "",
        () => words("排班名", "the name of a roster")
      ),
      Flag.withDescription(
        words("别的系统的事件算作此排班的调班", "events of other systems are overrides of this roster")
      ),
      Flag.optional
    ),
    people: Flag.String("person").pipe(
      Flag.withMetavar("NAME=ID"),
      Flag.filterMap(personOf, () => words("名字=编号，形如 U-7=lin", "a name and an id, as U-7=lin")),
      Flag.withDescription(words("别的系统怎样称呼谁，可重复", "whom another system means by a name; may be repeated")),
      Flag.atLeast(0)
    )
  }
  return Command.make("import", asks, ({ calendar, handbook: file, people, roster }) =>
    Effect.gen(function* () {
      yield* Files.onlyOnce([file, calendar])
      if (/\.ics$/i.test(file))
        return yield* undone(
          `先写手册，再写日历：${file} 是日历。`,
          `The handbook comes first, and then the calendar: ${file} is a calendar.`
        )
      const bytes = yield* Files.readBytes(calendar)
      const handbook = yield* Handbooks.read(file, language)
      const known = Object.keys(handbook.team.people)
      const [, nobody] = people.find(([, id]) => !known.includes(id)) ?? []
      if (nobody !== undefined)
        return yield* undone(
          `手册里没有「${nobody}」，有「${known.join("」「")}」。`,
          `The handbook has no ${nobody}, but ${known.join(", ")}.`
        )
      const { TeamCalendarFile } = yield* Effect.promise(() => import("@dualops/core/files"))
      const { Actor } = yield* Effect.promise(() => import("@dualops/core/process"))
      const { Roster } = yield* Effect.promise(() => import("@dualops/core/team"))
      const taken = TeamCalendarFile.read(Files.nameOf(calendar), bytes, handbook, {
        roster: Option.getOrUndefined(Option.map(roster, (id) => Roster.RosterId.make(id))),
        people: Object.fromEntries(people.map(([name, id]) => [name, Actor.PersonId.make(id)]))
      })
      if (Result.isFailure(taken))
        return yield* Handbooks.refuse(taken.failure, new TextDecoder().decode(bytes), language)
      const rosters = [...new Set([...Object.keys(handbook.team.rosters ?? {}), ...Object.keys(taken.success.rosters)])]
      if (Option.isSome(roster) && !rosters.includes(roster.value))
        return yield* undone(
          `手册和日历里没有排班「${roster.value}」，${rosters.length === 0 ? "一个也没有" : `有「${rosters.join("」「")}」`}。`,
          `Neither the handbook nor the calendar has a roster ${roster.value}, but ${rosters.join(", ") || "none at all"}.`
        )
      yield* say(TeamCalendarFile.piece(taken.success))
    })
  ).pipe(
    Command.withDescription(
      words(
        "日历里的班次和缺勤，写成手册的一段",
        "what a calendar says of shifts and absences, as a piece of the handbook"
      )
    ),
    Command.withExamples([{ command: "dualops roster import handbook.yaml team.ics" }])
  )
}

const personOf = (written: string): Option.Option<readonly [name: string, id: string]> => {
  const at = written.lastIndexOf("=")
  return at > 0 && at < written.length - 1 ? Option.some([written.slice(0, at), written.slice(at + 1)]) : Option.none()
}
