/**
 * A calendar read back: ours as it was exported, ours after people have moved shifts in it, or one of another system.
 *
 * Of ours, what the calendar shows is laid beside the rosters of the handbook and those that it carries (`RosterComparison`): whoever works
 * then and should not have gets an override, and a shift that nobody has is a finding. Events that are not ours are absences, or overrides of
 * the roster that is named.
 *
 * @module
 */
import { Result, Schema } from "effect"
import { stringify } from "yaml"
import { CalendarDate, fromNumber, toNumber } from "../../../calendar/CalendarDate.ts"
import * as WallClock from "../../../calendar/WallClock.ts"
import type { Finding } from "../../../finding/Finding.ts"
import type { PersonId } from "../../../process/Actor.ts"
import { Absence } from "../Person.ts"
import type { Override, Roster, RosterId } from "../Roster.ts"
import type { Team } from "../Team.ts"
import * as Happening from "./IcalHappening.ts"
import { expected, wrong } from "./IcalMessages.ts"
import * as People from "./IcalPeople.ts"
import { type Component, parse, text } from "./IcalText.ts"
import * as RosterComparison from "./RosterComparison.ts"
import * as ShiftUid from "./ShiftUid.ts"
import * as TeamCalendar from "./TeamCalendar.ts"
import * as Words from "./TeamCalendarMessages.ts"

/** What a calendar is read with. A handbook is one. */
export interface Known {
  readonly team: Team
  readonly timeZone: string
}

/** How events of others are taken. */
export interface Options {
  /** The roster whose overrides they are; absences unless it is said. */
  readonly roster?: RosterId | undefined
  /** Who is meant by what the other system calls people. */
  readonly people?: Readonly<Record<string, PersonId>> | undefined
}

/** What a calendar says of a team. */
export interface Taken {
  readonly rosters: Readonly<Record<string, Roster>>
  readonly absences: Readonly<Record<string, Absence>>
}

/**
 * Reads a file in whole, or says every mistake in it; `file` is its name for people. Its bytes are to be preferred to a text: programs fold
 * lines within characters.
 */
export const read = (
  file: string,
  content: string | Uint8Array,
  known: Known,
  options: Options = {}
): Result.Result<Taken, ReadonlyArray<Finding>> => {
  const { calendars, findings } = parse(file, content)
  const broken: Array<Finding> = [...findings]
  const carried = carriedIn(file, calendars, broken)
  const { findings: wrong, happenings } = Happening.read(file, calendars, known.timeZone)
  broken.push(...wrong)
  const seen = seenIn(file, happenings, known, options, broken)
  const absences = Object.fromEntries(
    unique(
      seen.flatMap((one) =>
        one.ours?.kind === "shift" || (one.ours === undefined && options.roster !== undefined)
          ? []
          : [[one.ours?.name ?? nameOf(one), absenceOf(one)] as const]
      )
    )
  )
  const ids = new Set([...carried.keys(), ...seen.flatMap(({ ours }) => (ours?.kind === "shift" ? [ours.name] : []))])
  const rosters = new Map<string, Roster>()
  const wall = WallClock.make(known.timeZone)
  const written = known.team.rosters ?? {}
  for (const id of ids) {
    const shifts = seen.filter(({ ours }) => ours?.kind === "shift" && ours.name === id)
    // An id is a brand over the same text.
    const now = Object.hasOwn(written, id) ? written[id as RosterId] : carried.get(id)
    const at = { file, line: shifts[0]?.line ?? 1 }
    if (now === undefined) broken.push(Words.unknownRoster(at, id, Object.keys(written)))
    else if (broken.length === 0) {
      const dates = datesOf(calendars, shifts)
      const then = carried.get(id) ?? now
      const one = { file, id, now, then, shifts, wall, dates, absences: Object.values(absences) }
      rosters.set(id, besides(now, RosterComparison.overrides(one, broken)))
    }
  }
  const foreign = seen.filter(({ ours }) => ours === undefined)
  if (options.roster !== undefined && foreign.length > 0) {
    const base = rosters.get(options.roster) ?? written[options.roster]
    if (base === undefined) broken.push(Words.unknownRoster({ file, line: 1 }, options.roster, Object.keys(written)))
    else
      rosters.set(
        options.roster,
        besides(
          base,
          foreign.map((one) => [nameOf(one), overrideOf(one)])
        )
      )
  }
  return broken.length > 0
    ? Result.fail(broken.toSorted((one, other) => (one.where.line ?? 0) - (other.where.line ?? 0)).slice(0, 100))
    : Result.succeed({ rosters: Object.fromEntries(rosters), absences })
}

/** What was taken, as the piece of a handbook's YAML file that says it. */
export const piece = ({ absences, rosters }: Taken): string =>
  stringify({ team: { rosters, absences } }, { lineWidth: 0, aliasDuplicateObjects: false, version: "1.2" })

/** A happening with one whom it is about, and what of ours it is. */
type Seen = Omit<Happening.Happening, "person"> & {
  readonly person: PersonId
  readonly ours: ShiftUid.Named | undefined
}

/** The happenings that say something of the team. */
const seenIn = (
  file: string,
  happenings: ReadonlyArray<Happening.Happening>,
  { team }: Known,
  { people, roster }: Options,
  broken: Array<Finding>
): ReadonlyArray<Seen> => {
  const who = People.who(team, people)
  const named = happenings.map((happening) => ({ ...happening, ours: ShiftUid.read(happening.uid) }))
  const renamed = new Set(named.flatMap(({ ours }) => (ours?.kind === "shift" && !ours.former ? [keyOf(ours)] : [])))
  return named.flatMap((one): ReadonlyArray<Seen> => {
    const { free, ours } = one
    // Whoever is free meanwhile is not away; a shift in the calendar of a pager is often shown so.
    if (ours === undefined && free && roster === undefined) return []
    // What an earlier edition wrote of a shift that a later one has written anew.
    if (ours?.kind === "shift" && ours.former && renamed.has(keyOf(ours))) return []
    const persons = who(file, one)
    if (Result.isFailure(persons)) {
      broken.push(persons.failure)
      return []
    }
    const shift = ours === undefined ? roster !== undefined : ours.kind === "shift"
    if (shift && persons.success.length > 1) broken.push(Words.severalPeople({ file, line: one.line }, persons.success))
    return persons.success.map((person) => ({ ...one, person }))
  })
}

const keyOf = ({ date, name }: ShiftUid.Named & { readonly kind: "shift" }): string => `${date} ${name}`

/** The rosters as the calendars carry them. */
const carriedIn = (
  file: string,
  calendars: ReadonlyArray<Component>,
  broken: Array<Finding>
): ReadonlyMap<string, Roster> => {
  const rosters = new Map<string, Roster>()
  for (const { line, name, raw, values } of calendars.flatMap(({ properties }) => properties)) {
    if (name !== "x-dualops-roster") continue
    const carried = decode(values[0])
    if (Result.isSuccess(carried)) rosters.set(carried.success.id, carried.success.roster)
    else broken.push(wrong({ file, line }, "X-DUALOPS-ROSTER", raw, expected.json))
  }
  return rosters
}

const decode = Schema.decodeUnknownResult(TeamCalendar.Carried)

/** The dates that the calendars were written for; where an app has lost them, those of the shifts. */
const datesOf = (calendars: ReadonlyArray<Component>, shifts: ReadonlyArray<Seen>) => {
  const said = (name: string) =>
    calendars
      .map((one) => text(one, name))
      .filter(isDate)
      .toSorted()
  const dates = shifts.map(({ from }) => from.slice(0, 10)).toSorted()
  return {
    from: said("x-dualops-from")[0] ?? dates[0] ?? "1970-01-01",
    until: said("x-dualops-until").at(-1) ?? fromNumber(toNumber(dates.at(-1) ?? "1970-01-01") + 1)
  }
}

const isDate: (text: string) => boolean = Schema.is(CalendarDate)
const isReason = Schema.is(Absence.fields.reason)

const absenceOf = ({ from, person, reason, summary, until }: Seen): Absence => ({
  person,
  from,
  until,
  reason: isReason(reason) ? reason : (reasons.find(([words]) => words.test(summary))?.[1] ?? "leave")
})

/** What other systems call the reasons. */
const reasons: ReadonlyArray<readonly [RegExp, Absence["reason"]]> = [
  [/病|\bsick|\bill\b/i, "sick"],
  [/出差|差旅|\btravel|\btrip/i, "travel"],
  [/培训|\btraining|\bcourse/i, "training"],
  [/离职|\bno longer/i, "left"]
]

const overrideOf = ({ from, person, summary, until }: Seen): Override => ({
  person,
  from,
  until,
  reason: summary === "" ? { zh: "来自日历。", en: "From the calendar." } : { zh: summary, en: summary }
})

/** An event of another system is called as it is there. */
const nameOf = ({ from, uid }: Seen): string => `${uid === "" ? "event" : uid.slice(0, 100)} ${from}`

/** The roster with more overrides. */
const besides = (roster: Roster, overrides: ReadonlyArray<readonly [name: string, Override]>): Roster =>
  overrides.length === 0
    ? roster
    : { ...roster, overrides: { ...roster.overrides, ...Object.fromEntries(unique(overrides)) } }

/** Things of one name are told apart by numbers. */
const unique = <A>(named: ReadonlyArray<readonly [name: string, A]>): ReadonlyArray<readonly [name: string, A]> => {
  const times = new Map<string, number>()
  return named.map(([name, one]) => {
    const time = (times.get(name) ?? 0) + 1
    times.set(name, time)
    return [time === 1 ? name : `${name} (${time})`, one]
  })
}
