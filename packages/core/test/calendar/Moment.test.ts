import { Moment } from "@dualops/core/calendar"
import { SchemaFindings } from "@dualops/core/finding"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { Ajv } from "ajv"
import formats from "ajv-formats"
import { DateTime, Result, Schema } from "effect"
import * as fc from "fast-check"
import { Temporal } from "temporal-polyfill"

const read = Schema.decodeUnknownResult(Moment.Moment, { reportInput: true })
const isTaken = (text: unknown) => Result.isSuccess(read(text))

/** What Temporal makes of a text; it is a judge that nobody here wrote. */
const byTemporal = (text: string): number | undefined => {
  try {
    return Temporal.Instant.from(text).epochMilliseconds
  } catch {
    return undefined
  }
}
const ajv = new Ajv()
formats.default(ajv)
const byRfc3339 = ajv.compile({ type: "string", format: "date-time" })

const two = (most: number) => fc.integer({ min: 0, max: most }).map((number) => String(number).padStart(2, "0"))
const date = fc.tuple(fc.integer({ min: 2009, max: 2099 }), two(13), two(32)).map((parts) => parts.join("-"))
const seconds = fc.tuple(two(61), fc.constantFrom("", ".5", ".123", ".123456", ".999999999")).map((all) => all.join(""))
const time = fc.tuple(two(24), two(60), seconds).map((parts) => parts.join(":"))
const zone = fc.oneof(
  fc.constant("Z"),
  fc.tuple(fc.constantFrom("+", "-"), two(24), two(60)).map(([sign, hours, minutes]) => `${sign}${hours}:${minutes}`)
)
const written = fc.tuple(date, time, zone).map(([day, hour, where]) => `${day}T${hour}${where}`)
/** Temporal takes a leap second for the second before it, and the end of a day for nothing; a house that counts minutes has no use for one. */
const hasLeapSecond = (text: string) => /:60(?:\.|Z|[+-])/.test(text.slice(16))

describe("A moment as text", () => {
  it("is an ISO date-time with its zone, in whichever zone it is told", () => {
    for (const text of [
      "2026-12-01T10:00:00+08:00",
      "2026-12-01T02:00:00.000Z",
      "2026-12-01T02:00Z",
      "2026-11-30T21:00:00.000000-05:00",
      "2026-12-01T07:45+05:45"
    ]) {
      assertEquals(read(text), Result.succeed(DateTime.makeUnsafe("2026-12-01T02:00:00Z")), text)
    }
    assert.isTrue(isTaken("2028-02-29T10:00:00+08:00"))
  })

  it("without a zone, of a day that no month has, or in another writing is not taken", () => {
    for (const text of [
      "2026-12-01T10:00",
      "2026-12-01 10:00",
      "2026-12-01",
      "2026",
      "12/11/2026",
      "Dec 1, 2026 10:00",
      "1 (whatever) 2026",
      "明天 10:00 2026",
      "Tue Dec 01 2026 10:00:00 GMT+0800 (CST)",
      "2026-02-30T00:00:00Z",
      "2026-02-29T00:00:00Z",
      "2026-11-31T10:00:00+08:00",
      "2026-02-28T24:00:00Z",
      "2026-12-01T10:00:00+0800",
      " 2026-12-01T10:00:00Z",
      "2026-12-01T10:00:00Z\n",
      "",
      1764554400000,
      null
    ]) {
      assert.isFalse(isTaken(text), String(text))
    }
  })

  it("that is wrong is told so in words for people, in Chinese and English", () => {
    const told = (value: unknown) =>
      Result.match(read(value), {
        onFailure: ({ issue }) =>
          SchemaFindings.fromIssue(issue, () => ({ file: "order", path: "slot" })).map(({ message }) => message),
        onSuccess: () => []
      })
    assert.deepStrictEqual(told("2026-12-01T10:00"), [
      {
        zh: "「slot」的值「2026-12-01T10:00」不对，应为写明时区的真实时刻，形如 2026-11-23T10:00:00+08:00。",
        en: 'slot is "2026-12-01T10:00", and should be a moment that exists with its zone, such as 2026-11-23T10:00:00+08:00.'
      }
    ])
    assert.deepStrictEqual(
      [...told("2008-12-31T00:00:00Z"), ...told("2101-01-01T00:00:00Z")].map(({ en }) => en),
      [
        'slot is "2008-12-31T00:00:00.000Z", and should be a moment of the years 2009 to 2099.',
        'slot is "2101-01-01T00:00:00.000Z", and should be a moment of the years 2009 to 2099.'
      ]
    )
    assert.deepStrictEqual(
      told(5).map(({ en }) => en),
      ["slot is 5, and should be a moment that exists with its zone, such as 2026-11-23T10:00:00+08:00."]
    )
  })

  it("means what Temporal reads there, and what no calendar has is refused by both", () => {
    let taken = 0
    fc.assert(
      fc.property(
        written.filter((text) => !hasLeapSecond(text)),
        (text) => {
          const ours = Moment.parse(text)
          assert.strictEqual(ours, byTemporal(text))
          if (ours !== undefined) taken++
          assert.isTrue(ours === undefined || byRfc3339(text))
        }
      ),
      { numRuns: 3_000 }
    )
    assert.isAbove(taken, 1_000)
  })

  it("of which the zone is missing is never taken", () => {
    fc.assert(fc.property(date, time, (day, hour) => assert.isFalse(isTaken(`${day}T${hour}`))))
  })

  it("that a store has written is read back as the same moment", () => {
    fc.assert(
      fc.property(
        fc.date({
          min: DateTime.toDateUtc(Moment.minimum),
          max: DateTime.toDateUtc(Moment.maximum),
          noInvalidDate: true
        }),
        (day) => {
          const moment = DateTime.fromDateUnsafe(day)
          assertEquals(read(Schema.encodeSync(Moment.Moment)(moment)), Result.succeed(moment))
        }
      )
    )
  })
})
