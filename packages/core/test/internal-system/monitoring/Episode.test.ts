/** Dating an episode, beside every way through the states and beside another implementation. */
import { Episode } from "@dualops/core/monitoring"
import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"

/** Every sequence of so many states. */
const ways = (count: number, length: number): ReadonlyArray<ReadonlyArray<number>> =>
  length === 0
    ? [[]]
    : ways(count, length - 1).flatMap((way) => Array.from({ length: count }, (_, state) => [...way, state]))

/** Mentions, and what pybursts 0.1.1 answers for them with s = 2 and gamma = 1: levels above the first, with their beginnings and ends. */
const dated: ReadonlyArray<{ moments: ReadonlyArray<number>; levels: ReadonlyArray<ReadonlyArray<number>> }> = [
  {
    moments: [90, 130, 170, 260, 262, 264, 265, 268, 269, 270, 272, 312, 372, 375],
    levels: [
      [1, 260, 272],
      [2, 260, 272],
      [3, 260, 272]
    ]
  },
  {
    moments: [60, 150, 152, 242, 245, 246, 249, 250, 252, 254, 257, 317, 320, 322],
    levels: [
      [1, 242, 257],
      [2, 242, 257]
    ]
  },
  {
    moments: [3, 93, 183, 243, 246, 247, 248, 249, 250, 251, 254, 257, 297, 337],
    levels: [
      [1, 243, 257],
      [2, 243, 257],
      [3, 243, 257]
    ]
  }
]

describe("The date of an episode", () => {
  it("is the cheapest of all ways through the states", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 2, maxLength: 7 }),
        fc.integer({ min: 2, max: 3 }),
        (gaps, states) => {
          const settings = { ...Episode.usual, states }
          const found = Episode.costOfPath(settings, gaps, Episode.path(settings, gaps))
          const most = Math.max(...Episode.path({ ...settings, states }, gaps), states - 1)
          const least = Math.min(...ways(most + 1, gaps.length).map((way) => Episode.costOfPath(settings, gaps, way)))
          // Where the gaps bound the states further, no way through more of them is cheaper either.
          assert.closeTo(found, least, 1e-9)
        }
      ),
      { numRuns: 60 }
    )
  })

  for (const { levels, moments } of dated) {
    it(`is as pybursts dates ${moments.length} mentions from ${moments[0]} to ${moments.at(-1)}`, () => {
      const found = Episode.date({ scale: 2, climb: 1, states: 30 }, moments)
      assert.deepStrictEqual(
        found.map(({ from, level, until }) => [level, from, until]),
        levels
      )
    })
  }

  it("is as the README of pybursts dates its example, where climbing costs a tenth", () => {
    const moments = [4, 17, 23, 27, 33, 35, 37, 76, 77, 82, 84, 88, 90, 92]
    assert.deepStrictEqual(
      Episode.date({ scale: 2, climb: 0.1, states: 30 }, moments).map(({ from, level, until }) => [level, from, until]),
      [
        [1, 33, 37],
        [1, 76, 92],
        [2, 76, 77]
      ]
    )
  })

  it("reaches to the last mention where it lasts, and begins with the first where it was there from the first", () => {
    const dense = Array.from({ length: 30 }, (_, index) => index)
    const sparse = Array.from({ length: 12 }, (_, index) => 1000 + index * 1000)
    const [first] = Episode.date(Episode.usual, [...dense, ...sparse])
    assert.strictEqual(first?.from, 0)
    const late = Episode.date(Episode.usual, [...sparse, ...dense.map((at) => at + 12_500)])
    assert.strictEqual(late[0]?.until, 12_529)
  })

  it("takes mentions of the same moment, none, and one", () => {
    assert.deepStrictEqual(Episode.date(Episode.usual, []), [])
    assert.deepStrictEqual(Episode.date(Episode.usual, [5]), [])
    assert.doesNotThrow(() => Episode.date(Episode.usual, [5, 5, 5, 5, 900, 1800]))
    assert.isNotEmpty(Episode.date(Episode.usual, [0, 900, 1800, 1800, 1800, 1800, 1800, 1800, 2700, 3600]))
  })
})
