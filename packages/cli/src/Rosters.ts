/**
 * `dualops roster`: the handbook's rosters and absences as a calendar, and a calendar as the piece of a handbook that says the same.
 *
 * @module
 */
import { parseArgs } from "node:util"
import {
  Actor,
  CalendarDate,
  type Finding,
  FindingText,
  type Handbook,
  HandbookFile,
  Roster,
  TeamCalendar,
  TeamCalendarFile,
  WallClock
} from "@dualops/core"
import { DateTime, Result, Schema } from "effect"
import { type Outcome, type Surroundings, usage } from "./Check.ts"

/** Runs what is typed after `dualops roster`. */
export const run = (args: ReadonlyArray<string>, { now, read }: Surroundings): Outcome => {
  const asked = parse(args)
  if (typeof asked === "string") return { out: "", error: `${asked}\n${usage}`, exit: 2 }
  const texts: Array<string> = []
  for (const file of asked.files) {
    try {
      texts.push(read(file))
    } catch (error) {
      const why = error instanceof Error ? error.message : error
      return { out: "", error: `${file} cannot be read: ${why}\n`, exit: 2 }
    }
  }
  const [yaml = "", ics = ""] = texts
  const handbook = HandbookFile.read(asked.files[0] ?? "", yaml)
  if (Result.isFailure(handbook)) return told(handbook.failure, yaml, asked)
  return asked.command === "export" ? exported(handbook.success, asked, now) : imported(handbook.success, asked, ics)
}

const exported = (handbook: Handbook.Handbook, asked: Asked, now: DateTime.Utc): Outcome => {
  const unknown = asked.rosters.find((id) => !Object.hasOwn(handbook.team.rosters ?? {}, id))
  if (unknown !== undefined) {
    const known = Object.keys(handbook.team.rosters ?? {}).join(", ")
    return { out: "", error: `The handbook has no roster ${unknown}, but ${known || "none at all"}.\n`, exit: 2 }
  }
  const today = WallClock.make(handbook.timeZone).wallAt(DateTime.toEpochMillis(now)) / CalendarDate.dayMillis
  const from = asked.from ?? CalendarDate.fromNumber(Math.floor(today))
  const until = asked.until ?? CalendarDate.fromNumber(CalendarDate.toNumber(from) + aYear)
  if (until <= from) return { out: "", error: `${until} is not after ${from}.\n`, exit: 2 }
  const rosters = asked.rosters.length === 0 ? undefined : asked.rosters
  const out = TeamCalendar.write(handbook, { from, until, stamp: now, rosters, language: asked.language })
  return { out, error: "", exit: 0 }
}

const aYear = 366

const imported = (handbook: Handbook.Handbook, asked: Asked, ics: string): Outcome => {
  const taken = TeamCalendarFile.read(asked.files[1] ?? "", ics, handbook, {
    roster: asked.rosters[0],
    people: asked.people
  })
  return Result.isFailure(taken)
    ? told(taken.failure, ics, asked)
    : { out: TeamCalendarFile.piece(taken.success), error: "", exit: 0 }
}

/** Findings go where they are not taken for the piece of a handbook. */
const told = (findings: ReadonlyArray<Finding.Finding>, text: string, { language }: Asked): Outcome => ({
  out: "",
  error: FindingText.print(findings, text, language),
  exit: 1
})

interface Asked {
  readonly command: "export" | "import"
  readonly files: ReadonlyArray<string>
  readonly rosters: ReadonlyArray<Roster.RosterId>
  readonly people: Readonly<Record<string, Actor.PersonId>>
  readonly from: string | undefined
  readonly until: string | undefined
  readonly language: "en" | "zh"
}

const options = {
  roster: { type: "string", multiple: true },
  person: { type: "string", multiple: true },
  from: { type: "string" },
  until: { type: "string" },
  language: { type: "string", default: "en" }
} as const

/** What was asked, or what is wrong with how it was asked. */
const parse = (args: ReadonlyArray<string>): Asked | string => {
  try {
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [command, ...files] = positionals
    const { from, language, person = [], roster = [], until } = values
    if (command !== "export" && command !== "import") return "A roster is exported or imported."
    if (files.length !== (command === "export" ? 1 : 2)) return `The files of roster ${command} are as follows.`
    if (command === "import" && roster.length > 1) return "Events of others are overrides of one roster."
    if (language !== "en" && language !== "zh") return `There is no language ${language}.`
    const date = [from, until].find((one) => one !== undefined && !isDate(one))
    if (date !== undefined) return `${date} is not a date as YYYY-MM-DD.`
    const people = person.map((one) => /^(.+)=([^=]+)$/s.exec(one))
    if (people.includes(null)) return "A person is given as NAME=ID."
    return {
      command,
      files,
      from,
      until,
      language,
      rosters: roster.map((id) => Roster.RosterId.make(id)),
      people: Object.fromEntries(people.map((parts) => [parts?.[1] ?? "", Actor.PersonId.make(parts?.[2] ?? "nobody")]))
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const isDate: (text: string) => boolean = Schema.is(CalendarDate.CalendarDate)
