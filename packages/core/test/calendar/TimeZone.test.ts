/** Names of time zones: what is one, what only looks like one, and what Windows calls them. */
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { TimeZone, WorkingCalendar } from "@dualops/core/calendar"
import { assert, describe, it } from "@effect/vitest"
import { Result, Schema } from "effect"
import { windowsZones } from "../../src/calendar/WindowsZones.ts"

const require = createRequire(import.meta.url)
const reads = Schema.decodeUnknownResult(TimeZone.TimeZone)

describe("the name of a time zone", () => {
  it("is one of the IANA data base, its old names among them", () => {
    for (const name of [
      "Asia/Shanghai",
      "America/Argentina/Buenos_Aires",
      "Etc/GMT-8",
      "UTC",
      "PRC",
      "Cuba",
      "EST5EDT"
    ])
      assert.isTrue(Result.isSuccess(reads(name)), name)
  })

  it("is no abbreviation, whatever computers take it for: not in any case of its letters", () => {
    for (const name of [
      "CST",
      "cst",
      "EST",
      "MST",
      "PST",
      "IST",
      "BST",
      "AST",
      "SST",
      "HST",
      "JST",
      "CTT",
      "ACT",
      "CNT"
    ]) {
      assert.isTrue(Result.isFailure(reads(name)), name)
      assert.isTrue(
        Result.isFailure(Schema.decodeUnknownResult(WorkingCalendar.WorkingCalendar)({ timeZone: name, week: "24x7" }))
      )
    }
  })

  it("that an abbreviation may stand for is told with it", () => {
    const message = (name: string) => String(Result.getOrThrow(Result.flip(reads(name))))
    assert.include(message("CST"), "CST may mean Asia/Shanghai, America/Chicago, America/Havana")
    assert.include(message("IST"), "Asia/Kolkata, Europe/Dublin, Asia/Jerusalem")
    for (const name of ["AST", "BST", "CST", "EST", "GST", "IST", "MST", "PST", "SST", "WST"])
      for (const zone of TimeZone.meanings(name)) assert.isTrue(TimeZone.isZone(zone), zone)
  })
})

describe("the table of Windows zones", () => {
  it("is that of the Unicode CLDR, whole", () => {
    const { supplemental } = JSON.parse(
      readFileSync(require.resolve("cldr-core/supplemental/windowsZones.json"), "utf8")
    )
    const lines: ReadonlyArray<{ mapZone: Record<"_other" | "_type" | "_territory", string> }> =
      supplemental.windowsZones.mapTimezones
    const world = lines.map(({ mapZone }) => mapZone).filter(({ _territory }) => _territory === "001")
    assert.deepStrictEqual(windowsZones, Object.fromEntries(world.map(({ _other, _type }) => [_other, _type])))
  })

  it("names zones that show the same time as those which another library has for them", () => {
    const path = new URL("windowsZones.json", `file://${require.resolve("node-ical")}`)
    const other: Record<string, { iana: ReadonlyArray<string> }> = JSON.parse(readFileSync(path, "utf8"))
    const shown = (timeZone: string) =>
      [0, 6].map((month) => new Date(Date.UTC(2026, month, 15)).toLocaleString("en", { timeZone })).join()
    const both = Object.entries(windowsZones).filter(([name]) => other[name] !== undefined)
    assert.isAtLeast(both.length, 100)
    const apart = both.filter(([name, zone]) => !other[name]?.iana.some((one) => shown(one) === shown(zone)))
    assert.deepStrictEqual(apart, [])
  })
})
