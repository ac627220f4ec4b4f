import { Codes, Rude, RudeWords } from "@dualops/core/codes"
import { SampleCodes } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"

const isRude = Rude.teller(RudeWords.current, ["COLA"])

describe("A code that is given out", () => {
  it("reads as no rude word, with digits that look like letters", () => {
    for (const word of ["FVCK", "5H1T", "D1CK", "CVNT", "KKK", "P1MPN1663R", "NM51", "CNM", "TMD", "81TCH", "XJP"]) {
      assert.isTrue(isRude(`X${word}X`), word)
    }
    assert.isFalse(isRude("XYWVTRPNMKJH"))
  })

  it("has no number in it that abuses, or that is mourned", () => {
    for (const number of ["38", "13", "918", "731", "1937"]) assert.isTrue(isRude(`KP${number}KP`), number)
    // There is no 0 and no 4 to write the others with, but a D is read as a 0.
    assert.isTrue(isRude("KP25DKP"))
  })

  it("is no number for a spreadsheet, and no exponent", () => {
    for (const number of ["122222222222", "1222D2222222"]) assert.isTrue(isRude(number), number)
    assert.isFalse(isRude("1222D222222K"))
  })

  it("reads as no word of the brand's own", () => {
    assert.isUndefined(Rude.lookOf("COLA"), "no code has an A")
    assert.isTrue(Rude.teller(RudeWords.current, ["Pepsi 茶".slice(0, 5)])("XXP3P51XX"))
    assert.isFalse(isRude("XXP3P51KK"))
  })

  it("reads as none of them, of ten thousand, and each of those is read back", () => {
    const terms = { series: "rude", length: 12, edition: RudeWords.current, words: ["PEPSI"] }
    const series = Codes.make(SampleCodes.secret).of(terms)
    const told = Rude.teller(terms.edition, terms.words)
    for (let number = 0; number < 10_000; number += 5) {
      const code = series.codeOf(number).replaceAll("-", "")
      assert.isFalse(told(code), code)
    }
  })

  it("is one of seven or more in ten: so many codes read as nothing", () => {
    const share = Rude.share(RudeWords.of(RudeWords.current), 12)
    assert.isBelow(share, 0.3)
    const random = Array.from({ length: 20_000 }, (_, index) => index * 2_654_435_761)
    const rude = random.filter((seed) => {
      let [code, rest] = ["", (seed * 48_271) % 2_147_483_647]
      while (code.length < 12) {
        rest = (rest * 48_271) % 2_147_483_647
        code += "12356789CDFHJKMNPRTVWXY"[rest % 23]
      }
      return isRude(code)
    })
    assert.isAtMost(rude.length / 20_000, share)
  })
})
