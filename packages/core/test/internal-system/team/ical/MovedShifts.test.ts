// Shifts that somebody has moved in a calendar app.
import { WallClock } from "@dualops/core/calendar"
import { TeamCalendar, TeamCalendarFile } from "@dualops/core/files"
import { Shift } from "@dualops/core/team"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { DateTime, Result } from "effect"
import * as fc from "fast-check"
import { teaHouse } from "../../../handbook/teaHouse.ts"

const stamp = DateTime.makeUnsafe("2026-01-01T00:00:00Z")

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
  const monday = (part: string) => new RegExp(`(UID:shift\\.desk\\.[^.]*\\.20260914[\\s\\S]*?)${part}`)

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
    const twice = first.replace(/(UID:shift.*20260914)@/, "$1.2@").replace("· 林晓", "· 何川")
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
