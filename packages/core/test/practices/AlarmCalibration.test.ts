/** What labels of judged alarms say of the limit, and what they do not. */
import { AccountId } from "@dualops/core/account"
import { AlarmCalibration, type AlarmLabels } from "@dualops/core/practices"
import { assert, describe, it } from "@effect/vitest"
import { DateTime } from "effect"
import * as fc from "fast-check"

const at = DateTime.makeUnsafe("2026-11-23T01:00:00Z")
const labelled = (label: "true" | "false", evidence: number, index = 0): AlarmLabels.Labelled => ({
  ...{
    case: `${label} ${index}`,
    account: AccountId.make("1234567890"),
    term: "漏水",
    at,
    since: at,
    label,
    judgedAt: at
  },
  why: { authors: 20, expected: 4, varies: 0.2, ratio: 4, evidence, limit: 2, since: 0 }
})
const some = (label: "true" | "false", evidence: ReadonlyArray<number>) =>
  evidence.map((one, index) => labelled(label, one, index))
const ten = (from: number) => Array.from({ length: 10 }, (_, index) => from + index)

describe("Labels of judged alarms", () => {
  it("are too few until there are ten of either kind, and say so", () => {
    assert.deepStrictEqual(AlarmCalibration.calibrate([...some("true", ten(5)), ...some("false", [2.1, 2.2])], 2), {
      ...{ _tag: "TooFew", trueAlarms: 10, falseAlarms: 2, needed: 10 }
    })
  })

  it("raise the limit to what every true alarm has passed, and say how many false ones that spares", () => {
    const advice = AlarmCalibration.calibrate([...some("true", ten(5)), ...some("false", ten(2.1))], 2)
    assert.deepInclude(advice, { _tag: "Raise", limit: 5, spared: 3, of: 10 })
    if (advice._tag === "Raise") assert.closeTo(advice.kept.low, 0.722, 0.001)
  })

  it("that true and false alarms share keep the limit as it is", () => {
    const advice = AlarmCalibration.calibrate([...some("true", ten(2)), ...some("false", ten(2.1))], 2)
    assert.deepStrictEqual(advice, { _tag: "Keep", limit: 2 })
  })

  it("never lower the limit, and never raise it over an alarm that was true", () => {
    const evidence = fc.array(fc.double({ min: 2, max: 40, noNaN: true }), { minLength: 10, maxLength: 30 })
    fc.assert(
      fc.property(evidence, evidence, (right, wrong) => {
        const advice = AlarmCalibration.calibrate([...some("true", right), ...some("false", wrong)], 2)
        if (advice._tag !== "Raise") return
        assert.isAbove(advice.limit, 2)
        assert.isAtMost(advice.limit, Math.min(...right))
        assert.isAbove(advice.spared, 0)
      })
    )
  })
})
