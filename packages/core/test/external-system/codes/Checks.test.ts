import { Alphabet, Checks } from "@dualops/core/codes"
import { assert, describe, it } from "@effect/vitest"
import fc from "fast-check"

const { size } = Alphabet
const digit = fc.integer({ min: 0, max: size - 1 })
const code = fc.array(digit, { minLength: 6, maxLength: Checks.longest - Checks.count }).map((body) => Checks.add(body))

/** Every code of which one character is another. */
function* substitutions(digits: ReadonlyArray<number>): Iterable<ReadonlyArray<number>> {
  for (const [index, own] of digits.entries()) {
    for (let other = 0; other < size; other++) if (other !== own) yield digits.with(index, other)
  }
}

/** Every code of which two characters, wherever they stand, are swapped. */
function* swaps(digits: ReadonlyArray<number>): Iterable<ReadonlyArray<number>> {
  for (const [one, left] of digits.entries()) {
    for (const [other, right] of digits.entries()) {
      if (one < other && left !== right) yield digits.with(one, right).with(other, left)
    }
  }
}

describe("The check characters", () => {
  it("find nothing wrong with what they were made for", () => {
    fc.assert(fc.property(code, (digits) => Checks.wrongIn(digits) === undefined))
  })

  it("notice every character that is wrong, and say which", () => {
    fc.assert(
      fc.property(code, (digits) => {
        for (const wrong of substitutions(digits)) {
          const place = wrong.findIndex((one, index) => one !== digits[index]) + 1
          assert.deepEqual(Checks.wrongIn(wrong), { _tag: "One", place })
        }
      }),
      { numRuns: 20 }
    )
  })

  it("notice every two that are swapped, wherever they stand, and say so", () => {
    fc.assert(
      fc.property(code, (digits) => {
        for (const wrong of swaps(digits)) assert.deepEqual(Checks.wrongIn(wrong), { _tag: "Swapped" })
      }),
      { numRuns: 50 }
    )
  })

  it("notice every two that are wrong", () => {
    const digits = Checks.add([3, 1, 4, 1, 5, 9, 2, 6, 5, 3])
    let tried = 0
    for (const one of substitutions(digits)) {
      for (const two of substitutions(one)) {
        const differs = two.filter((own, index) => own !== digits[index]).length
        if (differs === 0) continue
        tried++
        assert.isDefined(Checks.wrongIn(two))
      }
    }
    assert.isAbove(tried, 60_000)
  })

  it("notice 528 in 529 of everything else, as a chance would have it", () => {
    let [missed, seed] = [0, 1]
    const next = () => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed % size
    }
    const tries = 200_000
    for (let one = 0; one < tries; one++) {
      if (Checks.wrongIn(Array.from({ length: 12 }, next)) === undefined) missed++
    }
    assert.approximately(missed, tries / 529, 100)
  })

  it("are the sums of the values as they are and by their places, which is how anybody can work them out", () => {
    // 23 characters of values 0 to 22: 1 + 2 + … and 1·1 + 2·2 + …, by hand.
    assert.deepEqual(Checks.add([1, 2, 3, 4, 5, 6]), [1, 2, 3, 4, 5, 6, 15, 10])
    assert.strictEqual((1 + 2 + 3 + 4 + 5 + 6 + 15 + 10) % 23, 0)
    assert.strictEqual((1 + 4 + 9 + 16 + 25 + 36 + 7 * 15 + 8 * 10) % 23, 0)
  })
})
