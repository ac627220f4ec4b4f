import { AccountId } from "@dualops/core/account"
import { Figure, Figures, Kpi, KpiFigures, Trace } from "@dualops/core/analytics"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Schema } from "effect"

const named = (text: string) => ({ zh: text, en: text })
const span = { from: DateTime.makeUnsafe("2026-06-01T00:00:00Z"), until: DateTime.makeUnsafe("2026-07-01T00:00:00Z") }
const trace = { observations: "Mention", account: AccountId.make("1902538057"), tag: "term:乌龙", ...span }
const counted = (title: string, value: number, unit: "count" | "people" | "yuan" = "count") =>
  Figures.counted(named(title), unit, value, [trace])
const side = (title: string, value: number) => ({ title: named(title), value })

describe("A figure", () => {
  it("leads to its rows: the page of the store that has them", () => {
    assert.deepStrictEqual(Trace.query(trace, 20), {
      kind: "Mention",
      account: trace.account,
      tag: "term:乌龙",
      ...span,
      order: "oldest",
      limit: 20
    })
  })

  it("can be kept and sent as it is", () => {
    const figure = Figures.share(named("praise"), {
      numerator: side("praise", 3),
      denominator: side("all", 4),
      sample: true,
      traces: [trace]
    })
    const json = Schema.encodeSync(Schema.toCodecJson(Figure.Figure))(figure)
    assert.deepStrictEqual(
      Schema.decodeUnknownSync(Schema.toCodecJson(Figure.Figure))(JSON.parse(JSON.stringify(json))),
      figure
    )
  })

  it("that is no number is a defect and not a figure", () => {
    assert.throws(() => counted("orders", Number.NaN), /no figure/)
    assert.throws(() => counted("orders", Number.POSITIVE_INFINITY), /no figure/)
  })
})

describe("A share", () => {
  // dbt-labs/dbt_metrics#96, ralforion/orionbelt-semantic-layer#319: nothing of nothing was infinite, NaN, an error or a perfect score.
  it("of nothing has no value, and says so", () => {
    const { missing, value } = Figures.share(named("praise"), {
      numerator: side("praise", 0),
      denominator: side("mentions", 0)
    })
    assert.deepStrictEqual([value, missing[0]?.en], [undefined, "There is none of: mentions. So there is no value."])
  })

  // PostHog/posthog#5575, umami-software/umami#387: conversion and bounce rates of 117 % and more.
  it("over 1 is a defect: its two sides count different things", () => {
    assert.throws(
      () => Figures.share(named("rate"), { numerator: side("bounces", 117), denominator: side("visits", 100) }),
      /117 of 100/
    )
  })

  it("with unknown ones lies between all of them being it and none", () => {
    const { bounds, value } = Figures.share(named("praise"), {
      numerator: side("praise", 6),
      denominator: side("read", 8),
      unknown: { count: 2, why: named("two could not be read") }
    })
    assert.deepStrictEqual([value, bounds], [0.75, { low: 0.6, high: 0.8 }])
  })

  // matomo-org/matomo#12808: rates of several rows were added up.
  it("has no sum", () => {
    const half = Figures.share(named("rate"), { numerator: side("a", 1), denominator: side("b", 2) })
    assert.isUndefined(Figures.sum(named("rates"), [half, half]).value)
  })
})

describe("A sum", () => {
  it("of counts is their sum, with the rows of all", () => {
    const { traces, value } = Figures.sum(named("all"), [counted("a", 2), counted("b", 3)])
    assert.deepStrictEqual([value, traces.length], [5, 2])
  })

  // plausible/analytics#1444, matomo-org/matomo#8089: the unique visitors of a month were those of its days, added up.
  it("of people has no value: they are at least the most of a day, and at most all", () => {
    const { bounds, value } = Figures.sum(named("month"), [
      counted("day 1", 40, "people"),
      counted("day 2", 30, "people")
    ])
    assert.deepStrictEqual([value, bounds], [undefined, { low: 40, high: 70 }])
  })

  it("with a missing part has no value, and is at least what the others are", () => {
    const gone = Figures.unknown(named("c"), "count", named("nobody counted"))
    assert.deepStrictEqual(Figures.sum(named("all"), [counted("a", 2), gone]).bounds, { low: 2 })
  })

  it("of yuan and times is none", () =>
    assert.isUndefined(Figures.sum(named("x"), [counted("a", 1), counted("b", 1, "yuan")]).value))
})

describe("The tree of KPIs", () => {
  const kpi = (measured: Kpi.Measured, target?: Omit<Kpi.Target, "per">): Kpi.Kpi =>
    Schema.decodeUnknownSync(Kpi.Kpi)({
      title: named("kpi"),
      unit: named("x"),
      owner: "he",
      measured,
      ...(target && { target: { ...target, per: "month" } })
    })
  const id = (text: string) => Kpi.KpiId.make(text)
  const shop = { source: named("the shop") }
  const kpis = {
    sales: kpi({ product: [id("orders"), id("basket")] }, { least: 1_000 }),
    orders: kpi(shop),
    basket: kpi(shop),
    open: kpi({ difference: [id("complaints"), id("solved")] }, { most: 5 }),
    complaints: kpi(shop),
    solved: kpi(shop),
    perOrder: kpi({ ratio: [id("sales"), id("orders")] }),
    exposure: kpi({ sum: [id("posts"), id("topics")] }, { least: 50 }),
    posts: kpi(shop),
    topics: kpi(shop)
  } as KpiFigures.Kpis
  const measured = (values: Readonly<Record<string, Figure.Figure>>) =>
    new Map(Object.entries(values).map(([name, figure]) => [id(name), figure]))
  const all = KpiFigures.of(
    kpis,
    measured({
      orders: counted("o", 40),
      basket: counted("b", 30, "yuan"),
      complaints: counted("c", 9),
      posts: counted("p", 60)
    })
  )
  const at = (name: string) => all.get(id(name))

  it("is worked out from what was measured, in the units that come of it", () => {
    assert.deepStrictEqual(
      [at("sales")?.figure.value, at("sales")?.figure.unit, at("sales")?.target],
      [1_200, "yuan", "met"]
    )
    assert.deepStrictEqual([at("perOrder")?.figure.value, at("perOrder")?.figure.of?.denominator.value], [30, 40])
    assert.lengthOf(at("sales")?.figure.traces ?? [], 2)
  })

  it("says of what nothing measures where the number is, and makes none up", () => {
    assert.isUndefined(at("solved")?.figure.value)
    assert.include(at("solved")?.figure.missing[0]?.en, "Nothing here measures it; the number is in: the shop.")
  })

  it("tells what targets come to as far as bounds do: met, missed, or open", () => {
    assert.deepStrictEqual([at("open")?.figure.bounds, at("open")?.target], [{ high: 9 }, "open"])
    assert.deepStrictEqual([at("exposure")?.figure.bounds, at("exposure")?.target], [{ low: 60 }, "met"])
    assert.strictEqual(KpiFigures.met({ least: 10, per: "day" }, counted("a", 9)), "missed")
    assert.isUndefined(KpiFigures.met({ per: "day" }, counted("a", 9)))
  })

  it("that is made of itself has no value, and ends", () => {
    const round = { a: kpi({ sum: [id("b")] }), b: kpi({ sum: [id("a"), id("gone")] }) } as KpiFigures.Kpis
    assert.isUndefined(KpiFigures.of(round, new Map()).get(id("a"))?.figure.value)
  })
})
