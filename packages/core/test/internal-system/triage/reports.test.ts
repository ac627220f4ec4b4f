// What people have reported of other tools of this kind; each case is one of theirs, put in the words of this house's fans.

import { BuiltIn } from "@dualops/core/triage"
import { assert, describe, it } from "@effect/vitest"

const judge = BuiltIn.judge(BuiltIn.model)
const negative = (text: string) => judge(text).negative

describe("Public reports of classifiers that went wrong", () => {
  it("an empty text is judged, and divides by nothing (isnowfy/snownlp#119, markuskiller/textblob-de#3)", () => {
    assert.strictEqual(judge("").label, "noise")
    assert.strictEqual(judge("").negative, 0.5)
  })

  it("不高兴 is not taken for 高兴 (isnowfy/snownlp#89)", () => {
    assert.isAbove(negative("我今天不高兴"), negative("我今天高兴"))
    assert.isAbove(negative("不喜欢"), negative("喜欢"))
  })

  it("不难吃 and 不差 are left to a person, for a denial is not known as one (retext-sentiment#1)", () => {
    for (const text of ["不难吃", "不差"]) assert.isFalse(judge(text).sure, text)
  })

  it("很干净，没问题 is no complaint (cjhutto/vaderSentiment#121)", () => {
    assert.strictEqual(judge("很干净，没问题").label, "praise")
  })

  it("praise of an old customer is not negative (isnowfy/snownlp#109)", () => {
    const text = "一直用你们家的老顾客。客服和物流都相当满意。包装安全可靠"
    assert.isBelow(negative(text), 0.5)
  })

  it("what differs between good and bad decides, not what both have in common (isnowfy/snownlp#109)", () => {
    assert.strictEqual(judge("服务态度非常好，下次还会再来").label, "praise")
    assert.strictEqual(judge("服务态度非常差，下次不会再来").label, "complaint")
  })

  it("an exclamation mark does not turn a text round (xatkit-bot-platform/xatkit-runtime#314)", () => {
    for (const text of ["讨厌你", "难吃", "好吃"]) assert.closeTo(negative(text), negative(`${text}！`), 0.15)
  })

  it("an emoji counts where no blank is in front of it (cjhutto/vaderSentiment#86)", () => {
    assert.closeTo(negative("好评👍"), negative("好评 👍"), 1e-9)
    assert.isBelow(negative("送得快👍"), negative("送得快👎"))
  })

  it("what stands behind 但是 is heard in either order (sentimentr#80)", () => {
    for (const text of ["不好吃，但是送得很快", "送得很快，但是不好吃"])
      assert.strictEqual(judge(text).label, "complaint")
  })

  it("a polite word does not hide a complaint (cjhutto/vaderSentiment#155)", () => {
    assert.isAbove(negative("麻烦请不要再打扰我了"), 0.5)
  })

  it("mocking praise of a long wait is a complaint (cjhutto/vaderSentiment#120)", () => {
    assert.strictEqual(judge("太棒了，等了两个小时才送到，呵呵").label, "complaint")
  })

  // What it gets wrong is kept as well, so that whoever mends it sees it here.
  it.fails("mocking praise without a fact is recognised: 呵呵，真是好服务[微笑]", () => {
    assert.isTrue(judge("呵呵，真是好服务[微笑]").label === "complaint" && judge("呵呵，真是好服务[微笑]").sure)
  })
  it.fails("a denial that stands apart is understood: 没有问题，没有投诉 is no complaint (cjhutto/vaderSentiment#70)", () => {
    assert.notStrictEqual(judge("没有问题，没有投诉").label, "complaint")
  })
  it.fails("blanks between characters are read over: 难 吃", () => {
    assert.isAbove(negative("难 吃"), 0.9)
  })
})
