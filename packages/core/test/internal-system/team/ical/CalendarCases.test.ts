/** Calendars that other tools read wrong, as their users have reported them. */
import { readFileSync } from "node:fs"
import { HandbookFile } from "@dualops/core/files"
import { assert, describe, it } from "@effect/vitest"
import { Result } from "effect"
import { absences, begins, cases, event, skipped } from "./xinghe.ts"

const meant: Readonly<Record<string, ReadonlyArray<string>>> = {
  "01-wkst/weekly.ics": ["07T09:00", "14T09:00", "21T09:00"].map(
    (day) => `lin 2026-09-${day}–2026-09-${day.slice(0, 2)}T11:00`
  ),
  "01-wkst/mo.ics": ["01", "06", "15", "20"].map((day) => `lin 2026-09-${day}T09:00–2026-09-${day}T11:00`),
  "01-wkst/su.ics": ["01", "13", "15", "27"].map((day) => `lin 2026-09-${day}T09:00–2026-09-${day}T11:00`),
  "02-tzid-cst/cst.ics": ["lin 2026-10-19T09:00–2026-10-19T18:00"],
  "03-customized-zone/outlook.ics": ["lin 2026-10-19T08:00–2026-10-19T17:00"],
  "03-customized-zone/mountain.ics": ["lin 2026-12-02T00:00–2026-12-02T09:00"],
  "04-exdate-date/exdate.ics": ["07", "21", "28"].map((day) => `lin 2026-09-${day}T09:00–2026-09-${day}T11:00`),
  "05-this-and-future/range.ics": [
    ...["07", "14"].map((day) => `lin 2026-09-${day}T09:00–2026-09-${day}T11:00`),
    ...["21", "28"].map((day) => `lin 2026-09-${day}T14:00–2026-09-${day}T16:00`)
  ],
  "07-sequence/moved.ics": ["lin 2026-10-26T00:00–2026-10-31T00:00"],
  "07-sequence/override.ics": ["lin 2026-09-07T09:00–2026-09-07T11:00", "lin 2026-09-14T14:00–2026-09-14T16:00"],
  "08-declined/one.ics": [],
  "08-declined/two.ics": ["zhou 2026-09-07T00:00–2026-09-08T00:00"],
  "09-octet-fold/folded.ics": ["lin 2026-10-19T00:00–2026-10-24T00:00"]
}

describe("a calendar that other tools read wrong", () => {
  for (const [file, right] of Object.entries(meant))
    it.skipIf(cases === undefined)(`is read as it is meant: ${file}${skipped}`, () => {
      assert.deepStrictEqual(absences(readFileSync(`${cases}/${file}`)), right)
    })

  it.skipIf(cases === undefined)(`has a handbook whose zone is told, not run on Chicago's clock${skipped}`, () => {
    const read = HandbookFile.read("cst.yaml", readFileSync(`${cases}/31-zone-names/cst.yaml`, "utf8"))
    const found = Result.getOrThrow(Result.flip(read))
    assert.deepStrictEqual(
      found.map(({ where }) => where.path),
      ["timeZone", "calendars.office.timeZone"]
    )
    assert.include(found[0]?.message.en, "CST may mean Asia/Shanghai, America/Chicago, America/Havana")
  })
})

/** A weekly morning in Berlin, 10:00, which is 16:00 in Shanghai. */
const berlin = (...lines: ReadonlyArray<string>) =>
  event("DTSTART;TZID=Europe/Berlin:20260907T100000", "DTEND;TZID=Europe/Berlin:20260907T110000", ...lines)
const day = ["DTSTART;VALUE=DATE:20260907", "DTEND;VALUE=DATE:20260908", "RRULE:FREQ=WEEKLY;COUNT=3"]
const town = (...lines: ReadonlyArray<string>) =>
  event("UID:", ...lines.map((line) => line.replace("=@", "=China Standard Time")))

describe("a calendar as users of other tools have reported it", () => {
  it.each([
    [
      "niccokunzmann/python-recurring-ical-events#20: several dates in one EXDATE, in the zone of the series",
      [berlin("RRULE:FREQ=WEEKLY;COUNT=4", "EXDATE;TZID=Europe/Berlin:20260914T100000,20260921T100000")],
      ["2026-09-07T16:00", "2026-09-28T16:00"]
    ],
    [
      "Jorricks/iCal-library#8: one EXDATE a line",
      [
        berlin(
          "RRULE:FREQ=WEEKLY;COUNT=4",
          "EXDATE;TZID=Europe/Berlin:20260914T100000",
          "EXDATE;TZID=Europe/Berlin:20260928T100000"
        )
      ],
      ["2026-09-07T16:00", "2026-09-21T16:00"]
    ],
    [
      "jens-maus/node-ical#454: whole days left out by a time, as Exchange writes it",
      [event(...day, "EXDATE;TZID=China Standard Time:20260914T000000")],
      ["2026-09-07T00:00", "2026-09-21T00:00"]
    ],
    [
      "jens-maus/node-ical#454: the same in UTC",
      [event(...day, "EXDATE:20260913T160000Z")],
      ["2026-09-07T00:00", "2026-09-21T00:00"]
    ],
    [
      "tutao/tutanota#5318: whole days left out by a floating midnight",
      [event(...day, "EXDATE:20260914T000000")],
      ["2026-09-07T00:00", "2026-09-21T00:00"]
    ],
    [
      "kewisch/ical.js#257: EXDATE and UNTIL in UTC, and one occurrence moved",
      [
        berlin("RRULE:FREQ=WEEKLY;UNTIL=20261005T080000Z", "EXDATE:20260921T080000Z", "SEQUENCE:3"),
        event(
          "RECURRENCE-ID;TZID=Europe/Berlin:20260914T100000",
          "DTSTART;TZID=Europe/Berlin:20260914T120000",
          "DTEND;TZID=Europe/Berlin:20260914T130000",
          "SEQUENCE:2"
        )
      ],
      ["2026-09-07T16:00", "2026-09-28T16:00", "2026-10-05T16:00", "2026-09-14T18:00"]
    ],
    [
      "u01jmg3/ics-parser#129: a moved occurrence is no second one",
      [
        event(
          'DTSTART;TZID="Asia/Shanghai":20260910T090000',
          'DTEND;TZID="Asia/Shanghai":20260910T100000',
          "RRULE:FREQ=WEEKLY;UNTIL=20261001T035959Z;INTERVAL=2;BYDAY=TH"
        ),
        event(
          'RECURRENCE-ID;TZID="Asia/Shanghai":20260924T090000',
          'DTSTART;TZID="Asia/Shanghai":20260924T140000',
          'DTEND;TZID="Asia/Shanghai":20260924T150000'
        )
      ],
      ["2026-09-10T09:00", "2026-09-24T14:00"]
    ],
    [
      "derekantrican/GAS-ICS-Sync#254: events whose UID is empty are different ones",
      [
        town("DTSTART;TZID=@:20260907T160000", "DTEND;TZID=@:20260907T190000"),
        town("DTSTART;TZID=@:20260908T160000", "DTEND;TZID=@:20260908T190000")
      ],
      ["2026-09-07T16:00", "2026-09-08T16:00"]
    ]
  ] as const)("is read as it is meant, %s", (_, events, right) => {
    assert.deepStrictEqual(begins(...events), [...right])
  })
})
