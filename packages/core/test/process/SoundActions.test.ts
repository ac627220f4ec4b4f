import { Bilingual } from "@dualops/core/finding"
import { assert, describe, it } from "@effect/vitest"
import { about, deadlines, final, findings, process, stay, step, steps } from "./SoundShop.ts"

describe("A finding says which action", () => {
  it("an action that must not be done twice, and whose outcome nobody takes in", () => {
    const Pay = stay({ title: Bilingual.same("Pay"), from: ["Open"], by: "shop.open", performs: { pay: () => ({}) } })
    assert.deepStrictEqual(findings(process({ about, steps: { ...steps, Pay }, final, deadlines })), [
      [
        "process/outcome-not-taken",
        "Shop.outcomes.pay",
        "Pay asks for pay, which must not be done twice, and no step takes its outcome in."
      ]
    ])
  })

  it("an action that the process does not know, for nobody knows whether it may be done twice", () => {
    const Pay = stay({ title: Bilingual.same("Pay"), from: ["Open"], by: "shop.open", performs: { pay: () => ({}) } })
    // The compiler refuses it; a declaration that was put together by a program may still have it.
    const Burn = { ...Pay, performs: { burn: () => ({}) } }
    assert.deepStrictEqual(findings(process({ about, steps: { ...steps, Burn }, final, deadlines })), [
      [
        "process/outcome-not-taken",
        "Shop.outcomes.burn",
        "Burn asks for burn, which must not be done twice, and no step takes its outcome in."
      ]
    ])
  })

  it("one that may be done twice needs nobody", () => {
    const Call = stay({
      title: Bilingual.same("Call"),
      from: ["Open"],
      by: "shop.open",
      performs: { tell: () => ({}) }
    })
    assert.deepStrictEqual(findings(process({ about, steps: { ...steps, Call }, final, deadlines })), [])
  })

  it("an outcome whose step cannot be done where the case has come to, or is not the world's", () => {
    const Pay = step({
      title: Bilingual.same("Pay"),
      from: ["Open"],
      to: ["Waiting"],
      by: "shop.open",
      evolve: () => ({ _tag: "Waiting" }),
      performs: { pay: () => ({}) }
    })
    const Paid = step({
      title: Bilingual.same("Paid"),
      from: ["Waiting"],
      to: ["Closed"],
      by: "world",
      evolve: () => ({ _tag: "Closed" })
    })
    const Late = step({
      title: Bilingual.same("Late"),
      from: ["Open"],
      to: ["Closed"],
      by: "world",
      evolve: () => ({ _tag: "Closed" })
    })
    // The compiler refuses a step that is not the world's.
    const outcomes = { pay: { done: "Paid", refused: "Late", unknown: "Close" as "Paid" } } as const
    assert.deepStrictEqual(
      findings(process({ about, steps: { ...steps, Pay, Paid, Late }, final, deadlines, outcomes })),
      [
        [
          "process/outcome-in-vain",
          "Shop.outcomes.pay.refused",
          "When pay is refused, Late has to take it in, but the world cannot do that in Waiting."
        ],
        [
          "process/outcome-in-vain",
          "Shop.outcomes.pay.unknown",
          "When pay is unknown, Close has to take it in, but the world cannot do that in Waiting."
        ]
      ]
    )
  })

  it("an action of a step that stays is taken in where the case stands", () => {
    const Call = stay({
      title: Bilingual.same("Call"),
      from: ["Open"],
      by: "shop.open",
      performs: { tell: () => ({}) }
    })
    const Told = step({
      title: Bilingual.same("Told"),
      from: ["Open"],
      to: ["Closed"],
      by: "world",
      evolve: () => ({ _tag: "Closed" })
    })
    const outcomes = { tell: { done: "Told", refused: "Told", unknown: "Told" } } as const
    assert.deepStrictEqual(
      findings(process({ about, steps: { ...steps, Call, Told }, final, deadlines, outcomes })),
      []
    )
  })
})
