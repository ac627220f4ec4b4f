/** Who has a roster when: turns, swaps, overrides and absences. */
import { Person, Roster, Shift, WallClock } from "@dualops/core"
import { describe, expect, it } from "@effect/vitest"
import { Schema } from "effect"
import * as fc from "fast-check"

const wall = WallClock.make("Asia/Shanghai")
const at = (text: string) => Date.parse(`${text}:00+08:00`)
const decode = Schema.decodeUnknownSync(Roster.Roster)
const both = (text: string) => ({ zh: text, en: text })

const desk = {
  title: both("值班"),
  rotations: { week: { people: ["ann", "bo"], from: "2026-06-01", days: 1, hours: [{ from: "09:00", to: "18:00" }] } }
}
const resolved = (roster: unknown, absences: Shift.Horizon["absences"] = [], days = 3) =>
  Shift.resolve(decode(roster), {
    wall,
    from: at("2026-06-01T00:00"),
    until: at("2026-06-01T00:00") + days * 86_400_000,
    absences
  }).map(({ from, person, to }) => `${person} ${hours(from)}–${hours(to)}`)
const hours = (millis: number) => new Date(wall.wallAt(millis)).toISOString().slice(8, 16)

describe("Shift", () => {
  it("people take turns", () => {
    expect(resolved(desk)).toEqual(["ann 01T09:00–01T18:00", "bo 02T09:00–02T18:00", "ann 03T09:00–03T18:00"])
  })

  it("a swap gives what the one has in its window to the other, and giving back is a second one", () => {
    const swap = { gives: "ann", takes: "bo", from: "2026-06-01T12:00", until: "2026-06-03T12:00" }
    const back = { gives: "bo", takes: "ann", from: "2026-06-01T15:00", until: "2026-06-02T00:00" }
    expect(resolved({ ...desk, swaps: { swap, back } })).toEqual([
      "ann 01T09:00–01T12:00",
      "bo 01T12:00–01T15:00",
      "ann 01T15:00–01T18:00",
      "bo 02T09:00–02T18:00",
      "bo 03T09:00–03T12:00",
      "ann 03T12:00–03T18:00"
    ])
  })

  it("an override wins over a swap, and an absence over all", () => {
    const swap = { gives: "ann", takes: "bo", from: "2026-06-01T00:00", until: "2026-06-02T00:00" }
    const night = { person: "cai", from: "2026-06-01T17:00", until: "2026-06-01T20:00", reason: both("突发") }
    const roster = { ...desk, swaps: { swap }, overrides: { night } }
    expect(resolved(roster, [], 1)).toEqual(["bo 01T09:00–01T17:00", "cai 01T17:00–01T20:00"])
    const sick = Schema.decodeUnknownSync(Person.Absence)({
      person: "cai",
      from: "2026-06-01T18:00",
      until: "2026-06-03T00:00",
      reason: "sick"
    })
    expect(resolved(roster, [sick], 1)).toEqual(["bo 01T09:00–01T17:00", "cai 01T17:00–01T18:00"])
  })

  it("a change of people moves nobody's shift before its date", () => {
    const people = fc.uniqueArray(fc.constantFrom("ann", "bo", "cai", "di", "eve"), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(
        people,
        people,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 27 }),
        (before, after, days, date) => {
          const rotation = { ...desk.rotations.week, people: before, days }
          const from = `2026-06-${String(date + 1).padStart(2, "0")}`
          const old = decode({ ...desk, rotations: { week: rotation } })
          const week = old.rotations.week
          const newcomers = decode({ ...desk, rotations: { week: { ...rotation, people: after } } }).rotations.week
          if (week === undefined || newcomers === undefined) throw new Error("The rotation is there.")
          const { since, until } = Shift.changed(week, newcomers.people, from)
          const horizon = { wall, from: at("2026-06-01T00:00"), until: at(`${from}T00:00`), absences: [] }
          expect(Shift.resolve({ ...old, rotations: { until, since } }, horizon)).toEqual(Shift.resolve(old, horizon))
        }
      )
    )
  })
})
