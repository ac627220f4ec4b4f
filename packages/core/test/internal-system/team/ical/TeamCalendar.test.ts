/** Rosters and absences as a calendar: what apps show, what comes back, and what another library makes of the same file. */
import { type Handbook, Shift, TeamCalendar, TeamCalendarFile, WallClock } from "@dualops/core"
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

describe("a calendar in which shifts were moved by hand", () => {
  const unfolded = (ics: string) => ics.replaceAll("\r\n ", "")
  /** What Google Calendar does to a file of another: properties that it does not know are gone. */
  const forgetful = (ics: string) => unfolded(ics).replaceAll(/^X-DUALOPS.*\r\n/gm, "")
  const week = TeamCalendar.write(teaHouse, { from: "2026-09-14", until: "2026-09-19", stamp })
  const given = (ics: string) => {
    const { rosters } = Result.getOrThrow(TeamCalendarFile.read("team.ics", ics, teaHouse))
    return Object.values(rosters.desk?.overrides ?? {})
      .slice(1)
      .map(({ from, person, until }) => `${person} ${from}–${until}`)
  }
  const change = (from: string, to: string) => (ics: string) => {
    assert.include(ics, from)
    return ics.replace(from, to)
  }
  const monday = (part: string) => new RegExp(`(UID:shift\\.desk\\.20260914T0900[\\s\\S]*?)${part}`)

  it("gives an override to whoever has got a shift", () => {
    for (const lost of [unfolded, forgetful]) {
      assert.deepStrictEqual(given(lost(week).replace(monday("· 林晓"), "$1· 何川")), [
        "he 2026-09-14T09:00–2026-09-14T21:00"
      ])
    }
  })

  it("gives an override for the hour that a shift was made longer", () => {
    const longer = unfolded(week).replace(
      monday("DTEND;TZID=Asia/Shanghai:20260914T210000"),
      "$1DTEND:20260914T140000Z"
    )
    assert.deepStrictEqual(given(longer), ["lin 2026-09-14T21:00–2026-09-14T22:00"])
  })

  it("is what the roster then says, whoever is given whatever", () => {
    const changes = fc.array(fc.record({ shift: fc.nat(4), person: fc.constantFrom("林晓", "何川", "周宁", "唐岚") }), {
      maxLength: 5
    })
    fc.assert(
      fc.property(changes, fc.boolean(), (all, lost) => {
        let ics = lost ? forgetful(week) : unfolded(week)
        for (const { person, shift } of all) {
          let index = -1
          ics = ics.replaceAll(/(SUMMARY:值班 · ).*/g, (line, before) =>
            ++index === shift ? `${before}${person}` : line
          )
        }
        const names = Object.entries(teaHouse.team.people)
        const shown = [...ics.matchAll(/UID:shift[\s\S]*?SUMMARY:值班 · (.*)\r/g)].map(
          ([, name]) => names.find(([, one]) => one.name === name)?.[0]
        )
        const read = Result.getOrThrow(TeamCalendarFile.read("team.ics", ics, teaHouse)).rosters.desk
        if (read === undefined) throw new Error("The desk is there.")
        const wall = WallClock.make(teaHouse.timeZone)
        const [from, until] = ["2026-09-14", "2026-09-19"].map((date) => wall.reaches(Date.parse(`${date}T00:00Z`)))
        const resolved = Shift.resolve(read, {
          wall,
          from: from ?? 0,
          until: until ?? 0,
          absences: Object.values(teaHouse.team.absences ?? {})
        })
        assert.deepStrictEqual<unknown>(
          resolved.map(({ person }) => person),
          shown
        )
      })
    )
  })

  it("is not taken where a shift was deleted, cancelled, or given to two", () => {
    const code = (ics: string) =>
      Result.getOrThrow(Result.flip(TeamCalendarFile.read("team.ics", ics, teaHouse))).map(
        ({ code, message, where }) => `${where.line} ${code}: ${message.en}`
      )
    const [first = ""] = /BEGIN:VEVENT[\s\S]*?END:VEVENT\r\n/.exec(unfolded(week)) ?? []
    const line = unfolded(week).slice(0, unfolded(week).indexOf("BEGIN:VEVENT")).split("\r\n").length
    const missing =
      "calendar-file/shift-missing: From 2026-09-14T09:00 until 2026-09-14T21:00 a shift of the roster desk is not in the calendar."
    assert.deepStrictEqual(code(change(first, "")(unfolded(week))), [`${line} ${missing}`])
    assert.deepStrictEqual(code(change("SUMMARY", "STATUS:CANCELLED\r\nSUMMARY")(unfolded(week))), [
      `${line + 10} ${missing}`
    ])
    const twice = first.replace("T0900@", "T0901@").replace("· 林晓", "· 何川")
    assert.deepStrictEqual(code(change("BEGIN:VEVENT", `${twice}BEGIN:VEVENT`)(unfolded(week))), [
      `${line + 9} calendar-file/two-at-once: From 2026-09-14T09:00 on two have the roster desk at once: he, lin.`
    ])
  })

  it("takes a shift for given up when its person has an absence", () => {
    const trip = unfolded(week).replace(
      "BEGIN:VEVENT",
      "BEGIN:VEVENT\r\nUID:hr\r\nDTSTART;VALUE=DATE:20260914\r\nSUMMARY:林晓 病假\r\nEND:VEVENT\r\nBEGIN:VEVENT"
    )
    const { absences, rosters } = Result.getOrThrow(TeamCalendarFile.read("team.ics", trip, teaHouse))
    assert.deepStrictEqual<unknown>(absences["hr 2026-09-14T00:00"], {
      person: "lin",
      from: "2026-09-14T00:00",
      until: "2026-09-15T00:00",
      reason: "sick"
    })
    assertEquals<unknown>(rosters.desk, teaHouse.team.rosters?.["desk" as never]) // an id is a brand over this text
  })
})
