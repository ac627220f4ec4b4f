/**
 * The team's rosters and absences as a calendar (iCalendar, RFC 5545), for the apps in which people look at their shifts.
 *
 * The calendar holds the table that `Shift.resolve` works out, an event a shift, for the dates that are asked for: turns, swaps, overrides,
 * absences and changes of the clocks are all in it, and every app shows the same. Recurring events are not written: half a day's override
 * would cut a series, and apps disagree on what is left of it. What the table does not tell stands in properties of our own: the rosters as
 * they are written (`X-DUALOPS-ROSTER`) and the dates (`X-DUALOPS-FROM`, `X-DUALOPS-UNTIL`) at the calendar, the person and the reason of an
 * absence at the event. Which shift an event is, is said by its UID (`ShiftUid`), which every app keeps. `TeamCalendarFile` reads it back.
 *
 * @module
 */
import { DateTime, Record, Schema } from "effect"
import { type CalendarDate, dayMillis } from "../../../calendar/CalendarDate.ts"
import { onWall } from "../../../calendar/LocalTime.ts"
import type { Moment } from "../../../calendar/Moment.ts"
import * as Spans from "../../../calendar/Spans.ts"
import * as WallClock from "../../../calendar/WallClock.ts"
import type { Bilingual, Language } from "../../../finding/Bilingual.ts"
import type { PersonId } from "../../../process/Actor.ts"
import type { Absence } from "../Person.ts"
import { Roster, type RosterId } from "../Roster.ts"
import * as Shift from "../Shift.ts"
import type { Team } from "../Team.ts"
import { shownTwice, timeZone as vtimezone } from "./IcalZone.ts"
import { type Component, component, date, lines, local, type Property, plain, property, utc } from "./Jcal.ts"
import * as ShiftUid from "./ShiftUid.ts"

/** Whose calendar it is. A handbook is one. */
export interface Source {
  readonly brand: Bilingual
  readonly account: { readonly id: string }
  readonly timeZone: string
  readonly team: Team
}

/** For which dates, `until` not among them; and when it is written, for apps take the later of two. */
export interface Options {
  readonly from: CalendarDate
  readonly until: CalendarDate
  readonly stamp: Moment
  /** Only these rosters; every one unless it is said. */
  readonly rosters?: ReadonlyArray<RosterId> | undefined
  readonly language?: Language | undefined
}

/** A roster with its name, as the calendar carries it. */
export const Carried = Schema.fromJsonString(Schema.Struct({ id: Schema.NonEmptyString, roster: Roster }))

/** The text of the calendar. */
export const write = (source: Source, options: Options): string => {
  const { brand, team, timeZone } = source
  const { from, language = "zh", until } = options
  const wall = WallClock.make(timeZone)
  const horizon = { wall, from: wall.reaches(onWall(`${from}T00:00`)), until: wall.reaches(onWall(`${until}T00:00`)) }
  const rosters = Record.toEntries(team.rosters ?? {}).filter(([id]) => options.rosters?.includes(id) ?? true)
  const absences = Object.entries(team.absences ?? {})
  return lines(
    component(
      "vcalendar",
      [
        property("version", "2.0"),
        property("prodid", "-//dualops//team calendar//EN"),
        property("calscale", "GREGORIAN"),
        property("method", "PUBLISH"),
        plain("x-wr-calname", brand[language]),
        plain("x-wr-timezone", timeZone),
        property("x-dualops-from", from),
        property("x-dualops-until", until),
        ...rosters.map(([id, roster]) => property("x-dualops-roster", carry({ id, roster })))
      ],
      [
        vtimezone(
          timeZone,
          wall,
          timeOf(
            horizon,
            absences.map(([, one]) => one)
          )
        ),
        ...rosters.flatMap(([id, roster]) =>
          shiftEvents(source, options, { ...horizon, absences: absences.map(([, one]) => one) }, id, roster)
        ),
        ...absences.map(([name, absence]) => absenceEvent(source, options, name, absence))
      ]
    )
  )
}

/** All time that the calendar speaks of. */
const timeOf = (
  { from, until, wall }: Omit<Shift.Horizon, "absences">,
  absences: ReadonlyArray<Absence>
): Spans.Spans =>
  Spans.union([
    [from, until],
    ...absences
      .flatMap((one) => [one.from, one.until])
      .map((edge) => wall.reaches(onWall(edge)))
      .map((at) => [at - dayMillis, at + dayMillis])
  ])

const carry = Schema.encodeSync(Carried)

const shiftEvents = (
  { account, team, timeZone }: Source,
  { language = "zh", stamp }: Options,
  horizon: Shift.Horizon,
  id: RosterId,
  roster: Roster
): ReadonlyArray<Component> => {
  const onTheWall = (millis: number) => new Date(horizon.wall.wallAt(millis)).toISOString().slice(0, 16)
  const planned = Shift.planned(roster, horizon)
  const pieces = new Map<string, number>()
  return Shift.resolve(roster, horizon).map(({ from, person, to }) => {
    const turn = planned.find((one) => one.from < to && from < one.to)
    const instead = turn?.person
    const name = { roster: id, rotation: turn?.rotation, date: turn?.date ?? onTheWall(from).slice(0, 10) }
    const key = JSON.stringify(name)
    const piece = (pieces.get(key) ?? 0) + 1
    pieces.set(key, piece)
    return component(
      "vevent",
      [
        property("uid", ShiftUid.ofShift({ ...name, piece }, account.id)),
        utc("dtstamp", stamp),
        // An hour that the clocks show twice is read in both ways by apps.
        ...(
          [
            ["dtstart", from],
            ["dtend", to]
          ] as const
        ).map(([edge, at]) =>
          [from, to].some((one) => shownTwice(horizon.wall, one))
            ? utc(edge, DateTime.makeUnsafe(at))
            : local(edge, timeZone, onTheWall(at))
        ),
        property("summary", summary(roster.title[language], nameOf(team, person))),
        ...(instead === person
          ? []
          : [
              property(
                "description",
                instead === undefined ? words.besides[language] : words.instead[language](nameOf(team, instead))
              )
            ]),
        property("transp", "TRANSPARENT"),
        property("x-dualops-person", person)
      ],
      []
    )
  })
}

const absenceEvent = (
  { account, team, timeZone }: Source,
  { language = "zh", stamp }: Options,
  name: string,
  { from, person, reason, until }: Absence
): Component =>
  component(
    "vevent",
    [
      property("uid", ShiftUid.ofAbsence(name, account.id)),
      utc("dtstamp", stamp),
      // Whole days are such events as people make by hand.
      ...(
        [
          ["dtstart", from],
          ["dtend", until]
        ] as const
      ).map(
        ([edge, at]): Property =>
          from.endsWith("T00:00") && until.endsWith("T00:00") ? date(edge, at.slice(0, 10)) : local(edge, timeZone, at)
      ),
      property("summary", summary(reasons[reason][language], nameOf(team, person))),
      property("transp", "TRANSPARENT"),
      property("x-dualops-person", person),
      property("x-dualops-reason", reason)
    ],
    []
  )

const nameOf = ({ people }: Team, person: PersonId): string => people[person]?.name ?? person

const summary = (what: string, who: string): string => `${what} · ${who}`

/** What an absence is called. */
export const reasons: Readonly<Record<Absence["reason"], Bilingual>> = {
  leave: { zh: "请假", en: "Leave" },
  sick: { zh: "病假", en: "Sick leave" },
  travel: { zh: "出差", en: "Business trip" },
  training: { zh: "培训", en: "Training" },
  left: { zh: "离职", en: "No longer here" }
}

const words = {
  instead: { zh: (who: string) => `按轮换原为 ${who}。`, en: (who: string) => `Instead of ${who}.` },
  besides: { zh: "轮换之外加派。", en: "Besides the turns." }
}
