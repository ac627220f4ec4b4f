/** Who has a roster when: turns, swaps, overrides and absences. */
import { WallClock } from "@dualops/core/calendar"
import { Person, Roster, Shift } from "@dualops/core/team"
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

  it("a swap gives every shift of the one that its window meets to the other, whole, and giving back is a second one", () => {
    const swap = { gives: "ann", takes: "bo", from: "2026-06-01T12:00", until: "2026-06-03T12:00" }
    const back = { gives: "bo", takes: "ann", from: "2026-06-01T15:00", until: "2026-06-02T00:00" }
    expect(resolved({ ...desk, swaps: { swap } })).toEqual([
      "bo 01T09:00–01T18:00",
      "bo 02T09:00–02T18:00",
      "bo 03T09:00–03T18:00"
    ])
    expect(resolved({ ...desk, swaps: { swap, back } })).toEqual([
      "ann 01T09:00–01T18:00",
      "bo 02T09:00–02T18:00",
      "bo 03T09:00–03T18:00"
    ])
  })

  it("a swap follows its shift when the hours of the rotation move, and leaves no hour with whoever gave it", () => {
    const swap = { gives: "ann", takes: "bo", from: "2026-06-01T10:00", until: "2026-06-01T18:00" }
    for (const [from, to] of [
      ["10:00", "18:00"],
      ["09:00", "17:00"],
      ["13:00", "21:00"],
      ["17:00", "01:00"]
    ]) {
      const week = { ...desk.rotations.week, hours: [{ from, to }] }
      const [first] = resolved({ ...desk, rotations: { week }, swaps: { swap } }, [], 2)
      expect(first).toMatch(new RegExp(`^bo 01T${from}`))
      expect(resolved({ ...desk, rotations: { week }, swaps: { swap } }, [], 1).join()).not.toContain("ann")
    }
  })

  it("a swap takes neither the other half of a day that is worked in two, nor the night that began before it", () => {
    const swap = { gives: "ann", takes: "bo", from: "2026-06-01T13:00", until: "2026-06-01T18:00" }
    const halves = [
      { from: "08:00", to: "12:00" },
      { from: "13:00", to: "18:00" }
    ]
    const two = { ...desk, rotations: { week: { ...desk.rotations.week, hours: halves } }, swaps: { swap } }
    expect(resolved(two, [], 1)).toEqual(["ann 01T08:00–01T12:00", "bo 01T13:00–01T18:00"])
    const nights = { ...desk.rotations.week, people: ["ann"], hours: [{ from: "22:00", to: "06:00" }] }
    const next = { ...swap, from: "2026-06-02T05:00", until: "2026-06-03T00:00" }
    expect(resolved({ ...desk, rotations: { nights }, swaps: { next } }, [], 2)).toEqual([
      "ann 01T22:00–02T06:00",
      "bo 02T22:00–03T00:00"
    ])
  })

  it("nobody's turn is spent on a day that is not worked", () => {
    const on = ["monday", "tuesday", "wednesday", "thursday", "friday"]
    const turns = (days: number, people: ReadonlyArray<string>, more = {}) =>
      resolved({ ...desk, rotations: { week: { ...desk.rotations.week, days, on, people, ...more } } }, [], 14)
        .map((line) => line.split(" ")[0])
        .join(" ")
    expect(turns(1, ["a", "b", "c"])).toBe("a b c a b c a b c a")
    expect(turns(2, ["a", "b", "c"])).toBe("a a b b c c a a b b")
    expect(turns(5, ["a", "b", "c"])).toBe("a a a a a b b b b b")
    expect(turns(1, ["a", "b"], { on: ["monday"] })).toBe("a b")
    expect(turns(3, ["a", "b"], { from: "2026-06-06" })).toBe("a a a b b")
  })

  it("turns of whole weeks change with the week, however many of its days are worked", () => {
    const rotation = fc.record({
      people: fc.uniqueArray(fc.constantFrom("a", "b", "c"), { minLength: 1 }),
      weeks: fc.integer({ min: 1, max: 3 }),
      on: fc.uniqueArray(fc.constantFrom("monday", "wednesday", "saturday", "sunday"), { minLength: 1 })
    })
    fc.assert(
      fc.property(rotation, ({ on, people, weeks }) => {
        const week = { ...desk.rotations.week, people, on, days: weeks * 7 }
        for (const line of resolved({ ...desk, rotations: { week } }, [], 28)) {
          const [person, hours = ""] = line.split(" ")
          const turn = Math.floor((Number(hours.slice(0, 2)) - 1) / (weeks * 7))
          expect(person).toBe(people[turn % people.length])
        }
      })
    )
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
        fc.option(fc.uniqueArray(fc.constantFrom("monday", "tuesday", "friday", "sunday"), { minLength: 1 })),
        (before, after, days, date, on) => {
          const rotation = { ...desk.rotations.week, people: before, days, ...(on === null ? {} : { on }) }
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
