import { HandbookFile, YamlText } from "@dualops/core/files"
import { assert, describe, it } from "@effect/vitest"
import { Result } from "effect"
import * as fc from "fast-check"
import { textOf } from "./worked.ts"

const told = (text: string) =>
  Result.match(HandbookFile.read("handbook.yaml", text), { onFailure: (findings) => findings, onSuccess: () => [] })
const short = (text: string) =>
  told(text).map(({ fix, message, where }) => `${where.line}:${where.column} ${message.en} ${fix.en}`)

/** Every place at which a pattern takes something in the two handbooks of the examples. */
const places = (pattern: RegExp) =>
  fc.constantFrom(
    ...["minimal", "xinghe"].flatMap((name) => {
      const text = textOf(name)
      return [...text.matchAll(pattern)].map(({ 0: taken, index }) => ({ text, at: index, end: index + taken.length }))
    })
  )
const lineOf = (text: string, at: number) => text.slice(0, at).split("\n").length
const put = (text: string, at: number, end: number, sign: string) => text.slice(0, at) + sign + text.slice(end)

/** Every run reads a whole handbook. */
const runs = { numRuns: 30 }

const colon = "which ends no key"
const comma = "which separates nothing"

describe("a full-width sign where a key should be", () => {
  it("is told on its line, whichever key of a line ends with a full-width colon", () => {
    fc.assert(
      fc.property(
        places(/(?<=^ *(?:- )?[\w-]+): (?=\S)/gm),
        fc.constantFrom("：", "： "),
        ({ at, end, text }, sign) => {
          const [first] = told(put(text, at, end, sign))
          assert.include(first?.message.en, colon)
          assert.strictEqual(first?.where.line, lineOf(text, at))
        }
      )
    )
  })

  it("is told on its line, whichever key that begins a chapter or a part ends with one", () => {
    fc.assert(
      fc.property(places(/(?<=^ *[\w-]+):(?=\n)/gm), ({ at, end, text }) => {
        const findings = told(put(text, at, end, "："))
        assert.deepStrictEqual(
          findings.map(({ where }) => where.line),
          [lineOf(text, at)]
        )
        assert.include(findings[0]?.message.en, colon)
      }),
      runs
    )
  })

  it("is told on its line, whichever keys of braces are separated by a full-width comma", () => {
    fc.assert(
      fc.property(places(/(?<=[\p{L}\p{N}\]}]), (?=[a-z]\w*: )/gu), fc.constantFrom("，", "， "), (place, sign) => {
        const [first] = told(put(place.text, place.at, place.end, sign))
        assert.include(first?.message.en, comma)
        assert.strictEqual(first?.where.line, lineOf(place.text, place.at))
      }),
      runs
    )
  })

  it("is told at its column, with what to write there", () => {
    assert.deepStrictEqual(short("version： 1\nbrand: 星河\n"), [
      '1:8 The file is not YAML: the colon ： behind version is a full-width one, which ends no key. Write "version: ", with a half-width colon and a blank; a text is put in quotes.'
    ])
    assert.deepStrictEqual(short("brand: { zh: 星河， en: Xinghe }\n"), [
      '1:16 The file is not YAML: the comma ， is a full-width one, which separates nothing. Write ", ", a half-width comma and a blank; a text is put in quotes.'
    ])
    assert.match(short("brand:　x\nlead: y\n").join(), /^1:7 .* full-width one \(U\+3000\)\. Write a half-width blank/)
  })

  it("is told where YAML itself has nothing against it", () => {
    const lost = {
      "a file of one key": "version：1\n",
      "the first of two keys in braces": "brand: { zh： 星河, en: Xinghe }\n",
      "every key in braces": "brand: {zh：星河，en：Xinghe}\n",
      "a name before braces": "people:\n  林夏： { name: 林夏 }\n",
      "the last key of a part": "brand:\n  zh： 星河\n",
      "a key behind a text": "lin:\n  name: 林夏\n  roles： [editor]\nzhou: 1\n",
      "a key of an item": "procedure:\n  - zh： 写稿\n"
    }
    for (const [what, text] of Object.entries(lost)) assert.include(short(text)[0], colon, what)
  })

  it("is told for what it is where the text behind it has become part of a key", () => {
    const signsOf = (text: string) =>
      told(text).map(({ message, where }) => {
        const sign = message.en.includes(colon) ? "：" : message.en.includes(comma) ? "，" : message.en
        return `${where.line}:${where.column} ${sign}`
      })
    assert.deepStrictEqual(signsOf("title: { zh：日常发布， en: Daily posts }\n"), ["1:12 ：", "1:17 ，"])
    assert.deepStrictEqual(signsOf("title: { zh：日常发布，\n  en: Daily posts }\n"), ["1:12 ：", "1:17 ，"])
    assert.deepStrictEqual(signsOf("title: { zh：日常发布，en：Daily posts }\n"), ["1:12 ：", "1:17 ，", "1:20 ："])
    assert.deepStrictEqual(signsOf("title:\n  zh：日常发布，en: Daily posts\n"), ["2:5 ：", "2:10 ，"])
    const posts = textOf("minimal").replace("{ zh: 日常发布, en: Daily posts }", "{ zh：日常发布， en: Daily posts }")
    assert.notStrictEqual(posts, textOf("minimal"))
    assert.deepStrictEqual(
      told(posts).map(({ code }) => code),
      ["file/not-yaml", "file/not-yaml"]
    )
  })

  it("may stand in a name that is a key, where no word of the handbook stands before it", () => {
    for (const text of ["{ 注意：先看: 1 }", "林夏：组长: 1", "{ '中秋，zh': 1 }"])
      assert.deepStrictEqual(YamlText.parse("handbook.yaml", `${text}\n`).findings, [], text)
  })

  it("is part of a text in quotes, in a block, and in the midst of a sentence", () => {
    const texts = [
      "a: '注意：先看，再写'\nb: { zh： '1' }\n".replace("zh：", "zh:"),
      "a: |\n  b： 先看\n  {c： 再写， d: 好}\n",
      "a: { zh: 你好：再见，朋友, en: x }\n",
      "a:\n  zh:\n    注意：先看\n    再写，发布：好\n"
    ]
    for (const text of texts) assert.deepStrictEqual(YamlText.parse("handbook.yaml", text).findings, [], text)
  })

  it("between names is told with what to write", () => {
    const text = textOf("minimal").replace("standIns: [zhou, he]", "standIns: [zhou，he]")
    assert.match(short(text).join("\n"), /names zhou，he, .* Separate them by half-width commas: zhou, he\.$/)
  })
})

it("a text of signs is read or told of, whichever they are and wherever they stand", () => {
  const sign = fc.constantFrom(..."：，\t \n-:{}[],'\"#&*|>?%\u3000ab1林")
  fc.assert(
    fc.property(fc.string({ unit: sign, maxLength: 60 }), (text) => {
      const { findings, value } = YamlText.parse("handbook.yaml", text)
      assert.strictEqual(findings.length === 0, value !== undefined)
      for (const { where } of findings) assert.isAtMost(where.line ?? 0, text.split("\n").length)
    }),
    { numRuns: 1000 }
  )
})

it("a key that stands twice is told with the line of the first, and what to do with the two", () => {
  assert.deepStrictEqual(
    told("a:\n  b: 1\n  c: 1\n  b: 2\n  b: 3\n").map(({ fix, message, where }) => [
      where.line,
      message.en,
      fix.en,
      fix.zh
    ]),
    [4, 5].map((line) => [
      line,
      "The file is not YAML: the key b stands here a second time, after line 2.",
      "Keep the b of line 2 or this one, or give one of them another name.",
      "第 2 行的「b」和这一个只留一个，或把其中一个改名。"
    ])
  )
})

describe("a tab as indentation", () => {
  it("is one finding, on the first line that has one", () => {
    fc.assert(
      fc.property(places(/^ +(?=[\w-]+:)/gm), ({ at, end, text }) => {
        const [rest, behind] = [text.slice(0, at), text.slice(end)]
        const findings = told(`${rest}\t${behind.replaceAll(/^ {2}/gm, "\t")}`)
        assert.deepStrictEqual(
          findings.map(({ fix, message, where }) => [where.line, message.en, fix.zh]),
          [
            [
              lineOf(text, at),
              "The file is not YAML: a tab stands in the indentation.",
              "缩进只用空格：把每个制表符换成两个空格。"
            ]
          ]
        )
      }),
      runs
    )
  })

  it("does not hide what is wrong before it", () => {
    assert.deepStrictEqual(
      told("a: [1\nb: 2\nc:\n\td: 1\n\te: 1\n").map(({ where }) => where.line),
      [1, 4]
    )
  })
})

describe("what stands behind the end of a value", () => {
  it.each([
    // yaml/yaml#52: a comma, as between the lines of JSON.
    ['    owner: "lin",', ",", 17],
    ["    owner: 'lin';", ";", 17],
    ['    owner: "lin" zhou', "zhou", 18],
    ["    standIns: [zhou, he] lin", "lin", 26]
  ])("is told where it stands, and taken out or put into quotes: %s", (line, found, column) => {
    const text = textOf("minimal").replace(new RegExp(`^ {4}${line.trim().split(":")[0]}:.*$`, "m"), line)
    assert.deepStrictEqual(short(text), [
      `${lineOf(text, text.indexOf(line))}:${column} The file is not YAML: the value has ended, and behind it stands ${found}. ` +
        "Take it out; what belongs to a text goes into its quotes."
    ])
  })
})
