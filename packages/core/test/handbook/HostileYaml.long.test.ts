import { HandbookFile } from "@dualops/core/files"
import { assert, describe, it } from "@effect/vitest"
import { Result } from "effect"
import { costOf } from "./costOf.ts"
import { textOf } from "./worked.ts"

/** How many times as long as the largest text without tricks any text may take to read. */
const bound = 4

const bomb = `a0: &a0 [x, x, x, x, x, x, x, x, x]\n${Array.from(
  { length: 12 },
  (_, n) => `a${n + 1}: &a${n + 1} [${Array(9).fill(`*a${n}`).join(", ")}]`
).join("\n")}\n`

const many = (times: number, text: (index: number) => string) =>
  Array.from({ length: times }, (_, n) => text(n)).join("")

/** The longest text of which mends are tried: a handbook that breaks off, and the same piece again and again. */
const brokenOffInto = (piece: string) => {
  const begun = `${textOf("xinghe").slice(0, 3000)}\n`
  return begun + piece.repeat(Math.floor((39_900 - begun.length) / piece.length))
}

/** As many keys as are read. */
const mostKeys = many(19_999, (n) => `k${n}: 1\n`)

const hostile: Readonly<Record<string, readonly [text: string, finding: RegExp]>> = {
  "aliases of aliases of aliases": [bomb, /^file\/not-yaml 5: .*aliases unfold/],
  "ten megabytes": ["# tea\n".repeat(1_700_000), /^file\/not-yaml 1: .* 10200000 characters/],
  "ten thousand brackets": [`a: ${"[".repeat(10_000)}`, /^file\/not-yaml 1: .* 60 levels/],
  "ten thousand brackets that close nothing": [`a: 1\n${"]".repeat(10_000)}`, /^file\/not-yaml 2: .*\] closes nothing/],
  "brackets that close one another": ["[}".repeat(10_000), /^file\/not-yaml 1: .*} closes nothing/],
  "ten thousand dashes": ["- ".repeat(10_000), /^file\/not-yaml 1: .* 60 levels/],
  "ten thousand anchors": [many(10_000, (n) => `a${n}: &b${n} x\nc${n}: *b${n}\n`), /^file\/not-yaml \d+: .* anchors/],
  "a key that stands twice": [
    "a: 1\nb: 2\na: 3\n",
    /^file\/not-yaml 3: .*the key a stands here a second time, after line 1\b/
  ],
  "a hundred thousand keys": [many(90_000, (n) => `k${n}: 1\n`), /^file\/not-yaml 20001: .* 40000 keys and values/],
  "as many keys as are read": [mostKeys, /^file\/(unknown-key|missing) /],
  "a hundred thousand people": [
    `duties: { d: { standIns: [${many(90_000, (n) => `p${n},`)}] } }`,
    /^file\/not-yaml 1: .* 40000 keys and values/
  ],
  "as many people as are read, whom nobody knows": [
    `duties: { d: { standIns: [${many(39_990, (n) => `p${n},`)}] } }`,
    /^file\/(unknown-name|missing) /
  ],
  "as many keys as are read, each of them twice": [
    many(19_999, (n) => `k${n % 10_000}: 1\n`),
    /^file\/not-yaml 10001: /
  ],
  "as many words that are no YAML as are read": [
    many(30_000, (n) => `k${n}\n`).replaceAll("k1", "'k1"),
    /^file\/not-yaml /
  ],
  "very many full-width colons on a line that is no YAML": [
    `a: {${many(100_000, () => "b：,")}} c: '`,
    /^file\/not-yaml 1: .*40000 keys and values/
  ],
  "very many full-width colons in quotes, on such a line": [
    `a: {c: '${many(50_000, () => "{b：")}'}} d`,
    /^file\/not-yaml 1: .*colon ： behind b/
  ],
  "five thousand keys with a full-width colon": [
    many(5_000, (n) => `k${n}： 1\nl${n}: 1\n`),
    /^file\/not-yaml 1: .*colon ： behind k0/
  ],
  "a key with very many blanks before a full-width colon": [
    `a: {b${" ".repeat(900_000)}c： x}\n`,
    /^file\/not-yaml 1: .*colon ： behind c is/
  ],
  "a text of very many lines that begin as keys": [
    `a: b\n${many(50_000, () => " b：\n")}`,
    /^file\/not-yaml 2: .*colon ： behind b/
  ],
  "five thousand lines with a tab": [many(5_000, (n) => `a${n}:\n\tb: 1\n`), /^file\/not-yaml 2: .*a tab/],
  "a list": ["- a\n- b\n", /^file\/not-yaml 1: .*not a list of keys/],
  "a word": ["handbook", /^file\/not-yaml 1: .*not a list of keys/],
  nothing: ["", /^file\/not-yaml 1: .*not a list of keys/],
  "__proto__ as a key": ["team:\n  people:\n    __proto__: { polluted: true }\n", /^file\/not-yaml 3: .*__proto__/],
  "a list as a key": ["[a, b]: c\n", /^file\/not-yaml 1: .*a key is not a word/],
  ...Object.fromEntries(
    ["@\n", "`\n", "\"'\n", "[]", "{}", "'\n", " @\n  @\n", "a: @\n", "a: 'b' c\n", "- a：b\n"].map((piece) => [
      `a handbook that breaks off into ${JSON.stringify(piece)} again and again`,
      [brokenOffInto(piece), /^file\/(not-yaml|unknown-key|missing|wrong-value) /]
    ])
  ),
  "a key that is nearly right": [textOf("minimal").replace("duties:", "dutys:"), /^file\/(missing|unknown-key) /]
}

/** Whether a text takes so much longer than the largest without tricks in each of three turns, both measured one after the other. */
const takesLong = (text: string): boolean =>
  [1, 2, 3].every(() => {
    const cost = costOf(() => void HandbookFile.read("hostile.yaml", text))
    return cost >= bound * costOf(() => void HandbookFile.read("most.yaml", mostKeys))
  })

describe("A file is refused with what is wrong, and soon, when it holds", () => {
  for (const [what, [text, finding]] of Object.entries(hostile)) {
    it(what, () => {
      const findings = Result.getOrThrow(Result.flip(HandbookFile.read("hostile.yaml", text)))
      assert.isFalse(takesLong(text))
      assert.isAtMost(findings.length, 200)
      const [first] = findings
      assert.match(`${first?.code} ${first?.where.line ?? 1}: ${first?.message.en}`, finding)
      assert.match(first?.message.zh ?? "", /\p{Script=Han}/u)
      assert.notProperty({}, "polluted")
    })
  }

  it.each<readonly [what: string, text: (size: number) => string]>([
    ["keys", (size) => many(size, (n) => `k${n}: 1\n`)],
    ["people", (size) => `duties: { d: { standIns: [${many(2 * size - 10, (n) => `p${n},`)}] } }`],
    ["keys that stand twice", (size) => many(size, (n) => `k${n % (size / 2)}: 1\n`)]
  ])("four times as many %s take about four times as long, and never sixteen", (_, text) => {
    const least = (size: number) =>
      Math.min(...[1, 2, 3].map(() => costOf(() => void HandbookFile.read("many.yaml", text(size)))))
    least(1000)
    assert.isBelow(least(19_960) / least(4990), 9)
  })

  it.each([
    `${"? ".repeat(28)}a`,
    `${"? ".repeat(30)}a`,
    ...["{", "[", "{[", "[{", "? [", "- ? ", "{? ", "[? {", "? - ", "!a ? ", "? {"].map((part) => part.repeat(20)),
    ...["{", "[", "{["].map((part) => `${part.repeat(28)}a`),
    `${"{".repeat(28)}a${"}".repeat(28)}`,
    `${"{a: ".repeat(20)}b${"}".repeat(20)}`,
    `${"{? ".repeat(20)}b${"}".repeat(20)}`,
    `${"[".repeat(28)}a${"]".repeat(28)}: b`
  ])("some tens of characters, in less than 50 ms: %s", (text) => {
    HandbookFile.read("short.yaml", text)
    assert.isBelow(
      costOf(() => void HandbookFile.read("short.yaml", text)),
      50
    )
  })

  it("wrong types, each of which is said where it stands", () => {
    const wrong = textOf("minimal")
      .replace("tolerance: 30 minutes", "tolerance: [soon]")
      .replace("times: 5", "times: many")
    const findings = Result.getOrThrow(Result.flip(HandbookFile.read("minimal.yaml", wrong)))
    assert.deepStrictEqual(
      findings.map(({ code, where }) => `${code} ${where.path}`),
      ["file/wrong-value content.tolerance", "file/wrong-value content.looks.times"]
    )
  })
})
