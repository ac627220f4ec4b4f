/** Whatever the bytes, reading ends: with a handbook or with findings, soon, and without a throw. */
import { HandbookFile } from "@dualops/core/files"
import { assert, describe, it } from "@effect/vitest"
import { Result } from "effect"
import * as fc from "fast-check"
import { costOf } from "./costOf.ts"
import { textOf } from "./worked.ts"

/** A hundred thousand documents where somebody asks for them (`FUZZ=100000`), a part of them with every run of the tests. */
const documents = Number(process.env.FUZZ ?? 2_000)

/** Milliseconds of a processor for one document. */
const bound = 2_000

const names = fc.constantFrom("a", "b", "team", "people", "behind", "<<", "__proto__", "by", "林", "1", "null", "~")
const scalars = fc.oneof(
  names,
  fc.constantFrom(
    "''",
    '"\\ud800"',
    '"\\x00"',
    "'it''s'",
    "2026-09-01",
    "1e999",
    ".nan",
    "0x1F",
    "|\n  x\n  y",
    ">-\n  x"
  ),
  fc.constantFrom("!!binary aGk=", "!!set {a, b}", "!!omap [a: 1]", "!x y", "!!js/function 'x'", "!<tag:x,2026:y> z"),
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(..."?:-{}[],&*!|>'\"%@`# \n\t\r\u0000\u0085\u2028\ufeff：，"), maxLength: 40 })
)
const anchors = fc.constantFrom("", "", "", "&a ", "&b ", "&a &b ", "!t ")
const aliases = fc.constantFrom("*a", "*b", "*nobody")

/** A part of a document, in brackets or as a block, of which keys may be anything. */
const part = fc.letrec<{ node: string; key: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    scalars,
    aliases,
    fc
      .tuple(anchors, fc.array(tie("node"), { maxLength: 4 }))
      .map(([anchor, items]) => `${anchor}[${items.join(", ")}]`),
    fc
      .tuple(anchors, fc.array(fc.tuple(tie("key"), tie("node")), { maxLength: 4 }))
      .map(([anchor, pairs]) => `${anchor}{${pairs.map(([key, value]) => `${key}: ${value}`).join(", ")}}`),
    fc.array(tie("node"), { maxLength: 4 }).map((items) => items.map((item) => `\n- ${indented(item)}`).join("")),
    fc
      .array(fc.tuple(tie("key"), tie("node")), { maxLength: 4 })
      .map((pairs) => pairs.map(([key, value]) => `\n${key}: ${indented(value)}`).join(""))
  ),
  key: fc.oneof(
    { maxDepth: 4 },
    names,
    tie("node").map((node) => `? ${indented(node)}\n`),
    aliases
  )
}))
const indented = (text: string) => text.replaceAll("\n", "\n  ")

/** One thing so often that a reader without bounds would not come back. */
const much = fc
  .tuple(
    fc.constantFrom(
      "? ",
      "{",
      "[",
      "{[",
      "- ",
      "-\n",
      ": ",
      ":\n",
      "?\n",
      "&a ",
      "*a ",
      "! ",
      "'",
      '"',
      ",",
      "---\n",
      "%A\n",
      "#\n",
      "}",
      "]"
    ),
    fc.integer({ min: 1, max: 400 }),
    fc.constantFrom("", "a", "a: 1", "]}", "\n")
  )
  .map(([what, times, end]) => what.repeat(times) + end)

const bomb = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), fc.constantFrom(["[", "]"], ["{k: ", "}"]))
  .map(([deep, wide, [open, close]]) =>
    Array.from(
      { length: deep },
      (_, n) => `a${n + 1}: &a${n + 1} [${Array(wide).fill(`${open}*a${n}${close}`).join(", ")}]`
    )
  )
  .map((lines) => ["a0: &a0 x", ...lines].join("\n"))

/** A handbook that somebody has damaged at a few places. */
const damaged = fc
  .tuple(
    fc.constantFrom("minimal"),
    fc.array(fc.tuple(fc.nat(), fc.nat(30), fc.oneof(scalars, aliases, part.node)), { minLength: 1, maxLength: 4 })
  )
  .map(([name, changes]) =>
    changes.reduce((text, [at, many, put]) => {
      const from = at % text.length
      return text.slice(0, from) + put + text.slice(from + many)
    }, textOf(name))
  )

const heads = fc.constantFrom("", "", "", "\ufeff", "%YAML 1.2\n---\n", "%YAML 1.1\n---\n", "%TAG ! x\n---\n", "---\n")
const tails = fc.constantFrom("", "", "", "\n...\n", "\n---\nb: 1\n", "\n\u0000", "\r\n")
const document = fc.oneof(
  { weight: 12, arbitrary: fc.tuple(heads, part.node, tails).map((texts) => texts.join("")) },
  { weight: 1, arbitrary: much },
  { weight: 1, arbitrary: bomb },
  { weight: 1, arbitrary: damaged },
  {
    weight: 1,
    arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => new TextDecoder("utf-8").decode(bytes))
  },
  {
    weight: 1,
    arbitrary: part.node.map((text) => new TextDecoder("utf-8").decode(new Uint8Array(Buffer.from(text, "utf16le"))))
  }
)

describe("a file of any bytes", () => {
  it(`is read or told of, soon, and without a throw: ${documents} documents`, { timeout: documents * 120 }, () => {
    let slowest = { cost: 0, text: "" }
    fc.assert(
      fc.property(document, (text) => {
        let read = HandbookFile.read("any.yaml", "")
        const cost = costOf(() => {
          read = HandbookFile.read("any.yaml", text)
        })
        if (cost > slowest.cost) slowest = { cost, text }
        assert.isBelow(cost, bound)
        if (Result.isSuccess(read)) return
        assert.isAtLeast(read.failure.length, 1)
        for (const { fix, message, where } of read.failure) {
          assert.isNotEmpty(message.en)
          assert.match(message.zh + fix.zh, /\p{Script=Han}/u)
          assert.isAtMost(where.line ?? 1, text.split("\n").length)
        }
      }),
      { numRuns: documents }
    )
    assert.notProperty({}, "polluted")
    console.log(
      `The slowest document took ${Math.round(slowest.cost)} ms: ${JSON.stringify(slowest.text.slice(0, 100))}.`
    )
  })
})
