/**
 * A calendar read back: ours as it was exported, ours after people have moved shifts in it, or one of another system.
 *
 * Of ours, the rosters are taken as they are written in it (or in the handbook, where an app has lost that), and what the calendar shows is
 * laid beside the table that they make: whoever works then and should not have gets an override, and a shift that nobody has is a finding.
 * Events that are not ours are absences, or overrides of the roster that is named.
 *
 * @module
 */
import { Result, Schema } from "effect"
import { stringify } from "yaml"
import { CalendarDate, dayMillis, fromNumber } from "../../../calendar/CalendarDate.ts"
import { onWall } from "../../../calendar/LocalTime.ts"
import * as Spans from "../../../calendar/Spans.ts"
import * as WallClock from "../../../calendar/WallClock.ts"
import type { Finding } from "../../../finding/Finding.ts"
import type { PersonId } from "../../../process/Actor.ts"
import { Absence } from "../Person.ts"
import type { Override, Roster, RosterId } from "../Roster.ts"
import * as Shift from "../Shift.ts"
import type { Team } from "../Team.ts"
import * as Event from "./IcalEvent.ts"
import * as People from "./IcalPeople.ts"
import { type Component, parse } from "./IcalText.ts"
import * as Words from "./IcalWords.ts"
import * as TeamCalendar from "./TeamCalendar.ts"

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

/** Reads the text of a file in whole, or says every mistake in it; `file` is its name for people. */
export const read = (
  file: string,
  text: string,
  known: Known,
  options: Options = {}
): Result.Result<Taken, ReadonlyArray<Finding>> => {
  const { calendar, events, findings } = parse(file, text)
  const broken: Array<Finding> = [...findings]
  const carried = carriedIn(file, calendar, broken)
  const { findings: wrong, happenings } = Event.read(file, events, known.timeZone)
  broken.push(...wrong)
  const who = People.who(known.team, options.people)
  const seen = happenings.flatMap((happening) => {
    const person = who(file, happening)
    if (Result.isSuccess(person))
      return [{ ...happening, person: person.success, ours: TeamCalendar.ofUid(happening.uid) }]
    broken.push(person.failure)
    return []
  })
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
  for (const id of ids) {
    const shifts = seen.filter(({ ours }) => ours?.kind === "shift" && ours.name === id)
    const base =
      carried.get(id) ??
      (Object.hasOwn(known.team.rosters ?? {}, id) ? known.team.rosters?.[id as RosterId] : undefined)
    const at = { file, line: shifts[0]?.line ?? 1 }
    if (base === undefined) broken.push(Words.unknownRoster(at, id, Object.keys(known.team.rosters ?? {})))
    else if (broken.length === 0) {
      const one = { file, id, base, shifts, wall, dates: datesOf(calendar, shifts), absences: Object.values(absences) }
      rosters.set(id, compared(one, broken))
    }
  }
  const foreign = seen.filter(({ ours }) => ours === undefined)
  if (options.roster !== undefined && foreign.length > 0) {
    const base = rosters.get(options.roster) ?? known.team.rosters?.[options.roster]
    if (base === undefined)
      broken.push(Words.unknownRoster({ file, line: 1 }, options.roster, Object.keys(known.team.rosters ?? {})))
    else
      rosters.set(options.roster, {
        ...base,
        overrides: {
          ...base.overrides,
          ...Object.fromEntries(unique(foreign.map((one) => [nameOf(one), overrideOf(one, one.summary)])))
        }
      })
  }
  return broken.length > 0
    ? Result.fail(broken.toSorted((one, other) => (one.where.line ?? 0) - (other.where.line ?? 0)).slice(0, 100))
    : Result.succeed({ rosters: Object.fromEntries(rosters), absences })
}

/** What was taken, as the piece of a handbook's YAML file that says it. */
export const piece = ({ absences, rosters }: Taken): string =>
  stringify({ team: { rosters, absences } }, { lineWidth: 0, aliasDuplicateObjects: false, version: "1.2" })

/** An event with the one whom it is about. */
type Seen = Omit<Event.Happening, "person"> & { readonly person: PersonId }

/** The rosters as the file carries them. */
const carriedIn = (file: string, { properties }: Component, broken: Array<Finding>): ReadonlyMap<string, Roster> => {
  const rosters = new Map<string, Roster>()
  for (const { line, name, values } of properties) {
    if (name !== "x-dualops-roster") continue
    const carried = decode(values[0])
    if (Result.isSuccess(carried)) rosters.set(carried.success.id, carried.success.roster)
    else broken.push(Words.wrong({ file, line }, "X-DUALOPS-ROSTER", String(values[0]), Words.expected.json))
  }
  return rosters
}

const decode = Schema.decodeUnknownResult(TeamCalendar.Carried)

/** What is laid beside what. */
interface Comparison {
  readonly file: string
  readonly id: string
  readonly base: Roster
  readonly shifts: ReadonlyArray<Seen>
  readonly wall: WallClock.WallClock
  readonly dates: { readonly from: string; readonly until: string }
  readonly absences: ReadonlyArray<Absence>
}

/** How much a table may take to work out; a year of a large team takes a few hundred thousand. */
const mostEffort = 20_000_000

/** The roster, with an override for everybody who has a shift in the calendar that the roster would not give them. */
const compared = ({ absences, base, dates, file, id, shifts, wall }: Comparison, broken: Array<Finding>): Roster => {
  const millis = (time: string) => wall.reaches(onWall(time))
  const shown = (at: number) => new Date(wall.wallAt(at)).toISOString().slice(0, 16)
  const horizon = { wall, from: millis(`${dates.from}T00:00`), until: millis(`${dates.until}T00:00`), absences }
  if (Shift.effort(base, horizon) > mostEffort) {
    broken.push(Words.tooLarge({ file, line: shifts[0]?.line ?? 1 }, id))
    return base
  }
  const table = spansOf(Shift.resolve(base, horizon))
  const there = spansOf(shifts.map(({ from, person, until }) => ({ person, from: millis(from), to: millis(until) })))
  for (const absence of absences)
    there.set(
      absence.person,
      Spans.difference(there.get(absence.person) ?? [], [millis(absence.from), millis(absence.until)])
    )
  for (const [person, spans] of there) {
    for (const [other, others] of there) {
      const [from] = person < other ? Spans.intersection(spans, others) : []
      if (from !== undefined)
        broken.push(
          Words.twoAtOnce({ file, line: lineAt(shifts, shown(from)) }, id, shown(from), `${person}, ${other}`)
        )
    }
  }
  const missing = Spans.difference(Spans.union([...table.values()]), Spans.union([...there.values()]))
  for (const [from, to] of pairs(missing))
    broken.push(Words.nobody({ file, line: lineAt(shifts, shown(from)) }, id, shown(from), shown(to)))
  const overrides = [...there].flatMap(([person, spans]) =>
    pairs(Spans.difference(spans, table.get(person) ?? [])).map(([from, to]): readonly [string, Override] => {
      const window = { person, from: shown(from), until: shown(to) }
      return [`calendar ${window.from}`, overrideOf(window, "")]
    })
  )
  return overrides.length === 0
    ? base
    : { ...base, overrides: { ...base.overrides, ...Object.fromEntries(unique(overrides)) } }
}

const spansOf = (shifts: ReadonlyArray<Shift.Shift>): Map<PersonId, Spans.Spans> =>
  new Map(
    [...Map.groupBy(shifts, ({ person }) => person)].map(([person, those]) => [
      person,
      Spans.union(those.map(({ from, to }) => [from, to]))
    ])
  )

const pairs = (spans: Spans.Spans): ReadonlyArray<readonly [from: number, to: number]> =>
  spans.flatMap((from, index) => (index % 2 === 0 ? [[from, spans[index + 1] ?? from] as const] : []))

/** The line of the last event that has begun by then. */
const lineAt = (shifts: ReadonlyArray<Seen>, at: string): number =>
  shifts.reduce((line, one) => (one.from <= at ? one.line : line), shifts[0]?.line ?? 1)

/** The dates that the calendar was written for; where an app has lost them, those of its shifts. */
const datesOf = ({ properties }: Component, shifts: ReadonlyArray<Seen>) => {
  const said = (name: string) => {
    const value = properties.find((property) => property.name === name)?.values[0]
    return isDate(value) ? value : undefined
  }
  const dates = shifts.map(({ from }) => from.slice(0, 10)).sort()
  const last = Date.parse(dates.at(-1) ?? "1970-01-01") / dayMillis
  return {
    from: said("x-dualops-from") ?? dates[0] ?? "1970-01-01",
    until: said("x-dualops-until") ?? fromNumber(last + 1)
  }
}

const isDate = Schema.is(CalendarDate)
const isReason = Schema.is(Absence.fields.reason)

const absenceOf = ({ from, person, reason, summary, until }: Seen): Absence => ({
  person,
  from,
  until,
  reason: isReason(reason) ? reason : (reasons.find(([words]) => words.test(summary))?.[1] ?? "leave")
})

/** What other systems call the reasons. */
const reasons: ReadonlyArray<readonly [RegExp, Absence["reason"]]> = [
  [/病|sick|ill\b/i, "sick"],
  [/出差|差旅|travel|trip/i, "travel"],
  [/培训|training|course/i, "training"],
  [/离职|no longer/i, "left"]
]

const overrideOf = ({ from, person, until }: Pick<Seen, "from" | "person" | "until">, reason: string): Override => ({
  person,
  from,
  until,
  reason: reason === "" ? { zh: "在日历中改动。", en: "Changed in the calendar." } : { zh: reason, en: reason }
})

/** An event of another system is called as it is there. */
const nameOf = ({ from, uid }: Seen): string => `${uid === "" ? "event" : uid.slice(0, 100)} ${from}`

/** Things of one name are told apart by numbers. */
const unique = <A>(named: ReadonlyArray<readonly [name: string, A]>): ReadonlyArray<readonly [name: string, A]> => {
  const times = new Map<string, number>()
  return named.map(([name, one]) => {
    const time = (times.get(name) ?? 0) + 1
    times.set(name, time)
    return [time === 1 ? name : `${name} (${time})`, one]
  })
}
