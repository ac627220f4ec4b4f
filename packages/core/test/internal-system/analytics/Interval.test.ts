import { BestTimes, Interval, Shrinkage } from "@dualops/core/analytics"
import { assert, describe, it } from "@effect/vitest"
import { DateTime } from "effect"
import * as fc from "fast-check"

const share = fc.nat(5_000).chain((trials) => fc.tuple(fc.nat(trials), fc.constant(trials)))

describe("Wilson's interval", () => {
  it.each([
    [0, 10, 0, 0.27753279986288926],
    [1, 10, 0.017876213095072924, 0.40415002679523854],
    [5, 10, 0.23659309051256394, 0.7634069094874361],
    [10, 10, 0.7224672001371106, 1],
    [15, 148, 0.06238639953073628, 0.16048724172330803],
    [81, 263, 0.2552885198782742, 0.36620957698280004],
    [3, 1000, 0.0010207838811386195, 0.008783014053503176],
    [1, 1, 0.2065493143772374, 1]
  ])("of %d in %d is that of statsmodels 0.15", (successes, trials, low, high) => {
    const interval = Interval.wilson(successes, trials)
    assert.closeTo(interval.low, low, 1e-12)
    assert.closeTo(interval.high, high, 1e-12)
  })

  it("of 81 in 263 and of 15 in 148 is that of Newcombe's table, to its four digits", () => {
    // R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
    const digits = ([low, high]: readonly [number, number]) => [low.toFixed(4), high.toFixed(4)]
    const of = (successes: number, trials: number) => {
      const { high, low } = Interval.wilson(successes, trials)
      return digits([low, high])
    }
    assert.deepStrictEqual(of(81, 263), ["0.2553", "0.3662"])
    assert.deepStrictEqual(of(15, 148), ["0.0624", "0.1605"])
  })

  it("of nothing is everything, and of more than there are is a defect", () => {
    assert.deepStrictEqual(Interval.wilson(0, 0), { low: 0, high: 1, level: 0.95 })
    assert.throws(() => Interval.wilson(2, 1), /2 of 1/)
    assert.throws(() => Interval.wilson(Number.NaN, 1), /no share/)
    assert.throws(() => Interval.wilson(1, 2, 1), /level/)
  })

  it("has the share in it, never leaves 0 to 1, and turns over with what is counted", () => {
    fc.assert(
      fc.property(share, ([successes, trials]) => {
        const [one, other] = [Interval.wilson(successes, trials), Interval.wilson(trials - successes, trials)]
        assert.isTrue(one.low >= 0 && one.high <= 1 && one.low < one.high)
        if (trials > 0) assert.isTrue(one.low <= successes / trials && successes / trials <= one.high)
        assert.closeTo(one.low, 1 - other.high, 1e-12)
      })
    )
  })
})

const groups = [
  [3, 10],
  [30, 200],
  [1, 2],
  [80, 400],
  [0, 5],
  [45, 150]
].map(([successes = 0, trials = 0], key) => ({ key, successes, trials }))

describe("Shares of several groups", () => {
  it("are drawn to their mean as far as scipy's variances and beta quantiles say", () => {
    // scipy 1.17: F of f_oneway over the ones and noughts, ρ = (F − 1) / (F + n₀ − 1), beta.ppf.
    const { groups: shrunk, mean, strength } = Shrinkage.shrink(groups)
    assert.closeTo(mean ?? 0, 0.20730117340286833, 1e-12)
    assert.closeTo(strength, 47.59068175902275, 1e-9)
    const expected = [
      [0.2233973236420706, 0.12650756, 0.33845432],
      [0.16101415404029076, 0.11801001, 0.20920136],
      [0.21910576314492713, 0.11669053, 0.34293631],
      [0.2007763070904823, 0.16500682, 0.23907796],
      [0.18759224717590392, 0.0951523, 0.30247055],
      [0.2776730343923849, 0.21761062, 0.34199797]
    ]
    for (const [index, [share = 0, low = 0, high = 0]] of expected.entries()) {
      assert.closeTo(shrunk[index]?.share ?? 0, share, 1e-9)
      assert.closeTo(shrunk[index]?.interval.low ?? 0, low, 1e-7)
      assert.closeTo(shrunk[index]?.interval.high ?? 0, high, 1e-7)
    }
  })

  it("lie between what was seen and the mean, and the nearer to the mean the smaller the group", () => {
    const shrunk = Shrinkage.shrink(groups)
    assert.isAbove(shrunk.groups[2]?.seen ?? 0, shrunk.groups[5]?.seen ?? 1)
    assert.isBelow(shrunk.groups[2]?.share ?? 1, shrunk.groups[5]?.share ?? 0)
    const some = fc.array(share, { maxLength: 8 })
    fc.assert(
      fc.property(some, (all) => {
        const { groups, mean = 0.5 } = Shrinkage.shrink(
          all.map(([successes, trials], key) => ({ key, successes, trials }))
        )
        for (const { interval, seen = mean, share } of groups) {
          assert.isTrue(share >= Math.min(seen, mean) - 1e-9 && share <= Math.max(seen, mean) + 1e-9)
          assert.isTrue(interval.low >= 0 && interval.high <= 1 && interval.low <= interval.high)
        }
      })
    )
  })

  it("that are nothing are anything from 0 to 1, and no NaN", () => {
    assert.deepStrictEqual(Shrinkage.shrink([{ key: "a", successes: 0, trials: 0 }]).groups[0]?.interval, {
      low: 0,
      high: 1,
      level: 0.95
    })
  })
})

describe("The best hours", () => {
  const at = (text: string) => DateTime.makeUnsafe(text)
  const post = (hour: number, day: number, reached: number, acted: number) => ({
    at: at(`2026-06-${String(day).padStart(2, "0")}T${String(hour).padStart(2, "0")}:30:00+08:00`),
    kind: hour < 12 ? "news" : "draw",
    reached,
    acted
  })

  it("are those of the clock there, not of UTC", () => {
    assert.deepStrictEqual(
      BestTimes.hours([post(20, 1, 10, 1)], "Asia/Shanghai").map(({ key }) => key),
      [20]
    )
    assert.deepStrictEqual(
      BestTimes.hours([post(20, 1, 10, 1)], "Europe/Paris").map(({ key }) => key),
      [14]
    )
  })

  it("are not led by the one lucky post of an hour", () => {
    const steady = Array.from({ length: 20 }, (_, day) => post(20, day + 1, 1_000, 55 + (day % 11)))
    const weak = Array.from({ length: 20 }, (_, day) => post(9, day + 1, 1_000, 15 + (day % 11)))
    const lucky = post(3, 1, 8, 1)
    const lines = BestTimes.hours([...steady, ...weak, lucky], "Asia/Shanghai")
    assert.isAbove(lines.find(({ key }) => key === 3)?.seen ?? 0, 0.1)
    assert.strictEqual(lines[0]?.key, 20)
    assert.deepStrictEqual(lines.map(({ amongBest, key }) => [key, amongBest]).toSorted(), [
      [20, true],
      [3, true],
      [9, false]
    ])
  })

  it("are no surer because one post was seen by a million", () => {
    const posts = [0.01, 0.06, 0.02, 0.05].map((share, day) => post(20, day + 1, 1_000_000, share * 1_000_000))
    const [line] = BestTimes.hours(
      [...posts, post(9, 1, 1_000_000, 30_000), post(9, 2, 1_000_000, 35_000)],
      "Asia/Shanghai"
    )
    assert.isAbove((line?.interval.high ?? 0) - (line?.interval.low ?? 0), 0.01)
    assert.deepStrictEqual(
      BestTimes.kinds(posts).map(({ amongBest, key, posts }) => [key, posts, amongBest]),
      [["draw", 4, true]]
    )
  })

  it("are not learnt from a post that more liked than saw", () =>
    assert.throws(() => BestTimes.hours([post(9, 1, 5, 6), post(9, 2, 100, 6)], "Asia/Shanghai"), /6 of 5/))

  it("of no posts are none, and of posts that nobody saw are unknown", () => {
    assert.deepStrictEqual(BestTimes.hours([], "Asia/Shanghai"), [])
    const [line] = BestTimes.hours([post(9, 1, 0, 0)], "Asia/Shanghai")
    assert.deepStrictEqual([line?.seen, line?.interval], [undefined, { low: 0, high: 1, level: 0.95 }])
  })
})

describe("Newcombe's interval of a difference", () => {
  // R. G. Newcombe, Statistics in Medicine 17 (1998) 873-890, table II, method 10.
  it.each([
    [56, 70, 48, 80, "0.0524", "0.3339"],
    [9, 10, 3, 10, "0.1705", "0.8090"],
    [6, 7, 2, 7, "0.0582", "0.8062"],
    [5, 56, 0, 29, "-0.0381", "0.1926"],
    [0, 10, 0, 20, "-0.1611", "0.2775"],
    [0, 10, 0, 10, "-0.2775", "0.2775"],
    [10, 10, 0, 20, "0.6791", "1.0000"],
    [10, 10, 0, 10, "0.6075", "1.0000"]
  ])("of %d in %d less %d in %d is that of his table, to its four digits", (a, m, b, n, low, high) => {
    const found = Interval.difference({ successes: a, trials: m }, { successes: b, trials: n })
    assert.deepStrictEqual([found.low.toFixed(4), found.high.toFixed(4)], [low, high])
  })

  it("turned round is the same the other way, and stays between -1 and 1", () => {
    fc.assert(
      fc.property(share, share, ([a, m], [b, n]) => {
        const [one, other] = [
          { successes: a, trials: m },
          { successes: b, trials: n }
        ]
        const [there, back] = [Interval.difference(one, other), Interval.difference(other, one)]
        assert.closeTo(there.low, -back.high, 1e-12)
        assert.isAtLeast(there.low, -1 - 1e-12)
        assert.isAtMost(there.high, 1 + 1e-12)
      })
    )
  })
})
