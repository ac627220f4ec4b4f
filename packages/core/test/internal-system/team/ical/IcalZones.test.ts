/** Time zones of calendars: as the file describes them, and only else by their names. */
import { WallClock } from "@dualops/core/calendar"
import { assert, describe, it } from "@effect/vitest"
import ICAL from "ical.js"
import { tzlib_get_ical_block, tzlib_get_timezones } from "timezones-ical-library"
import { clockOf } from "../../../../src/internal-system/team/ical/IcalObservances.ts"
import { parse } from "../../../../src/internal-system/team/ical/IcalText.ts"
import { begins, calendar, event } from "./xinghe.ts"

const zone = (tzid: string, ...observances: ReadonlyArray<string>) =>
  ["BEGIN:VTIMEZONE", `TZID:${tzid}`, ...observances, "END:VTIMEZONE"].join("\r\n")
const observance = (kind: string, start: string, from: string, to: string, ...more: ReadonlyArray<string>) =>
  [`BEGIN:${kind}`, `DTSTART:${start}`, `TZOFFSETFROM:${from}`, `TZOFFSETTO:${to}`, ...more, `END:${kind}`].join("\r\n")
const fixed = (tzid: string, offset: string) => zone(tzid, observance("STANDARD", "16010101T000000", offset, offset))
const at = (tzid: string, time: string) => event(`DTSTART;TZID=${tzid}:${time}`, "DURATION:PT1H")
/** As Exchange writes New York. */
const eastern = (tzid: string) =>
  zone(
    tzid,
    observance("STANDARD", "16010101T020000", "-0400", "-0500", "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=1SU;BYMONTH=11"),
    observance("DAYLIGHT", "16010101T020000", "-0500", "-0400", "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=2SU;BYMONTH=3")
  )

describe("the zone of a time in a calendar", () => {
  it("is what the file says of it, whatever its name is elsewhere", () => {
    for (const tzid of ["CST", "Customized Time Zone", "Mountain Standard Time", "Asia/Tokyo", "(no TZ description)"]) {
      assert.deepStrictEqual(begins(fixed(tzid, "+0500"), at(`"${tzid}"`, "20261019T090000")), ["2026-10-19T12:00"])
    }
    const id = "/freeassociation.sourceforge.net/Asia/Tokyo"
    assert.deepStrictEqual(begins(fixed(id, "+0730"), at(id, "20261019T090000")), ["2026-10-19T09:30"])
    assert.deepStrictEqual(begins(fixed('"odd"', "+0800"), at('"odd"', "20261019T090000")), ["2026-10-19T09:00"])
  })

  it("changes with summer time as the file says, in any year", () => {
    for (const [time, shanghai] of [
      ["20260908T140000", "2026-09-09T02:00"],
      ["20261208T140000", "2026-12-09T03:00"],
      ["20260308T013000", "2026-03-08T14:30"],
      ["20260308T033000", "2026-03-08T15:30"],
      ["20990701T120000", "2099-07-02T00:00"]
    ] as const)
      assert.deepStrictEqual(begins(eastern("Eastern Standard Time"), at("Eastern Standard Time", time)), [shanghai])
  })

  it("is read as RFC 5545 has it where the clocks are changed: the first of two, and a skipped time by the offset before", () => {
    // The standard's own example, 3.3.5: 02:30 on the second Sunday of March 2007 is 03:30 of daylight saving time.
    assert.deepStrictEqual(begins(eastern("NY"), at("NY", "20070311T023000")), ["2007-03-11T15:30"])
    assert.deepStrictEqual(begins(at("America/New_York", "20070311T023000")), ["2007-03-11T15:30"])
    assert.deepStrictEqual(begins(at("America/New_York", "20071104T013000")), ["2007-11-04T13:30"])
  })

  it("is that of its own calendar, where a file has several", () => {
    const one = calendar(fixed("X", "+0800"), at("X", "20261019T090000"))
    const other = calendar(fixed("X", "+0900"), at("X", "20261020T090000").replace("UID:1", "UID:2"))
    assert.deepStrictEqual(begins(`${one}${other}`.replace(/^BEGIN:VCALENDAR|END:VCALENDAR\s*$/g, "")), [
      "2026-10-19T09:00",
      "2026-10-20T08:00"
    ])
  })

  it("is found by its name where the file says nothing: IANA's, after a path, and any of Windows's", () => {
    for (const [tzid, shanghai] of [
      ["America/Argentina/Buenos_Aires", "2026-10-19T20:00"],
      ["/freeassociation.sourceforge.net/America/Argentina/Buenos_Aires", "2026-10-19T20:00"],
      ["/mozilla.org/20050126_1/Asia/Tokyo", "2026-10-19T08:00"],
      ["/softwarestudio.org/Olson_20011030_5/Etc/GMT-9", "2026-10-19T08:00"],
      ["US Mountain Standard Time", "2026-10-20T00:00"],
      ["Nepal Standard Time", "2026-10-19T11:15"],
      ["UTC", "2026-10-19T17:00"]
    ] as const)
      assert.deepStrictEqual(begins(at(tzid, "20261019T090000")), [shanghai], tzid)
  })

  it("is told where only an abbreviation stands for it, or a name that nobody knows", () => {
    for (const tzid of ["CST", "cst", "EST", "PST", "IST", "/example.org/CST"])
      assert.match(begins(at(tzid, "20261019T090000")).join(), /^7 (several-zones|unknown-zone)$/, tzid)
    for (const tzid of ["Customized Time Zone", "(no TZ description)", "Beijing", "GMT+8", "__proto__"])
      assert.deepStrictEqual(begins(at(`"${tzid}"`, "20261019T090000")), ["7 unknown-zone"], tzid)
  })

  it("is told where the file describes it in a way that cannot be honoured, if something is written in it", () => {
    for (const broken of [
      zone("X"),
      zone("X", observance("STANDARD", "19700101T000000", "+0800", "8")),
      zone("X", observance("STANDARD", "19700101T000000", "+0800", "+2359")),
      zone("X", observance("STANDARD", "19700101T000000", "+0800", "+0800", "RRULE:FREQ=SECONDLY")),
      zone("X", observance("STANDARD", "19700101T000000", "+0800", "+0800", "RRULE:FREQ=YEARLY;BYSETPOS=1;BYDAY=SU"))
    ]) {
      assert.deepStrictEqual(begins(broken, at("X", "20261019T090000")), ["4 broken-zone"])
      assert.deepStrictEqual(begins(broken, at("Asia/Shanghai", "20261019T090000")), ["2026-10-19T09:00"])
    }
  })
})

describe("the clock of a zone that a file describes", () => {
  const described = (block: string) => {
    const [read] = parse("zone.ics", calendar(block.trim())).calendars
    const [component] = read?.components ?? []
    return component && clockOf(component)
  }
  /** Noon of every tenth day of a year. */
  const moments = Array.from({ length: 37 }, (_, index) => Date.UTC(2025, 0, 1, 12) + index * 10 * 86_400_000)
  /** The clocks of four go by the moon, which that library does not write down; of the others it writes only what holds from 2026 on. */
  const apart = new Set([
    ...["Africa/Casablanca", "Africa/El_Aaiun", "Asia/Gaza", "Asia/Hebron"],
    ...["America/Edmonton", "America/Vancouver", "America/Yellowknife", "Canada/Mountain", "Canada/Pacific"]
  ])

  it("shows what the IANA data base has, for every zone as another library writes it", () => {
    const names = (tzlib_get_timezones() as ReadonlyArray<string>).filter((name) => name.includes("/"))
    assert.isAtLeast(names.length, 400)
    const strange = names.filter((name) => {
      const [block = ""] = [tzlib_get_ical_block(name)].flat()
      const clock = described(String(block))
      const iana = WallClock.make(name)
      return !apart.has(name) && moments.some((moment) => clock?.wallAt(moment) !== iana.wallAt(moment))
    })
    assert.deepStrictEqual(strange, [])
  })

  it("shows what ical.js works out of the same description, to the hour of a change", () => {
    const text = eastern("NY")
    const zone = new ICAL.Timezone(
      new ICAL.Component(ICAL.parse(calendar(text))).getFirstSubcomponent("vtimezone") ?? {}
    )
    const clock = described(text)
    for (let shows = Date.UTC(2026, 2, 1); shows < Date.UTC(2026, 11, 1); shows += 3_600_000) {
      const text = new Date(shows).toISOString().slice(0, 19)
      if (text === "2026-03-08T02:00:00") continue
      const time = ICAL.Time.fromDateTimeString(text)
      time.zone = zone
      const moment = time.toUnixTime() * 1000
      assert.strictEqual(clock?.wallAt(moment), shows, text)
      if (text !== "2026-11-01T01:00:00") assert.strictEqual(clock?.reaches(shows), moment, text)
    }
  })
})
