import { Attribution, Journey, Markov, Positional, Shapley } from "@dualops/core/attribution"
import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"

const journey = (path: string, converted: number, lost = 0): Journey.Journey => {
  const touches = path.split(" ").filter((one) => one !== "")
  return { touches, converted, lost, hours: touches.map((_, index) => (touches.length - index) * 24) }
}
const methods: ReadonlyArray<Attribution.Method> = [
  ...(["first", "last", "linear", "position", "markov", "shapley"] as const).map((by) => ({ by })),
  { by: "decay", halfLife: 168 }
]
const journeys = fc
  .array(fc.tuple(fc.array(fc.constantFrom("a", "b", "c", "d", "e"), { maxLength: 7 }), fc.nat(9), fc.nat(30)), {
    maxLength: 12
  })
  .map((all) => all.map(([touches, converted, lost]) => journey(touches.join(" "), converted, lost)))

const near = (one: ReadonlyMap<string, number>, other: Readonly<Record<string, number>>, within = 1e-9) => {
  assert.sameMembers([...one.keys()], Object.keys(other))
  for (const [channel, value] of one) assert.closeTo(value, other[channel] ?? Number.NaN, within, channel)
}
const creditsOf = (
  all: ReadonlyArray<Journey.Journey>,
  by: "first" | "last" | "linear" | "position" | "markov" | "shapley"
) => Attribution.divide(all, { by }).credits

describe("Credit by position", () => {
  const three = [journey("weibo link code", 10)]
  it.each([
    ["first", { weibo: 10, link: 0, code: 0 }],
    ["last", { weibo: 0, link: 0, code: 10 }],
    ["linear", { weibo: 10 / 3, link: 10 / 3, code: 10 / 3 }],
    ["position", { weibo: 4, link: 2, code: 4 }]
  ] as const)("of three touches goes to the %s as its name says", (by, expected) =>
    near(creditsOf(three, by), expected)
  )

  it("is halves of two touches, and all of one", () => {
    near(creditsOf([journey("weibo code", 10)], "position"), { weibo: 5, code: 5 })
    near(creditsOf([journey("weibo", 10)], "position"), { weibo: 10 })
  })

  it("by decay halves with each half-life, and is no nought however long ago all was", () => {
    const at = (hours: ReadonlyArray<number>) => [{ ...journey("weibo link", 3), hours }]
    near(Attribution.divide(at([168, 0]), { by: "decay", halfLife: 168 }).credits, { weibo: 1, link: 2 })
    near(Attribution.divide(at([1_000_168, 1_000_000]), { by: "decay", halfLife: 168 }).credits, { weibo: 1, link: 2 })
    assert.throws(() => Positional.decay(0), /half-life/)
    assert.throws(() => Attribution.divide(at([1]), { by: "decay", halfLife: 1 }), /when each touch was/)
  })
})

describe("Credit by removal", () => {
  it("is what ChannelAttribution's and others' worked examples have", () => {
    // serhiipuzyrov.com, Markov chain attribution: simple explanation of removal effect (2019).
    const advertising = [journey("google", 2, 1), journey("mailing", 1), journey("google mailing", 1)]
    near(Markov.removalEffects(advertising), { google: 0.75, mailing: 0.5 })
    near(creditsOf(advertising, "markov"), { google: 2.4, mailing: 1.6 })
    // analyzecore.com, Attribution model with R, part 1 (2016).
    const channels = [journey("c1 c2 c3", 1), journey("c1", 0, 1), journey("c2 c3", 0, 1)]
    near(Markov.removalEffects(channels), { c1: 0.5, c2: 1, c3: 1 })
    near(creditsOf(channels, "markov"), { c1: 0.2, c2: 0.4, c3: 0.4 })
  })

  it("is that of numpy where ways go in circles and touches come again", () => {
    const circles = [
      journey("a b a b", 3, 2),
      journey("b a c c", 5, 1),
      journey("a", 10, 90),
      journey("c a b", 2, 30),
      journey("d d d", 0, 7),
      journey("d c", 1, 4)
    ]
    // numpy 2: the chain solved anew without each channel's row and column.
    near(Markov.removalEffects(circles), {
      a: 0.724390919158361,
      b: 0.2776440453044471,
      c: 0.4440142814126554,
      d: 0.05335111359207734
    })
  })

  // DavideAltomare/ChannelAttribution#7: a channel that had an effect lost it. jerednel/markov-chain-attribution#2 and
  // DP6/Marketing-Attribution-Models#41: conversions were negative where a matrix was all but singular.
  it("lies from 0 to 1, also where a channel was touched once among a million", () => {
    const rare = [
      journey("a b", 1),
      journey("b a", 900_000, 900_000_000),
      journey("z a z", 1, 1e9),
      journey("y", 0, 1e-9)
    ]
    for (const effect of Markov.removalEffects(rare).values()) {
      assert.isAtLeast(effect, 0)
      assert.isAtMost(effect, 1)
    }
    assert.isAbove(Markov.removalEffects(rare).get("b") ?? 0, 0)
    fc.assert(
      fc.property(journeys, (all) => {
        for (const effect of Markov.removalEffects(
          all.filter(({ touches, converted, lost }) => touches.length > 0 && converted + lost > 0)
        ).values()) {
          assert.isAtLeast(effect, 0)
          assert.isAtMost(effect, 1 + 1e-9)
        }
      })
    )
  })

  // DP6/Marketing-Attribution-Models#69: the column of lost journeys was all 0, as if nobody had left.
  it("counts those who were lost", () => {
    // numpy, as above.
    const lost = [journey("a b", 5, 90), journey("b", 5), journey("a", 5)]
    near(Markov.removalEffects(lost), { a: 0.9666666666666667, b: 0.6666666666666667 })
  })

  it("is nothing for a channel after which everyone leaves, and something where it leads on to one that converts", () => {
    near(creditsOf([journey("a", 3), journey("b", 0, 5)], "markov"), { a: 3, b: 0 })
    assert.isAbove(creditsOf([journey("a", 3), journey("b a", 0, 5)], "markov").get("b") ?? 0, 0)
  })

  it("of six hundred channels is there before anyone waits", () => {
    const many = Array.from({ length: 600 }, (_, index) =>
      journey(`c${index} c${(index * 7) % 600} c${(index * 11) % 600}`, 1, 3)
    )
    assert.closeTo(
      [...creditsOf(many, "markov").values()].reduce((so, one) => so + one, 0),
      600,
      1e-6
    )
  })
})

describe("Credit by Shapley", () => {
  it("is that of published games", () => {
    // Wikipedia, Shapley value: the glove game. One has a right glove, two have left ones, a pair is worth 1.
    const gloves = Shapley.values(["left", "left too", "right"], (those) =>
      those.has("right") && those.size > 1 ? 1 : 0
    )
    near(gloves, { left: 1 / 6, "left too": 1 / 6, right: 2 / 3 })
    // Littlechild and Owen's airport game, as in Wikipedia: costs 8, 11, 13 and 18 come to 2, 3, 4 and 9.
    const costs: Readonly<Record<string, number>> = { A: 8, B: 11, C: 13, D: 18 }
    near(
      Shapley.values(Object.keys(costs), (those) => Math.max(...[...those].map((one) => costs[one] ?? 0))),
      { A: 2, B: 3, C: 4, D: 9 }
    )
  })

  it("of journeys is that of the worked example of Facebook, organic and LinkedIn", () => {
    // towardsdatascience.com, Data-driven marketing attribution: shares of conversions by the set of channels.
    const shares = [
      journey("F", 20),
      journey("O", 10),
      journey("L", 17),
      journey("F O", 17),
      journey("L F", 30),
      journey("F O L", 6)
    ]
    near(creditsOf(shares, "shapley"), { F: 45.5, O: 20.5, L: 34 })
  })

  it("of journeys is that of the game in which a set is worth what touched nothing else", () => {
    fc.assert(
      fc.property(journeys, (all) => {
        const touched = all.filter(({ touches }) => touches.length > 0)
        const game = Shapley.values(Journey.channels(touched), Shapley.worthOf(touched))
        near(Attribution.divide(all, { by: "shapley" }).credits, Object.fromEntries(game))
      })
    )
  })

  it("of a game of more than a dozen is refused, and of journeys over a hundred channels is not", () => {
    assert.throws(
      () =>
        Shapley.values(
          Array.from({ length: 13 }, (_, one) => one),
          () => 1
        ),
      /too many sets/
    )
    const wide = Array.from({ length: 100 }, (_, one) => `c${one}`).join(" ")
    assert.closeTo(creditsOf([journey(wide, 100)], "shapley").get("c7") ?? 0, 1, 1e-9)
  })
})

describe("Every division of conversions", () => {
  const each = (check: (all: ReadonlyArray<Journey.Journey>, method: Attribution.Method) => void) =>
    fc.assert(fc.property(journeys, fc.constantFrom(...methods), check))

  // DP6/Marketing-Attribution-Models#7: removal effects taken for shares gave out more than there was.
  it("gives out the conversions, no more and no less, and none below nothing", () =>
    each((all, method) => {
      const { conversions, credits, untouched } = Attribution.divide(all, method)
      const given = [...credits.values()].reduce((so, one) => so + one, 0)
      // A chain of lost journeys and of conversions that nobody touched gives nothing, as there is nothing to give.
      assert.closeTo(given + untouched, conversions, 1e-6)
      assert.strictEqual(conversions, Journey.converted(all))
      for (const one of credits.values()) assert.isAtLeast(one, 0)
    }))

  it("gives the same whatever the order in which journeys stand", () =>
    each((all, method) => {
      const backwards = Attribution.divide(all.toReversed(), method).credits
      near(Attribution.divide(all, method).credits, Object.fromEntries(backwards), 1e-6)
    }))

  it("does not ask what a channel is called", () =>
    each((all, method) => {
      const renamed = all.map((one) => ({ ...one, touches: one.touches.map((name) => `new ${name}`) }))
      const credits = [...Attribution.divide(renamed, method).credits].map(([name, value]) => [name.slice(4), value])
      near(Attribution.divide(all, method).credits, Object.fromEntries(credits), 1e-6)
    }))

  it("gives the same whether journeys that are the same stand together or apart", () =>
    each((all, method) => {
      const halves = all.flatMap((one) =>
        [0, 1].map(() => ({ ...one, converted: one.converted / 2, lost: one.lost / 2 }))
      )
      near(
        Attribution.divide(all, method).credits,
        Object.fromEntries(Attribution.divide(halves, method).credits),
        1e-6
      )
    }))

  it("by position and by Shapley gives nothing to a channel on no journey that converted", () =>
    each((all, method) => {
      if (method.by === "markov") return
      const { credits } = Attribution.divide([...all, journey("nobody", 0, 9), journey("a nobody", 0, 2)], method)
      assert.strictEqual(credits.get("nobody"), 0)
    }))

  it("of nothing is nothing, and of what nobody touched is nobody's", () => {
    for (const method of methods) {
      assert.strictEqual(Attribution.divide([], method).credits.size, 0)
      const { credits, untouched } = Attribution.divide([journey("", 7), journey("a", 0, 5)], method)
      assert.deepStrictEqual([[...credits], untouched], [[["a", 0]], 7])
    }
  })

  it("says that it is no cause", () => assert.match(Attribution.divide([], { by: "markov" }).said.en, /no cause/))
})
