/**
 * Codes that are given out: how fast, without collision and with how much memory, beside those that others draw by chance and keep to tell them apart;
 * and which mistakes of typing the check characters of several schemes notice.
 *
 * `npm run bench -- codes` makes ten million of each kind; with a number behind it, so many.
 *
 * @module
 */
import { createRequire } from "node:module"
import { Alphabet, Checks, Codes, CodeText, RudeWords } from "@dualops/core/codes"
import * as cdigit from "cdigit"
import { Redacted, Result } from "effect"
import { customAlphabet } from "nanoid"
import * as Bench from "./Bench.ts"

/** The package has no types. */
const vouchers = createRequire(import.meta.url)("voucher-code-generator") as {
  readonly generate: (config: { length: number; count: number; charset: string }) => ReadonlyArray<string>
}

const count = Number(process.argv[3] ?? 10_000_000)
const making = { series: "bench", length: 12, edition: RudeWords.current, words: [] }
const series = Codes.make(Redacted.make("no secret: this stands in a benchmark")).of(making)
const draw = customAlphabet(Alphabet.characters, 12)

const atOnce = 1_000
const printed = Array.from({ length: atOnce }, (_, number) => series.codeOf(number))
let number = 0
const outcomes = Bench.race(
  [
    {
      name: "codes of dualops: made, rude ones passed over",
      units: atOnce,
      once: () => {
        let length = 0
        for (let one = 0; one < atOnce; one++) length += series.codeOf(number++).length
        return length
      }
    },
    {
      name: "codes of dualops: read, checked, and led back to their number",
      units: atOnce,
      once: () => {
        let sum = 0
        for (const code of printed) sum += series.numberOf(Result.getOrThrow(CodeText.read(code, 12))) ?? Number.NaN
        return sum
      }
    },
    {
      name: "codes of dualops: a mistyped one, refused",
      units: atOnce,
      once: () => {
        let refused = 0
        for (const code of printed) if (Result.isFailure(CodeText.read(`X${code.slice(1)}`, 12))) refused++
        return refused
      }
    },
    {
      name: "nanoid, kept in a Set",
      units: atOnce,
      once: () => {
        const known = new Set<string>()
        while (known.size < atOnce) known.add(draw())
        return known.size
      }
    },
    {
      name: "voucher-code-generator",
      units: atOnce,
      once: () => vouchers.generate({ length: 12, count: atOnce, charset: Alphabet.characters }).length
    }
  ],
  5,
  300
)

/** Seconds, and how much memory the process has taken for it at most, in megabytes. */
const measured = (work: () => void) => {
  globalThis.gc?.()
  const before = process.memoryUsage.rss()
  const start = performance.now()
  work()
  const seconds = (performance.now() - start) / 1_000
  return { seconds: Math.round(seconds), megabytes: Math.round((process.memoryUsage.rss() - before) / 2 ** 20) }
}

/** Every code as a number, sorted: nothing is taken on trust, neither the permutation nor the passing over. */
let collisions = 0
const made = measured(() => {
  const all = new Float64Array(count)
  for (let one = 0; one < count; one++) {
    const text = series.codeOf(one)
    let value = 0
    for (let place = 0; place < text.length; place++) {
      const digit = text[place] === "-" ? undefined : Alphabet.digitOf(text[place] ?? "")
      // Twelve signs with two hyphens among them: the first ten characters, from which the two checks follow.
      if (digit !== undefined && place < 12) value = value * Alphabet.size + digit
    }
    all[one] = value
  }
  all.sort()
  for (let one = 1; one < count; one++) if (all[one] === all[one - 1]) collisions++
})
if (collisions > 0) throw new Error(`${collisions} codes were given out twice`)

let drawnTwice = 0
const drawn = measured(() => {
  const known = new Set<string>()
  while (known.size < count) {
    const before = known.size
    known.add(draw())
    if (known.size === before) drawnTwice++
  }
})

const alphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
const others: ReadonlyArray<readonly [name: string, signs: string, scheme: cdigit.CdigitAlgo]> = [
  ["Luhn, one of 10", "0123456789", cdigit.luhn],
  ["Damm, one of 10", "0123456789", cdigit.damm],
  ["Verhoeff, one of 10", "0123456789", cdigit.verhoeff],
  ["ISO 7064 MOD 37-36, one of 36", alphanumeric, cdigit.mod37_36],
  ["ISO 7064 MOD 1271-36, two of 36", alphanumeric, cdigit.mod1271_36]
]

/** The share of mistakes that a scheme notices, over a thousand texts: one character that is another, two neighbours and any two that are swapped. */
const schemes: ReadonlyArray<{
  name: string
  signs: string
  add: (body: string) => string
  holds: (text: string) => boolean
}> = [
  {
    name: "dualops, two of 23",
    signs: Alphabet.characters,
    add: (body) => Alphabet.write(Checks.add([...body].map((one) => Alphabet.digitOf(one) ?? Number.NaN))),
    holds: (text) => Checks.wrongIn([...text].map((one) => Alphabet.digitOf(one) ?? Number.NaN)) === undefined
  },
  ...others.map(([name, signs, scheme]) => ({
    name,
    signs,
    add: (body: string) => scheme.generate(body),
    holds: (text: string) => scheme.validate(text)
  }))
]
const chance = Bench.chances(7)
const rows = schemes.map(({ add, holds, name, signs }) => {
  const tried = { one: [0, 0], neighbours: [0, 0], any: [0, 0] }
  const note = (kind: keyof typeof tried, text: string) => {
    tried[kind][0] = (tried[kind][0] ?? 0) + 1
    if (holds(text)) tried[kind][1] = (tried[kind][1] ?? 0) + 1
  }
  for (let sample = 0; sample < 1_000; sample++) {
    const text = add(Array.from({ length: 10 }, () => signs[Math.floor(chance() * signs.length)]).join(""))
    const all = [...text]
    for (const [place, own] of all.entries()) {
      for (const other of signs) if (other !== own) note("one", all.with(place, other).join(""))
      for (const [second, right] of all.entries()) {
        if (second <= place || own === right) continue
        const swapped = all.with(place, right).with(second, own).join("")
        note("any", swapped)
        if (second === place + 1) note("neighbours", swapped)
      }
    }
  }
  const share = ([all = 0, missed = 0]: ReadonlyArray<number>) => `${(100 - (100 * missed) / all).toFixed(2)} %`
  return `| ${name} | ${share(tried.one)} | ${share(tried.neighbours)} | ${share(tried.any)} |`
})

Bench.report({
  name: "codes",
  unit: "codes",
  about: [
    `${count.toLocaleString("en")} codes of twelve characters, and none twice: made, sorted and compared in ${made.seconds} s with ${made.megabytes} MB for the comparison; to give them out nothing is kept.`,
    `nanoid draws as many in ${drawn.seconds} s, with ${drawn.megabytes} MB for the Set that it takes to tell them apart (${drawnTwice} were drawn twice); all of it has to be kept for as long as more are drawn.`,
    "",
    "What is noticed of mistakes in a thousand texts of ten characters and their checks, every one of these tried:",
    "",
    "| scheme | one wrong | two neighbours swapped | any two swapped |",
    "|---|--:|--:|--:|",
    ...rows
  ].join("\n"),
  outcomes,
  packages: ["@noble/ciphers", "nanoid", "voucher-code-generator", "cdigit"],
  figures: {
    count,
    collisions,
    madeSeconds: made.seconds,
    madeMegabytes: made.megabytes,
    drawnSeconds: drawn.seconds,
    drawnMegabytes: drawn.megabytes
  }
})
