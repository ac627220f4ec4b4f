import { assert, describe, it } from "@effect/vitest"
import * as Advertising from "../../../src/internal-system/content/AdvertisingMessages.ts"
import type { Statement } from "../../../src/internal-system/content/ContentRule.ts"
import * as Weibo from "../../../src/internal-system/content/WeiboMessages.ts"

const pouring = { zh: "投资", en: "investment" }
const table = (...statements: ReadonlyArray<Statement>) =>
  Object.fromEntries(statements.map(({ code, severity }) => [code, severity]))

describe("What is said of a post", () => {
  it("stops it if Weibo would refuse or change it, and else advises", () => {
    const { empty, linkNotEnded, noPicture, noSafeLink, padding, turnedRound } = Weibo
    const { pictureEmpty, pictureTooLarge, tooLong, tooManyPictures, topic } = Weibo
    const pictures = [noPicture, pictureEmpty, pictureTooLarge(5 << 20), tooManyPictures(2, 1)]
    assert.deepStrictEqual(
      table(empty, linkNotEnded, noSafeLink([]), padding, turnedRound, tooLong(300, 280), topic, ...pictures),
      {
        "weibo/empty": "error",
        "weibo/link-not-ended": "warning",
        "weibo/no-safe-link": "error",
        "weibo/zero-width": "note",
        "weibo/bidi-control": "warning",
        "weibo/too-long": "error",
        "weibo/topic": "error",
        "weibo/picture-missing": "error",
        "weibo/picture-empty": "error",
        "weibo/picture-too-large": "error",
        "weibo/too-many-pictures": "error"
      }
    )
  })

  it("stops it by the Advertising Law where the law itself names the words, and else advises", () => {
    const { consumerAdvice, graded, inPassing, selfComparison, stateSymbol, statutory } = Advertising
    const { statutoryBroken, statutoryDisguised, superlative, trade, trademark, unmarked } = Advertising
    const exempt = [consumerAdvice, graded, selfComparison, trademark]
    assert.deepStrictEqual(
      table(
        statutory,
        statutoryBroken,
        statutoryDisguised,
        stateSymbol,
        superlative,
        trade(pouring),
        unmarked,
        inPassing,
        ...exempt
      ),
      {
        "advertising-law/statutory": "error",
        "advertising-law/statutory-broken-up": "warning",
        "advertising-law/statutory-disguised": "warning",
        "advertising-law/state-symbol": "error",
        "advertising-law/superlative": "warning",
        "advertising-law/trade": "warning",
        "advertising-law/unmarked": "error",
        "advertising-law/in-passing": "note",
        "advertising-law/consumer-advice": "note",
        "advertising-law/graded": "note",
        "advertising-law/self-comparison": "note",
        "advertising-law/trademark": "note"
      }
    )
  })

  it("names the domains that a link may lead to, or says that none is registered", () => {
    const { fix: some } = Weibo.noSafeLink(["brand.com", "brand.cn"])
    assert.match(`${some?.zh} ${some?.en}`, /brand\.com、brand\.cn.*brand\.com or brand\.cn/)
    assert.match(Weibo.noSafeLink([]).fix?.en ?? "", /^Register/)
  })

  it("names the trade, the exemption, and how much is too much", () => {
    assert.match(Advertising.trade(pouring).message.zh, /投资/)
    assert.match(Advertising.graded.message.en, /grade, prize or fact/)
    assert.match(Weibo.tooLong(300, 280).message.zh, /150个汉字.*140个汉字/)
    assert.match(Weibo.tooLong(300, 280).fix?.zh ?? "", /10个汉字/)
    assert.match(Weibo.tooLong(300, 280).fix?.en ?? "", /20 units/)
    assert.match(Weibo.pictureTooLarge(5 << 20).message.en, /smaller than 5 MB/)
    assert.match(Weibo.tooManyPictures(3, 1).message.en, /3 pictures.*takes 1/)
  })
})
