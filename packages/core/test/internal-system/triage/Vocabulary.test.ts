import { Features, Vocabulary } from "@dualops/core/triage"
import { assert, describe, it } from "@effect/vitest"
import fc from "fast-check"

const words = ["好", "好吃", "吃", "难吃", "不好吃", "no", "[怒]", "<link>", "👍"]
const vocabulary = Vocabulary.compile(words)
const read = Vocabulary.reader(vocabulary)
const found = (text: string) => {
  const { count, rows } = read(Features.of(text))
  return Array.from(rows.subarray(0, count), (row) => words[row])
}

describe("Words of a vocabulary in a text", () => {
  it("are found where they overlap, each once", () => assert.sameMembers(found("好吃好吃"), ["好", "好吃", "吃"]))
  it("of Latin letters stand alone", () => {
    assert.deepStrictEqual(found("nothing piano"), [])
    assert.deepStrictEqual(found("NO!"), ["no"])
  })
  it("that are signs are no running words", () => {
    assert.deepStrictEqual(found("<link>"), [])
    assert.deepStrictEqual(found("http://t.cn/a[怒]"), ["<link>", "[怒]"])
  })
  it("do not count where they are denied, unless the denial is known", () => {
    assert.deepStrictEqual(found("不难吃"), ["吃"])
    assert.sameMembers(found("不好吃"), ["不好吃", "好吃", "吃"])
  })
  it("are told with how much of the text they are", () => {
    assert.strictEqual(read(Features.of("好吃嘛嘛")).share, 0.5)
    assert.strictEqual(read(Features.of("@某人")).share, 1)
  })
  it("more than fit are refused", () => assert.throws(() => Vocabulary.compile(["x".repeat(70_000)]), /65,535/))

  it("every word that is searched for is found wherever it stands, and nothing else", () => {
    const some = fc.uniqueArray(fc.string({ unit: fc.constantFrom(..."天地人和"), minLength: 1, maxLength: 4 }), {
      minLength: 1
    })
    fc.assert(
      fc.property(some, fc.string({ unit: fc.constantFrom(..."天地人和中"), maxLength: 30 }), (words, text) => {
        const hits: Array<string> = []
        const { units } = Features.of(text).folded
        Vocabulary.search(Vocabulary.compile(words), units, 0, units.length, (word, start, end) => {
          hits.push(`${words[word]} ${start} ${end}`)
        })
        const right = Array.from({ length: text.length }, (_, start) =>
          words.flatMap((word) => (text.startsWith(word, start) ? [`${word} ${start} ${start + word.length}`] : []))
        ).flat()
        assert.sameMembers(hits, right)
      })
    )
  })
})
