/** The identity of a shift: what an app has after a second calendar, and what of that comes back. */
import { TeamCalendar, TeamCalendarFile } from "@dualops/core/files"
import type { Handbook } from "@dualops/core/handbook"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Result } from "effect"
import * as fc from "fast-check"
import nodeIcal from "node-ical"
import * as ShiftUid from "../../../../src/internal-system/team/ical/ShiftUid.ts"
import { teaHouse } from "../../../handbook/teaHouse.ts"

const stamp = DateTime.makeUnsafe("2026-01-01T00:00:00Z")
const dates = { from: "2026-09-14", until: "2026-09-19" }
const written = (book: Handbook.Handbook) => TeamCalendar.write(book, { ...dates, stamp }).replaceAll("\r\n ", "")

/** The same team, with other hours of every rotation of the desk. */
const withHours = (from: string, to: string): Handbook.Handbook => {
  const { desk } = teaHouse.team.rosters as Readonly<Record<string, (typeof teaHouse.team.rosters & object)[never]>>
  if (desk === undefined) throw new Error("The desk is there.")
  const rotations = Object.fromEntries(
    Object.entries(desk.rotations).map(([name, one]) => [name, { ...one, hours: [{ from, to }] }])
  )
  return { ...teaHouse, team: { ...teaHouse.team, rosters: { desk: { ...desk, rotations } } } } as Handbook.Handbook // ids are brands
}

const events = (ics: string) => [...ics.matchAll(/BEGIN:VEVENT[\s\S]*?END:VEVENT\r\n/g)].map(([text]) => text)
const uidOf = (event: string) => /UID:(.*)\r/.exec(event)?.[1] ?? ""
/** What an app makes of two calendars: it changes the events that it has, and adds the others; the first one's head stays. */
const app = (first: string, second: string): string => {
  const all = new Map([...events(first), ...events(second)].map((event) => [uidOf(event), event]))
  return `${first.slice(0, first.indexOf("BEGIN:VEVENT"))}${[...all.values()].join("")}END:VCALENDAR\r\n`
}
/** The names that an earlier edition gave: by the first hour. */
const formerly = (ics: string): string =>
  events(ics).reduce(
    (all, event) =>
      all.replace(
        event,
        event.replace(
          /UID:shift\.([^.]+)\..*@/,
          (_, roster) => `UID:shift.${roster}.${/DTSTART;.*:(\d{8}T\d{4})/.exec(event)?.[1]}@`
        )
      ),
    ics
  )
/** What the rosters get beside what the handbook says, or what is wrong. */
const changed = (ics: string, book: Handbook.Handbook): ReadonlyArray<string> => {
  const read = TeamCalendarFile.read("app.ics", ics, book)
  if (Result.isFailure(read)) return read.failure.map(({ message }) => message.en)
  const before = Object.values(book.team.rosters ?? {})[0]
  const after = read.success.rosters.desk
  assert.deepStrictEqual<unknown>(after?.rotations, before?.rotations)
  return Object.entries(after?.overrides ?? {})
    .filter(([name]) => !Object.hasOwn(before?.overrides ?? {}, name))
    .map(([, { from, person, until }]) => `${person} ${from}–${until}`)
}

describe("a shift whose hours have changed", () => {
  const nine = withHours("09:00", "21:00")
  const ten = withHours("10:00", "22:00")

  it("is the same event in an app, as another library reads it", () => {
    const uids = (book: Handbook.Handbook) =>
      Object.keys(nodeIcal.sync.parseICS(written(book))).filter((uid) => uid.startsWith("shift"))
    assert.deepStrictEqual(uids(ten), uids(nine))
    assert.strictEqual(events(app(written(nine), written(ten))).length, events(written(ten)).length)
  })

  it("comes back without an hour that was given up, be the calendar old, new, or both", () => {
    for (const ics of [
      written(nine),
      written(ten),
      app(written(nine), written(ten)),
      app(formerly(written(nine)), written(ten))
    ])
      assert.deepStrictEqual(changed(ics, ten), [])
    for (const ics of [formerly(written(nine)), formerly(written(ten))]) assert.deepStrictEqual(changed(ics, ten), [])
  })

  it("is given to whoever has it in the calendar, for the hours that it still has", () => {
    const given = (ics: string) => ics.replace(/(UID:shift\.desk\.[^.]*\.20260914@[\s\S]*?)· 林晓/, "$1· 何川")
    assert.deepStrictEqual(changed(given(written(ten)), ten), ["he 2026-09-14T10:00–2026-09-14T22:00"])
    assert.deepStrictEqual(changed(given(written(nine)), ten), ["he 2026-09-14T10:00–2026-09-14T21:00"])
  })
})

describe("the name of a shift", () => {
  const name = fc.string({
    unit: fc.constantFrom("a", ".", "@", "茶", "%", "-", " ", "T", "2"),
    minLength: 1,
    maxLength: 12
  })
  const date = fc.integer({ min: 0, max: 20_000 }).map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10))

  it("says which roster and date, whatever these are called, and is another for another shift", () => {
    const shift = fc.record({
      roster: name,
      rotation: fc.option(name, { nil: undefined }),
      date,
      piece: fc.integer({ min: 1, max: 12 })
    })
    fc.assert(
      fc.property(shift, shift, (one, other) => {
        const uid = ShiftUid.ofShift(one, "1000000001")
        assert.deepStrictEqual(ShiftUid.read(uid), { kind: "shift", name: one.roster, date: one.date, former: false })
        assert.strictEqual(uid === ShiftUid.ofShift(other, "1000000001"), JSON.stringify(one) === JSON.stringify(other))
      })
    )
  })

  it("is known as an earlier edition wrote it, and a stranger's is not", () => {
    assert.deepStrictEqual(ShiftUid.read("shift.a.b%20c.20260914T0900@1.dualops"), {
      kind: "shift",
      name: "a.b c",
      date: "2026-09-14",
      former: true
    })
    for (const uid of [
      "1",
      "shift.desk@1.dualops",
      "shift.%E0.week.20260914@1.dualops",
      "shift.a.b.20260914@1.example"
    ])
      assert.strictEqual(ShiftUid.read(uid), undefined)
  })
})
