import { ClassifierSuite } from "@dualops/core/testing"
import { BuiltIn, Judgement, type Label, LinearModel } from "@dualops/core/triage"
import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"
import fc from "fast-check"

ClassifierSuite.suite("The built-in classifier", BuiltIn.layer())

const judge = BuiltIn.judge(BuiltIn.model)

describe("The built-in classifier", () => {
  const labels: ReadonlyArray<readonly [Label.Label, string]> = [
    ["complaint", "送餐太慢了，菜都凉了，再也不订了"],
    ["complaint", "客服不理人，退款三天还没到账"],
    ["question", "请问这款什么时候上架？"],
    ["praise", "很好吃，送得快，赞！"],
    ["lead", "我想跟贵公司合作，怎么联系"],
    ["attack", "听说你们的产品有毒，大家别买"],
    ["noise", "转发微博"]
  ]
  for (const [label, text] of labels)
    it(`takes ${text} for ${label}, and is sure`, () => {
      const judgement = judge(text)
      assert.strictEqual(judgement.label, label)
      assert.isTrue(judgement.sure)
      assert.isNotEmpty(judgement.reasons)
    })

  it("shows what spoke for the label, in the fan's own characters", () => {
    const { reasons } = judge("難吃！送餐慢")
    assert.deepStrictEqual(reasons[0]?.piece, "難吃")
    assert.deepStrictEqual(reasons[0]?.range, { start: 0, end: 2 })
  })

  it("leaves to a person what is in no language that it has learned", () => {
    assert.isFalse(judge("The food was terrible and cold").sure)
    assert.isFalse(judge("料理がとても冷たかったです").sure)
  })

  it("is never sure of what carries no known word", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."ЖЩЮЯ𓀀𓀁ꙮ"), minLength: 1 }), (text) => {
        assert.isFalse(judge(text).sure)
        assert.deepStrictEqual(judge(text).reasons, [])
      })
    )
  })

  it("says that it has read the beginning only, where the text is too long", () => {
    assert.isUndefined(judge("好".repeat(4000)).note)
    assert.include(judge("好".repeat(4001)).note?.zh, "4000")
  })

  it("reads what the fan wrote, and not what others are quoted with", () => {
    assert.deepStrictEqual(judge("赞！//@某人:太难吃了，退款"), judge("赞！//@别人:很好"))
    assert.strictEqual(judge("回复@某人:怎么买？").label, judge("怎么买？").label)
  })

  it("does not see who is named, which address is given and which number", () => {
    const shares = (text: string) => judge(text).probabilities
    assert.deepStrictEqual(
      shares("@骗子公司 求购 13800138000 http://t.cn/a"),
      shares("@好人 求购 400-820-8820 https://x.cn/lj")
    )
    assert.deepStrictEqual(shares("#难吃# 早"), shares("#好吃# 早"))
  })

  it("width, case and script make no difference", () => {
    const shares = (text: string) => judge(text).probabilities
    assert.deepStrictEqual(shares("難吃！服務態度很差ＳＢ"), shares("难吃!服务态度很差sb"))
  })

  it("a word that is denied does not count as what it denies", () => {
    assert.isBelow(judge("不难吃").probabilities.complaint, judge("难吃").probabilities.complaint - 0.3)
    assert.isFalse(judge("不难吃").sure)
  })

  it("a judgement is one line in two languages, without the fan's words", () => {
    assert.match(Judgement.line(judge("很好吃，送得快，赞！")).zh, /^好评 \d+%$/)
    assert.match(Judgement.line(judge("The food")).en, /^Perhaps small talk \d+%: a person has to look$/)
  })
})

describe("The model that comes along", () => {
  it("is smaller than 400 kB, and has no word twice", () => {
    assert.isBelow(JSON.stringify(BuiltIn.model).length, 400_000)
    const words = BuiltIn.model.words.map((line) => line.split("\t")[0])
    assert.strictEqual(new Set(words).size, words.length)
  })

  it("has no name, number or address in it", () => {
    const words = BuiltIn.model.words.map((line) => line.split("\t")[0] as string)
    assert.deepStrictEqual(
      words.filter((word) => /\d|@|#|https?|www|.{11}/u.test(word)),
      []
    )
  })

  it("a line of a model that is no word with one or eight weights is refused", () => {
    const broken = (line: string) => ({ ...BuiltIn.model, words: [line] })
    for (const line of ["好", "好\t", "好\tx", "好\t1\t2", "\t1", "好\t1\t2\t3\t4\t5\t6\t7\t8\t9"])
      assert.throws(() => Schema.decodeUnknownSync(LinearModel.LinearModel)(broken(line)), undefined, undefined, line)
  })

  it("weights are added up, and nothing else: the order of what is parted makes no difference", () => {
    const parts = ["很好吃", "太慢了", "多少钱?", "谢谢", "@某人", "[怒]"]
    fc.assert(
      fc.property(fc.shuffledSubarray(parts, { minLength: 2 }), (some) => {
        const { complaint } = judge(some.join("\n")).probabilities
        assert.closeTo(judge(some.toReversed().join("\n")).probabilities.complaint, complaint, 1e-9)
      })
    )
  })
})
