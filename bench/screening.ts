/**
 * A whole screening of a long post beside the bare matchers of its peers.
 *
 * Every contender gets the same posts and the same 100,000 words. The peers only match; the screening also folds the
 * text, applies every pack and writes findings in two languages.
 *
 * @module
 */
import { type Content, Screening } from "@dualops/core/content"
import { Mint } from "mint-filter"
import AhoCorasick from "modern-ahocorasick"
import * as Bench from "./Bench.ts"

const chance = Bench.chances(20_260_101)
const below = (bound: number) => Math.floor(chance() * bound)
const han = () => String.fromCharCode(0x4e00 + below(3500))
const times = (count: number, one: () => string) => Array.from({ length: count }, one)

const listed = new Set<string>()
while (listed.size < 100_000) listed.add(times(2 + below(5), han).join(""))
const words = [...listed]

/** Random characters, and on average every `every`th piece a listed word; with a link, a topic, and one superlative. */
const post = (every: number): Content.Content => {
  let text = "#新品# 全网最低 https://brand.com/a?b=c "
  while (text.length < 2000) {
    text += every > 0 && below(every) === 0 ? words[below(words.length)] : han()
    if (below(20) === 0) text += "，。！ "[below(4)]
  }
  return { text: text.slice(0, 2000), pictures: [] }
}
const posts = times(40, () => "").map(() => post(60))
const clean = posts.map(() => post(0))
const foul = posts.map(() => post(1))

const screening = Screening.compile({
  route: "business",
  safeDomains: ["brand.com"],
  bannedWords: words,
  styleCard: {
    persona: { zh: "爱聊新品的小编", en: "An editor who likes to talk of what is new" },
    firstPerson: { use: ["我们"], avoid: ["本人"] },
    signOff: "明天见",
    emoji: { most: 3 },
    tags: { least: 1, most: 2, always: ["新品"] },
    mustSay: ["新品"],
    neverSay: [{ phrase: "亲爱的", reason: { zh: "太亲昵。", en: "Too close." } }]
  }
})
const plain = new AhoCorasick(words)
const mint = new Mint(words)

const over = (
  name: string,
  of: ReadonlyArray<Content.Content>,
  count: (post: Content.Content) => number
): Bench.Contender => ({
  name,
  units: of.length,
  once: () => of.reduce((sum, one) => sum + count(one), 0)
})
const found = (one: Content.Content) => screening.screen(one).length
const matched = (one: Content.Content) => plain.search(one.text).length

const outcomes = Bench.race([
  over("dualops, whole screening", posts, found),
  over("modern-ahocorasick, search", posts, matched),
  over("mint-filter, filter", posts, (one) => mint.filter(one.text).words.length),
  over("dualops, posts without listed words", clean, found),
  over("modern-ahocorasick, posts without listed words", clean, matched),
  over("dualops, posts of listed words only", foul, found),
  over("modern-ahocorasick, posts of listed words only", foul, matched)
])

const ratio = (name: string) =>
  Number((Bench.speedOf(outcomes, "dualops, whole screening") / Bench.speedOf(outcomes, name)).toFixed(3))

Bench.report({
  name: "screening",
  unit: "posts",
  about:
    "Posts of 2,000 characters against 100,000 random words of 2 to 6 Han characters, about 30 of them in a post; " +
    "the whole screening adds folding, Weibo's rules, the advertising law, the draw's rules and a style card.",
  outcomes,
  packages: ["effect", "modern-ahocorasick", "mint-filter"],
  figures: {
    postsPerSecond: Math.round(Bench.speedOf(outcomes, "dualops, whole screening")),
    ratioToPlain: ratio("modern-ahocorasick, search"),
    ratioToMintFilter: ratio("mint-filter, filter")
  }
})
