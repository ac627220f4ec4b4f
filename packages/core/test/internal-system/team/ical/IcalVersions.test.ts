/** What is the same thing in a calendar, and which of its versions holds. */
import { assert, describe, it } from "@effect/vitest"
import ICAL from "ical.js"
import nodeIcal from "node-ical"
import { begins, calendar, event } from "./xinghe.ts"

/** Four Mondays from 7 September 2026 on, 09:00 in Shanghai. */
const mondays = ["DTSTART;TZID=Asia/Shanghai:20260907T090000", "DURATION:PT2H", "RRULE:FREQ=WEEKLY;COUNT=4"]
const days = (...numbers: ReadonlyArray<string>) => numbers.map((day) => `2026-09-${day}T09:00`)
const change = (id: string, start: string, ...more: ReadonlyArray<string>) =>
  event(`RECURRENCE-ID${id}`, `DTSTART;TZID=Asia/Shanghai:${start}`, "DURATION:PT2H", ...more)

/** All forms in which programs write that the Monday of 14 September is meant. */
const forms = [
  ";TZID=Asia/Shanghai:20260914T090000",
  ";TZID=China Standard Time:20260914T090000",
  ";TZID=Asia/Tokyo:20260914T100000",
  ":20260914T010000Z",
  ":20260914T090000",
  ";VALUE=DATE:20260914",
  ":20260914",
  ";TZID=Asia/Shanghai:20260914T000000",
  ";VALUE=DATE-TIME:20260914T010000Z"
]

describe("an occurrence of a series", () => {
  it("is taken out in any form in which programs write it: a date, a time of any zone or none, a moment, a midnight", () => {
    for (const form of forms)
      assert.deepStrictEqual(begins(event(...mondays, `EXDATE${form}`)), days("07", "21", "28"), form)
  })

  it("is changed in any of those forms", () => {
    for (const form of forms)
      assert.deepStrictEqual(begins(event(...mondays), change(form, "20260915T140000")), [
        ...days("07", "21", "28"),
        "2026-09-15T14:00"
      ])
  })

  it("is meant by lists, in one property or several", () => {
    const lists = ["EXDATE;VALUE=DATE:20260914,20260921", "EXDATE;TZID=Asia/Shanghai:20260928T090000"]
    assert.deepStrictEqual(begins(event(...mondays, ...lists)), days("07"))
  })

  it("of whole days is meant by its date, however that is written", () => {
    const series = ["DTSTART;VALUE=DATE:20260907", "RRULE:FREQ=WEEKLY;COUNT=3"]
    for (const form of [";VALUE=DATE:20260914", ":20260914T000000", ":20260914T000000Z", ":20260913T160000Z"])
      assert.deepStrictEqual(begins(event(...series, `EXDATE${form}`)), ["2026-09-07T00:00", "2026-09-21T00:00"], form)
  })

  it("of a series in UTC is meant by the date and the time that the handbook's wall shows", () => {
    const series = ["DTSTART:20260906T230000Z", "DURATION:PT2H", "RRULE:FREQ=WEEKLY;COUNT=3"]
    for (const form of [";VALUE=DATE:20260914", ":20260914T070000", ":20260913T230000Z"])
      assert.deepStrictEqual(begins(event(...series, `EXDATE${form}`)), ["2026-09-07T07:00", "2026-09-21T07:00"], form)
  })

  it("that may be meant and may not be is told; a date on which there is none means none", () => {
    assert.deepStrictEqual(begins(event(...mondays, "EXDATE;TZID=Asia/Shanghai:20260914T100000")), [
      "10 unclear-occurrence"
    ])
    assert.deepStrictEqual(begins(event(...mondays), change(":20260914T100000", "20260915T140000")), [
      "14 unclear-occurrence"
    ])
    assert.deepStrictEqual(begins(event(...mondays, "EXDATE;VALUE=DATE:20260915")), days("07", "14", "21", "28"))
  })

  it("is there twice by nothing: a date besides that the rule gives too is one", () => {
    const dates = ["RDATE;TZID=Asia/Shanghai:20260914T090000,20260916T090000", "RDATE:20260917T010000Z"]
    assert.deepStrictEqual(begins(event(...mondays, ...dates)), days("07", "14", "21", "28", "16", "17"))
  })

  it("besides may be a period of its own length, and a date besides times is told", () => {
    assert.deepStrictEqual(
      begins(
        event(
          "DTSTART:20260907T090000",
          "DURATION:PT2H",
          "RDATE;VALUE=PERIOD:20260908T010000Z/PT5H,20260909T090000/20260909T100000"
        )
      ),
      days("07", "08", "09")
    )
    assert.deepStrictEqual(begins(event(...mondays, "RDATE;VALUE=DATE:20260916")), ["10 cannot-be-taken"])
  })

  it("is taken out and changed as two other libraries have it, where these know the form", () => {
    const text = calendar(
      event(...mondays, "DTSTAMP:20260901T000000Z", "EXDATE;TZID=Asia/Shanghai:20260921T090000"),
      change(";TZID=Asia/Shanghai:20260914T090000", "20260915T140000", "DTSTAMP:20260901T000000Z")
    )
    const master = Object.values(nodeIcal.sync.parseICS(text)).find((one) => one?.type === "VEVENT")
    if (master?.type !== "VEVENT") throw new Error("The event is there.")
    const byNodeIcal = nodeIcal.expandRecurringEvent(master, {
      from: new Date("2026-09-01"),
      to: new Date("2026-10-01")
    })
    const [first, second] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent")
    const expected = ["2026-09-07T09:00", "2026-09-15T14:00", "2026-09-28T09:00"]
    if (first === undefined || second === undefined) throw new Error("Both events are there.")
    const series = new ICAL.Event(first, { exceptions: [new ICAL.Event(second)] })
    const iterator = series.iterator()
    const byIcalJs: Array<string> = []
    for (let next = iterator.next(); next; next = iterator.next())
      byIcalJs.push(series.getOccurrenceDetails(next).startDate.toString().slice(0, 16))
    const shanghai = ({ start }: { readonly start: Date }) =>
      new Date(start.getTime() + 8 * 3_600_000).toISOString().slice(0, 16)
    assert.deepStrictEqual(byNodeIcal.map(shanghai).toSorted(), expected)
    assert.deepStrictEqual(byIcalJs.toSorted(), expected)
    assert.deepStrictEqual(begins(text.split("\r\n").slice(3, -2).join("\r\n")).toSorted(), expected)
  })
})

describe("a change of an occurrence and all later ones", () => {
  const future = (id: string, start: string, ...more: ReadonlyArray<string>) =>
    change(`;RANGE=THISANDFUTURE${id}`, start, ...more)

  it("moves each of them by as much, and makes it as long", () => {
    for (const form of forms.map((one) => one.replace("14", "21").replace("0914", "0921")))
      assert.deepStrictEqual(begins(event(...mondays), future(form, "20260922T140000")), [
        ...days("07", "14"),
        "2026-09-22T14:00",
        "2026-09-29T14:00"
      ])
  })

  it("leaves changes of single ones, gives way to a later such change, and may be the end of the series", () => {
    const from = future(":20260914T010000Z", "20260914T140000")
    assert.deepStrictEqual(
      begins(
        event(...mondays),
        from,
        change(":20260921T010000Z", "20260923T080000"),
        future(":20260928T010000Z", "20260928T180000")
      ),
      ["2026-09-07T09:00", "2026-09-14T14:00", "2026-09-28T18:00", "2026-09-23T08:00"]
    )
    assert.deepStrictEqual(begins(event(...mondays), `${from.replace("END:", "STATUS:CANCELLED\r\nEND:")}`), days("07"))
  })

  it("is told where it cannot be taken over: of earlier ones, without its series, with a rule, of another kind", () => {
    const told = (...events: ReadonlyArray<string>) => begins(...events).map((one) => one.replace(/^\d+ /, ""))
    const cannot = ["cannot-be-taken"]
    assert.deepStrictEqual(
      told(event(...mondays), change(";RANGE=THISANDPRIOR:20260921T010000Z", "20260921T140000")),
      cannot
    )
    assert.deepStrictEqual(told(future(":20260921T010000Z", "20260921T140000")), cannot)
    assert.deepStrictEqual(
      told(event(...mondays), future(":20260921T010000Z", "20260921T140000", "RRULE:FREQ=DAILY;COUNT=2")),
      cannot
    )
    const whole = event("RECURRENCE-ID;RANGE=THISANDFUTURE:20260921T010000Z", "DTSTART;VALUE=DATE:20260921")
    assert.deepStrictEqual(told(event(...mondays), whole), cannot)
  })
})

describe("of the versions of one event", () => {
  const version = (day: string, ...more: ReadonlyArray<string>) => event(`DTSTART;VALUE=DATE:202609${day}`, ...more)
  const early = "DTSTAMP:20260901T000000Z"
  const late = "DTSTAMP:20260902T000000Z"

  it("that of the highest sequence holds, then that of the latest stamp, wherever it stands", () => {
    for (const [old, young] of [
      [
        ["SEQUENCE:1", late],
        ["SEQUENCE:2", early]
      ],
      [[early], [late]],
      [["SEQUENCE:2"], ["SEQUENCE:10"]],
      [[], ["SEQUENCE:1"]]
    ] as const) {
      const both = [version("07", ...old), version("08", ...young)]
      assert.deepStrictEqual(begins(...both), ["2026-09-08T00:00"])
      assert.deepStrictEqual(begins(...both.toReversed()), ["2026-09-08T00:00"])
    }
  })

  it("that is no later one, a copy counts for nothing, and one that says something else is told", () => {
    assert.deepStrictEqual(begins(version("07", early), version("07", early)), ["2026-09-07T00:00"])
    assert.deepStrictEqual(begins(version("07", early), version("08", early)), ["10 two-versions"])
  })

  it("a cancelled one that is the latest takes it away, in whichever calendar of the file it stands", () => {
    assert.deepStrictEqual(begins(version("07"), version("07", "SEQUENCE:1", "STATUS:CANCELLED")), [])
    assert.deepStrictEqual(begins(version("07", "SEQUENCE:1"), version("07", "STATUS:CANCELLED")), ["2026-09-07T00:00"])
    const cancel = ["END:VCALENDAR", "BEGIN:VCALENDAR", "METHOD:CANCEL", event("SEQUENCE:1")]
    assert.deepStrictEqual(begins(version("07"), ...cancel), [])
    const one = [
      "END:VCALENDAR",
      "BEGIN:VCALENDAR",
      "METHOD:CANCEL",
      event("SEQUENCE:1", "RECURRENCE-ID:20260914T010000Z")
    ]
    assert.deepStrictEqual(begins(event(...mondays), ...one), days("07", "21", "28"))
  })

  it("a later one of the series takes out an occurrence that an earlier one had changed, or has no such occurrence", () => {
    const changed = change(":20260914T010000Z", "20260915T140000", "SEQUENCE:1")
    const without = event(...mondays, "SEQUENCE:2", "EXDATE:20260914T010000Z")
    assert.deepStrictEqual(begins(without, changed), days("07", "21", "28"))
    assert.deepStrictEqual(begins(without.replace("SEQUENCE:2", "SEQUENCE:0"), changed), [
      ...days("07", "21", "28"),
      "2026-09-15T14:00"
    ])
    const shorter = event(...mondays.slice(0, 2), "RRULE:FREQ=WEEKLY;COUNT=1", "SEQUENCE:2")
    assert.deepStrictEqual(begins(shorter, changed), days("07"))
  })

  it("that of an occurrence happens once, though programs copy the rule of its series into it", () => {
    const copied = change(":20260914T010000Z", "20260915T140000", "RRULE:FREQ=WEEKLY;COUNT=4")
    assert.deepStrictEqual(begins(event(...mondays), copied), [...days("07", "21", "28"), "2026-09-15T14:00"])
  })

  it("an answer to an invitation, or a piece of a series, is none, and that is told", () => {
    for (const method of ["REPLY", "ADD", "COUNTER", "REFRESH"])
      assert.deepStrictEqual(begins(`METHOD:${method}`, version("07")), ["4 cannot-be-taken"])
    for (const method of ["PUBLISH", "REQUEST"])
      assert.deepStrictEqual(begins(`METHOD:${method}`, version("07")), ["2026-09-07T00:00"])
  })
})
