/** What people who run codes have reported of other systems, tried on this one: each with where it was reported. */
import { MemoryObservationStore, MemoryRedemptions } from "@dualops/adapter-memory"
import { CodeList, Codes, CodeTerms, HouseTill, Redemptions, Rude, RudeWords } from "@dualops/core/codes"
import { CsvCell } from "@dualops/core/finding"
import { SampleCodes } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Layer, Result } from "effect"
import { TestClock } from "effect/testing"

const at = (time: string) => DateTime.makeUnsafe(`${time}+08:00`)
const house = Layer.merge(MemoryRedemptions.layer, MemoryObservationStore.layer)

/** A shop of a house with one series, at a moment. */
const opened = (now: DateTime.Utc, changes: Partial<CodeTerms.Terms> = {}) =>
  Effect.gen(function* () {
    yield* TestClock.setTime(now.epochMilliseconds)
    const terms = SampleCodes.terms(now, changes)
    yield* Redemptions.use((redemptions) => redemptions.keep(terms))
    const shop = (yield* HouseTill.make({ secret: SampleCodes.secret }))("shop")
    const tagOf = (code: string, key: string) => Effect.map(shop.redeem({ code, key }), ({ _tag }) => _tag)
    return { terms, tagOf, codeOf: (number: number) => SampleCodes.codeOf(terms, number) }
  })

const noon = at("2026-06-10T12:00:00")

describe("Reported of others, and not so here:", () => {
  it.effect("a blank behind a code makes another code of it, that is redeemed again (shopware#19900, #19919)", () =>
    Effect.gen(function* () {
      const { codeOf, tagOf } = yield* opened(noon)
      assert.strictEqual(yield* tagOf(`${codeOf(1)} `, "order 1"), "Redeemed")
      for (const [index, other] of [
        codeOf(1),
        codeOf(1).toLowerCase(),
        ` ${codeOf(1)}`,
        codeOf(1).replaceAll("-", "")
      ].entries()) {
        assert.strictEqual(yield* tagOf(other, `order ${index + 2}`), "AlreadyRedeemed")
      }
    }).pipe(Effect.provide(house))
  )

  it.effect("a code of blanks alone breaks the form (wp-calypso#20089), and none says nothing", () =>
    Effect.gen(function* () {
      const { tagOf } = yield* opened(noon)
      for (const none of ["", "    ", "----", "\u0000", "‮"]) assert.strictEqual(yield* tagOf(none, "order"), "Misread")
    }).pipe(Effect.provide(house))
  )

  it.effect("the last day ends too early, or elsewhere (s2member#612, mitxpro#991, woocommerce-ios#6254)", () =>
    Effect.gen(function* () {
      const span = { from: at("2026-06-10T00:00:00"), until: at("2026-06-11T00:00:00") }
      const { codeOf, tagOf } = yield* opened(at("2026-06-09T23:59:59"), span)
      assert.strictEqual(yield* tagOf(codeOf(1), "order 1"), "NotYet")
      yield* TestClock.setTime(span.from.epochMilliseconds)
      assert.strictEqual(yield* tagOf(codeOf(1), "order 1"), "Redeemed")
      yield* TestClock.setTime(span.until.epochMilliseconds - 1)
      assert.strictEqual(yield* tagOf(codeOf(2), "order 2"), "Redeemed")
      yield* TestClock.setTime(span.until.epochMilliseconds)
      assert.strictEqual(yield* tagOf(codeOf(3), "order 3"), "Over")
    }).pipe(Effect.provide(house))
  )

  it.effect("a key with the time in it is new at every try (C-Pay#33, Leetcode-City#1662): an order's is not", () =>
    Effect.gen(function* () {
      const { codeOf, tagOf } = yield* opened(noon)
      assert.strictEqual(yield* tagOf(codeOf(1), "order 1"), "Redeemed")
      yield* TestClock.adjust("3 days")
      assert.strictEqual(yield* tagOf(codeOf(1), "order 1"), "Redeemed")
    }).pipe(Effect.provide(house))
  )

  it("millions of codes hang the program (voucher-code-generator-js#16): their list comes in pieces", () => {
    const [placement] = CodeTerms.place([
      { id: "all", kind: "mail", resource: SampleCodes.terms(noon).placements[0].resource, codes: CodeTerms.most }
    ])
    const series = Codes.make(SampleCodes.secret).of(CodeTerms.makingOf(SampleCodes.terms(noon)))
    const pieces = CodeList.csv(series, SampleCodes.terms(noon), placement, 10)
    assert.lengthOf(pieces.next().value?.split("\r\n") ?? [], 12)
  })

  it("so many rude words forbid all codes (csharp-algorithm-coupon-code#5), and that is said", () => {
    const words = [..."12356789CDFHJKMNPRTVWXY"]
    const series = Codes.make(SampleCodes.secret).of({ series: "x", length: 12, edition: RudeWords.current, words })
    assert.throws(() => series.codeOf(0), /no code/)
    assert.strictEqual(Rude.share(words, 12), 1)
  })

  it("digits read as letters (nanoid-good#10), and no vowel is needed for XXX (nanoid-dictionary#6)", () => {
    const isRude = Rude.teller(RudeWords.current, [])
    for (const rude of ["P155", "5H1T", "XXX", "FVCK"]) assert.isTrue(isRude(`K${rude}K`), rude)
  })

  it("signs of a code are others in an address (stripe-java#62, magento2#11710)", () => {
    const code = SampleCodes.codeOf(SampleCodes.terms(noon), 1)
    assert.strictEqual(encodeURIComponent(code), code)
    assert.strictEqual(new URL(`https://brand.example/?code=${code}`).searchParams.get("code"), code)
  })

  it("a spreadsheet drops zeros, or makes powers (easy-digital-downloads#3166, markdown-exporter#73)", () => {
    for (let number = 0; number < 300; number++) {
      const code = SampleCodes.codeOf(SampleCodes.terms(noon), number).replaceAll("-", "")
      assert.notMatch(code, /^0|^\d+$|^\d+[DE]\d+$/)
    }
  })

  it("a formula comes along in a list (tendenci#919, gumroad#2672)", () => {
    for (const bad of ["=10+20+cmd|' /C calc'!A0", "@x", "+x", "-x", "\t=x"]) {
      assert.match(CsvCell.of(bad), /^"?'/)
      const id = Result.try(() => CodeTerms.PlacementId.make(bad))
      assert.isTrue(Result.isFailure(id), "and is no name of a placement")
    }
  })
})
