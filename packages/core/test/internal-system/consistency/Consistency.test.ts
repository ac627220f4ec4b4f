import { Interval } from "@dualops/core/analytics"
import { MixKept, type Published, StyleKept } from "@dualops/core/consistency"
import { type Content, ContentMix, Screening } from "@dualops/core/content"
import { Actor } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"

const screening = Screening.compile({
  route: "business",
  styleCard: {
    persona: { zh: "小星", en: "Star" },
    firstPerson: { use: ["小星"], avoid: ["本店"] },
    signOff: "茶语 Starry Tea",
    mustSay: [],
    neverSay: [{ phrase: "亲", reason: { zh: "太随便。", en: "Too casual." } }]
  }
})
const content = (text: string): Content.Content => ({ text, pictures: [] })
const kept = content("桂花乌龙上新 茶语 Starry Tea")
const broken = content("本店桂花乌龙上新")
const [lin, zhou, tang] = ["lin", "zhou", "tang"].map((name) => Actor.PersonId.make(name))
const times = (count: number, post: Published.Published) => Array.from({ length: count }, () => post)
const by = (writer: Actor.PersonId | undefined, good: number, bad: number) => [
  ...times(good, { content: kept, ...(writer && { writer }) }),
  ...times(bad, { content: broken, ...(writer && { writer }) })
]

describe("The style card, kept", () => {
  it("is a share of posts with its interval, and the rules that were broken, the most often first", () => {
    const found = StyleKept.of(screening, [...by(lin, 18, 2), { content: content("亲，上新 茶语 Starry Tea") }])
    assert.strictEqual(found.kept.value, 18 / 21)
    assert.deepStrictEqual(found.kept.interval, Interval.wilson(18, 21))
    assert.deepStrictEqual(found.broken, [
      { code: "style/first-person", posts: 2 },
      { code: "style/sign-off", posts: 2 },
      { code: "style/never-say", posts: 1 }
    ])
  })

  it("names a stand-in who keeps it less than the others do", () => {
    const { writers } = StyleKept.of(screening, [...by(lin, 40, 2), ...by(tang, 31, 1), ...by(zhou, 6, 9)])
    assert.deepStrictEqual(
      writers.map(({ hasDrifted, writer }) => [writer, hasDrifted]),
      [
        ["zhou", true],
        ["lin", false],
        ["tang", false]
      ]
    )
  })

  it("says nothing of three posts, of a writer alone, or of posts of which nobody knows who wrote them", () => {
    assert.isFalse(
      StyleKept.of(screening, [...by(lin, 20, 4), ...by(zhou, 1, 2)]).writers.some((one) => one.hasDrifted)
    )
    assert.deepStrictEqual(
      StyleKept.of(screening, by(lin, 1, 30)).writers.map(({ hasDrifted, less }) => [hasDrifted, less]),
      [[false, undefined]]
    )
    assert.deepStrictEqual(StyleKept.of(screening, by(undefined, 1, 30)).writers, [])
    assert.isUndefined(StyleKept.of(screening, []).kept.value)
  })

  it("wrongs a house whose writers are alike in fewer than 5 of 100 cases, however many they are", () => {
    // Uniform, and the same at every run: fast-check's numbers look for the ends, and are not.
    let seed = 7
    const throws = (rate: number) => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
      return seed / 2 ** 32 < rate
    }
    for (const [writers, posts, rate] of [
      [2, 30, 0.8],
      [5, 20, 0.9],
      [8, 12, 0.6]
    ] as const) {
      let wronged = 0
      for (let house = 0; house < 2_000; house++) {
        const seen = Array.from({ length: writers }, (_, index) => {
          const good = Array.from({ length: posts }, () => throws(rate)).filter(Boolean).length
          return { name: index, successes: good, trials: posts }
        })
        const level = 1 - 0.05 / writers
        const all = seen.reduce((sum, { successes }) => sum + successes, 0)
        const drifted = seen.some(
          (one) =>
            Interval.difference({ successes: all - one.successes, trials: (writers - 1) * posts }, one, level).low > 0
        )
        if (drifted) wronged++
      }
      assert.isBelow(wronged / 2_000, 0.05, `${writers} writers of ${posts} posts`)
    }
  })
})

describe("The mix, kept", () => {
  const id = (name: string) => ContentMix.CategoryId.make(name)
  const categories = {
    [id("product")]: { title: { zh: "产品", en: "products" }, share: 50 },
    [id("life")]: { title: { zh: "生活", en: "life" }, share: 30 },
    [id("service")]: { title: { zh: "服务", en: "service" }, share: 20 }
  }
  const posts = (counts: Readonly<Record<string, number>>, unnamed = 0) => [
    ...Object.entries(counts).flatMap(([name, count]) => times(count, { content: kept, category: id(name) })),
    ...times(unnamed, { content: kept })
  ]
  const readings = (all: ReadonlyArray<Published.Published>) =>
    MixKept.of({ categories }, all).categories.map(({ reading }) => reading)

  it("says of which category there is more or less than planned, and of what chance explains nothing", () => {
    assert.deepStrictEqual(readings(posts({ product: 80, life: 10, service: 10 })), ["more", "less", "less"])
    assert.deepStrictEqual(readings(posts({ product: 8, life: 1, service: 1 })), ["open", "open", "open"])
    assert.deepStrictEqual(readings([]), ["open", "open", "open"])
  })

  it("leaves open what posts without a category could be", () => {
    assert.deepStrictEqual(readings(posts({ product: 90, life: 5, service: 5 }, 20)), ["more", "open", "open"])
    const [product] = MixKept.of({ categories }, posts({ product: 6, life: 4 }, 10)).categories
    assert.strictEqual(product?.seen.value, 0.6)
    assert.deepStrictEqual(product?.seen.bounds, { low: 0.3, high: 0.8 })
  })

  it("names categories that the mix does not have", () => {
    assert.deepStrictEqual(MixKept.of({ categories }, posts({ product: 3, jokes: 2 })).strangers, [
      { category: id("jokes"), posts: 2 }
    ])
  })
})
