/** Rules that repeat something, beside the examples of RFC 5545 and what two other libraries make of them. */

import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"
import ICAL from "ical.js"
import rruleModule from "rrule"
import { parse, times, untilOf } from "../../../../src/internal-system/team/ical/IcalRule.ts"
import { begins, event } from "./xinghe.ts"

const { rrulestr } = rruleModule
const wall = (text: string) =>
  Date.parse(`${text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)$/, "$1-$2-$3T$4:$5:$6")}Z`)
const basic = (millis: number) => new Date(millis).toISOString().slice(0, 19).replaceAll(/[-:]/g, "")

const ours = (start: string, text: string): ReadonlyArray<string> | undefined => {
  const rule = parse(text)
  return (
    rule &&
    times(
      wall(start),
      rule,
      untilOf(rule, false, (millis) => millis)
    )?.map(basic)
  )
}
const byIcalJs = (start: string, text: string): ReadonlyArray<string> => {
  const iterator = ICAL.Recur.fromString(text).iterator(
    ICAL.Time.fromDateTimeString(new Date(wall(start)).toISOString().slice(0, 19))
  )
  const found: Array<string> = []
  for (let next = iterator.next(); next && found.length < 400; next = iterator.next()) found.push(next.toICALString())
  return found
}
const byRrule = (start: string, text: string): ReadonlyArray<string> =>
  rrulestr(`DTSTART:${start}Z\nRRULE:${text}`)
    .all()
    .map((date) => basic(date.getTime()))

describe("a rule", () => {
  /** Examples of RFC 5545, 3.8.5.3, each with the dates that it names. */
  const examples: ReadonlyArray<readonly [start: string, rule: string, dates: string]> = [
    ["19970902", "FREQ=DAILY;INTERVAL=10;COUNT=5", "0902 0912 0922 1002 1012"],
    ["19970902", "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH", "0902 0904 0916 0918 0930 1002 1014 1016"],
    ["19970805", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "0805 0810 0819 0824"],
    ["19970805", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "0805 0817 0819 0831"],
    ["19970905", "FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR", "0905 1003 1107 1205"],
    [
      "19970907",
      "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
      "0907 0928 1102 1130 0104 0125 0301 0329 0503 0531"
    ],
    ["19970922", "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO", "0922 1020 1117 1222 0119 0216"],
    ["19970930", "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1", "0930 1001 1031 1101 1130 1201 1231 0101 0131 0201"],
    ["19970610", "FREQ=YEARLY;COUNT=10;BYMONTH=6,7", "0610 0710 0610 0710 0610 0710 0610 0710 0610 0710"],
    [
      "19970101",
      "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200",
      "0101 0410 0719 0101 0409 0718 0101 0410 0719 0101"
    ],
    ["19970512", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=3", "0512 0511 0517"],
    [
      "19970913",
      "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13;COUNT=10",
      "0913 1011 1108 1213 0110 0207 0307 0411 0509 0613"
    ],
    ["19961105", "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;COUNT=3", "1105 1107 1102"],
    ["19970904", "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "0904 1007 1106"],
    ["19970929", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=7", "0929 1030 1127 1230 0129 0226 0330"],
    ["20070115", "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", "0115 0130 0215 0315 0330"]
  ]
  for (const [start, rule, dates] of examples)
    it(`gives the dates that RFC 5545 names: ${rule}`, () => {
      assert.deepStrictEqual(
        ours(`${start}T090000`, rule)?.map((time) => time.slice(4, 8)),
        dates.split(" ")
      )
    })

  const days = fc.uniqueArray(fc.constantFrom("MO", "TU", "WE", "TH", "FR", "SA", "SU"), { minLength: 1, maxLength: 3 })
  const part = <A>(name: string, values: fc.Arbitrary<A>) => values.map((value) => `${name}=${String(value)}`)
  const rule = fc
    .oneof(
      fc.tuple(fc.constant("FREQ=DAILY"), fc.option(part("BYMONTH", fc.integer({ min: 1, max: 12 })))),
      fc.tuple(fc.constant("FREQ=WEEKLY"), part("BYDAY", days), part("WKST", fc.constantFrom("MO", "SU", "WE"))),
      fc.tuple(
        fc.constant("FREQ=MONTHLY"),
        fc.oneof(
          part(
            "BYDAY",
            days.map((all) => all.map((day) => `-1${day}`))
          ),
          part("BYMONTHDAY", fc.constantFrom("1", "15,-1", "31", "-2")),
          part("BYDAY", days).chain((by) => part("BYSETPOS", fc.constantFrom(1, 2, -1)).map((at) => `${by};${at}`))
        )
      ),
      fc.tuple(
        fc.constant("FREQ=YEARLY"),
        fc.constant("BYMONTH=3,10"),
        part("BYDAY", fc.constantFrom("1SU", "-1SU", "2MO"))
      )
    )
    .chain((parts) =>
      fc
        .tuple(
          part("INTERVAL", fc.integer({ min: 1, max: 4 })),
          fc.oneof(part("COUNT", fc.integer({ min: 1, max: 12 })), fc.constant("UNTIL=20271001T090000Z"))
        )
        .map((more) => [...parts, ...more].filter((one) => one !== null).join(";"))
    )
  const start = fc.integer({ min: 0, max: 364 }).map((day) => basic(Date.UTC(2026, 0, 1, 9) + day * 86_400_000))

  it("gives what two other libraries give, and the first time in any case, which counts", () => {
    fc.assert(
      fc.property(start, rule, (begin, text) => {
        const judges = [byRrule(begin, text), byIcalJs(begin, text)].map((all) => all.filter((one) => one !== begin))
        // Where they disagree, nobody is a judge: each of them is wrong in corners of its own.
        fc.pre(JSON.stringify(judges[0]) === JSON.stringify(judges[1]) && (judges[0]?.length ?? 0) < 300)
        const count = Number(/COUNT=(\d+)/.exec(text)?.[1] ?? 366)
        assert.deepStrictEqual(ours(begin, text), [begin, ...(judges[0] ?? [])].slice(0, count), `${begin} ${text}`)
      }),
      { numRuns: 300 }
    )
  })

  it("is not worked out where a part is unknown, written twice, or no number of the part", () => {
    for (const more of [
      "INTERVAL=0;COUNT=2",
      "RSCALE=CHINESE;COUNT=2",
      "SKIP=FORWARD;COUNT=2",
      "COUNT=2;COUNT=3",
      "COUNT=2;UNTIL=20270101",
      "BYHOUR=9;COUNT=2",
      "BYMONTH=13;COUNT=2",
      "BYDAY=XX;COUNT=2",
      "WKST=1;COUNT=2",
      "UNTIL=20261332",
      "COUNT=367",
      "COUNT=2;X-NAME=1",
      "COUNT"
    ])
      assert.match(
        begins(event("DTSTART:20260907T090000", "DURATION:PT1H", `RRULE:FREQ=DAILY;${more}`)).join(),
        /wrong-value|broken-line/,
        more
      )
  })

  it("of which there are two, or one of what is left out, is told instead of passed over", () => {
    const series = ["DTSTART:20260907T090000", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=3"]
    assert.deepStrictEqual(begins(event(...series, "RRULE:FREQ=WEEKLY;COUNT=3")), ["10 cannot-be-taken"])
    assert.deepStrictEqual(begins(event(...series, "EXRULE:FREQ=WEEKLY;COUNT=3")), ["10 cannot-be-taken"])
  })
})

describe("the end of a rule", () => {
  const until = (start: string, end: string) =>
    begins(
      event(start, start.includes("DATE") ? "DURATION:P1D" : "DURATION:PT1H", `RRULE:FREQ=WEEKLY;UNTIL=${end}`)
    ).at(-1)

  it("is the whole of a date, as Google writes it, on the wall of the event", () => {
    assert.strictEqual(until("DTSTART;TZID=Asia/Shanghai:20260907T180000", "20260921"), "2026-09-21T18:00")
    assert.strictEqual(until("DTSTART;TZID=Pacific/Auckland:20260907T230000", "20260921"), "2026-09-21T19:00")
    assert.strictEqual(until("DTSTART;TZID=America/New_York:20260907T230000", "20260921"), "2026-09-22T11:00")
  })

  it("is a moment, or a time on the wall of the event", () => {
    assert.strictEqual(until("DTSTART;TZID=Asia/Shanghai:20260907T090000", "20260921T010000Z"), "2026-09-21T09:00")
    assert.strictEqual(until("DTSTART;TZID=Asia/Shanghai:20260907T090000", "20260921T005959Z"), "2026-09-14T09:00")
    assert.strictEqual(until("DTSTART;TZID=Asia/Shanghai:20260907T090000", "20260921T090000"), "2026-09-21T09:00")
  })

  it("of whole days is a date, its midnight in UTC, or its midnight on the wall in UTC", () => {
    for (const end of ["20260921", "20260921T000000Z", "20260920T160000Z", "20260921T155959Z", "20260921T000000"])
      assert.strictEqual(until("DTSTART;VALUE=DATE:20260907", end), "2026-09-21T00:00", end)
    assert.strictEqual(until("DTSTART;VALUE=DATE:20260907", "20260920T155959Z"), "2026-09-14T00:00")
  })
})
