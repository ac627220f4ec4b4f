import { Checks, Codes, CodeText, Odds, RudeWords } from "@dualops/core/codes"
import { SampleCodes } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { Redacted, Result } from "effect"
import fc from "fast-check"

const making: Codes.Making = { series: "spring codes", length: 12, edition: RudeWords.current, words: [] }
const codes = Codes.make(SampleCodes.secret)
const series = codes.of(making)
const digitsOf = (code: string, length = 12) => Result.getOrThrow(CodeText.read(code, length))

describe("The codes of a house", () => {
  it("lead back to their number, in series of any name and length", () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 50 }),
        fc.integer({ min: 8, max: 20 }),
        fc.integer({ min: 0, max: 23 ** 5 - 1 }),
        (name, length, number) => {
          const one = codes.of({ ...making, series: name, length })
          assert.strictEqual(one.numberOf(digitsOf(one.codeOf(number), length)), number)
        }
      )
    )
  })

  it("are one for each number: whatever leads back to a number is its code, and no other that could have been", () => {
    let read = 0
    const body = fc.array(fc.integer({ min: 0, max: 22 }), { minLength: 10, maxLength: 10 })
    fc.assert(
      fc.property(body, (digits) => {
        const code = Checks.add(digits)
        const number = series.numberOf(code)
        if (number === undefined) return
        read++
        assert.strictEqual(series.codeOf(number), CodeText.write(code))
      }),
      { numRuns: 1_000 }
    )
    assert.isAbove(read, 0)
  })

  it("are all different, and look like no row of numbers", () => {
    const all = Array.from({ length: 3_000 }, (_, number) => series.codeOf(number))
    assert.strictEqual(new Set(all).size, all.length)
    // Whoever has seen many has learned nothing of the next: every character is as frequent as another in every place.
    for (let place = 0; place < 9; place++) {
      const counts = new Map<string, number>()
      for (const code of all) {
        const character = code.replaceAll("-", "")[place] ?? ""
        counts.set(character, (counts.get(character) ?? 0) + 1)
      }
      assert.strictEqual(counts.size, 23)
      assert.isBelow(Math.max(...counts.values()), 3 * Math.min(...counts.values()))
    }
  })

  it("are others in another series, and by another secret", () => {
    const other = codes.of({ ...making, series: "autumn codes" })
    const foreign = Codes.make(Redacted.make("another secret that nobody knows, 32 characters")).of(making)
    for (let number = 0; number < 200; number++) {
      const code = series.codeOf(number)
      assert.notStrictEqual(other.codeOf(number), code)
      assert.notStrictEqual(foreign.codeOf(number), code)
      assert.isFalse((other.numberOf(digitsOf(code)) ?? Number.POSITIVE_INFINITY) < 1_000_000)
    }
  })

  it("are the same for ever: what was printed is read by every later release", () => {
    assert.deepEqual(
      [0, 1, 2, 9_999_999].map((number) => series.codeOf(number)),
      ["J12H-1C7V-T5YP", "N56R-X5XH-71RX", "65DY-H6WD-9YHP", "V5PR-MV6Y-PK9H"]
    )
  })

  it("never come from a secret that is too short", () => {
    assert.throws(() => Codes.make(Redacted.make("x".repeat(31))), /too short/)
  })

  it("have no code for a number that is none", () => {
    for (const number of [-1, 1.5, Number.NaN, 23 ** 9, 2 ** 53])
      assert.throws(() => series.codeOf(number), /no number/)
  })

  it("of ten million with twelve characters, one in four million guesses hits one; with sixteen, one in a trillion", () => {
    assert.approximately(Odds.of(12, 10_000_000).oneIn, 4_142_651, 1)
    assert.approximately(Odds.of(12, 10_000_000).bits, 22, 0.1)
    assert.isAbove(Odds.of(16, 10_000_000).oneIn, 1e12 - 1e12 * 0.9)
    assert.approximately(Odds.of(12, 2_100).bits, 34.2, 0.1)
  })

  it("guessed two thousand times, of ten million that were given out, are hit by none", () => {
    let [hits, seed] = [0, 20_261_128]
    for (let guess = 0; guess < 2_000; guess++) {
      const digits = Array.from({ length: 12 }, () => {
        seed = (seed * 48_271) % 2_147_483_647
        return seed % 23
      })
      if ((series.numberOf(digits) ?? Number.POSITIVE_INFINITY) < 10_000_000) hits++
    }
    assert.strictEqual(hits, 0)
  })
})
