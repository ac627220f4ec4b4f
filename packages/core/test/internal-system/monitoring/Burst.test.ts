/** The alarm while it happens: the evidence, beside another's arithmetic, and when it is raised, over, and raised again. */
import { Burst } from "@dualops/core/monitoring"
import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"

const settings = Burst.usual
const at = (index: number) => index * 600_000
const bucket = (index: number, authors: number, mean = 5, learnt = 1_000): Burst.Seen => ({
  at: at(index),
  authors,
  expected: { mean, varies: 0.1 },
  learnt
})

/** What each bucket comes to, from the first on. */
const told = (authors: ReadonlyArray<number>, mean = 5, learnt = 1_000): ReadonlyArray<string> => {
  let state = Burst.quiet
  return authors.map((count, index) => {
    const [next, verdict] = Burst.step(settings, state, bucket(index, count, mean, learnt))
    state = next
    return verdict._tag
  })
}
const alarms = (tags: ReadonlyArray<string>) => tags.filter((tag) => tag === "Raised").length

describe("The evidence of a bucket", () => {
  // scipy.stats.nbinom.logpmf (SciPy 1.17.1) with n = 1 / varies and p = n / (n + mean), at the multiple less at the usual rate.
  for (const [authors, mean, varies, ratio, expected] of [
    [0, 0.5, 0.5, 2, -0.36464311358790946],
    [3, 0.5, 0.5, 2, 1.1678337577100635],
    [12, 0.6, 0.28, 8, 14.106770983493515],
    [7, 4.6, 0.005, 2, 0.249617378558586],
    [40, 17, 0.08, 4, 2.748761088161589],
    [250, 17, 0.08, 8, 95.60927800950166],
    [5, 20, 0.1, 2, -4.196648453690133]
  ] as const) {
    it(`is as SciPy's for ${authors} people where ${mean} are usual, at ${ratio} times as many`, () => {
      // The logarithms of large counts are of large numbers: SciPy's differences have some ten digits.
      assert.closeTo(Burst.evidence(authors, { mean, varies }, ratio), expected, 1e-7 * Math.max(1, Math.abs(expected)))
    })
  }

  it("grows with the number of people", () => {
    fc.assert(
      fc.property(fc.nat(500), fc.double({ min: 0.02, max: 50, noNaN: true }), (authors, mean) => {
        const expected = { mean, varies: 0.3 }
        assert.isBelow(Burst.evidence(authors, expected, 4), Burst.evidence(authors + 1, expected, 4))
      })
    )
  })
})

describe("A burst", () => {
  it("raises one alarm however long it lasts, and is over when it has been calm for a while", () => {
    const tags = told([5, 4, 6, 90, 120, 80, 70, 60, 5, 4, 3, 5, 6, 5, 4])
    assert.deepStrictEqual(tags.slice(0, 5), ["Nothing", "Nothing", "Nothing", "Raised", "Goes on"])
    assert.strictEqual(alarms(tags), 1)
    assert.strictEqual(tags[13], "Over")
  })

  it("on an account of few is over although somebody writes now and then, and the next one is told", () => {
    const someone = Array.from({ length: 30 }, (_, index) => index % 3)
    const tags = told([20, ...someone, 20], 0.6)
    assert.strictEqual(tags[6], "Over")
    assert.strictEqual(alarms(tags), 2)
  })

  it("that comes and goes every few minutes is one alarm", () => {
    const flapping = Array.from({ length: 60 }, (_, index) => (index % 3 === 0 ? 60 : 2))
    assert.strictEqual(alarms(told(flapping)), 1)
  })

  it("so soon after another is told only where it is far stronger", () => {
    const calm = Array.from({ length: 6 }, () => 4)
    assert.strictEqual(alarms(told([90, ...calm, 22, 22])), 1)
    assert.strictEqual(alarms(told([90, ...calm, 400])), 2)
    assert.strictEqual(alarms(told([22, 22, ...calm, ...Array.from({ length: 20 }, () => 4), 90])), 2)
  })

  it("that begins anew after it was over is raised again", () => {
    const calm = Array.from({ length: 30 }, () => 4)
    assert.strictEqual(alarms(told([90, ...calm, 90, ...calm])), 2)
  })

  it("says why: how many since when, where how many are usual", () => {
    const [, verdict] = Burst.step(settings, Burst.quiet, bucket(7, 100))
    assert.strictEqual(verdict._tag, "Raised")
    if (verdict._tag !== "Raised") return
    assert.deepInclude(verdict.why, { authors: 100, expected: 5, since: at(7), ratio: 8, limit: settings.limit })
    assert.isAbove(verdict.why.evidence, settings.limit)
  })

  it("while nothing is learnt yet is raised only where it is beyond doubt", () => {
    assert.strictEqual(alarms(told([30, 30, 30], 1, 0)), 0)
    assert.strictEqual(alarms(told([1, 150], 1, 0)), 1)
  })

  it("is no few people, however unusual they are", () => {
    assert.strictEqual(alarms(told([settings.least - 1], 0.02)), 0)
  })

  it("is never made of nothing: empty buckets raise no alarm, whatever was expected", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 30, noNaN: true }), { maxLength: 40 }), (means) => {
        let state = Burst.quiet
        for (const [index, mean] of means.entries()) {
          const [next, { _tag }] = Burst.step(settings, state, bucket(index, 0, mean))
          assert.strictEqual(_tag, "Nothing")
          state = next
        }
      })
    )
  })

  it("that more people make is never told later", () => {
    const counts = fc.array(fc.nat(40), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(counts, fc.nat(29), fc.integer({ min: 1, max: 50 }), (few, place, more) => {
        const many = few.map((count, index) => (index === place % few.length ? count + more : count))
        const [early, late] = [told(many).indexOf("Raised"), told(few).indexOf("Raised")]
        if (late >= 0) assert.isTrue(early >= 0 && early <= late)
      })
    )
  })
})
