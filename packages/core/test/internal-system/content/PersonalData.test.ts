import { Screening } from "@dualops/core/content"
import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"
import { alike, evading, ordinary, passing, told } from "./personalData.ts"

const replies = Screening.ofReplies({ route: "share" })
const found = (text: string) =>
  replies
    .screen({ text, pictures: [] })
    .filter(({ code }) => code.startsWith("personal-data/"))
    .map(({ code, evidence }) => `${code.split("/")[1]} ${evidence}`)

describe("In public", () => {
  it.each([
    ["您的手机号13812345678已登记", "mobile-number 13812345678"],
    ["请拨打 138 1234 5678", "mobile-number 138 1234 5678"],
    ["+86 138-1234-5678 是您的号码吗", "mobile-number +86 138-1234-5678"],
    ["１３８１２３４５６７８", "mobile-number １３８１２３４５６７８"],
    // The two examples of the standard GB 11643.
    ["身份证 11010519491231002X 已核实", "identity-card 11010519491231002X"],
    ["身份证440524188001010014", "identity-card 440524188001010014"],
    ["身份证 110105194912310021", undefined],
    // Test numbers that card networks publish.
    ["退到 4111 1111 1111 1111", "bank-card 4111 1111 1111 1111"],
    ["退到 6200000000000005", "bank-card 6200000000000005"],
    ["退到 4111111111111112", undefined]
  ])("%s", (text, says) => assert.deepStrictEqual(found(text), says === undefined ? [] : [says]))

  it.each([
    "客服热线 400-820-8820",
    "订单号 20261123100512345678 已发货",
    "微博 5034567890123457000 下的评论",
    "价格 12345678901 元",
    "2026-11-23 10:00 至 2026-11-24 12:00",
    "门店电话 021-62881234",
    "快递单号 SF1381234567890"
  ])("nothing is wrong with: %s", (text) => assert.deepStrictEqual(found(text), []))

  it("a mobile number is found whatever text stands around it, and its digits alone decide", () =>
    fc.assert(
      fc.property(
        fc.stringMatching(/^[\u4e00-\u9fff，。 ]{0,12}$/),
        fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }),
        (words, number) => {
          assert.deepStrictEqual(found(`${words}${number}${words}`), [`mobile-number ${number}`])
        }
      )
    ))

  it.each([...told, ...evading])("somebody's data are told of: %s", (text) => assert.lengthOf(found(text), 1))

  it.each([...ordinary, ...alike])("nobody's data are in: %s", (text) => assert.deepStrictEqual(found(text), []))

  it.each(passing)("this gets by, as long as nobody has mended it: %s", (text) => assert.lengthOf(found(text), 0))

  it("a mobile number is told in the words for its digits, in figures, and in both", () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }),
        fc.array(fc.boolean(), { minLength: 11, maxLength: 11 }),
        (number, spoken) => {
          const written = Array.from(String(number), (figure, at) => {
            return spoken[at] ? "零一二三四五六七八九"[Number(figure)] : figure
          }).join("")
          assert.deepStrictEqual(found(`您的手机${written}已登记`), [`mobile-number ${written}`])
        }
      )
    ))
})
