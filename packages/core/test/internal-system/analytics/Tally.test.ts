import { AccountId } from "@dualops/core/account"
import { Tally } from "@dualops/core/analytics"
import type { ObservationStore } from "@dualops/core/observations"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Schema } from "effect"
import * as fc from "fast-check"

const account = AccountId.make("1902538057")
const entry = (
  position: number,
  at: string | number,
  tags: ReadonlyArray<string>,
  fan?: string,
  worth = 0
): ObservationStore.Entry => ({
  position,
  kind: "Mention",
  account,
  key: `${position}`,
  at: DateTime.makeUnsafe(at),
  source: "mentions",
  tags,
  facts: { worth },
  ...(fan !== undefined && { personal: { fan } })
})
const rule = (zone = "Asia/Shanghai"): Tally.Rule => ({
  zone,
  salt: 7,
  // What the entries above were made of.
  of: ({ facts, kind, personal, tags }) => ({
    about: [kind, ...tags],
    amount: (facts as { worth: number }).worth,
    person: (personal as { fan: string } | undefined)?.fan
  })
})
const tallyOf = (entries: ReadonlyArray<ObservationStore.Entry>, zone?: string) => {
  const tally = Tally.make(rule(zone))
  tally.take(entries)
  return tally
}

const json = Schema.toCodecJson(Tally.Kept)
const text = (tally: Tally.Tally) => JSON.stringify(Schema.encodeSync(json)(tally.keep()))
const kept = (tally: Tally.Tally) => Schema.decodeUnknownSync(json)(JSON.parse(text(tally)))

describe("A tally", () => {
  it("counts a day from midnight to midnight of the account's zone", () => {
    const late = [entry(1, "2026-06-01T15:59:59Z", []), entry(2, "2026-06-01T16:00:00Z", [])]
    const count = (zone: string, day: string) => tallyOf(late, zone).between("Mention", day, day).count
    assert.deepStrictEqual([count("Asia/Shanghai", "2026-06-01"), count("Asia/Shanghai", "2026-06-02")], [1, 1])
    assert.strictEqual(count("UTC", "2026-06-01"), 2)
  })

  // datalust/seq-tickets#902, OpsiMate/OpsiMate#888: days were 24 hours long, and a day of 23 or 25 took from its neighbours.
  it("counts all of a day of 23 hours and of 25, and nothing of the next", () => {
    const hours = (from: string, count: number) =>
      Array.from({ length: count }, (_, hour) => entry(hour + 1, Date.parse(from) + hour * 3_600_000, []))
    const spring = tallyOf(hours("2026-03-28T23:00:00Z", 24), "Europe/Paris")
    assert.deepStrictEqual(
      ["2026-03-29", "2026-03-30"].map((day) => spring.between("Mention", day, day).count),
      [23, 1]
    )
    const autumn = tallyOf(hours("2026-10-24T22:00:00Z", 26), "Europe/Paris")
    assert.deepStrictEqual(
      ["2026-10-25", "2026-10-26"].map((day) => autumn.between("Mention", day, day).count),
      [25, 1]
    )
  })

  // plausible/analytics#1444, matomo-org/matomo#10360: people of days, or of parts, were added up.
  it("counts who comes on two days, or for two things, once", () => {
    const tally = tallyOf([
      entry(1, "2026-06-01T04:00:00Z", ["a", "b"], "xiaolin"),
      entry(2, "2026-06-02T04:00:00Z", ["a"], "xiaolin"),
      entry(3, "2026-06-02T05:00:00Z", ["a"], "xiaozhou")
    ])
    assert.deepStrictEqual(tally.between("a", "2026-06-01", "2026-06-30"), { count: 3, sum: 0, people: 2, ofNobody: 0 })
    assert.strictEqual(tally.between("Mention", "2026-06-02", "2026-06-02").people, 2)
  })

  it("says of how many nobody knows whose they are, as after an erasure", () => {
    const tally = tallyOf([
      entry(1, "2026-06-01T04:00:00Z", [], "xiaolin"),
      entry(2, "2026-06-01T04:00:00Z", [], undefined, 5)
    ])
    assert.deepStrictEqual(tally.between("Mention", "2026-06-01", "2026-06-01"), {
      count: 2,
      sum: 5,
      people: 1,
      ofNobody: 1
    })
  })

  // pirsch-analytics/pirsch#36: yesterday was counted twice.
  it("counts nothing twice that it is given twice", () => {
    const entries = [entry(1, "2026-06-01T04:00:00Z", []), entry(2, "2026-06-01T05:00:00Z", [])]
    const tally = tallyOf(entries)
    tally.take(entries)
    assert.deepStrictEqual([tally.between("Mention", "2026-06-01", "2026-06-01").count, tally.position], [2, 2])
  })

  it("counts what comes late on its own day, and keeps that day again and no other", () => {
    const tally = tallyOf([entry(1, "2026-06-01T04:00:00Z", []), entry(2, "2026-06-02T04:00:00Z", [])])
    const first = tally.keep()
    tally.take([entry(3, "2026-06-01T23:00:00+08:00", [])])
    const second = tally.keep()
    assert.deepStrictEqual(
      [first.days.map(([date]) => date), second.days.map(([date]) => date)],
      [["2026-06-01", "2026-06-02"], ["2026-06-01"]]
    )
    tally.take([entry(4, "2026-06-01T23:00:00+08:00", [])])
    assert.strictEqual(tally.keep().days[0]?.[1].Mention?.count, 3)
    assert.deepStrictEqual(tally.keep().days, [])
  })

  const rows = fc.array(
    fc.tuple(
      fc.integer({ min: 0, max: 40 * 86_400_000 }),
      fc.subarray(["a", "b", "c"]),
      fc.option(fc.nat(30), { nil: undefined }),
      fc.nat(9)
    ),
    { maxLength: 200 }
  )
  const begin = Date.parse("2026-01-01T00:00:00+08:00")
  const entriesOf = (all: ReadonlyArray<readonly [number, ReadonlyArray<string>, number | undefined, number]>) =>
    all.map(([after, tags, fan, worth], index) =>
      entry(index + 1, begin + after, tags, fan === undefined ? fan : `fan ${fan}`, worth)
    )

  it("comes to what counting by hand comes to, whatever the order, however it is cut and kept between", () => {
    const span = fc.tuple(fc.nat(39), fc.nat(39))
    fc.assert(
      fc.property(rows, span, fc.nat(200), (all, [first, last], cut) => {
        const entries = entriesOf(all)
        const before = Tally.make(rule())
        before.take(entries.slice(0, cut))
        const tally = Tally.make(rule(), kept(before))
        tally.take(entries.slice(cut))
        const date = (day: number) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10)
        for (const about of ["Mention", "a", "c"]) {
          const those = all.filter(([after, tags]) => {
            const day = Math.floor(after / 86_400_000)
            return day >= first && day <= last && (about === "Mention" || tags.includes(about))
          })
          const fans = those.flatMap(([, , fan]) => fan ?? [])
          assert.deepStrictEqual(tally.between(about, date(first), date(last)), {
            count: those.length,
            sum: those.reduce((so, [, , , worth]) => so + worth, 0),
            people: new Set(fans).size,
            ofNobody: those.length - fans.length
          })
        }
      })
    )
  })

  it("asked again as it grows comes to what one comes to that is asked at the end only", () => {
    fc.assert(
      fc.property(rows, fc.nat(20), (all, first) => {
        const growing = Tally.make(rule())
        const from = new Date(Date.UTC(2026, 0, 1 + first)).toISOString().slice(0, 10)
        const ask = (tally: Tally.Tally, last: string) =>
          ["Mention", "a", "b"].map((about) => tally.between(about, from, last))
        for (const one of entriesOf(all)) {
          growing.take([one])
          ask(growing, one.position % 3 === 0 ? "2026-01-25" : "2026-02-09")
        }
        const last = "2026-02-09"
        assert.deepStrictEqual(ask(growing, last), ask(tallyOf(entriesOf(all)), last))
      })
    )
  })

  it("counts a hundred thousand people within a few, though it keeps none of their names", () => {
    const tally = tallyOf(
      Array.from({ length: 100_000 }, (_, fan) => entry(fan + 1, begin + fan, [], `${2_489_518_277 + fan * 7}`))
    )
    assert.closeTo(tally.between("Mention", "2026-01-01", "2026-01-01").people, 100_000, 8)
    assert.notInclude(text(tally), "2489518277")
  })
})
