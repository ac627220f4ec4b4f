import { Bilingual } from "@dualops/core/finding"
import { Allowance } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { about, deadline, deadlines, expiry, final, findings, process, start, stay, step, steps } from "./SoundShop.ts"

describe("A finding about deadlines tells", () => {
  it("a deadline that stands still where it runs, or in a state from which its clock never runs on", () => {
    // The compiler refuses the first.
    const both = { ...expiry, pausedIn: ["Open"] as const }
    assert.deepStrictEqual(findings(process({ about, steps, final, deadlines: { both } })), [
      [
        "process/runs-and-stands",
        "Shop.deadlines.both",
        "The deadline both is to run in Open, and to stand still there."
      ]
    ])
    const opening = deadline({
      title: Bilingual.same("opening"),
      while: ["Open"],
      pausedIn: ["Waiting"],
      within: () => Allowance.always("1 day"),
      fires: "Expire"
    })
    const lost =
      "Begin leads to Open, Wait leads to Waiting; the deadline opening stands still in Waiting, and from there its clock never runs on."
    assert.deepStrictEqual(findings(process({ about, steps, final, deadlines: { expiry, opening } })), [
      ["process/paused-for-ever", "Shop.deadlines.opening", lost]
    ])
  })

  it("a state in which every deadline stands still", () => {
    const Wake = step({ title: Bilingual.same("Wake"), from: ["Waiting"], to: ["Open"], by: "shop.open" })
    const opening = deadline({
      title: Bilingual.same("opening"),
      while: ["Open"],
      pausedIn: ["Waiting"],
      within: () => Allowance.always("1 day"),
      fires: "Expire"
    })
    assert.deepStrictEqual(
      findings(process({ about, steps: { ...steps, Wake }, final, deadlines: { opening } })).map(([code]) => code),
      ["process/stands-still"]
    )
  })

  it("a step of the clock that no deadline fires where it could be done", () => {
    const Nudge = stay({ title: Bilingual.same("Nudge"), from: ["Waiting"], by: "clock" })
    const Appear = start({ title: Bilingual.same("Appear"), to: ["Open"], by: "clock", input: {} })
    assert.deepStrictEqual(findings(process({ about, steps: { ...steps, Nudge, Appear }, final, deadlines })), [
      ["process/never-fired", "Shop.steps.Nudge", "Nudge is by the clock, and no deadline fires it in Waiting."],
      [
        "process/never-fired",
        "Shop.steps.Appear",
        "Appear is by the clock, and no deadline fires it before a case has begun."
      ]
    ])
  })

  it("a deadline that, where its step is suspended, fires one that cannot be taken where it runs", () => {
    const Skip = step({ title: Bilingual.same("Skip"), from: ["Waiting"], to: ["Closed"], by: "clock" })
    const instead = { expiry: { ...expiry, whenSuspended: "Skip" as const } }
    const found = findings(process({ about, steps: { ...steps, Skip }, final, deadlines: instead }))
    assert.includeDeepMembers(
      found.map(([code, path]) => [code, path]),
      [["process/fires-in-vain", "Shop.deadlines.expiry"]]
    )
    assert.notInclude(
      found.map(([code]) => code),
      "process/never-fired"
    )
  })

  it("a deadline that fires what is no step", () => {
    // The compiler refuses it; a declaration that was put together by a program may still have it.
    const lost = { ...expiry, fires: "Vanish" as "Expire" }
    assert.deepStrictEqual(findings(process({ about, steps, final, deadlines: { expiry, lost } })), [
      ["process/deadline-without-step", "Shop.deadlines.lost", "The deadline lost fires Vanish, which is not a step."]
    ])
  })

  it("a deadline that fires what is not the clock's", () => {
    // The compiler refuses this one too.
    const rude = { ...expiry, while: ["Open"] as const, fires: "Close" as "Expire" }
    assert.deepStrictEqual(findings(process({ about, steps, final, deadlines: { expiry, rude } })), [
      ["process/not-the-clocks", "Shop.deadlines.rude", "The deadline rude fires Close, which belongs to shop.close."]
    ])
  })

  it("a deadline that runs where its step cannot be done", () => {
    const Nudge = stay({ title: Bilingual.same("Nudge"), from: ["Open"], by: "clock" })
    const nudge = deadline({
      title: Bilingual.same("nudge"),
      while: ["Open", "Waiting"],
      within: () => Allowance.always("1 hour"),
      fires: "Nudge"
    })
    assert.deepStrictEqual(
      findings(process({ about, steps: { ...steps, Nudge }, final, deadlines: { expiry, nudge } })),
      [
        [
          "process/fires-in-vain",
          "Shop.deadlines.nudge",
          "Begin leads to Open, Wait leads to Waiting; when the deadline nudge runs out there, Nudge cannot be done in Waiting."
        ]
      ]
    )
  })

  it("a deadline that warns before its time begins, or after it is over", () => {
    for (const [warnAt, sound] of [
      [0, true],
      [1, true],
      [-0.1, false],
      [80, false],
      [Number.NaN, false]
    ] as const) {
      const early = { ...expiry, warnAt }
      assert.deepStrictEqual(
        findings(process({ about, steps, final, deadlines: { early } })),
        sound
          ? []
          : [
              [
                "process/warns-at-no-time",
                "Shop.deadlines.early",
                `The deadline early warns after ${warnAt} of its time, which is no part of it.`
              ]
            ]
      )
    }
  })
})
