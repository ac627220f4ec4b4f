/**
 * What every CaseTexts does.
 *
 * @module
 */
import { assert, describe, it } from "@effect/vitest"
import { Effect, type Layer } from "effect"
import * as fc from "fast-check"
import * as CaseText from "../operations/CaseText.ts"
import { CaseTexts, type Said, type Texts } from "../operations/CaseTexts.ts"
import { CaseId } from "../process/CaseId.ts"
import { oddTexts } from "./HardNames.ts"

/** The tests of what keeps the words of cases; the layer has to give an empty one each time it is built. */
export const suite = (name: string, layer: Layer.Layer<never, unknown>): void => {
  const test = (sentence: string, body: (texts: Texts) => Effect.Effect<void, unknown>): void =>
    it.live(sentence, () =>
      Effect.flatMap(CaseTexts, (texts) =>
        texts === undefined ? Effect.die("The layer gives no CaseTexts") : body(texts)
      ).pipe(Effect.provide(layer), Effect.scoped)
    )

  describe(`CaseTexts (${name})`, () => {
    test("has read nothing at first, and then up to where it was told", (texts) =>
      Effect.gen(function* () {
        assert.strictEqual(yield* texts.position, 0)
        assert.isTrue(yield* texts.keep({ after: 0, position: 7, said: [] }))
        assert.strictEqual(yield* texts.position, 7)
      }))

    test("finds the cases in which all of the words are, wherever they stand, the latest first", (texts) =>
      Effect.gen(function* () {
        yield* keep(texts, 0, ["a", "中秋礼盒什么时候发货"], ["b", "礼盒破损,已补发"], ["c", "moon cake"])
        assert.deepStrictEqual(yield* found(texts, "礼盒"), ["b", "a"])
        assert.deepStrictEqual(yield* found(texts, "发货 秋礼"), ["a"])
        assert.deepStrictEqual(yield* found(texts, "OON"), ["c"])
        // Both pairs are there, and not the word.
        yield* keep(texts, 10, ["d", "天地 地人"])
        assert.deepStrictEqual(yield* found(texts, "天地人"), [])
      }))

    test("adds what is said later to what was said before", (texts) =>
      Effect.gen(function* () {
        yield* keep(texts, 0, ["a", "三月的问题"], ["b", "别的"])
        yield* keep(texts, 10, ["a", "四月的回答"], ["a", "五月的更正"])
        assert.deepStrictEqual(yield* found(texts, "三月 四月 五月"), ["a"])
      }))

    test("keeps nothing of what somebody else has read past", (texts) =>
      Effect.gen(function* () {
        yield* keep(texts, 0, ["a", "一次"])
        assert.isFalse(yield* texts.keep({ after: 3, position: 5, said: [saidIn("b", "两次")] }))
        assert.deepStrictEqual([yield* found(texts, "两次"), yield* texts.position], [[], 10])
      }))

    test("of many that keep the same at once, one does, whole", (texts) =>
      Effect.gen(function* () {
        const kept = yield* Effect.forEach(
          Array.from({ length: 8 }, (_, index) => saidIn("a", `第${index}个人`)),
          (said) => texts.keep({ after: 0, position: 10, said: [said] }),
          { concurrency: "unbounded" }
        )
        assert.strictEqual(kept.filter((isKept) => isKept).length, 1)
        const named = yield* Effect.forEach(kept, (_, index) => found(texts, `第${index}个人`))
        assert.deepStrictEqual(
          named.map(({ length }) => length === 1),
          kept
        )
      }))

    test("goes on before a place, each case once", (texts) =>
      Effect.gen(function* () {
        const names = Array.from({ length: 25 }, (_, number) => `case ${number}`)
        yield* keep(texts, 0, ...names.map((name) => [name, "桂花乌龙"] as const))
        const seen: Array<string> = []
        let before: number | undefined
        while (true) {
          const page = yield* texts.find(CaseText.wordsOf("花乌"), 10, before)
          seen.push(...page.map((one) => one.case))
          before = page.at(-1)?.place
          if (page.length < 10) break
        }
        assert.deepStrictEqual(seen, names.toReversed())
      }))

    test("what was put in its place is found, and what it was no more", (texts) =>
      Effect.gen(function* () {
        yield* keep(texts, 0, ["a", "小林 住在 北京路\n已回复"], ["b", "小林"])
        yield* texts.replace(saidIn("a", "已删除\n已回复"))
        yield* texts.replace(saidIn("none", "没有这一个"))
        assert.deepStrictEqual(yield* found(texts, "小林"), ["b"])
        assert.deepStrictEqual(yield* found(texts, "北京"), [])
        assert.deepStrictEqual(yield* found(texts, "已回复"), ["a"])
        assert.deepStrictEqual(yield* found(texts, "没有"), [])
        yield* keep(texts, 10, ["a", "后来又说"])
        assert.deepStrictEqual(yield* found(texts, "已删除 后来"), ["a"])
      }))

    test("forgets everything when it is told to, and reads from the beginning", (texts) =>
      Effect.gen(function* () {
        yield* keep(texts, 0, ["a", "从前的话"])
        yield* texts.clear
        assert.deepStrictEqual([yield* found(texts, "从前"), yield* texts.position], [[], 0])
        yield* keep(texts, 0, ["a", "现在的话"])
        assert.deepStrictEqual([yield* found(texts, "从前"), yield* found(texts, "现在")], [[], ["a"]])
      }))

    test("takes words as they are, whatever a database could mean by them", (texts) =>
      Effect.gen(function* () {
        const odd = ['" OR 1=1', "100%_x", "a* NEAR(b)", "'); DROP", "NOT AND", "^-{}:", oddTexts].map(String)
        yield* keep(texts, 0, ...odd.map((text, index) => [`${index}`, text] as const), ["plain", "nothing of it"])
        for (const [index, text] of odd.entries()) {
          assert.include(yield* found(texts, text.slice(0, 200)), `${index}`, text)
        }
        assert.deepStrictEqual(yield* found(texts, "%_"), ["1"])
        assert.deepStrictEqual(yield* found(texts, "*%"), [])
      }))

    test("whatever was said is found by any part of it of two characters and more, however it is written", (texts) =>
      Effect.promise(() => {
        let run = 0
        const sign = fc.constantFrom(..."中秋礼盒ＡｂＣ１ ,'\"%_👩é\u0301", "\u0000")
        const drawn = fc.tuple(
          fc.array(sign, { minLength: 2, maxLength: 30 }),
          fc.nat(28),
          fc.integer({ min: 2, max: 8 })
        )
        const holds = async ([signs, from, length]: readonly [ReadonlyArray<string>, number, number]) => {
          const said = CaseText.of({ facts: { text: signs.join("") } })
          const part = Array.from(said)
            .slice(from, from + length)
            .join("")
          const words = CaseText.wordsOf(part)
          const name = `run ${++run}`
          const kept = texts.keep({ after: run - 1, position: run, said: [{ ...saidIn(name, ""), text: said }] })
          assert.isTrue(await Effect.runPromise(kept))
          const [latest] = await Effect.runPromise(texts.find(words, 1))
          if (words.length > 0) assert.strictEqual(latest?.case, name, part)
        }
        return fc.assert(fc.asyncProperty(drawn, holds), { numRuns: 60, endOnFailure: true })
      }))
  })
}

const saidIn = (name: string, text: string): Said => ({
  process: "Errand",
  case: CaseId.make(name),
  text: CaseText.of({ facts: { text } })
})

const keep = (texts: Texts, after: number, ...said: ReadonlyArray<readonly [name: string, text: string]>) =>
  Effect.map(
    texts.keep({ after, position: after + 10, said: said.map(([name, text]) => saidIn(name, text)) }),
    (isKept) => assert.isTrue(isKept)
  )

const found = (texts: Texts, asked: string) =>
  Effect.map(texts.find(CaseText.wordsOf(asked), 100), (all) => all.map((one) => String(one.case)))
