/**
 * `npm run bench -- stylometry`: whether single posts are told to be one author's by how they are written. Of every author of several posts in the public
 * cascades, one post is held out; it and posts of others are compared with the rest of theirs. Below an area of 0.75 under the curve such a measure advises
 * nobody: it is not part of the product.
 *
 * A post is a bag of runs of characters, weighed as words are in search (logarithm of the count, inverse document frequency), and compared by the cosine.
 * Of `style`, what a post is about is left out: every Chinese character but those of grammar is one sign, digits and Latin letters likewise.
 *
 * @module
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { gunzipSync } from "node:zlib"

const file = process.env["DUALOPS_CASCADES"] ?? new URL("../../shared/data/weibo-cascades.ndjson.gz", import.meta.url)
if (!existsSync(file)) {
  console.log("skipped: there are no cascades; DUALOPS_CASCADES names their file")
  process.exit(0)
}

type Bag = ReadonlyMap<string, number>

const grammar = new Set(
  "的了是在我有和就不都一也很到说要去你会着没看好自己这那啊吧呢吗嘛哦呀哈嘿啦咯呗么之其而且但或与及把被给让从向对于为以可能应该"
)
const masked = (text: string) =>
  text
    .replace(/\p{Script=Han}/gu, (sign) => (grammar.has(sign) ? sign : "_"))
    .replace(/_+/g, "_")
    .replace(/\d/g, "9")
    .replace(/[a-z]/gi, "a")
const runs =
  (lengths: ReadonlyArray<number>) =>
  (text: string): Bag => {
    const bag = new Map<string, number>()
    for (const length of lengths)
      for (let at = 0; at + length <= text.length; at++) {
        const run = text.slice(at, at + length)
        bag.set(run, (bag.get(run) ?? 0) + 1)
      }
    return bag
  }
const ways: Readonly<Record<string, (text: string) => Bag>> = {
  characters: runs([1, 2]),
  style: (text) => runs([1, 2, 3])(masked(text))
}

const posts = new Map<string, Array<string>>()
for (const line of gunzipSync(readFileSync(file)).toString("utf8").split("\n")) {
  if (line === "") continue
  const { author, text }: { readonly author: string; readonly text: string } = JSON.parse(line)
  const own =
    text
      .split("//@")[0]
      ?.replace(/https?:\/\/\S+|@[^\s:：]+/g, "")
      .trim() ?? ""
  posts.set(author, [...(posts.get(author) ?? []), own])
}

/** The scores of posts that are the author's, and of those that are another's. */
const scores = (bagOf: (text: string) => Bag): { readonly own: Array<number>; readonly others: Array<number> } => {
  const bags = new Map([...posts].map(([author, texts]) => [author, texts.map(bagOf)]))
  const all = [...bags].flatMap(([author, its]) => its.map((bag) => ({ author, bag })))
  const found = new Map<string, number>()
  for (const { bag } of all) for (const run of bag.keys()) found.set(run, (found.get(run) ?? 0) + 1)
  const weighed = (bag: Bag): Bag =>
    new Map(
      [...bag].flatMap(([run, count]) => {
        const times = found.get(run) ?? 0
        return times < 2 ? [] : [[run, (1 + Math.log(count)) * Math.log((all.length + 1) / (times + 0.5))] as const]
      })
    )
  const vectors = all.map(({ author, bag }) => ({ author, vector: weighed(bag) }))
  const [own, others]: [Array<number>, Array<number>] = [[], []]
  for (const [index, { author, vector }] of vectors.entries()) {
    const rest = vectors.filter((one, place) => one.author === author && place !== index).map((one) => one.vector)
    if (rest.length === 0) continue
    const profile = sum(rest)
    own.push(cosine(profile, vector))
    // Every twenty-fifth of the others, from a place that differs with the post.
    for (let place = index % 25; place < vectors.length; place += 25) {
      const other = vectors[place]
      if (other !== undefined && other.author !== author) others.push(cosine(profile, other.vector))
    }
  }
  return { own, others }
}

const sum = (vectors: ReadonlyArray<Bag>): Bag => {
  const all = new Map<string, number>()
  for (const vector of vectors) for (const [run, weight] of vector) all.set(run, (all.get(run) ?? 0) + weight)
  return all
}
const cosine = (one: Bag, other: Bag): number => {
  let product = 0
  for (const [run, weight] of one) product += weight * (other.get(run) ?? 0)
  const length = (bag: Bag) => Math.hypot(...bag.values())
  return product / (length(one) * length(other) || 1)
}

/** The area under the curve: how often one's own scores higher than another's, half where they score alike. */
const area = (own: ReadonlyArray<number>, others: ReadonlyArray<number>): number => {
  let won = 0
  for (const mine of own) for (const theirs of others) won += mine > theirs ? 1 : mine === theirs ? 0.5 : 0
  return won / (own.length * others.length)
}

/** The share of posts of the author that is recognised where so many of others' are taken for theirs. */
const recognised = (own: ReadonlyArray<number>, others: ReadonlyArray<number>, taken: number): number => {
  const bound = others.toSorted((one, other) => other - one)[Math.floor(taken * others.length)] ?? 0
  return own.filter((score) => score > bound).length / own.length
}

const rates = [0.01, 0.05, 0.1, 0.2, 0.3, 0.5]
const figures = Object.entries(ways).map(([name, bagOf]) => ({ name, ...scores(bagOf) }))
const table = [
  "# stylometry",
  "",
  `Posts of authors with several, one held out, beside those of others: ${figures[0]?.own.length} and ${figures[0]?.others.length} comparisons. The curve: the share of an author's own posts that is recognised, where so many of others' are taken for theirs. Below an area of 0.75 the measure is not part of the product.`,
  "",
  `| | area | ${rates.map((rate) => `at ${rate}`).join(" | ")} |`,
  `|---|--:|${rates.map(() => "--:|").join("")}`,
  ...figures.map(
    ({ name, others, own }) =>
      `| ${name} | ${area(own, others).toFixed(3)} | ${rates.map((rate) => recognised(own, others, rate).toFixed(2)).join(" | ")} |`
  ),
  ""
].join("\n")
writeFileSync(new URL("results/stylometry.md", import.meta.url), table)
console.log(table)
console.log(
  JSON.stringify(
    Object.fromEntries(figures.map(({ name, others, own }) => [name, Number(area(own, others).toFixed(3))]))
  )
)
