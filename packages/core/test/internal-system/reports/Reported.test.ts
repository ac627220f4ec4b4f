/** What people have reported of other programs that make reports, tried on this one: the values are theirs. */
import { Change, Period, Shown } from "@dualops/core/reports"
import { assert, describe, it } from "@effect/vitest"
import { DateTime } from "effect"

const named = (text: string) => ({ zh: text, en: text })
const said = (now: number, before: number) =>
  Change.said(named("visits"), { now, before, days: { now: 30, before: 30 } })
    .map(({ en }) => en)
    .join(" ")
const at = (text: string) => DateTime.makeUnsafe(text)

describe("A change", () => {
  it("from nothing has no per cent (HTTPArchive/httparchive.org#57, metabase/metabase#35184)", () => {
    assert.strictEqual(said(40, 0), "visits: up from 0 to 40.")
  })
  it("of nothing is said to be none (metabase/metabase#11631, apache/superset#20946)", () => {
    assert.match(said(9, 9), /^visits: 9, before 9; chance/)
    assert.strictEqual(said(0, 0), "")
  })
  it("that doubles is one of 100 %, and not of 200 % (getsentry/sentry#20428)", () => {
    assert.strictEqual(said(200, 100), "visits: up from 100 to 200 (+100%).")
  })
  it("of thousands is a number (metabase/metabase#11649)", () => {
    assert.strictEqual(said(123_456, 1_000), "visits: up from 1,000 to 123,456 (+12,245.6%).")
  })
})

describe("A week", () => {
  it("of a Saturday evening is the one there, whatever the date is in UTC (metabase/metabase#9467)", () => {
    // 19:00 in New York on Saturday is Sunday in UTC.
    assert.deepStrictEqual(Period.over("week", "America/New_York", at("2019-02-24T00:30:00Z")), {
      first: "2019-02-11",
      last: "2019-02-17"
    })
  })
  it("that is reported is over: on Monday it is Monday to Sunday (plausible/analytics#951)", () => {
    assert.deepStrictEqual(Period.over("week", "Asia/Shanghai", at("2021-04-19T00:00:00+08:00")), {
      first: "2021-04-12",
      last: "2021-04-18"
    })
  })
  it("has one beginning for its name and its sum (mtierltd/timetracker#55, Snorby/snorby#298)", () => {
    const week = Period.around("week", "2020-11-01")
    assert.deepStrictEqual(week, { first: "2020-10-26", last: "2020-11-01" })
    const { from, until } = Period.span("Asia/Tokyo", week)
    assert.strictEqual(DateTime.formatIso(from), "2020-10-25T15:00:00.000Z")
    assert.strictEqual(DateTime.formatIso(until), "2020-11-01T15:00:00.000Z")
  })
})

describe("What is not known", () => {
  it("is no 0 (metabase/metabase#4122, andygrove/datafusion-archive#168)", () => {
    assert.strictEqual(Shown.number(null, "count").en, "—")
    assert.strictEqual(Shown.number(0, "count").en, "0")
  })
  it("is not rounded to all or nothing", () => {
    assert.deepStrictEqual([0, 0.0004, 0.9996, 1, 0.375].map(Shown.percent), ["0%", "<0.1%", ">99.9%", "100%", "37.5%"])
    assert.strictEqual(Shown.plain(-0), "0")
    assert.strictEqual(Shown.plain(-0.001), "0")
  })
})
