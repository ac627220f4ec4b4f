/** Sums of money that people have reported of other programs, tried here: the values are theirs. */
import { Figures } from "@dualops/core/analytics"
import { Money } from "@dualops/core/promotion"
import { assert, describe, it } from "@effect/vitest"
import * as Budget from "../../src/practices/campaigns/CampaignBudget.ts"
import * as Advice from "../../src/practices/prizes/PrizeDrawAdvice.ts"

const named = (text: string) => ({ zh: text, en: text })
const yuan = (value: number) => Figures.counted(named(`${value}`), "yuan", value)

describe("Sums of money", () => {
  for (const [sums, sum, where] of [
    [[11.85, 18.35], 30.2, "invoiceninja/invoiceninja#12231"],
    [[145.05, 0], 145.05, "ovh/manager#7326"],
    [[35, 0.01, 0.01, -0.02], 35, "Chinmayamission/CFF#77"]
  ] as const) {
    it(`have no dust (${where})`, () => {
      assert.strictEqual(Money.added(...sums), sum)
      assert.strictEqual(Figures.sum(named("all"), sums.map(yuan)).value, sum)
    })
  }
  it("that are all of a budget fit into it, and leave nothing (invoiceninja/invoiceninja#12231)", () => {
    assert.strictEqual(Budget.left({ held: [{ amount: 11.85 }, { amount: 18.35 }] }, { budget: 30.2 }), 0)
    // What was not spent is free again: 5.06 of 10.12 (rxtrax/tracking#99).
    assert.strictEqual(Budget.left({ held: [{ amount: 10.12, spent: 5.06 }] }, { budget: 10.12 }), 5.06)
  })
  it("of prizes that are worth just what may be given are not above it", () => {
    const prizes = [
      { name: "茶", count: 249, yuan: 66.67 },
      { name: "壶", count: 7, yuan: 4_771.31 }
    ]
    assert.isAbove(249 * 66.67 + 7 * 4_771.31, 50_000)
    assert.deepStrictEqual(Advice.ofPrizes(prizes), [])
  })
})
