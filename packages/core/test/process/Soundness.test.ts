import { PostProcess } from "@dualops/core/content"
import { Bilingual } from "@dualops/core/finding"
import { Allowance, Soundness } from "@dualops/core/process"
import { ResourceRequestProcess } from "@dualops/core/resources"
import { assert, describe, it } from "@effect/vitest"
import { Errand } from "./Errand.ts"
import { about, Begin, deadline, deadlines, final, findings, process, stay, step, steps, Wait } from "./SoundShop.ts"

describe("A sound process has no finding", () => {
  it("this one, from which the others are broken; the post; the request; the errand", () => {
    assert.deepStrictEqual(findings(process({ about, steps, final, deadlines, separate: [["Wait", "Close"]] })), [])
    for (const sound of [PostProcess, ResourceRequestProcess, Errand]) assert.deepStrictEqual(findings(sound), [])
  })
})

describe("A finding tells the way into the trouble", () => {
  it("a state that no step leads to", () => {
    const { Wait: _, ...rest } = steps
    assert.deepStrictEqual(findings(process({ about, steps: rest, final, deadlines })), [
      ["process/unreachable-state", "Shop.states.Waiting", "No way through the process ever comes to Waiting."]
    ])
  })

  it("a state from which the case can never end", () => {
    const Stay = stay({ title: Bilingual.same("Stay"), from: ["Waiting"], by: "clock" })
    const Shut = step({
      title: Bilingual.same("Shut"),
      from: ["Open"],
      to: ["Closed"],
      by: "shop.close",
      evolve: () => ({ _tag: "Closed" })
    })
    const staying = deadline({
      title: Bilingual.same("stay"),
      while: ["Waiting"],
      within: () => Allowance.always("1 day"),
      fires: "Stay"
    })
    const open = deadline({
      title: Bilingual.same("open"),
      while: ["Open"],
      within: () => Allowance.always("1 day"),
      fires: "Go"
    })
    const Go = step({
      title: Bilingual.same("Go"),
      from: ["Open"],
      to: ["Closed"],
      by: "clock",
      evolve: () => ({ _tag: "Closed" })
    })
    assert.deepStrictEqual(
      findings(process({ about, steps: { Begin, Wait, Shut, Stay, Go }, final, deadlines: { stay: staying, open } })),
      [
        [
          "process/no-way-to-an-end",
          "Shop.states.Waiting",
          "Begin leads to Open, Wait leads to Waiting; and from Waiting no step ever leads to Closed."
        ]
      ]
    )
  })

  it("an end in which something can still happen", () => {
    const Reopen = step({
      title: Bilingual.same("Reopen"),
      from: ["Closed"],
      to: ["Open"],
      by: "shop.open",
      evolve: () => ({ _tag: "Open" })
    })
    assert.deepStrictEqual(findings(process({ about, steps: { ...steps, Reopen }, final, deadlines })), [
      [
        "process/way-out-of-the-end",
        "Shop.states.Closed",
        "Begin leads to Open, Close leads to Closed; Closed is an end, and yet Reopen can follow."
      ]
    ])
  })

  it("a state in which a case may wait for ever", () => {
    const early = deadline({
      title: Bilingual.same("early"),
      while: ["Open"],
      within: () => Allowance.always("1 day"),
      fires: "Expire"
    })
    assert.deepStrictEqual(findings(process({ about, steps, final, deadlines: { early } })), [
      [
        "process/stands-still",
        "Shop.states.Waiting",
        "Begin leads to Open, Wait leads to Waiting; in Waiting the case waits for Close (shop.close), Expire (clock), " +
          "and no deadline runs: it may wait for ever."
      ]
    ])
  })

  it("a step that can never be done, beside the state that nothing leads to", () => {
    const { Wait: _, ...rest } = steps
    const Wake = step({
      title: Bilingual.same("Wake"),
      from: ["Waiting"],
      to: ["Open"],
      by: "shop.open",
      evolve: () => ({ _tag: "Open" })
    })
    assert.deepStrictEqual(findings(process({ about, steps: { ...rest, Wake }, final, deadlines })), [
      ["process/unreachable-state", "Shop.states.Waiting", "No way through the process ever comes to Waiting."],
      ["process/dead-step", "Shop.steps.Wake", "Wake can never be done: no case comes to Waiting."]
    ])
  })

  it("a separation that does not part two people", () => {
    const Sold = step({
      title: Bilingual.same("Sold"),
      from: ["Open"],
      to: ["Closed"],
      by: "world",
      evolve: () => ({ _tag: "Closed" })
    })
    for (const [one, other] of [
      ["Close", "Close"],
      // The compiler refuses the others; a declaration that was put together by a program may still have them.
      ["Close", "Expire"],
      ["Expire", "Close"],
      ["Close", "Sold"],
      ["Sold", "Close"],
      ["Close", "Vanish"]
    ]) {
      const separate = [[one as "Close", other as "Close"]] as const
      const sentBy = { Sold: Bilingual.same("the till") }
      assert.deepStrictEqual(
        findings(process({ about, steps: { ...steps, Sold }, sentBy, final, deadlines, separate })),
        [
          [
            "process/not-two-people",
            "Shop.separate",
            `${one} and ${other} are to be kept apart, but they are not two steps by people.`
          ]
        ]
      )
    }
  })

  it("a finding is an error with evidence and a way to mend it, in both languages", () => {
    const early = deadline({
      title: Bilingual.same("early"),
      while: ["Open"],
      within: () => Allowance.always("1 day"),
      fires: "Expire"
    })
    const [finding] = Soundness.check(process({ about, steps, final, deadlines: { early } }))
    assert.deepStrictEqual<unknown>(finding, {
      code: "process/stands-still",
      severity: "error",
      where: { path: "Shop.states.Waiting" },
      evidence: "Begin leads to Open, Wait leads to Waiting",
      message: {
        zh: "Begin 到达 Open，Wait 到达 Waiting；在「Waiting」等待 Close (shop.close)、Expire (clock)，没有任何期限。",
        en:
          "Begin leads to Open, Wait leads to Waiting; in Waiting the case waits for Close (shop.close), Expire (clock), " +
          "and no deadline runs: it may wait for ever."
      },
      fix: {
        zh: "为该状态设定期限及到期步骤。",
        en: "Give the state a deadline, and a step of the clock that it fires."
      }
    })
  })
})
