/**
 * `dualops roster export`: the handbook's rosters and absences as a calendar.
 *
 * @module
 */
import { CalendarDate, Roster, TeamCalendar, WallClock } from "@dualops/core"
import { DateTime, Result, Schema } from "effect"
import { type Command, done, handbooks, undone } from "./Command.ts"

/** Exports rosters. */
export const command: Command = {
  usage: "HANDBOOK.yaml [--roster ID]… [--from YYYY-MM-DD] [--until YYYY-MM-DD] [--lang en|zh] > TEAM.ics",
  does: "shifts and absences as a calendar; a year from today as it is, until is not among the dates",
  files: 1,
  options: { from: [], until: [] },
  lists: ["roster"],
  run: (asked, surroundings) =>
    Result.match(handbooks(asked, surroundings), {
      onFailure: (outcome) => outcome,
      onSuccess: ([handbook]) => {
        if (handbook === undefined) throw new Error("one file has one handbook")
        const { at, lang, lists, values } = asked
        const known = Object.keys(handbook.team.rosters ?? {})
        const rosters = lists["roster"] ?? []
        const unknown = rosters.find((id) => !known.includes(id))
        if (unknown !== undefined) {
          return undone(`The handbook has no roster ${unknown}, but ${known.join(", ") || "none at all"}.`)
        }
        const strange = [values["from"], values["until"]].find((date) => date !== undefined && !isDate(date))
        if (strange !== undefined) return undone(`${strange} is not a date as YYYY-MM-DD.`)
        const today = WallClock.make(handbook.timeZone).wallAt(DateTime.toEpochMillis(at)) / CalendarDate.dayMillis
        const from = values["from"] ?? CalendarDate.fromNumber(Math.floor(today))
        const until = values["until"] ?? CalendarDate.fromNumber(CalendarDate.toNumber(from) + aYear)
        if (until <= from) return undone(`${until} is not after ${from}.`)
        if (CalendarDate.toNumber(until) - CalendarDate.toNumber(from) > 10 * aYear)
          return undone("Ten years are the most that is exported.")
        const chosen = rosters.length === 0 ? undefined : rosters.map((id) => Roster.RosterId.make(id))
        return done(
          TeamCalendar.write(handbook, { from, until, stamp: surroundings.now, rosters: chosen, language: lang })
        )
      }
    })
}

const aYear = 366

const isDate: (text: string) => boolean = Schema.is(CalendarDate.CalendarDate)
