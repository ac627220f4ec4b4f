/** Rosters and absences as a calendar: what apps show, what comes back, and what another library makes of the same file. */
import { WallClock } from "@dualops/core/calendar"
import { TeamCalendar, TeamCalendarFile } from "@dualops/core/files"
import type { Handbook } from "@dualops/core/handbook"
import { Shift } from "@dualops/core/team"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { DateTime, Result } from "effect"
import * as fc from "fast-check"
import ICAL from "ical.js"
import nodeIcal from "node-ical"
import { someTeam } from "../../../handbook/continuity/someTeams.ts"
import { teaHouse } from "../../../handbook/teaHouse.ts"

const stamp = DateTime.makeUnsafe("2026-01-01T00:00:00Z")
const day = 24 * 3_600_000
const text = fc.string({
  unit: fc.constantFrom("茶", "🍵", "a", ",", ";", "\\", "\n", '"', ":", " ", "@", "%", "/"),
  minLength: 1,
  maxLength: 60
})

/** A team in which everybody is called by their id and rosters and absences anyhow, in a zone whose clocks may change; and nine days. */
const team = fc.record({ some: someTeam, title: text }).map(({ some: { book, from }, title }) => {
  const wall = WallClock.make(book.timeZone)
  const date = (days: number) => new Date(wall.wallAt(from) + days * day).toISOString().slice(0, 10)
  const people = Object.fromEntries(Object.entries(book.team.people).map(([id, one]) => [id, { ...one, name: id }]))
  const called = <A>(all: Readonly<Record<string, A>> = {}, more?: object) =>
    Object.fromEntries(Object.entries(all).map(([id, one]) => [`${id}${title}`, { ...one, ...more }]))
  const absences = called(book.team.absences)
  const rosters = called(book.team.rosters, { title: { zh: title, en: title } })
  // Ids are brands over the same texts.
  const named = { ...book, team: { ...book.team, people, rosters, absences } } as Handbook.Handbook
  return { book: named, wall, absences, dates: { from: date(-1), until: date(8) } }
})

type Some = typeof team extends fc.Arbitrary<infer A> ? A : never
const written = ({ book, dates }: Some) => TeamCalendar.write(book, { ...dates, stamp })
const horizonOf = ({ absences, dates, wall }: Some) => ({
  wall,
  from: wall.reaches(Date.parse(`${dates.from}T00:00Z`)),
  until: wall.reaches(Date.parse(`${dates.until}T00:00Z`)),
  absences: Object.values(absences)
})

/** An event as another library reads it. */
interface Told {
  readonly uid: string
  readonly summary: string
  readonly description: string
  readonly from: number
  readonly to: number
}

const byNodeIcal = (ics: string): ReadonlyArray<Told> =>
  Object.values(nodeIcal.sync.parseICS(ics)).flatMap((one) =>
    one?.type === "VEVENT"
      ? [
          {
            uid: one.uid,
            summary: String(one.summary),
            description: String(one.description ?? ""),
            from: one.start.getTime(),
            to: one.end?.getTime() ?? 0
          }
        ]
      : []
  )

const byIcalJs = (ics: string): ReadonlyArray<Told> => {
  const calendar = new ICAL.Component(ICAL.parse(ics))
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent("vtimezone") ?? {})
  const millis = (time: ICAL.Time) => {
    if (time.zone === ICAL.Timezone.utcTimezone) return time.toUnixTime() * 1000
    const there = time.clone()
    there.zone = zone
    return there.toUnixTime() * 1000
  }
  return calendar.getAllSubcomponents("vevent").map((one) => {
    const event = new ICAL.Event(one)
    return {
      uid: event.uid,
      summary: event.summary,
      description: event.description,
      from: millis(event.startDate),
      to: millis(event.endDate)
    }
  })
}

describe("a calendar of the team", () => {
  it("comes back as the rosters and absences that were exported", () => {
    fc.assert(
      fc.property(team, (some) => {
        const { absences = {}, rosters = {} } = some.book.team
        assertEquals(TeamCalendarFile.read("team.ics", written(some), some.book), Result.succeed({ rosters, absences }))
      })
    )
  })

  const readers = {
    "that knows the zone by its name": byNodeIcal,
    "that works the zone out as the file describes it": byIcalJs
  }
  for (const [which, read] of Object.entries(readers)) {
    it(`says the same to a library ${which}, as the rosters do: nights, swaps, absences and changes of the clocks`, () => {
      fc.assert(
        fc.property(team, (some) => {
          const told = read(written(some))
          for (const [id, roster] of Object.entries(some.book.team.rosters ?? {})) {
            const shifts = told.filter(({ uid }) => uid.startsWith(`shift.${encodeURIComponent(id)}.`))
            assert.deepStrictEqual<unknown>(
              shifts.map(({ from, summary, to }) => ({ person: summary.split(" · ").at(-1), from, to })),
              Shift.resolve(roster, horizonOf(some))
            )
          }
        })
      )
    })
  }

  it("has lines of 75 octets at most that end with CR and LF, and cuts no character in two", () => {
    fc.assert(
      fc.property(team, (some) => {
        const all = written(some)
        assert.isTrue(all.endsWith("END:VCALENDAR\r\n"))
        for (const line of all.split("\r\n")) {
          assert.isAtMost(new TextEncoder().encode(line).length, 75)
          assert.isTrue(line.isWellFormed() && !/[\r\n]/.test(line))
        }
      })
    )
  })

  it("has the same names for the same shifts when it is exported again", () => {
    const names = (from: string) =>
      TeamCalendar.write(teaHouse, { from, until: "2026-09-21", stamp })
        .split("\r\n")
        .filter((line) => line.startsWith("UID:shift."))
    assert.deepStrictEqual(names("2026-09-15"), names("2026-09-14").slice(1))
  })

  it("shows who really works, and whose turn it would have been", () => {
    const events = byNodeIcal(
      TeamCalendar.write(teaHouse, { from: "2026-09-17", until: "2026-09-21", stamp, language: "en" })
    )
    assert.deepStrictEqual(
      events.map(({ description, from, summary }) =>
        [new Date(from + day / 3).toISOString().slice(8, 16), summary, description].join(" ").trim()
      ),
      [
        "17T09:00 Desk · 林晓 Instead of 何川.",
        "18T09:00 Desk · 林晓",
        "18T20:00 Desk · 唐岚 Instead of 林晓.",
        "19T09:00 Desk · 何川",
        "20T08:00 Business trip · 林晓",
        "15T08:00 No longer here · 吴桐"
      ]
    )
  })
})
