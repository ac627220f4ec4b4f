import { CalendarDate } from "@dualops/core/calendar"
import { DeadFans, LifeCycle, Retention, Turnover } from "@dualops/core/fans"
import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"
import * as fc from "fast-check"

const day = CalendarDate.toNumber
const today = day("2026-06-30")
const ago = (...days: ReadonlyArray<number>) => days.map((one) => today - one)

describe("A fan", () => {
  it.each([
    ["unseen", { days: [] }],
    ["new", { days: ago(3) }],
    ["active", { days: ago(200, 20) }],
    ["loyal", { days: ago(100, 40, 35, 20, 15, 12, 9, 5, 1) }],
    ["quiet", { days: ago(200, 31) }],
    ["asleep", { days: ago(200, 121) }],
    ["gone", { days: ago(200, 10), left: today - 5 }],
    ["active", { days: ago(200, 2), left: today - 5 }],
    ["unseen", { days: [today + 1] }]
  ] as const)("is %s who was seen like that", (stage, seen) => assert.strictEqual(LifeCycle.stage(seen, today), stage))

  it("is never gone for silence alone, and has one stage each", () => {
    const seen = fc.record({ days: fc.array(fc.integer({ min: today - 900, max: today + 9 })) })
    fc.assert(
      fc.property(fc.array(seen), (fans) => {
        const counts = LifeCycle.count(fans, today)
        assert.strictEqual(counts.gone, 0)
        assert.strictEqual(
          Object.values(counts).reduce((so, one) => so + one, 0),
          fans.length
        )
      })
    )
  })

  it("cannot be active for longer than quiet", () => {
    const decode = Schema.decodeUnknownOption(LifeCycle.Stages)
    assert.isTrue(decode(LifeCycle.usual)._tag === "Some")
    assert.isTrue(decode({ ...LifeCycle.usual, activeWithin: 120 })._tag === "None")
  })
})

describe("A table of retention", () => {
  const weekly = { per: "week", begins: "monday" } as const
  const dates = (...texts: ReadonlyArray<string>) => ({ days: texts.map(day) })

  // PostHog/posthog#2795, #25841: weeks began on another day than was set.
  it("has weeks that begin on the day that the house says", () => {
    const begins = (weekday: CalendarDate.Weekday, date: string) =>
      Retention.of([dates(date)], { per: "week", begins: weekday }, today)[0]?.begins
    assert.deepStrictEqual(
      [
        begins("monday", "2026-06-07"),
        begins("sunday", "2026-06-07"),
        begins("monday", "2026-06-08"),
        begins("saturday", "2026-06-05")
      ],
      ["2026-06-01", "2026-06-07", "2026-06-08", "2026-05-30"]
    )
  })

  // PostHog/posthog#20103: the first month was empty where it did not begin on the 1st.
  it("has whole months, over the end of a year and in a leap year", () => {
    const [cohort] = Retention.of(
      [dates("2023-11-20", "2024-02-29", "2024-03-01")],
      { per: "month" },
      day("2024-04-01")
    )
    assert.deepStrictEqual([cohort?.begins, cohort?.cells.map(({ seen }) => seen)], ["2023-11-01", [1, 0, 0, 1, 1]])
  })

  it("has no share for a week that has not ended, instead of a low one", () => {
    const fans = [dates("2026-06-01", "2026-06-23"), dates("2026-06-03", "2026-06-09")]
    const cells = Retention.of(fans, weekly, day("2026-06-23"))[0]?.cells ?? []
    assert.deepStrictEqual(
      cells.map(({ after, seen, share }) => [after, seen, share]),
      [
        [0, 2, 1],
        [1, 1, 0.5],
        [2, 0, 0]
      ]
    )
    assert.strictEqual(Retention.of(fans, weekly, day("2026-06-28"))[0]?.cells.length, 4)
    assert.deepStrictEqual(Retention.of([dates("2026-06-23")], weekly, day("2026-06-23"))[0]?.cells, [])
  })

  it("has no cohort of nobody, and so no NaN", () => {
    assert.deepStrictEqual(Retention.of([], weekly, today), [])
    assert.deepStrictEqual(Retention.of([{ days: [] }, { days: [today + 1] }], weekly, today), [])
  })

  // PostHog/posthog#25998: a mean of cohorts had 10 % where 2 of 110 came back; #30624: cohorts of 0 % were left out of it.
  it("of all cohorts is by people, those of whom nobody came back among them, and no cohort before its time", () => {
    const few = Array.from({ length: 10 }, (_, fan) => dates("2026-06-01", ...(fan < 2 ? ["2026-06-09"] : [])))
    const many = Array.from({ length: 100 }, () => dates("2026-06-08"))
    const both = Retention.overall(Retention.of([...few, ...many], weekly, day("2026-06-21")))
    assert.deepStrictEqual(
      both.map(({ seen, share }) => [seen, share]),
      [
        [110, 1],
        [2, 2 / 110],
        [0, 0]
      ]
    )
    const early = Retention.overall(Retention.of([...few, ...many], weekly, day("2026-06-14")))
    assert.deepStrictEqual([early[1]?.share, Retention.overall([])], [0.2, []])
  })

  it("is told by source, and who has none stands apart", () => {
    const fans = [
      { ...dates("2026-06-01"), source: "code" },
      { ...dates("2026-06-02"), source: "code" },
      dates("2026-06-02")
    ]
    assert.deepStrictEqual(
      Retention.of(fans, weekly, today).map(({ fans, source }) => [source, fans]),
      [
        [undefined, 1],
        ["code", 2]
      ]
    )
  })

  it("counts every fan once in a cohort, and nobody twice in a week", () => {
    const visits = fc.record({ days: fc.array(fc.integer({ min: today - 400, max: today }), { minLength: 1 }) })
    const periods = fc.constantFrom<Retention.Period>(weekly, { per: "day" }, { per: "month" })
    fc.assert(
      fc.property(fc.array(visits), periods, (fans, period) => {
        const cohorts = Retention.of(fans, period, today)
        assert.strictEqual(
          cohorts.reduce((so, one) => so + one.fans, 0),
          fans.length
        )
        for (const { cells } of cohorts)
          for (const { after, share } of cells) assert.isTrue(after === 0 ? share === 1 : share >= 0 && share <= 1)
      })
    )
  })
})

describe("Turnover", () => {
  it("of two readings alone has only bounds: the platform tells the difference", () => {
    const { joined, left, lost } = Turnover.of({ before: 1_000, after: 900 })
    assert.deepStrictEqual(
      [joined.value, joined.bounds, left.value, left.bounds],
      [undefined, { low: 0 }, undefined, { low: 100 }]
    )
    assert.deepStrictEqual([lost.value, lost.bounds], [undefined, { low: 0.1, high: 1 }])
  })

  it("is known where one side was counted, and leads to the other", () => {
    const { left, lost } = Turnover.of({ before: 1_000, after: 900, joined: 200 })
    assert.deepStrictEqual([left.value, lost.value], [300, 0.25])
    assert.strictEqual(Turnover.of({ before: 0, after: 0, joined: 0 }).lost.value, undefined)
  })

  it("says nothing where counts and readings do not fit, or a reading is missing", () => {
    assert.include(Turnover.of({ before: 1_000, after: 1_500, joined: 100 }).left.missing[0]?.en, "do not fit")
    assert.include(Turnover.of({ before: 1_000, after: 900, joined: 100, left: 100 }).lost.missing[0]?.en, "do not fit")
    const { joined, left } = Turnover.of({ before: undefined, after: 900, joined: 5 })
    assert.deepStrictEqual([joined.value, left.value], [5, undefined])
  })
})

describe("The share of dead fans", () => {
  const looks = (dead: number, alive: number, unknown: number): ReadonlyArray<DeadFans.Look> => [
    ...Array.from({ length: dead }, () => ({ is: "dead", reasons: ["account gone"] }) as const),
    ...Array.from({ length: alive }, () => ({ is: "alive" }) as const),
    ...Array.from({ length: unknown }, () => ({ is: "unknown" }) as const)
  ]

  it("lies for certain between those known to be dead and all who were not seen alive", () => {
    const { reasons, share } = DeadFans.of(looks(10, 60, 30), 1_000)
    assert.deepStrictEqual([share.bounds, share.value], [{ low: 0.01, high: 0.94 }, 1 / 7])
    assert.deepStrictEqual([...reasons], [["account gone", 10]])
    // Wilson, statsmodels 0.15: 10 of 100 from below, 40 of 100 from above.
    assert.closeTo(share.interval?.low ?? 0, 0.05522914, 1e-8)
    assert.closeTo(share.interval?.high ?? 0, 0.49799741, 1e-8)
  })

  it("of whom nothing could be told has no value", () => {
    const { share } = DeadFans.of(looks(0, 0, 5), 10)
    assert.deepStrictEqual([share.value, share.bounds, share.missing.length], [undefined, { low: 0, high: 1 }, 2])
    assert.deepStrictEqual(DeadFans.of([], undefined).share.bounds, { low: 0, high: 1 })
  })
})
