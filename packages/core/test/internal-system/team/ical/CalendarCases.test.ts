/** Calendars that other tools read wrong, as their users have reported them. */
import { readFileSync } from "node:fs"
import { HandbookFile } from "@dualops/core/files"
import { assert, describe, it } from "@effect/vitest"
import { Result } from "effect"
import { absences, cases, skipped } from "./xinghe.ts"

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
