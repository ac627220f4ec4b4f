import { Survival } from "@dualops/core/fans"
import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"

/** Weeks in remission under 6-mercaptopurine (Freireich et al., Blood 21, 1963); `+` is still in remission when last seen. */
const freireich = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+"
const staysOf = (text: string): ReadonlyArray<Survival.Stay> =>
  text.split(" ").map((one) => ({ days: Number.parseInt(one, 10), left: !one.endsWith("+") }))

const stay = fc.record({ days: fc.nat(60), left: fc.boolean() })

describe("The estimate of Kaplan and Meier", () => {
  it("of Freireich's remissions is that of the textbooks and of statsmodels 0.15", () => {
    const { steps } = Survival.of(staysOf(freireich))
    const expected = [
      [6, 21, 3, 0.85714286, 0.07636035, 0.61971796, 0.95155175],
      [7, 17, 1, 0.80672269, 0.08693529, 0.56314656, 0.92280902],
      [10, 15, 1, 0.75294118, 0.09634965, 0.50319951, 0.88936184],
      [13, 12, 1, 0.69019608, 0.10681471, 0.43161022, 0.84906596],
      [16, 11, 1, 0.62745098, 0.11405387, 0.36751086, 0.80491219],
      [22, 7, 1, 0.53781513, 0.12823375, 0.26777894, 0.74679072],
      [23, 6, 1, 0.44817927, 0.13459146, 0.18805201, 0.68014263]
    ]
    const found = steps.map(({ atRisk, day, error, interval, left, share }) => [
      day,
      atRisk,
      left,
      share,
      error,
      interval?.low ?? 0,
      interval?.high ?? 0
    ])
    for (const [index, row] of expected.entries())
      for (const [place, value] of row.entries()) assert.closeTo(found[index]?.[place] ?? Number.NaN, value, 1e-8)
    assert.strictEqual(found.length, expected.length)
    assert.strictEqual(Survival.median(Survival.of(staysOf(freireich))), 23)
  })

  // CamDavidsonPilon/lifelines#327: where the last one was still there, the curve fell to nothing.
  it("does not fall where the last one is still there, and says nothing of later", () => {
    const survival = Survival.of(staysOf("10+ 20 55+ 10+"))
    assert.deepStrictEqual([Survival.after(survival, 55), Survival.after(survival, 56)], [0.5, undefined])
    assert.strictEqual(Survival.after(survival, 19), 1)
  })

  // CamDavidsonPilon/lifelines#424, AlexsLemonade/OpenPBTA-analysis#674: bounds were NaN.
  it("that has come to nothing has no interval, and none of it is NaN", () => {
    const { steps } = Survival.of(staysOf("5 9 9"))
    assert.deepStrictEqual(steps.map(({ error, interval, share }) => [share, error, interval === undefined]).at(-1), [
      0,
      0,
      true
    ])
    assert.deepStrictEqual(Survival.of([]).steps, [])
    assert.isUndefined(Survival.after(Survival.of([]), 0))
    assert.throws(() => Survival.of([{ days: -1, left: true }]), /-1 days/)
  })

  it("is the plain share of those who are left, where nobody's stay was cut short", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { minLength: 1 }), (days) => {
        const { steps } = Survival.of(days.map((one) => ({ days: one, left: true })))
        for (const { day, share } of steps)
          assert.closeTo(share, days.filter((one) => one > day).length / days.length, 1e-9)
      })
    )
  })

  it("only falls, stays from 0 to 1, and lies in its interval", () => {
    fc.assert(
      fc.property(fc.array(stay), (stays) => {
        let before = 1
        for (const { interval, share } of Survival.of(stays).steps) {
          assert.isTrue(share <= before && share >= 0)
          if (interval)
            assert.isTrue(interval.low <= share && share <= interval.high && interval.low >= 0 && interval.high <= 1)
          before = share
        }
      })
    )
  })
})
