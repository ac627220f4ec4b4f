/** How something went from one to the next, and how grave it is. */
import { Severity, Spread } from "@dualops/core/monitoring"
import { Actor, Allowance } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"

const share = (id: string, author: string, parent?: string): Spread.Share => ({ id, author, parent })

describe("The spread", () => {
  it("says how deep and broad it went, and who carried it", () => {
    const spread = Spread.of([
      share("1", "big"),
      share("2", "a", "1"),
      share("3", "b", "1"),
      share("4", "c", "3"),
      share("5", "small")
    ])
    assert.deepInclude(spread, { shares: 5, authors: 5, depth: 3, breadth: 2 })
    assert.deepStrictEqual(spread.carriers, [
      { author: "big", brought: 3, shares: 1 },
      { author: "b", brought: 1, shares: 1 }
    ])
  })

  it("is near 2 where all read one, and grows with the length of a chain", () => {
    const star = Array.from({ length: 200 }, (_, index) => share(`${index}`, `fan ${index}`))
    assert.closeTo(Spread.of(star).virality, 2, 0.02)
    const chain = star.map((one, index) => share(one.id, one.author, index === 0 ? undefined : `${index - 1}`))
    // The mean distance in a path of n is (n + 1) / 3.
    assert.closeTo(Spread.of(chain).virality, 202 / 3, 1e-9)
  })

  it("takes what follows itself, what follows nothing heard, and what comes twice", () => {
    const odd = [share("1", "a", "2"), share("2", "b", "1"), share("3", "c", "gone"), share("3", "c", "1")]
    assert.deepInclude(Spread.of(odd), { shares: 3 })
    assert.deepInclude(Spread.of([share("1", "a", "1")]), { shares: 1, depth: 1 })
    assert.deepInclude(Spread.of([]), { shares: 0, depth: 0, breadth: 0, virality: 0 })
  })

  it("is as the distances of all pairs, walked one by one", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 1, maxLength: 25 }), (parents) => {
        const shares = parents.map((parent, index) =>
          share(`${index}`, `${index}`, index === 0 ? undefined : `${parent % index}`)
        )
        const up = parents.map((parent, index) => (index === 0 || parent % index === index ? -1 : parent % index))
        const way = (from: number): ReadonlyArray<number> => (from < 0 ? [-1] : [from, ...way(up[from] ?? -1)])
        let [sum, pairs] = [0, 0]
        for (let one = -1; one < parents.length; one++)
          for (let other = one + 1; other < parents.length; other++) {
            const [left, right] = [way(one), way(other)]
            const meet = left.findIndex((step) => right.includes(step))
            sum += meet + right.indexOf(left[meet] ?? -1)
            pairs++
          }
        assert.closeTo(Spread.of(shares).virality, sum / pairs, 1e-9)
      })
    )
  })
})

describe("The level of an alarm", () => {
  const lin = Actor.PersonId.make("lin")
  const level = (name: string, when: Severity.When): Severity.Level => ({
    name,
    title: { zh: name, en: name },
    when,
    team: [lin],
    within: Allowance.always("15 minutes"),
    steps: []
  })
  const levels: Severity.Levels = [
    level("crisis", { authors: 200, negative: 0.5 }),
    level("press", { media: ["press"] }),
    level("look", {})
  ]
  const figures: Severity.Figures = { authors: 250, perHour: 1_500, times: 40, negative: 0.6, media: ["comment"] }

  it("is the first that holds, and says what held", () => {
    const { level, why } = Severity.of(levels, figures)
    assert.strictEqual(level.name, "crisis")
    assert.deepStrictEqual(why, ["authors", "negative"])
    assert.strictEqual(Severity.of(levels, { ...figures, authors: 20, media: ["press"] }).level.name, "press")
    assert.strictEqual(Severity.of(levels, { ...figures, authors: 20 }).level.name, "look")
  })

  it("asks for nothing that nobody can tell", () => {
    const { negative: _, ...unknown } = figures
    assert.strictEqual(Severity.of(levels, unknown).level.name, "look")
  })
})
